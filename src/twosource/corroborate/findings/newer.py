"""Whether a difference is only the course of time: a later account has a later count, or somebody has had a birthday.

An update explains a conflict away, so it is told only from days that the accounts themselves give: a day that was
inferred from other accounts, and a count that an account calls earlier, prove nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime, timedelta
from itertools import combinations, pairwise, starmap

from twosource.corroborate.alignment.likeness import GROWING
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.coming import is_coming
from twosource.corroborate.figures.measures import is_counted_anew
from twosource.corroborate.figures.quoted import are_settled
from twosource.corroborate.figures.tolls import HARM
from twosource.corroborate.findings.gainsaid import are_two_voices, speaker_words
from twosource.corroborate.findings.sides import Sides
from twosource.model.claim import ClaimType
from twosource.model.value import Quantity

CHANGING = frozenset({"missing", "hospital", "abduction", "outage", "waterless", "stranded", "quotation"})
"""Outcomes whose count grows and shrinks: who is missing is found, and who is held let go."""
NEARLY_A_DAY = timedelta(hours=23)
"""What is told within less has an hour; a day lasts a moment less than 24."""
TOLLS = HARM | {"missing", "rescue", "arrest", "abduction"}
"""Outcomes whose number everybody learns from somebody else, and tells on as it grows."""
PERCENT, COUNT = "percent", "count"
YEAR = 366
SOONEST_BIRTHDAY = 60
"""Days between two accounts from which on a birthday may explain that they give two ages; before, an error is
likelier."""
Told = tuple[datetime, datetime]


def is_moved(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether one speaker has put off, or brought forward, what is still to come: each side is told after the one
    before, and all on his word.

    Args:
        group: The assertions of one claim.
        sides: Those of a conflict in days.
    """
    times = sorted(span for span in (told(group, side) for side in sides) if span is not None)
    in_turn = len(times) == len(sides) and all(starmap(_follows, pairwise(times)))
    return in_turn and all(is_coming(group[n]) for side in sides for n in side) and _by_one_speaker(group, sides)


