"""Statements to claims and findings: what accounts assert, which assertions are one claim, where they conflict.

``corroborate`` reads a story's accounts into claims, each with its statements, origins, primary sources, conflicts and
verdict. ``compare`` judges two accounts of a sentence each. Neither knows what is true; both know who says what.

``claims`` is the way through: accounts are read into typed ``assertions`` (numbers in ``figures``), ``alignment`` makes
groups of them, ``disputes`` finds what is denied, ``copying`` what copying changed, ``findings`` judges. ``compare``
has its own, in ``pairs``.
"""

from __future__ import annotations

from twosource.corroborate.claims import corroborate
from twosource.corroborate.pairs.relation import Relation, RelationKind, compare

__all__ = ["Relation", "RelationKind", "compare", "corroborate"]
