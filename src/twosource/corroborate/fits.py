"""How two times or two values fit, as a newsroom tells them: nights that belong to two days, bare weekdays, hours.

Intervals of days and of counts are compared in ``interval.py``; here is what their words add.
"""

from __future__ import annotations

import re

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.interval import Fit, fit_days, fit_quantities
from twosource.corroborate.lexicon import Lexicon
from twosource.model.moment import Days
from twosource.model.value import Quantity, Time

WEEK = 7
FAR_HOURS = 1.5
"""Hours between two events of one day; what one account puts at "about 4 p.m." another puts at 5."""
_CLOCK = re.compile(r"\b(1?\d)(?:[:.](\d\d))? ?([ap])\.? ?m\b", re.IGNORECASE)


def value_fit(left: Assertion, right: Assertion, lexicon: Lexicon) -> Fit | None:
    """How two assertions' figures or days fit; ``None`` where either gives none."""
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return fit_quantities(left.value, right.value)
    if isinstance(left.value, Time) and isinstance(right.value, Time) and left.value.days and right.value.days:
        return fit_nights(left.value, right.value, lexicon)
    return None


def fit_nights(left: Time, right: Time, lexicon: Lexicon) -> Fit:
    """How two days fit, where a night belongs to two of them: "overnight" on Monday is "Sunday night".

    Args:
        left, right: Times with days.
        lexicon: Knows the words for nights.
    """
    if left.days is None or right.days is None:
        return Fit.EQUAL
    fit = fit_days(left.days, right.days)
    if fit is Fit.APART and _is_same_weekday(left, right):
        return Fit.OVERLAP
    if fit is not Fit.APART or not (_is_night(left, lexicon) or _is_night(right, lexicon)):
        return fit
    return Fit.OVERLAP if gap(left.days, right.days) <= 1 else fit


def _is_same_weekday(left: Time, right: Time) -> bool:
    """Whether both only name the same weekday, weeks apart: then it is the days of publication that are in doubt."""
    days = [time.days.start for time in (left, right) if time.days and time.days.is_one_day and time.days.start]
    if len(days) < 2 or (days[0] - days[1]).days % WEEK:
        return False
    name = f"{days[0]:%A}".lower()
    return all(name in time.text.lower() and not any(map(str.isdigit, time.text)) for time in (left, right))


def _is_night(time: Time, lexicon: Lexicon) -> bool:
    return not lexicon.night.isdisjoint(time.text.lower().split())


def other_hour(left: Assertion, right: Assertion) -> bool:
    """Whether two times name hours of the day that are further apart than two accounts of one event give.

    Args:
        left, right: Assertions of dates.
    """
    hours = [_hour(one.value.text) for one in (left, right) if isinstance(one.value, Time)]
    first, second = (*hours, None, None)[:2]
    if first is None or second is None:
        return False
    apart = abs(first - second)
    return min(apart, 24 - apart) > FAR_HOURS


def _hour(text: str) -> float | None:
    """The hour of the day that a time names, on a clock of 24 hours.

    >>> _hour("about 8:15 p.m. Monday"), _hour("12:30 a.m."), _hour("Monday night")
    (20.25, 0.5, None)
    """
    found = _CLOCK.search(text)
    if found is None:
        return None
    return int(found[1]) % 12 + int(found[2] or 0) / 60 + (12 if found[3].lower() == "p" else 0)


def gap(left: Days, right: Days) -> int:
    """Days between two stretches of days, 0 where they touch.

    Args:
        left, right: In any order.
    """
    if left.overlaps(right):
        return 0
    ends = [(right.start, left.end), (left.start, right.end)]
    return min(abs((start - end).days) for start, end in ends if start and end)
