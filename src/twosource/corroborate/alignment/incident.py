"""The dates of a story's one incident, whatever word each of them dates: "the shooting", "it happened", "was killed".

Alignment lays dates side by side by the kind of event. An incident has many kinds of words, and its day and hour are
one claim. The incident is what most accounts first date to one day. The invariant: no day comes to stand against
another that did not before, and no hour but two parts of one day, or two hours in one street.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from twosource.corroborate.alignment.cluster import MOST
from twosource.corroborate.alignment.fits import fit_nights, gap, names_no_day, value_fit
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.hours import are_hours_apart, is_part_of_day
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.reading import Modality
from twosource.model.value import Time

Group = tuple[Assertion, ...]
LONGEST = 3
"""Days of the longest stretch that still dates an incident: a weekend, with a holiday."""
HALF_A_DAY = 12 * 60
"""Minutes between two hours of one day from which on they are of two of its nights."""
TOLD = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED})


def joined_by_incident(groups: Sequence[Group], lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups, with the dates of the story's one incident in one.

    Args:
        groups: What alignment found.
        lexicon: Knows the words for nights.
    """
    told: dict[str, list[Assertion]] = defaultdict(list)
    home: dict[int, Group] = {}
    for group in groups:
        if group[0].type is ClaimType.DATE and not _differ_by_days(group, lexicon):
            for one in filter(_dates_incident, group):
                told[one.article].append(one)
                home[id(one)] = group
    members = _of_one_day([sorted(told[article], key=lambda one: one.key) for article in sorted(told)], home, lexicon)
    if len({one.article for one in members}) < 2:
        return tuple(groups)
    taken = {id(one) for one in members}
    for group in {id(home[id(one)]): home[id(one)] for one in members}.values():
        whole = _differ_by_hours(group)
        taken |= {id(one) for one in group if whole or all(_fits(one, other, lexicon) for other in members)}
    rest = (tuple(one for one in group if id(one) not in taken) for group in groups)
    joined = sorted((one for group in groups for one in group if id(one) in taken), key=lambda one: one.key)
    return (*filter(None, rest), tuple(joined))


def _fits(one: Assertion, other: Assertion, lexicon: Lexicon) -> bool:
    """Whether two dates contradict each other neither by the day nor by the hour."""
    return value_fit(one, other, lexicon) is not Fit.APART


def _differ_by_days(group: Group, lexicon: Lexicon) -> bool:
    """Whether two accounts of a claim differ on its day: that is for them to settle."""
    return any(
        one.article != other.article
        and isinstance(one.value, Time)
        and isinstance(other.value, Time)
        and fit_nights(one.value, other.value, lexicon) is Fit.APART
        for one, other in combinations(group[:MOST], 2)
    )


def _differ_by_hours(group: Group) -> bool:
    """Whether two accounts of a claim differ on its hour: all of that claim then goes with it."""
    return any(
        one.article != other.article and are_hours_apart(one.value, other.value)
        for one, other in combinations(group[:MOST], 2)
    )


def _of_one_day(told: Sequence[Sequence[Assertion]], home: Mapping[int, Group], lexicon: Lexicon) -> list[Assertion]:
    """The dates of the day that most accounts first give an incident, without accounts that tell of several."""
    told = [dates for dates in told if not _tells_of_several(dates)]
    firsts = {dates[0].value: dates[0] for dates in reversed(told)}
    times = Counter(dates[0].value for dates in told)
    agreeing = {
        value: sum(times[other.value] for other in firsts.values() if _same_day(one, other, lexicon))
        for value, one in firsts.items()
    }
    day = next((dates[0] for dates in told if agreeing[dates[0].value] == max(agreeing.values())), None)
    members: list[Assertion] = [] if day is None else [day]
    held = {one.value: one for one in members}  # a hundred accounts give a dozen times
    for dates in told:
        for one in dates if _in_one_place(dates, members) else ():
            may = (_may_differ(one, other) or home[id(one)] is home[id(other)] for other in held.values())
            if one is not day and all(_same_day(one, other, lexicon) for other in held.values()) and all(may):
                members.append(one)
                held.setdefault(one.value, one)
    return members


def _in_one_place(dates: Sequence[Assertion], members: Sequence[Assertion]) -> bool:
    """Whether an account names a street that the others do, where both name any."""
    mine = frozenset(street for one in dates for street in one.topic.scene)
    theirs = frozenset(street for one in members for street in one.topic.scene)
    return not mine or not theirs or bool(mine & theirs)


def _tells_of_several(dates: Sequence[Assertion]) -> bool:
    """Whether an account gives two hours: then it tells of several incidents."""
    return any(are_hours_apart(one.value, other.value) for one, other in combinations(dates, 2))


def _may_differ(one: Assertion, other: Assertion) -> bool:
    """Whether two times of a day are one incident's though they do not fit."""
    if not are_hours_apart(one.value, other.value):
        return True
    return (is_part_of_day(one.value) and is_part_of_day(other.value)) or bool(one.topic.sites & other.topic.sites)


def _dates_incident(one: Assertion) -> bool:
    """Whether a date is of an incident that is told to have happened on a day or two."""
    if one.type is not ClaimType.DATE or not one.topic.incident or one.topic.phase or one.topic.aside or one.negated:
        return False
    days = one.value.days if isinstance(one.value, Time) else None
    if one.modality not in TOLD or days is None or days.start is None or days.end is None:
        return False
    return (days.end - days.start).days < LONGEST


def _same_day(one: Assertion, other: Assertion, lexicon: Lexicon) -> bool:
    """Whether two times are of one day, or of one night: "Sunday" is not early on Monday, "Sunday night" may be."""
    mine, theirs = one.value, other.value
    if not isinstance(mine, Time) or not isinstance(theirs, Time) or not mine.days or not theirs.days:
        return False
    if not fit_nights(mine, theirs, lexicon).agrees:
        return False
    apart = gap(mine.days, theirs.days)
    if apart > 1 and (names_no_day(mine, lexicon) or names_no_day(theirs, lexicon)):
        return False
    if apart == 1:
        return _is_of_night(mine, lexicon) and _is_of_night(theirs, lexicon)
    return mine.days != theirs.days or _may_be_one_hour(mine, theirs)


def _is_of_night(time: Time, lexicon: Lexicon) -> bool:
    words = re.findall(r"[^\W\d_]+", time.text.lower())
    return time.hour is not None or not (lexicon.night["begins"] | lexicon.night["ends"]).isdisjoint(words)


def _may_be_one_hour(one: Time, other: Time) -> bool:
    """Whether hours of one day may be one: 3 a.m. on Wednesday is not of Wednesday night."""
    if one.hour is None or other.hour is None or one.hour.either or other.hour.either:
        return True
    return max(one.hour.first, other.hour.first) - min(one.hour.last, other.hour.last) < HALF_A_DAY
