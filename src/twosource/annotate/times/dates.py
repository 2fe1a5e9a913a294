"""Dates by name and number: "March 5, 1946", "5 January 2022", "2022-01-05", "Friday, Oct. 23", "1998", "the 1990s".

Numbers that could be counts need a witness: a month, a preposition before a year, a hyphenated pattern. The invariant:
a day lies in 1 to 31, a month in 1 to 12; whether the day exists in that month is for ``resolve``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from twosource.annotate.quantities.cardinals import read_cardinal
from twosource.annotate.quantities.parts import read_ordinal
from twosource.annotate.quantities.scan import Kind
from twosource.annotate.times.meaning import Calendar
from twosource.annotate.times.words import TimeText

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{2}|[0-9]{4}))?")


def read_date(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """The date at ``index`` and the index behind it; a year alone is read in ``years``."""
    return (
        _with_weekday(text, index)
        or _numeric(text, index)
        or _month_first(text, index)
        or _day_first(text, index)
        or read_decade(text, index)
    )


def month_at(text: TimeText, index: int) -> tuple[int, int] | None:
    """The month named at ``index`` and the index behind it, with the point of "Jan."."""
    month = text.words.months.get(text.lower(index))
    piece = text.numbers.at(index)
    if month is None or (not piece.capital and piece.lower in text.words.ambiguous):
        return None
    end = index + 1
    point = text.text(end) == "." and not text.numbers.at(end).spaced and text.is_in(index, "short.months")
    return month, end + 1 if point and text.same_line(end + 1) else end


def year_at(text: TimeText, index: int) -> tuple[int, int] | None:
    """A year in four digits, or in two behind an apostrophe, at ``index``, and the index behind it."""
    digits, (first, last, split) = text.text(index), text.words.years
    if digits.isalpha():
        return _spelled_year(text, index)
    if digits in {"'", "’"} and text.text(index + 1).isdecimal() and len(text.text(index + 1)) == 2:
        short = int(text.text(index + 1))
        return (2000 if short <= split else 1900) + short, index + 2
    fits = digits.isdecimal() and len(digits) == 4 and first <= int(digits) <= last
    behind = text.numbers.at(index + 1)
    glued = (behind.kind is Kind.NUMBER and not behind.spaced) or (behind.text in "%°" and behind.text != "")
    return (int(digits), index + 1) if fits and not glued else None


def _spelled_year(text: TimeText, index: int) -> tuple[int, int] | None:
    """Read "Nineteen ninety-four", "two thousand five" behind "the year"."""
    century = text.numbers.words.cardinals.get(text.lower(index), 0)
    if not 15 <= century <= 20 or not text.same_line(index + 1):
        return None
    rest = read_cardinal(text.numbers, index + 1)
    fits = rest is not None and not rest.digits and 10 <= rest.value <= 99 and rest.value.denominator == 1
    return (100 * century + int(rest.value), rest.end) if rest is not None and fits else None


def day_at(text: TimeText, index: int) -> tuple[int, int] | None:
    """A day of the month at ``index``, "5", "5th" or "fifth", and the index behind it."""
    rank = read_ordinal(text.numbers, index)
    if rank and 1 <= rank.value <= 31 and rank.value.denominator == 1:
        return int(rank.value), rank.end
    digits = text.text(index)
    if not digits.isdecimal() or len(digits) > 2 or not 1 <= int(digits) <= 31:
        return None
    end = index + 1
    if text.words.day_point and text.text(end) == "." and not text.numbers.at(end).spaced:
        end += 1
    return int(digits), end


def _with_weekday(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "Friday, Oct. 23", "Friday the 13th"."""
    weekday = text.words.weekdays.get(text.lower(index))
    if weekday is None:
        return None
    at = index + 1
    at += text.text(at) == "." and len(text.text(index)) <= 5
    at += text.text(at) == ","
    if not text.same_line(at):
        return None
    found = _month_first(text, at) or _day_first(text, at) or _numeric(text, at)
    return (replace(found[0], weekday=weekday), found[1]) if found and found[0].day else None


