"""Dates in digits: "2022-01-05", "05.01.2022", "1/5/2022", "20220105", "on 22/04".

Day and month stand in the language's order, in the other where only that gives a date. The invariant: two numbers with
a stroke are a date only behind a word that dates take, for else they are a fraction, a score or a name ("9/11").
"""

from __future__ import annotations

import re

from twosource.annotate.pieces import Kind
from twosource.annotate.times.meaning import Calendar
from twosource.annotate.times.words import TimeText

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{2}|[0-9]{4}))?")
_PARTS = frozenset({2, 3, 4, 8, 16})
_COMPACT = re.compile(r"(?:19|20)[0-9]{6}")


def read_numeric(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """The date at ``index`` and the index behind it: "2022-01-05", "05.01.2022", "1/5/2022", "on 22/04"."""
    if _COMPACT.fullmatch(text.text(index)):
        digits = text.text(index)
        return _found(_checked(int(digits[:4]), int(digits[4:6]), int(digits[6:])), index + 1)
    dotted = _DOTTED.fullmatch(text.text(index))
    if dotted and (dotted[3] or (text.words.day_first and text.text(index + 1) == ".")):
        date = _ordered(text, int(dotted[1]), int(dotted[2]), dotted[3], dots=True)
        return _found(date, index + 1 + (not dotted[3]))
    first, mark, second, again, third = (text.text(index + step) for step in range(5))
    numbers = [first, second, third]
    if mark == "/" and again != "/":
        return _without_year(text, index)
    if mark not in {"-", "/"} or mark != again or not all(each.isdecimal() and len(each) <= 4 for each in numbers):
        return None
    if any(text.numbers.at(index + step).spaced for step in range(1, 5)):
        return None
    if len(first) == 4:
        date = _checked(int(first), int(second), int(third))
    else:
        date = _ordered(text, int(first), int(second), third, dots=False)
    return _found(date, index + 5)


def _found(date: Calendar | None, end: int) -> tuple[Calendar, int] | None:
    return (date, end) if date else None


def _without_year(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "22/04" behind "on" or a weekday; elsewhere it is a fraction or a score."""
    first, second = text.text(index), text.text(index + 2)
    named = text.words.named_days.at(text.numbers.pieces, index)
    if named:
        (year, month, day), end = named
        return Calendar(year=year, month=month, day=day), end
    digits = all(each.isdecimal() and len(each) <= 2 for each in (first, second))
    glued = not any(text.numbers.at(index + step).spaced for step in (1, 2))
    before = text.is_in(index - 1, "short.numeric_before") or text.lower(index - 1) in text.words.weekdays
    if not (digits and glued and before) or text.phrase(index, "short.no_date") or _is_fraction(text, index):
        return None
    return _found(_ordered(text, int(first), int(second), None, dots=False), index + 3)


def _is_fraction(text: TimeText, index: int) -> bool:
    """Whether a part of something stands here: "on 1/2 acre"."""
    part, whole, behind = int(text.text(index)), int(text.text(index + 2)), text.numbers.at(index + 3)
    return part < whole and whole in _PARTS and behind.kind is Kind.WORD and not behind.capital


def _ordered(text: TimeText, first: int, second: int, year: str | None, *, dots: bool) -> Calendar | None:
    """Day and month in the language's order; the other order where only that one gives a date."""
    day, month = (first, second) if dots or text.words.day_first else (second, first)
    if month > 12 and day <= 12:
        day, month = month, day
    full = (
        None
        if year is None
        else int(year)
        if len(year) == 4
        else (2000 if int(year) <= text.words.years[2] else 1900) + int(year)
    )
    return _checked(full, month, day)


def _checked(year: int | None, month: int, day: int) -> Calendar | None:
    fits = 1 <= month <= 12 and 1 <= day <= 31 and (year is None or 1000 <= year <= 2999)
    return Calendar(year=year, month=month, day=day) if fits else None
