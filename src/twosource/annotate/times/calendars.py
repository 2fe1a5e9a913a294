"""Calendar arithmetic on stretches of days: months, quarters, weeks, seasons, holidays, their values in TIMEX3.

A stretch keeps the unit that it was named in, for "last month" is 2021-12 and not a day in it. Seasons are the
meteorological ones of the northern hemisphere, Easter is by the Gregorian computus (Meeus, Astronomical Algorithms,
1991, chapter 8). The invariant: no function leaves the years 1 to 9999; what would is ``None``.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.annotate.times.words import Holiday
from twosource.model.moment import Days

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_YEARS = {"Y": 1, "10Y": 10, "100Y": 100, "1000Y": 1000}
_MONTHS = {"M": 1, "Q": 3, "6M": 6}
_DAYS = {"D": 1, "W": 7, "2W": 14, "WE": 7}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``start`` to ``end`` under the name that TIMEX3 gives them; ``unit`` is what they are called in.

    A fiscal stretch has the calendar's name ("fiscal 1989" is 1989 in TimeBank), but not its days.
    """

    start: date
    end: date
    unit: str
    value: str
    fiscal: bool = False

    @property
    def days(self) -> Days | None:
        """As an interval; ``None`` for a fiscal one, of which nobody says when it begins."""
        return None if self.fiscal else Days(self.start, self.end)


def stretch(unit: str, day: date) -> Stretch:
    """The day, week, weekend, month, quarter, half, year, decade or century that holds ``day``."""
    if unit in {"W", "2W"}:
        monday = _moved(day, -day.weekday())
        year, week, _ = day.isocalendar()
        return Stretch(monday, _moved(monday, 6), "W", f"{year:04}-W{week:02}")
    if unit == "WE":
        saturday = _moved(day, 5 - day.weekday())
        year, week, _ = day.isocalendar()
        return Stretch(saturday, _moved(saturday, 1), "WE", f"{year:04}-W{week:02}-WE")
    if unit in _MONTHS:
        return _months(day, _MONTHS[unit], unit)
    if unit in _YEARS:
        return _years(day, _YEARS[unit], unit)
    return Stretch(day, day, "D", day.isoformat())


def _months(day: date, width: int, unit: str) -> Stretch:
    first = (day.month - 1) // width * width + 1
    last = first + width - 1
    end = date(day.year, last, monthrange(day.year, last)[1])
    number = (first - 1) // width + 1
    name = {"M": f"{first:02}", "Q": f"Q{number}", "6M": f"H{number}"}[unit]
    return Stretch(date(day.year, first, 1), end, unit, f"{day.year:04}-{name}")


def _years(day: date, width: int, unit: str) -> Stretch:
    first = max(1, day.year // width * width)
    end = min(9999, day.year // width * width + width - 1)
    value = f"{day.year:04}"[: {1: 4, 10: 3, 100: 2, 1000: 1}[width]]
    return Stretch(date(first, 1, 1), date(end, 12, 31), unit, value)


def ranked(inside: Stretch, unit: str, rank: int) -> Stretch | None:
    """The ``rank``-th day, week or weekend of a stretch, from 1; -1 the last, 0 the one that holds its first day.

    A week lies where its Thursday does, as in ISO 8601.
    """
    if rank == 0:
        return stretch(unit, inside.start)
    weekday, width = {"D": (None, 1), "W": (3, 7), "WE": (5, 7)}[unit]
    if rank < 0:
        day = inside.end if weekday is None else nth_weekday(inside.end, weekday, -1)
    else:
        first = inside.start if weekday is None else nth_weekday(inside.start, weekday, 1)
        day = _moved(first, width * (rank - 1))
    return stretch(unit, day) if inside.start <= day <= inside.end else None


def step(unit: str, day: date, count: int) -> Stretch | None:
    """The stretch of a unit that lies ``count`` of them from ``day``."""
    try:
        if unit in _DAYS:
            return stretch(unit, day + timedelta(days=count * _DAYS[unit]))
        months = count * (_MONTHS[unit] if unit in _MONTHS else 12 * _YEARS[unit])
        return stretch(unit, add_months(day, months))
    except (OverflowError, ValueError):
        return None


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day.

    Raises:
        ValueError: The year lies outside 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def season(year: int, name: str) -> Stretch:
    """A season by the year that it begins in; winter runs from December to February."""
    first = _SEASONS[name]
    start = date(year, first, 1)
    end = _moved(add_months(start, 3), -1) if year < 9999 or first < 12 else date(year, 12, 31)
    return Stretch(start, end, "SEASON", f"{year:04}-{name}")


def feast(year: int, rule: Holiday) -> Stretch | None:
    """The days of a holiday in a year; ``None`` for a feast whose days are not listed for it."""
    if rule.kind != "feast":
        return stretch("D", holiday(year, rule))
    first = next((day for day in map(date.fromordinal, rule.rule) if day.year == year), None)
    return lasting(first, rule.days) if first else None


def lasting(first: date, days: int) -> Stretch:
    """So many days from a first one, one of which is a day, under an interval of ISO 8601."""
    last = _moved(first, days - 1)
    return stretch("D", first) if days == 1 else Stretch(first, last, "FEAST", f"{first}/{last}")


def holiday(year: int, rule: Holiday) -> date:
    """The day of a holiday with a rule of its own in a year."""
    if rule.kind == "fixed":
        return date(year, rule.rule[0], rule.rule[1])
    if rule.kind == "easter":
        return _moved(easter(year), rule.rule[0])
    month, weekday, number, *later = rule.rule
    if number < 0:
        last = date(year, month, monthrange(year, month)[1])
        return _moved(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return _moved(first, (weekday - first.weekday()) % 7 + 7 * (number - 1) + sum(later))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus 1991, chapter 8).

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    month_part = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * month_part) // 451
    month, day = divmod(h + month_part - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(day: date, weekday: int, direction: int) -> date:
    """The nearest such weekday: on or before ``day``, or with ``direction`` 1 on or after it."""
    if direction > 0:
        return _moved(day, (weekday - day.weekday()) % 7)
    return _moved(day, -((day.weekday() - weekday) % 7))


def _moved(day: date, days: int) -> date:
    """Some days on, within the calendar."""
    return date.fromordinal(min(max(1, day.toordinal() + days), date.max.toordinal()))
