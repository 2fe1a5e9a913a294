"""Lineage: who copied whom, and how many independent voices remain.

Copies, rewrites and translations are found by their text, directed by dates, credits and containment, and counted back
to their origins; what cannot be told stays open.
"""

from __future__ import annotations

from twosource.trace.languages import compares_languages
from twosource.trace.lineage import trace
from twosource.trace.publishers import Publishers

__all__ = ["Publishers", "compares_languages", "trace"]