def is_update(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether each side comes from accounts that are all later than the one before, and the count goes the way it
    can go.

    Args:
        group: The assertions of one claim.
        sides: Those of a conflict in figures.
    """
    sides = tuple(side for side in sides if not all(group[n].topic.earlier for n in side)) or sides
    if len(sides) == 1 or (len(sides) == 2 and _called_earlier(group, sides)):
        return True  # the rest is what the accounts themselves call earlier
    if _contrasted(group, sides) or _two_say_so(group, sides):
        return False
    spans = [(told(group, side), _low(group, side)) for side in sides]
    known = sorted((span, low) for span, low in spans if span is not None)
    times = [span for span, _ in known]
    if len(known) < len(spans):
        return False
    in_turn = times[0][1] < times[-1][0] and all(starmap(_follows, pairwise(times)))
    if group[0].type is ClaimType.ATTRIBUTE:
        return in_turn and all(_had_birthdays(*older, *newer) for older, newer in pairwise(known))
    outcomes = {one.topic.predicate for one in group}
    recount = _is_recount(group, sides)
    grows = bool(outcomes & GROWING) or recount
    grows = grows or all(any(_is_progress(group[n]) for n in side) for side in sides)
    rises = grows and all(low <= other for (_, low), (_, other) in pairwise(known))
    moves = recount and group[0].topic.dimension != COUNT
    changes = _all_change(group, sides) and not _is_past(group, sides)
    if in_turn:
        return rises or moves or changes or _by_one_speaker(group, sides)
    return (rises and all(starmap(_goes_on, pairwise(times)))) or _keeps_course(known, outcomes)


def _all_change(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether each side counts what grows and shrinks: seven in hospital are no later state of the 14 who were hurt."""
    return all(any(group[n].topic.predicate in CHANGING for n in side) for side in sides)


def _is_past(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether a number that changes was past for who told it: the peak of an outage, the close of yesterday."""
    told = [[group[n] for n in side] for side in sides]
    return all(one.topic.peak for one in group) or any(are_settled(*pair) for pair in combinations(told, 2))


def _is_recount(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether each side counts or measures anew, on another day, what the others do."""
    return all(is_counted_anew(group[n], group[m]) for one, other in combinations(sides, 2) for n in one for m in other)


def _two_say_so(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether two who are named give two numbers on one day, of what is no toll: of the dead all learn in the course of
    a day, but a mayor's number of evacuees is none that a governor's replaces.
    """
    return any(
        group[n].topic.predicate not in TOLLS and _on_one_day(group[n], group[m]) and are_two_voices(group[n], group[m])
        for one, other in combinations(sides, 2)
        for n in one
        for m in other
    )


def _on_one_day(one: Assertion, other: Assertion) -> bool:
    return bool(one.published and other.published and one.published == other.published)


def _keeps_course(known: Sequence[tuple[Told, float]], outcomes: Set[str | None]) -> bool:
    """Whether three or more counts go one way to one that is told after all others, and none is surely told before a
    count that it follows: of earlier accounts of one day the order is then told from the counts.
    """
    falls = bool(outcomes & CHANGING) and known[0][1] > known[-1][1]
    if len(known) < 3 or not (falls or outcomes & GROWING):
        return False
    *course, last = (span for span, _ in sorted(known, key=lambda one: -one[1] if falls else one[1]))
    return all(end < last[0] for _, end in course) and not any(
        after[1] < before[0] for before, after in combinations(course, 2)
    )


def _is_progress(one: Assertion) -> bool:
    """Whether it is how much has been counted so far: "with 88 percent of the ballots counted"."""
    return one.topic.dimension == PERCENT and COUNT in one.topic.measured


def current(group: Sequence[Assertion], sides: Sides) -> tuple[Sides, Sides]:
    """The sides that no later count has replaced, and the steps to the lowest of them, where some were replaced.

    Who has counted 47 and then 63 is at odds with those who count 120 in 63 alone.

    Args:
        group: The assertions of one claim.
        sides: Those of a conflict in figures that is no update as a whole.

    Returns:
        All sides and no steps, where fewer than two would be left.
    """
    left = tuple(one for one in sides if not any(_replaces(group, one, other) for other in sides if other != one))
    if not 1 < len(left) < len(sides):
        return sides, ()
    steps: Sides = (min(left, key=lambda side: _low(group, side)),)
    for one in sorted((side for side in sides if side not in left), key=lambda side: -_low(group, side)):
        if is_update(group, (*steps, one)):
            steps = (*steps, one)
    return (left, tuple(sorted(steps))) if len(steps) > 1 else (sides, ())


def _replaces(group: Sequence[Assertion], older: tuple[int, ...], newer: tuple[int, ...]) -> bool:
    """Whether a side is only a later count of what another told."""
    if _low(group, older) > _low(group, newer) or not is_update(group, (older, newer)):
        return False
    return not all(group[n].topic.earlier for n in newer)


def _called_earlier(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether an account gives the number of one side as what the other's was before ("from 47 to 63")."""
    former, latter = (
        [{group[n].article for n in side if group[n].topic.earlier is earlier} for side in sides]
        for earlier in (True, False)
    )
    return bool(former[0] & latter[1]) != bool(former[1] & latter[0])


def _by_one_speaker(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether all sides rest on the word of one speaker, who has counted anew."""
    voices = (frozenset[str]().union(*(speaker_words(group[n]) for n in side)) for side in sides)
    return bool(frozenset.intersection(*voices))


def _follows(before: Told, after: Told) -> bool:
    """Whether a side is later than another, or may be: an hour of the day of which the other gives no hour."""
    return before[1] < after[0] or (before[0] < after[0] and after[0] == after[1])


def _goes_on(before: Told, after: Told) -> bool:
    """Whether a side was first told later than another, and is told as long: a paper's day has no hour, and who comes
    late still prints the older toll on the day of the newer one.
    """
    return before[0] < after[0] and before[1] <= after[1]


def _contrasted(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether one account sets a side against another: it knows both, and calls neither earlier."""
    articles = [{group[n].article for n in side if not group[n].topic.earlier} for side in sides]
    return any(one & other for one, other in combinations(articles, 2))


def in_steps(group: Sequence[Assertion], sides: Sides) -> Sides:
    """The sides of an update, and the bounds that it has left behind ("at least six") as steps of their own.

    Args:
        group: The assertions of one claim.
        sides: Those of an update.
    """
    lowest = min((_reached(group, side) for side in sides), default=0.0)
    bounds: dict[float, list[int]] = {}
    for n, one in enumerate(group):
        if _is_bound(one) and _least(one) < lowest:
            bounds.setdefault(_least(one), []).append(n)
    behind = {n for step in bounds.values() for n in step}
    ahead = (tuple(n for n in side if n not in behind) for side in sides)
    return tuple(sorted((*filter(None, ahead), *map(tuple, bounds.values()))))


def told(group: Sequence[Assertion], side: tuple[int, ...]) -> Told | None:
    """When a side was told, by the accounts' own dates; what an account calls earlier has no time, and "at least six"
    no more once another account of the side gives the number, nor has a day whose hour another account gives.

    Args:
        group: The assertions of one claim.
        side: Indexes of some of them.

    Returns:
        The first and the last instant.
    """
    dated = [n for n in _sharpest(group, side) if not group[n].topic.earlier and not group[n].dated_by_others]
    known = [times for n in dated if (times := group[n].told) is not None]
    hours = [one for one in known if one[1] - one[0] < NEARLY_A_DAY]
    known = [one for one in known if one in hours or not any(one[0] <= first <= one[1] for first, _ in hours)]
    return (min(first for first, _ in known), max(last for _, last in known)) if known else None


def _sharpest(group: Sequence[Assertion], side: tuple[int, ...]) -> tuple[int, ...]:
    """The statements of a side that set no mere bound, or all of it where there are none."""
    return tuple(n for n in side if not _is_bound(group[n])) or side


def _had_birthdays(before: Told, low: float, after: Told, high: float) -> bool:
    """Whether an age can have grown from one account to the other."""
    days = (after[1] - before[0]).days
    return days >= SOONEST_BIRTHDAY and 0 <= high - low <= 1 + days // YEAR


def _low(group: Sequence[Assertion], side: tuple[int, ...]) -> float:
    return min((_least(group[n]) for n in _sharpest(group, side)), default=0.0)


def _reached(group: Sequence[Assertion], side: tuple[int, ...]) -> float:
    """Where a side's course has got to: its number, or the highest of its bounds ("over 6,000", then "over 9,000")."""
    bounds = all(_is_bound(group[n]) for n in side)
    return max(_least(group[n]) for n in side) if bounds and side else _low(group, side)


def _is_bound(one: Assertion) -> bool:
    return isinstance(one.value, Quantity) and one.value.maximum is None


def _least(one: Assertion) -> float:
    return one.value.minimum or 0.0 if isinstance(one.value, Quantity) else 0.0
