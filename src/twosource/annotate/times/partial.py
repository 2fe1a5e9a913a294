"""Partial dates and the article's day: which April, which Friday, which Christmas is meant.

The tense decides; where it says nothing, weekdays are the last one (news tells what happened) and months, seasons and
holidays the nearest one. The invariant: a complete date needs no article's day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from twosource.annotate.times.calendars import Stretch, feast, lasting, nth_weekday, season, step, stretch
from twosource.annotate.times.meaning import Calendar

_SOON = 2  # "on Friday", said on Wednesday, needs no "next"
_JUST = 1  # nor "on Tuesday", said on Wednesday, "last"
_MONTHS_AROUND = 12  # any day of a month falls on any weekday within a year, but for a 31st
_NEAR = 100
"""Days within which a day and month without a year are the nearest ones whatever the tense: on the tuning half of
TempEval-3 "a dividend payable Dec. 15" hangs on verbs in the past."""


def whole(meaning: Calendar) -> Stretch | None:
    """The stretch of a date with its own year, decade or century; ``None`` for others and for impossible days."""
    if meaning.decade is not None:
        return stretch("10Y", date(meaning.decade * 10, 1, 1))
    if meaning.century is not None:
        return stretch("100Y", date(max(1, meaning.century * 100), 1, 1))
    return _in_year(meaning, meaning.year) if meaning.year is not None else None


def _in_year(meaning: Calendar, year: int) -> Stretch | None:
    """The stretch that a date without a year of its own names in one year."""
    if not 1 <= year <= 9998:
        return None
    if meaning.season:
        return season(year, meaning.season)
    unit, month = (
        ("Q", 3 * meaning.quarter) if meaning.quarter else ("6M", 6 * meaning.half) if meaning.half else ("", 0)
    )
    if unit:
        return stretch(unit, date(year, month, 1))
    return feast(year, meaning.holiday) if meaning.holiday else _in_months(meaning, year)


def _in_months(meaning: Calendar, year: int) -> Stretch | None:
    """The year, the month or the day."""
    if meaning.month is None:
        return stretch("Y", date(year, 1, 1))
    if meaning.day is None:
        return stretch("M", date(year, meaning.month, 1))
    exists = meaning.day <= monthrange(year, meaning.month)[1]
    return stretch("D", date(year, meaning.month, meaning.day)) if exists else None


def day_of(meaning: Calendar, anchor: date, reference: Stretch | None, direction: int) -> Stretch | None:
    """The stretch of a partial date beside the article's day.

    Args:
        meaning: Without a year.
        anchor: The article's day.
        reference: The date last mentioned.
        direction: -1 past, 0 unknown, 1 future.
    """
    if meaning.week is not None:
        monday = step("W", anchor, meaning.week)
        return step("D", monday.start, meaning.weekday or 0) if monday else None
    if meaning.months is not None:
        month = step("M", anchor, meaning.months)
        return _day_in_month(meaning.day or 1, month.start) if month else None
    if meaning.month is None and (meaning.day is not None or meaning.weekday is not None):
        return _day_alone(meaning, anchor, direction)
    if meaning.month or meaning.season or meaning.quarter or meaning.half or meaning.holiday:
        return _of_a_year(meaning, anchor, direction)
    if meaning.clock is None:
        return None
    over = direction < 0 and reference is not None and reference.start > anchor  # "by Friday. The night had been calm"
    near = reference.start if reference and reference.unit == "D" and not over else anchor
    return stretch("D", near)


def _day_alone(meaning: Calendar, anchor: date, direction: int) -> Stretch | None:
    """The stretch of "the 5th", "Friday", "Friday the 13th"."""
    if meaning.day is None:
        return _weekday(meaning, anchor, direction)
    if meaning.weekday is not None:
        return _numbered(meaning, anchor, direction)
    return _nearest(lambda at: _day_in_month(meaning.day or 1, at), anchor, direction, _neighbour_months(anchor))


def _of_a_year(meaning: Calendar, anchor: date, direction: int) -> Stretch | None:
    """The stretch of "April", "the third quarter", "Christmas": by its words, by the tense, or the nearest."""
    explicit = meaning.direction
    years = [date(year, 1, 1) for year in range(max(1, anchor.year - 1), min(9998, anchor.year + 1) + 1)]
    if explicit == 0 or (explicit is not None and (meaning.quarter or meaning.half or meaning.of_year)):
        return _in_year(meaning, anchor.year + explicit)
    if explicit is None and (meaning.quarter or meaning.half):
        direction = min(direction, 0)  # plans name their year, reports on the quarter behind do not
    if meaning.holiday and meaning.holiday.kind == "feast":
        days = meaning.holiday.days  # lunar years are shorter than ours: some years hold a feast twice
        listed = [day for day in map(date.fromordinal, meaning.holiday.rule) if abs(day.year - anchor.year) <= 1]
        return _nearest(lambda at: lasting(at, days), anchor, direction, listed, strict=explicit is not None)
    if explicit is None and meaning.day:
        years = [year for year in years if _falls_on(meaning, year.year)] or years
        direction = 0 if _is_near(meaning, anchor, years) else direction
    return _nearest(lambda at: _in_year(meaning, at.year), anchor, direction, years, strict=explicit is not None)


def _numbered(meaning: Calendar, anchor: date, direction: int) -> Stretch | None:
    """The nearest "Friday the 13th": the month is the one in which that day is a Friday."""
    near = [step("M", anchor, count) for count in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1)]
    fitting = []
    for month in near:
        found = _day_in_month(meaning.day or 1, month.start) if month else None
        if month and found and found.start.weekday() == meaning.weekday:
            fitting.append(month.start)
    return _nearest(lambda at: _day_in_month(meaning.day or 1, at), anchor, direction, fitting)


def _falls_on(meaning: Calendar, year: int) -> bool:
    """Whether "Friday, Oct. 23" is a Friday in a year; true where no weekday is named."""
    found = _in_year(meaning, year)
    return found is not None and meaning.weekday in {None, found.start.weekday()}


def _is_near(meaning: Calendar, anchor: date, years: list[date]) -> bool:
    """Whether some such day lies so near that another year would have been named."""
    found = [one for one in (_in_year(meaning, year.year) for year in years) if one]
    return any(_distance(one, anchor) <= _NEAR for one in found)


def _weekday(meaning: Calendar, anchor: date, direction: int) -> Stretch:
    weekday = meaning.weekday or 0
    if meaning.direction == 0:
        return stretch("D", nth_weekday(anchor, weekday, 1 if direction >= 0 else -1))
    if meaning.direction is not None:
        return stretch("D", _next_or_last(anchor, weekday, meaning.direction))
    return stretch("D", nth_weekday(anchor, weekday, direction))


def _next_or_last(anchor: date, weekday: int, direction: int) -> date:
    """Skip the one so near in the article's own week that it has a shorter name than "next Friday"."""
    found = nth_weekday(_beyond(anchor, direction), weekday, direction)
    own_week = found.isocalendar()[:2] == anchor.isocalendar()[:2]
    near = own_week and abs((found - anchor).days) <= (_SOON if direction > 0 else _JUST)
    return nth_weekday(_beyond(found, direction), weekday, direction) if near else found


