"""What a story expects: the verbs of which its dated accounts expect one day ("reopens in two days", "on Thursday").

An undated account that says "opens tomorrow" of the story's plan shares no more than the verb with the others. The
invariants: a verb of which the accounts expect two days is no plan, nor is one that goes with anything ("begin",
"take"); an account alone makes no plan, since what one account expects may be anything.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.link.anchors import Anchor, in_context

WITNESSES = 2
"""Accounts that must expect a thing on one day."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A day on which the dated accounts expect something.

    Attributes:
        anchor: The first of the times that say so, by article and place.
        day: The day.
    """

    anchor: Anchor
    day: date


def plans(found: Mapping[str, Sequence[Anchor]], dated: Mapping[str, date]) -> Mapping[str, Plan]:
    """The plans of a story by their verbs.

    Args:
        found: The times of each account.
        dated: The day of each dated account.
    """
    expected: dict[str, list[Plan]] = {}
    for article in sorted(dated):
        for anchor in found[article]:
            day = anchor.day(dated[article]) if anchor.ahead > 0 and _tells(anchor) else None
            if day is not None:
                expected.setdefault(anchor.verb, []).append(Plan(anchor, day))
    return {verb: of_verb[0] for verb, of_verb in sorted(expected.items()) if _is_agreed(of_verb)}


def _tells(anchor: Anchor) -> bool:
    """Whether an anchor's verb says what is planned."""
    return not anchor.spoken and not in_context(anchor.verb, "unspecific")


def _is_agreed(expected: Sequence[Plan]) -> bool:
    witnesses = {plan.anchor.passage.article for plan in expected}
    return len({plan.day for plan in expected}) == 1 and len(witnesses) >= WITNESSES


def plan_of(own: Anchor, found: Mapping[str, Plan]) -> Plan | None:
    """The plan that a time of an undated account speaks of: one that counts days ahead, in the account's own voice."""
    return found.get(own.verb) if own.counts_days and own.ahead > 0 and not own.spoken else None
