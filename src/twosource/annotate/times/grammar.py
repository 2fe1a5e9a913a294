"""The grammar of times: at each place the longest expression, dates joined with their times of day.

One pass from left to right; every reader looks at a bounded number of pieces, so the work is linear. What the calendar
makes of an expression is the business of ``resolve``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from twosource.annotate.quantities.candidates import Triggers, candidates
from twosource.annotate.quantities.cardinals import is_number
from twosource.annotate.quantities.lexicon import Lexicon
from twosource.annotate.quantities.scan import Kind, scan
from twosource.annotate.quantities.words import number_words, numbering
from twosource.annotate.times.clock import read_clock, read_part
from twosource.annotate.times.dates import read_date, year_at
from twosource.annotate.times.lengths import read_length
from twosource.annotate.times.meaning import Calendar, Clock, Expression, Meaning, Shift
from twosource.annotate.times.quarters import read_quarter
from twosource.annotate.times.relative import read_relative
from twosource.annotate.times.repeats import read_repeat
from twosource.annotate.times.words import TimeText, time_words
from twosource.annotate.times.years import read_bare_year

Found = tuple[Meaning, int]


@dataclass(frozen=True, slots=True)
class TimesOfText:
    """A text in pieces with the times in it."""

    text: TimeText
    expressions: tuple[Expression, ...]


@lru_cache(maxsize=4)
def read_text(source: str, language: str) -> TimesOfText:
    """Every time of a text, in order, without overlap; kept for the next asker, since figures need the times as well.

    Raises:
        LanguageError: There are no words for times or numbers in this language.
    """
    text = TimeText(numbering(scan(source), language), time_words(language))
    found, end = [], 0
    for index in candidates(text.numbers.pieces, _triggers(language)):
        expression = read_time(text, index) if index >= end else None
        if expression:
            found.append(expression)
            end = expression.end
    return TimesOfText(text, tuple(found))


@cache
def _triggers(language: str) -> Triggers:
    """The words that times begin with, and those that carry one."""
    words, numbers = time_words(language), number_words(language)
    tables = (words.months, words.weekdays, words.units, words.parts, words.seasons, words.repeats, numbers.cardinals)
    plain = frozenset(word for table in tables for word in table)
    lexicons: list[Lexicon[Any]] = [words.days, words.day_parts, words.references, words.holidays]
    alone = ("clock.noon", "clock.midnight")
    carriers = plain.union(*(each.all_words for each in lexicons), *(words.groups[name] for name in alone))
    carriers -= words.groups["relations.definite"] | numbers.articles
    groups = ("relations", "lengths", "sets", "clock", "fiscal")
    lexicons += [lexicon for name, lexicon in words.phrases.items() if name.split(".")[0] in groups]
    starts = plain.union(*(each.first_words for each in (*lexicons, words.bounds.before)))
    starts |= numbers.articles | frozenset("'’") | frozenset(numbers.ordinals) | frozenset(numbers.scales)
    starts |= frozenset(numbers.halves) | frozenset(numbers.fractions) | numbers.vague.first_words
    return Triggers(starts, carriers, is_number(numbers) if numbers.compounds else None)


def read_time(text: TimeText, index: int) -> Expression | None:
    """The longest time that starts at ``index``, or ``None``."""
    piece = text.numbers.at(index)
    if _is_inside_word(text, index) or (piece.kind is Kind.MARK and piece.text not in "'’~<>≈"):
        return None
    best: Found | None = None
    for reader in (_at_a_time, _modified, _dated, read_quarter, read_repeat, read_length):
        found = reader(text, index)
        if found and (best is None or found[1] > best[1]):
            best = found
    return Expression(index, best[1], best[0]) if best else None


def _is_inside_word(text: TimeText, index: int) -> bool:
    """Whether a hyphen or a letter ties the piece to something before it ("non-Tuesday", "A1998")."""
    piece, before = text.numbers.at(index), text.numbers.at(index - 1)
    return index > 0 and not piece.spaced and before.kind is not Kind.MARK and piece.kind is not Kind.MARK


def _dated(text: TimeText, index: int) -> Found | None:
    """A date, absolute, relative or a weekday, with the time of day behind it."""
    found = _day(text, index)
    if found is None:
        return None
    meaning, end = found
    if (isinstance(meaning, Shift) and (meaning.clock or meaning.unit != "D")) or not isinstance(
        meaning, Calendar | Shift
    ):
        return found
    clock = _clock_behind(text, end)
    return (replace(meaning, clock=clock[0]), clock[1]) if clock else found


def _day(text: TimeText, index: int) -> Found | None:
    options = [
        read_date(text, index) or read_bare_year(text, index),
        read_relative(text, index),
        _weekday(text, index),
        _season(text, index),
        _holiday(text, index),
        _day_of_month(text, index),
    ]
    found = [option for option in options if option]
    return max(found, key=lambda one: one[1]) if found else None


def _weekday(text: TimeText, index: int) -> Found | None:
    weekday = text.words.weekdays.get(text.lower(index))
    if weekday is None:
        return None
    if text.lower(index) not in text.words.ambiguous:
        return Calendar(weekday=weekday), index + 1
    point = text.text(index + 1) == "." and not text.numbers.at(index + 1).spaced
    return (Calendar(weekday=weekday), index + 2) if point else None


def _season(text: TimeText, index: int) -> Found | None:
    """Read "Summer 1998", "the summer of 1998", "summer"."""
    start = index + text.is_in(index, "relations.definite")
    season = text.words.seasons.get(text.lower(start))
    if season is None:
        return None
    at = start + 1 + text.is_in(start + 1, "relations.of")
    year = year_at(text, at)
    if year and text.same_line(at):
        return Calendar(year=year[0], season=season), year[1]
    sure = text.lower(start) not in text.words.ambiguous or (
        start > index and text.is_in(index - 1, "short.month_before")
    )
    return (Calendar(season=season), start + 1) if sure else None


def _holiday(text: TimeText, index: int) -> Found | None:
    found = text.words.holidays.at(text.numbers.pieces, index)
    if found is None or not text.numbers.at(index).capital:
        return None
    at = found[1] + (text.text(found[1]) == ",")
    year = year_at(text, at) if text.same_line(at) else None
    return Calendar(holiday=found[0], year=year[0] if year else None), year[1] if year else found[1]


def _day_of_month(text: TimeText, index: int) -> Found | None:
    """Read "The 5th" behind "on"."""
    if not text.is_in(index, "relations.definite") or not text.is_in(index - 1, "short.day_before"):
        return None
    digits, ending = text.text(index + 1), text.numbers.at(index + 2)
    ranked = digits.isdecimal() and len(digits) < 3 and ending.lower in text.numbers.words.endings and not ending.spaced
    stops = text.numbers.at(index + 3).kind is Kind.MARK or text.is_in(index + 3, "years.before")
    return (Calendar(day=int(digits)), index + 3) if ranked and stops and 1 <= int(digits) <= 31 else None


def _clock_behind(text: TimeText, end: int) -> tuple[Clock, int] | None:
    """The time of day that follows a date: "Friday night", "Tuesday at 9 a.m.", "March 5, 21:40"."""
    if not text.same_line(end):
        return None
    part = read_part(text, end)
    if part:
        return part
    at = end + (text.text(end) == ",")
    at += text.is_in(at, "clock.at_only")
    return read_clock(text, at) if text.same_line(at) else None


def _at_a_time(text: TimeText, index: int) -> Found | None:
    """A time of day, with the date behind it: "9 a.m. EST Tuesday", "noon on Friday", "the morning of March 5"."""
    found = read_clock(text, index) or _part_of(text, index)
    if found is None:
        return None
    clock, end = found
    at = end + (text.text(end) == ",")
    at += text.is_in(at, "clock.on")
    day = _day(text, at) if text.same_line(at) else None
    if day and isinstance(day[0], Shift) and day[0].unit == "D" and not day[0].clock:
        return replace(day[0], clock=clock), day[1]
    if day and isinstance(day[0], Calendar) and (day[0].day or day[0].weekday is not None):
        return replace(day[0], clock=clock), day[1]
    return (Calendar(clock=clock), end) if clock.hour is not None else None


def _part_of(text: TimeText, index: int) -> tuple[Clock, int] | None:
    """Read "The morning of" before a date."""
    start = index + text.is_in(index, "relations.definite")
    part = read_part(text, start) if start > index or index == 0 or text.numbers.at(index).spaced else None
    return (
        (part[0], part[1])
        if part and (text.is_in(part[1], "relations.of") or text.is_in(part[1], "clock.on"))
        else None
    )


def _modified(text: TimeText, index: int) -> Found | None:
    """Read "Late November", "early next week", "the mid-1990s", "the end of the year", "earlier this month"."""
    start = index + text.is_in(index, "relations.definite")
    behind = text.phrase(start, "relations.early") or (text.phrase(index, "relations.early") if start > index else None)
    if behind is None:
        return None
    at = text.past_hyphen(behind)
    if not text.same_line(at):
        return None
    inner = read_quarter(text, at) or _day(text, at)
    if inner is None and text.lower(at) in text.words.units:
        inner = read_relative(text, at - 1) if text.is_in(at - 1, "relations.definite") else None
    if inner is None or (isinstance(inner[0], Calendar) and inner[0].day and text.is_in(start, "relations.early_unit")):
        return None
    return inner if isinstance(inner[0], Calendar | Shift) else None