def _beyond(day: date, direction: int) -> date:
    """The neighbouring day, within the calendar."""
    return date.fromordinal(min(max(1, day.toordinal() + direction), date.max.toordinal()))


def _neighbour_months(anchor: date) -> list[date]:
    first = anchor.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1) if first > date.min else first
    after = (first + timedelta(days=32)).replace(day=1) if first.year < 9999 else first
    return sorted({before, first, after})


def _day_in_month(day: int, month: date) -> Stretch | None:
    exists = day <= monthrange(month.year, month.month)[1]
    return stretch("D", month.replace(day=day)) if exists else None


def _nearest(
    name: Callable[[date], Stretch | None], anchor: date, direction: int, periods: list[date], *, strict: bool = False
) -> Stretch | None:
    """The candidate nearest to the article's day on the side that the tense points to.

    Args:
        name: The candidate in a year or month.
        anchor: The article's day.
        direction: -1 past, 0 unknown, 1 future.
        periods: The years or months to look in.
        strict: Whether the candidate must not hold the article's day ("last April").
    """
    found = [candidate for candidate in map(name, periods) if candidate]
    if direction < 0:
        found = [one for one in found if (one.end < anchor if strict else one.start <= anchor)] or found
    if direction > 0:
        found = [one for one in found if (one.start > anchor if strict else one.end >= anchor)] or found
    return min(found, key=lambda one: (_distance(one, anchor), one.start), default=None)


def _distance(one: Stretch, anchor: date) -> int:
    if one.start <= anchor <= one.end:
        return 0
    return min(abs((one.start - anchor).days), abs((anchor - one.end).days))


def unresolved(meaning: Calendar) -> str:
    """The TIMEX3 value of a date that lacks its year.

    >>> unresolved(Calendar(weekday=1)), unresolved(Calendar(month=1, day=5))
    ('XXXX-WXX-2', 'XXXX-01-05')
    """
    year = f"{meaning.year:04}" if meaning.year else "XXXX"
    if meaning.weekday is not None and meaning.day is None:
        value = f"{year}-WXX-{meaning.weekday + 1}"
    elif meaning.month:
        value = f"{year}-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    elif meaning.day:
        value = f"{year}-XX-{meaning.day:02}"
    elif meaning.holiday and meaning.holiday.kind == "fixed":
        value = "{}-{:02}-{:02}".format(year, *meaning.holiday.rule)
    else:
        names = (meaning.season, meaning.quarter and f"Q{meaning.quarter}", meaning.half and f"H{meaning.half}")
        name = next((each for each in names if each), None)
        value = f"{year}-{name}" if name else "XXXX-XX-XX"
    clock = meaning.clock.value if meaning.clock else ""
    return clock if value == "XXXX-XX-XX" and clock else value + clock
