"""Dates of every kind at one place, the longest first: "March 5", "last week", "Tuesday of last week", "Easter 2022".

What hangs on a date, a time of day or a count from it, is the grammar's. The invariant: every reader looks at a bounded
number of pieces.
"""

from __future__ import annotations

from twosource.annotate.pieces import Kind
from twosource.annotate.times.dates import read_date, year_at, year_step
from twosource.annotate.times.decades import read_decade
from twosource.annotate.times.meaning import Calendar, Meaning, Shift
from twosource.annotate.times.relative import read_relative
from twosource.annotate.times.weekdays import read_weekday
from twosource.annotate.times.words import TimeText
from twosource.annotate.times.years import read_bare_year


def read_day(text: TimeText, index: int) -> tuple[Meaning, int] | None:
    """The longest date at ``index``, absolute or relative, and the index behind it."""
    relative = read_relative(text, index)
    options = [
        read_date(text, index) or read_decade(text, index) or read_bare_year(text, index),
        relative,
        read_weekday(text, index, relative),
        _season(text, index),
        _holiday(text, index),
        _day_of_month(text, index),
    ]
    found = [option for option in options if option]
    return max(found, key=lambda one: one[1]) if found else None


def _season(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "Summer 1998", "the summer of 1998", "summer"."""
    start = index + text.is_in(index, "relations.definite")
    season = text.words.seasons.get(text.lower(start))
    if season is None:
        return None
    at = start + 1 + text.is_in(start + 1, "relations.of")
    year = year_at(text, at)
    if year and text.same_line(at):
        return Calendar(year=year[0], season=season), year[1]
    step = year_step(text, at) if text.same_line(at) else None
    if step:
        return Calendar(season=season, direction=step[0], of_year=True), step[1]
    sure = text.lower(start) not in text.words.ambiguous or (text.is_in(index - 1, "short.season_before"))
    return (Calendar(season=season), start + 1) if sure else None


def _holiday(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "Thanksgiving", "Easter 2022", "Independence Day of this year"; in small letters only with a year."""
    found = text.words.holidays.at(text.numbers.pieces, index)
    if found is None:
        return None
    at = found[1] + (text.text(found[1]) == "," or text.is_in(found[1], "relations.of"))
    year = year_at(text, at) if text.same_line(at) else None
    if year:
        return Calendar(holiday=found[0], year=year[0]), year[1]
    step = year_step(text, at) if text.same_line(at) else None
    if step:
        return Calendar(holiday=found[0], direction=step[0], of_year=True), step[1]
    return (Calendar(holiday=found[0]), found[1]) if text.numbers.at(index).capital else None


def _day_of_month(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "The 5th" behind "on", and "the 21st of next month" anywhere."""
    if not text.is_in(index, "relations.definite"):
        return None
    digits, ending = text.text(index + 1), text.numbers.at(index + 2)
    ranked = digits.isdecimal() and len(digits) < 3 and ending.lower in text.numbers.words.endings and not ending.spaced
    if not ranked or not 1 <= int(digits) <= 31:
        return None
    at = index + 3 + text.is_in(index + 3, "relations.of")
    month = read_relative(text, at) if text.same_line(at) else None
    if month and isinstance(month[0], Shift) and month[0].unit == "M" and not month[0].of_reference:
        return Calendar(day=int(digits), months=month[0].count), month[1]
    stops = text.numbers.at(index + 3).kind is Kind.MARK or text.is_in(index + 3, "years.before")
    return (Calendar(day=int(digits)), index + 3) if stops and text.is_in(index - 1, "short.day_before") else None
