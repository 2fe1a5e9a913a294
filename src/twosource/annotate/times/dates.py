"""Dates by name and number: "March 5, 1946", "5 January 2022", "2022-01-05", "Friday, Oct. 23", "1998", "the 1990s".

Numbers that could be counts need a witness: a month, a preposition before a year, a hyphenated pattern. The invariant:
a day lies in 1 to 31, a month in 1 to 12; whether the day exists in that month is for ``resolve``.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.cardinals import read_cardinal
from twosource.annotate.quantities.parts import read_ordinal
from twosource.annotate.times.meaning import Calendar
from twosource.annotate.times.numeric import read_numeric
from twosource.annotate.times.words import TimeText

_CURRENCIES = frozenset("$€£¥")
_TWO_THOUSAND = 2
"""The first word of years such as "two thousand and five"."""
APOSTROPHES = frozenset("'’‘")


def read_date(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """The date at ``index`` and the index behind it; a year alone is read in ``years``."""
    return (
        _with_weekday(text, index)
        or read_numeric(text, index)
        or _hyphened(text, index)
        or _month_first(text, index)
        or _day_first(text, index)
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
    if digits in APOSTROPHES and text.text(index + 1).isdecimal() and len(text.text(index + 1)) == 2:
        short = int(text.text(index + 1))
        return (2000 if short <= split else 1900) + short, index + 2
    fits = digits.isdecimal() and len(digits) == 4 and first <= int(digits) <= last
    behind = text.numbers.at(index + 1)
    glued = (behind.kind is Kind.NUMBER and not behind.spaced) or (behind.text in "%°" and behind.text != "")
    return (int(digits), index + 1) if fits and not glued else None


def _spelled_year(text: TimeText, index: int) -> tuple[int, int] | None:
    """Read "Nineteen ninety-four", "nineteen hundred and five", "two thousand and five"."""
    century = text.numbers.words.cardinals.get(text.lower(index), 0)
    if not (15 <= century <= 20 or century == _TWO_THOUSAND) or not text.same_line(index + 1):
        return None
    whole = read_cardinal(text.numbers, index)
    if whole is not None and not whole.digits and 1500 < whole.value < 2100 and whole.value.denominator == 1:
        return int(whole.value), whole.end
    rest = read_cardinal(text.numbers, index + 1) if century > _TWO_THOUSAND else None
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
    found = _month_first(text, at) or _day_first(text, at) or read_numeric(text, at)
    if found and found[0].day:
        return replace(found[0], weekday=weekday), found[1]
    return _numbered_weekday(text, weekday, at)


def _numbered_weekday(text: TimeText, weekday: int, index: int) -> tuple[Calendar, int] | None:
    """Read "Friday the 13th", "Tue 15th": the nearest such day that is one; in words only behind an article."""
    at = index + text.is_in(index, "relations.definite")
    if at == index and not text.text(at).isdecimal():
        return None
    rank = read_ordinal(text.numbers, at)
    if rank is None or not 1 <= rank.value <= 31 or not text.same_line(at):
        return None
    behind, digits = text.numbers.at(rank.end), text.text(at).isdecimal()
    goes_on = behind.kind is Kind.WORD and not behind.breaks and (behind.capital or not digits)
    return None if goes_on else (Calendar(weekday=weekday, day=int(rank.value)), rank.end)


def _hyphened(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "05-Aug-2016", "5/Aug/2016"."""
    mark = text.text(index + 1)
    if mark not in {"-", "/"} or text.text(index + 3) != mark:
        return None
    if any(text.numbers.at(index + step).spaced for step in range(1, 5)):
        return None
    day, month, year = day_at(text, index), month_at(text, index + 2), year_at(text, index + 4)
    if day is None or month is None or year is None:
        return None
    return Calendar(year=year[0], month=month[0], day=day[0]), year[1]


