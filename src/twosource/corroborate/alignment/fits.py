"""How two times or two values fit, as a newsroom tells them: nights that belong to two days, bare weekdays, hours.

Intervals of days and of counts are compared in ``interval.py``; here is what their words add.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.hours import are_hours_apart, fit_hours, is_part_of_day
from twosource.corroborate.assertions.partial import fit_partly
from twosource.corroborate.interval import Fit, fit_days, fit_quantities
from twosource.corroborate.lexicon import Lexicon
from twosource.model.moment import Days
from twosource.model.value import Quantity, Time

WEEK = timedelta(days=7)
_CLOCK = re.compile(r"\d+[:.]\d\d|\d+ ?(?=[ap]\.?m)", re.IGNORECASE)
"""The numbers of an hour: "10:00 p.m. Wednesday" has no other."""
FAR_DAYS = 20
"""Days between two times that make two events of it: a toll of March is not a toll of October."""


def value_fit(left: Assertion, right: Assertion, lexicon: Lexicon) -> Fit | None:
    """How two assertions' figures or days fit; ``None`` where either gives none."""
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return fit_quantities(left.value, right.value)
    if (
        isinstance(left.value, Time)
        and isinstance(right.value, Time)
        and is_known(left.value)
        and is_known(right.value)
    ):
        return fit_times(left.value, right.value, lexicon)
    return None


def is_known(time: Time) -> bool:
    """Whether anything is known of a time's day."""
    return time.days is not None or bool(time.partly)


def fit_times(left: Time, right: Time, lexicon: Lexicon) -> Fit:
    """How two times fit: by their days, and where these fit, by their hours.

    Args:
        left, right: Times with days.
        lexicon: Knows the words for nights.
    """
    fit = fit_nights(left, right, lexicon)
    if fit is Fit.APART or left.hour is None or right.hour is None:
        return fit
    hours = fit_hours(left.hour, right.hour)
    if hours is not Fit.APART and (is_part_of_day(left) or is_part_of_day(right)):
        return fit  # "Wednesday night" is no other day than "11 p.m. Wednesday"
    told_alone = any(names_no_day(time, lexicon) for time in (left, right))
    return hours if fit is Fit.EQUAL or hours is Fit.APART or told_alone else fit


def differ_by_hours(left: Assertion, right: Assertion, lexicon: Lexicon) -> bool:
    """Whether two times mean one day and hours of it that do not fit.

    Args:
        left, right: Assertions of dates.
        lexicon: Knows the words for nights.
    """
    one, other = left.value, right.value
    if not isinstance(one, Time) or not isinstance(other, Time):
        return False
    return are_hours_apart(one, other) and fit_nights(one, other, lexicon).agrees


def fit_nights(left: Time, right: Time, lexicon: Lexicon) -> Fit:
    """How two days fit, where a night belongs to two of them: "overnight" on Monday is "Sunday night". An hour alone
    ("about 1 a.m.") is of the day that was told before, which may be any.

    Args:
        left, right: Times.
        lexicon: Knows the words for nights.
    """
    if left.days is None or right.days is None:
        return fit_partly(left, right) if is_known(left) and is_known(right) else Fit.EQUAL
    fit = fit_days(left.days, right.days)
    if fit is not Fit.APART:
        return fit
    if left.text.lower() == right.text.lower():
        return Fit.EQUAL  # whatever day was read into it: "today" in a statement that two accounts print, "May 31"
    if _is_week_apart(left, right) or any(time.hour and names_no_day(time, lexicon) for time in (left, right)):
        return Fit.OVERLAP
    one, other = (_reaching(time, lexicon) for time in (left, right))
    reach = one is not None and other is not None and one.overlaps(other)
    return Fit.OVERLAP if reach and gap(left.days, right.days) <= 1 else fit


def with_day_of_others(group: Sequence[Assertion], lexicon: Lexicon) -> tuple[Assertion, ...]:
    """The dates of one claim, where an hour without a day is of the day that the others give it, or else of the first
    day on which one is printed: the day of its own account, which it has for want of another, is that of printing.

    Args:
        group: Assertions of one claim.
        lexicon: Knows the words for hours.
    """
    told = [one.value.days for one in group if isinstance(one.value, Time) and not _is_of_printing(one, lexicon)]
    printed = [one.published for one in group if one.published and _is_of_printing(one, lexicon)]
    first = min(printed, key=lambda one: (one.start is None, one.start), default=None)
    day = told[0] if told else first
    if day is None or not day.is_one_day or any(one != day for one in told):
        return tuple(group)
    return tuple(
        replace(one, value=replace(one.value, days=day), topic=replace(one.topic, days=day))
        if isinstance(one.value, Time) and _is_of_printing(one, lexicon)
        else one
        for one in group
    )


def _is_of_printing(one: Assertion, lexicon: Lexicon) -> bool:
    value, printed = one.value, one.published.start if one.published else None
    if not isinstance(value, Time) or value.days is None or value.hour is None:
        return False
    return names_no_day(value, lexicon) and value.days.start == printed


def _is_week_apart(left: Time, right: Time) -> bool:
    """Whether a time only names its day of the week, and that day in another week is what the other means, which names
    no date: then it is the days of publication that are in doubt.
    """
    if left.days is None or right.days is None or _has_date(left) or _has_date(right):
        return False
    if not (_is_bare_weekday(left) or _is_bare_weekday(right)):
        return False
    if left.days.start is None or right.days.start is None or right.days.end is None:
        return False
    weeks = WEEK * round((left.days.start - right.days.start) / WEEK)
    return weeks != timedelta(0) and left.days.overlaps(Days(right.days.start + weeks, right.days.end + weeks))


def _has_date(time: Time) -> bool:
    """Whether a time has a number in it that is no hour's."""
    return any(map(str.isdigit, _CLOCK.sub("", time.text)))


def _is_bare_weekday(time: Time) -> bool:
    """Whether a time names its weekday and no date: "Sunday night", but neither "in two days" nor "last week"."""
    ends = (time.days.start, time.days.end) if time.days else ()
    words = time.text.lower()
    return not _has_date(time) and any(f"{day:%A}".lower() in words for day in ends if day)


def _reaching(time: Time, lexicon: Lexicon) -> Days | None:
    """The days that a time may mean: "Sunday night" ends on Monday, "early Monday" began on Sunday."""
    days, words = time.days, time.text.lower().split()
    if days is None or days.start is None or days.end is None:
        return days
    loose = names_no_day(time, lexicon)
    before = timedelta(days=int(loose or not lexicon.night["ends"].isdisjoint(words)))
    after = timedelta(days=int(loose or not lexicon.night["begins"].isdisjoint(words)))
    return Days(days.start - before, days.end + after)


def names_no_day(time: Time, lexicon: Lexicon) -> bool:
    """Whether a time only says at what hour: the day is then that of publication, which may be of a later edition.

    Args:
        time: A time.
        lexicon: Knows the words for hours.
    """
    words = re.findall(r"[^\W\d_]+", time.text.lower())
    return bool(words) and lexicon.hours.issuperset(words)


def gap(left: Days, right: Days) -> int:
    """Days between two stretches of days, 0 where they touch.

    Args:
        left, right: In any order.
    """
    if left.overlaps(right):
        return 0
    ends = [(right.start, left.end), (left.start, right.end)]
    return min(abs((start - end).days) for start, end in ends if start and end)
