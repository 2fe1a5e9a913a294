"""Weeks, weekends and days of a longer stretch: "the first week of May", "the last weekend in June", "the week of
April 10".

A week belongs to the month or year that most of its days lie in, as ISO 8601 counts the weeks of a year. The invariant:
without a rank only the week that holds a named day is read.
"""

from __future__ import annotations

from twosource.annotate.times.dates import month_at, rank_at
from twosource.annotate.times.days import read_day
from twosource.annotate.times.meaning import Calendar, Shift, Within
from twosource.annotate.times.words import TimeText

_UNITS = frozenset({"D", "W", "WE"})
_WIDE = frozenset({"M", "Q", "Y"})


def read_within(text: TimeText, index: int) -> tuple[Within, int] | None:
    """Read "The first week of May", "the last day of 2020", "the week of April 10"."""
    start = index + text.is_in(index, "relations.definite")
    rank = rank_at(text, start)
    last = text.is_in(start, "relations.final")
    at = rank[1] if rank else start + last
    unit = text.words.units.get(text.lower(at))
    if unit not in _UNITS or unit is None or text.lower(at) in text.words.plurals or not text.same_line(at + 1):
        return None
    of = text.is_in(at + 1, "relations.of")
    inside = of or (start > index and text.is_in(at + 1, "short.in"))
    base = (read_day(text, at + 2) or _month(text, at + 2)) if inside and text.same_line(at + 2) else None
    if base is None or not isinstance(base[0], Calendar | Shift) or base[0].clock:
        return None
    number = rank[0] if rank else -1 if last else 0
    if number == 0:
        return (
            (Within(base[0], unit, 0), base[1]) if start > index and of and unit == "W" and _is_day(base[0]) else None
        )
    return (Within(base[0], unit, number), base[1]) if _is_wide(base[0]) else None


def _month(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """A month that is surely one behind a week: "May"."""
    month = month_at(text, index)
    return (Calendar(month=month[0]), month[1]) if month else None


def _is_day(base: Calendar | Shift) -> bool:
    return isinstance(base, Calendar) and base.day is not None


def _is_wide(base: Calendar | Shift) -> bool:
    """Whether it is a month, a quarter or a year, which has weeks to count."""
    if isinstance(base, Shift):
        return base.unit in _WIDE and not base.fiscal
    plain = base.day is None and base.weekday is None and base.season is None and base.holiday is None
    return plain and bool(base.month or base.year or base.quarter) and not base.fiscal