def _month_first(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "March 5, 1946", "March 1946", "March"."""
    named = month_at(text, index)
    if named is None:
        return None
    month, end = named
    at = end + (text.text(end) == "/")
    day = day_at(text, at) if text.same_line(at) else None
    if (
        day
        and (text.numbers.at(day[1]).kind is not Kind.NUMBER or year_at(text, day[1]))
        and not _goes_on(text, day[1])
    ):
        return _with_year(text, Calendar(month=month, day=day[0]), day[1])
    year = year_at(text, end + 1 if text.text(end) in {",", "/"} or text.is_in(end, "relations.of") else end)
    if year and text.same_line(year[1] - 1):
        return Calendar(year=year[0], month=month), year[1]
    stepped = year_step(text, end)
    if stepped:
        return Calendar(month=month, direction=stepped[0], of_year=True), stepped[1]
    return (Calendar(month=month), end) if _is_surely_month(text, index) else None


def year_step(text: TimeText, index: int) -> tuple[int, int] | None:
    """Read "Last year", "this year", "next year" behind a month: the step and the index behind it."""
    for name, step in (("last", -1), ("this", 0), ("next", 1)):
        at = text.phrase(index, f"relations.{name}")
        if at and text.words.units.get(text.lower(at)) == "Y" and text.same_line(at):
            return step, at + 1
    return None


def _goes_on(text: TimeText, index: int) -> bool:
    """Whether what looked like a day is the hour of "10:35" or a share."""
    mark, behind = text.text(index), text.numbers.at(index + 1)
    return mark == "%" or (mark == ":" and behind.kind is Kind.NUMBER and not behind.spaced)


def _with_year(text: TimeText, date: Calendar, end: int) -> tuple[Calendar, int]:
    comma = text.text(end) == ","
    year = year_at(text, end + 1 if comma or text.is_in(end, "relations.of") else end)
    return (replace(date, year=year[0]), year[1]) if year and text.same_line(year[1] - 1) else (date, end)


def _is_surely_month(text: TimeText, index: int) -> bool:
    """Read "May" and "March" alone are months only behind a preposition or a word such as "last"."""
    word = text.lower(index)
    if word not in text.words.ambiguous:
        return True
    return text.is_in(index - 1, "short.month_before")


def _day_first(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "5 January 2022", "the 5th of January", "1st March"."""
    day = day_at(text, index)
    if day is None:
        return None
    at = day[1]
    at += text.is_in(at, "relations.of")
    named = month_at(text, at) if text.same_line(at) else None
    if named is None:
        return None
    return _with_year(text, Calendar(month=named[0], day=day[0]), named[1])


def _numeric(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "2022-01-05", "05.01.2022", "1/5/2022"."""
    dotted = _DOTTED.fullmatch(text.text(index))
    if dotted and (dotted[3] or (text.words.day_first and text.text(index + 1) == ".")):
        date = _ordered(text, int(dotted[1]), int(dotted[2]), dotted[3], dots=True)
        return (date, index + 1 + (not dotted[3])) if date else None
    first, mark, second, again, third = (text.text(index + step) for step in range(5))
    numbers = [first, second, third]
    if mark not in {"-", "/"} or mark != again or not all(each.isdecimal() and len(each) <= 4 for each in numbers):
        return None
    if any(text.numbers.at(index + step).spaced for step in range(1, 5)):
        return None
    if len(first) == 4:
        date = _checked(int(first), int(second), int(third))
    else:
        date = _ordered(text, int(first), int(second), third, dots=False)
    return (date, index + 5) if date else None


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


def read_decade(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "The 1990s", "'90s", "the nineteenth century"."""
    index += text.is_in(index, "relations.definite")
    at = index + (text.text(index) in {"'", "’"})
    digits, behind = text.text(at), text.numbers.at(at + 1)
    ends = behind.lower in text.words.groups["years.decade"] and not behind.spaced
    apostrophe = behind.lower in {"'s", "’s"}
    if digits.isdecimal() and digits.endswith("0") and (ends or (apostrophe and len(digits) == 4)):
        if len(digits) == 4 and text.words.years[0] <= int(digits) <= text.words.years[1]:
            return Calendar(decade=int(digits) // 10), at + 2
        if len(digits) == 2 and (at > index or text.is_in(index - 1, "relations.definite")):
            return Calendar(decade=190 + int(digits) // 10), at + 2
    rank = read_ordinal(text.numbers, index)
    century = text.past_hyphen(rank.end) if rank else 0
    if rank and text.words.units.get(text.lower(century)) == "100Y" and 1 <= rank.value <= 30:
        return Calendar(century=int(rank.value) - 1), century + 1
    return None
