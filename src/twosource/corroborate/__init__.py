"""Statements to claims and findings: what accounts assert, which assertions are one claim, where they conflict.

``corroborate`` reads a story's accounts into claims, each with its statements, origins, primary sources, conflicts and
verdict. ``compare`` judges two accounts of a sentence each. Neither knows what is true; both know who says what.
"""

from __future__ import annotations

from twosource.corroborate.claims import corroborate
from twosource.corroborate.relation import Relation, RelationKind, compare

__all__ = ["Relation", "RelationKind", "compare", "corroborate"]