def _month_first(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "March 5, 1946", "March, 5th", "March 1946", "March"."""
    named = month_at(text, index)
    if named is None:
        return None
    month, end = named
    ranked = text.text(end) == "," and _is_ranked(text, end + 1)
    at = end + (text.text(end) == "/" or ranked)
    day = day_at(text, at) if text.same_line(at) else None
    if (
        day
        and (text.numbers.at(day[1]).kind is not Kind.NUMBER or year_at(text, day[1]))
        and not _goes_on(text, day[1])
    ):
        return with_year(text, Calendar(month=month, day=day[0]), day[1])
    year = year_at(text, end + 1 if text.text(end) in {",", "/"} or text.is_in(end, "relations.of") else end)
    if year and text.same_line(year[1] - 1):
        return Calendar(year=year[0], month=month), year[1]
    stepped = year_step(text, end)
    if stepped:
        return Calendar(month=month, direction=stepped[0], of_year=True), stepped[1]
    return (Calendar(month=month), end) if _is_surely_month(text, index) else None


def _is_ranked(text: TimeText, index: int) -> bool:
    """Whether digits with their ending stand at ``index``: "5th"."""
    behind = text.numbers.at(index + 1)
    return text.text(index).isdecimal() and behind.lower in text.numbers.words.endings and not behind.spaced


def year_step(text: TimeText, index: int) -> tuple[int, int] | None:
    """Read "Last year", "this year", "next year" behind a month: the step and the index behind it."""
    index += text.is_in(index, "relations.of")
    for name, step in (("last", -1), ("this", 0), ("next", 1)):
        at = text.phrase(index, f"relations.{name}")
        if at and text.words.units.get(text.lower(at)) == "Y" and text.same_line(at):
            return step, at + 1
    return None


def _goes_on(text: TimeText, index: int) -> bool:
    """Whether what looked like a day is the hour of "10:35" or a share."""
    mark, behind = text.text(index), text.numbers.at(index + 1)
    return mark == "%" or (mark == ":" and behind.kind is Kind.NUMBER and not behind.spaced)


def with_year(text: TimeText, date: Calendar, end: int) -> tuple[Calendar, int]:
    """A date with the year behind it ("March 5, 1946", "May 5 of last year"), and the index behind both."""
    joined = text.text(end) == "," or text.is_in(end, "relations.of") or text.is_in(end, "short.in")
    year = year_at(text, end + 1 if joined else end)
    if year and text.same_line(year[1] - 1):
        return replace(date, year=year[0]), year[1]
    stepped = year_step(text, end)
    return (replace(date, direction=stepped[0], of_year=True), stepped[1]) if stepped else (date, end)


def _is_surely_month(text: TimeText, index: int) -> bool:
    """Read "May" and "March" alone are months only behind a preposition or a word such as "last"."""
    word = text.lower(index)
    if word not in text.words.ambiguous:
        return True
    if text.is_in(index, "short.months"):
        return False  # "Mar del Plata", "Jan": a short form needs a day or a year
    beside = (text.lower(index + 2), index + 1), (text.lower(index - 2), index - 1)  # "May and June"
    paired = any(month in text.words.months and text.is_in(at, "short.range") for month, at in beside)
    return paired or text.is_in(index - 1, "short.month_before")


def _day_first(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "5 January 2022", "the 5th of January", "the third day of March"; not "$12 January 5"."""
    if text.is_in(index, "relations.definite"):
        rank = rank_at(text, index + 1)
        index += rank is not None and text.is_in(rank[1], "relations.of")
    day = day_at(text, index)
    if day is None or text.text(index - 1) in _CURRENCIES:
        return None
    at = day[1]
    at += text.words.units.get(text.lower(at)) == "D" and text.lower(at) not in text.words.plurals
    at += text.is_in(at, "relations.of")
    named = month_at(text, at) if text.same_line(at) else None
    if named is None:
        return None
    return with_year(text, Calendar(month=named[0], day=day[0]), named[1])


def rank_at(text: TimeText, index: int) -> tuple[int, int] | None:
    """A rank at ``index``, "third", "3rd" or with the point of "3.", and the index behind it."""
    rank = read_ordinal(text.numbers, index)
    if rank:
        return (int(rank.value), rank.end) if rank.value.denominator == 1 else None
    digits, point = text.text(index), text.numbers.at(index + 1)
    pointed = text.words.day_point and digits.isdecimal() and len(digits) < 3 and point.text == "."
    return (int(digits), index + 2) if pointed and not point.spaced else None
