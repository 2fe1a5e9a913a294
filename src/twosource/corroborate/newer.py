"""Whether a difference is only the course of time: a later account has a later count, or somebody has had a birthday.

An update explains a conflict away, so it is told only from days that the accounts themselves give: a day that was
inferred from other accounts, and a count that an account calls earlier, prove nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.likeness import GROWING
from twosource.corroborate.sides import Sides
from twosource.model.claim import ClaimType
from twosource.model.value import Quantity

CHANGING = frozenset({"missing", "hospital"})
"""Outcomes whose count grows and shrinks: who is missing is found."""
YEAR = 366
SOONEST_BIRTHDAY = 60
"""Days between two accounts from which on a birthday may explain that they give two ages; before, an error is
likelier."""
Published = tuple[date, date]


def is_update(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether each side comes from accounts that are all later than the one before, and the count goes the way it
    can go.

    Args:
        group: The assertions of one claim.
        sides: Those of a conflict in figures.
    """
    spans = [(published(group, side), _low(group, side)) for side in sides]
    known = sorted((days, low) for days, low in spans if days is not None)
    if len(known) < len(spans) or not all(before[1] < after[0] for (before, _), (after, _) in pairwise(known)):
        return False
    if group[0].type is ClaimType.ATTRIBUTE:
        return all(_had_birthdays(*older, *newer) for older, newer in pairwise(known))
    outcomes = {one.topic.predicate for one in group}
    return bool(outcomes & CHANGING) or (
        bool(outcomes & GROWING) and all(low <= other for (_, low), (_, other) in pairwise(known))
    )


def published(group: Sequence[Assertion], side: tuple[int, ...]) -> Published | None:
    """First and last day on which a side was published, as its accounts give it; what an account calls earlier has no
    day.

    Args:
        group: The assertions of one claim.
        side: Indexes of some of them.
    """
    days = [group[n].published for n in side if not group[n].topic.earlier and not group[n].dated_by_others]
    known = [(day.start, day.end) for day in days if day and day.start and day.end]
    if not known:
        return None
    return min(start for start, _ in known), max(end for _, end in known)


def _had_birthdays(before: Published, low: float, after: Published, high: float) -> bool:
    """Whether an age can have grown from one account to the other."""
    days = (after[1] - before[0]).days
    return days >= SOONEST_BIRTHDAY and 0 <= high - low <= 1 + days // YEAR


def _low(group: Sequence[Assertion], side: tuple[int, ...]) -> float:
    values = [group[n].value for n in side]
    return min((value.minimum or 0.0 for value in values if isinstance(value, Quantity)), default=0.0)
