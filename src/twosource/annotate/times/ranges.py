"""Ranges whose ends share words: "June 3-5", "3 to 4 June", "between March and May 2020".

The end that is short of a month or a year takes it from the other. The invariant: the two days of one month stand in
the order of the calendar, else the second number counts something.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from twosource.annotate.pieces import Kind
from twosource.annotate.times.dates import day_at, read_date, with_year
from twosource.annotate.times.meaning import Calendar, Expression, Meaning
from twosource.annotate.times.words import TimeText


def read_first_day(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """The first day of a range whose month stands behind the last: the 3 of "3 to 4 June"."""
    index += text.is_in(index, "relations.definite")
    day = day_at(text, index)
    if day is None or not text.is_in(day[1], "short.range") or not text.same_line(day[1] + 1):
        return None
    last = read_date(text, day[1] + 1)
    if last is None or last[0].month is None or not day[0] < (last[0].day or 0):
        return None
    starts_with_day = text.lower(day[1] + 1) not in text.words.months
    return (Calendar(year=last[0].year, month=last[0].month, day=day[0]), day[1]) if starts_with_day else None


def read_last_day(text: TimeText, index: int, first: Expression | None) -> Expression | None:
    """The last day of a range whose month stands before the first: the 5 of "June 3-5, 2021".

    Args:
        text: Pieces and words.
        index: Where the last day would stand.
        first: The time before it.
    """
    if first is None or not first.end <= index - 1 <= first.end + 1 or not text.is_in(first.end, "short.range"):
        return None
    date = first.meaning
    day = day_at(text, index)
    if day is None or not isinstance(date, Calendar) or not date.month or date.year or date.clock:
        return None
    later = (date.day or 32) < day[0]
    apart = index - 1 > first.end and not text.is_in(index - 1, "relations.definite")
    if not later or apart or not _ends_date(text, day[1], glued=not text.numbers.at(index).spaced):
        return None
    found, end = with_year(text, Calendar(month=date.month, day=day[0]), day[1])
    return Expression(index, end, found)


def _ends_date(text: TimeText, end: int, *, glued: bool) -> bool:
    """Whether nothing that a number counts stands at ``end``: "May 3 and 4 people" is no range."""
    behind = text.numbers.at(end)
    if behind.kind is Kind.WORD and not behind.breaks:
        return (glued or text.is_in(end, "years.before")) and behind.spaced
    return behind.text not in {"%", "/", ":"}


def with_years(text: TimeText, found: list[Expression]) -> Iterator[Expression]:
    """Give the first of "between March and May 2020" the year of the second."""
    for at, one in enumerate(found):
        behind = found[at + 1] if at + 1 < len(found) else None
        joined = behind is not None and behind.start == one.end + 1 and text.is_in(one.end, "short.range")
        yield replace(one, meaning=_with_year(one.meaning, behind.meaning)) if behind and joined else one


def _with_year(first: Meaning, second: Meaning) -> Meaning:
    """A month or a day with the year of the later one behind it, or with the year before, if that one is no later."""
    if not isinstance(first, Calendar) or not isinstance(second, Calendar) or not (first.month and second.month):
        return first
    if first.year or second.year is None or first.direction is not None:
        return first
    later = (first.month, first.day or 0) <= (second.month, second.day or first.day or 0)
    return replace(first, year=second.year if later else second.year - 1)
