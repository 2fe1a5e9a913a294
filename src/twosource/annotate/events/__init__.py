"""What happens in a text, and who and what takes part: predicates with their participants, off the tree.

``find_events`` reads verbs, predicate nouns and adjectives ("is the mayor") and nouns of happening ("the arrest of").
The invariant: at most one event a token, in text order, and participants without their relative clauses.
"""

from __future__ import annotations

from twosource.annotate.events.find import find_events

__all__ = ["find_events"]
