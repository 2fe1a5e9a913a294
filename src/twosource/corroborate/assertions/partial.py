"""Days of which the year is not known: how what is told of two of them fits, by month, day and weekday.

Where no account of a story has a date, "in December" is in no year, and "on Tuesday" of no week. Still it is not in
September, nor on a Friday, for accounts of one event lie within days. The invariant: fits are symmetric.

>>> fit_partly(Time(None, "in December", partly="XXXX-12"), Time(None, "on 4 December", partly="XXXX-12-04"))
<Fit.ROUNDER: 'rounder'>
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from twosource.corroborate.interval import Fit
from twosource.model.value import Time

_PARTLY = re.compile(r"XXXX-(?:(\d\d)(?:-(\d\d))?|WXX-(\d))")
"""A TIMEX3 value of a month, a day of a month, or a weekday, whatever part of the day stands behind it."""
_MONTH = 27
"""Days from the first to the last of the shortest month."""

_LEAP, _YEAR = 2000, 366
"""A year that has every day of the calendar, and how many it has."""

Parts = dict[str, int]


def partly_known(value: str) -> str:
    """What a TIMEX3 value tells of a day whose year or week it lacks; empty where it is no such value.

    >>> partly_known("XXXX-WXX-2TNI"), partly_known("XXXX-FA"), partly_known("2031-05-06")
    ('XXXX-WXX-2', '', '')
    """
    found = _PARTLY.match(value)
    return found[0] if found else ""


def fit_partly(left: Time, right: Time) -> Fit:
    """How two times fit of which one has no day, by what both tell; those that tell nothing alike may be one.

    Args:
        left, right: Times as two accounts give them.
    """
    one, other = _parts(left), _parts(right)
    shared = one.keys() & other.keys()
    if any(one[part] != other[part] for part in sorted(shared)):
        return Fit.APART
    if one == other:
        return Fit.EQUAL
    if shared == one.keys():
        return Fit.ROUNDER
    return Fit.SHARPER if shared == other.keys() else Fit.OVERLAP


def days_apart(left: Time, right: Time) -> int:
    """Days between two days of the calendar of which one lacks its year, the shorter way round; 0 where one is no day.

    Args:
        left, right: Times as two accounts give them.
    """
    if left.days is not None and right.days is not None:
        return 0
    one, other = (_day_of_year(_parts(time)) for time in (left, right))
    apart = abs(one - other) if one and other else 0
    return min(apart, _YEAR - apart)


def _day_of_year(parts: Parts) -> int | None:
    """The number of a day in a leap year."""
    if not {"month", "day"} <= parts.keys():
        return None
    last = monthrange(_LEAP, parts["month"])[1]
    return date(_LEAP, parts["month"], min(parts["day"], last)).timetuple().tm_yday


def _parts(time: Time) -> Parts:
    """Month, day and weekday, as far as a time tells them."""
    days = time.days
    if days is not None and days.start and days.end:
        if days.start == days.end:
            return {"month": days.start.month, "day": days.start.day, "weekday": days.start.isoweekday()}
        of_month = days.start.day == 1 and (days.end - days.start).days >= _MONTH and days.end.month == days.start.month
        return {"month": days.start.month} if of_month else {}
    found = _PARTLY.match(time.partly)
    named = zip(("month", "day", "weekday"), found.groups() if found else (), strict=False)
    return {part: int(number) for part, number in named if number}
