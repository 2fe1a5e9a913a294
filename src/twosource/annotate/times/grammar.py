"""The grammar of times: at each place the longest expression, dates joined with their times of day.

One pass from left to right; every reader looks at a bounded number of pieces, so the work is linear. What the calendar
makes of an expression is the business of ``resolve``.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from twosource.annotate.matcher import PhraseMatcher
from twosource.annotate.pieces import Kind, scan
from twosource.annotate.quantities.candidates import Triggers, candidates
from twosource.annotate.quantities.cardinals import is_number
from twosource.annotate.quantities.words import number_words, numbering
from twosource.annotate.times.bare import at_day, read_bare, with_shared_half
from twosource.annotate.times.beside import read_step
from twosource.annotate.times.clock import read_clock, read_part
from twosource.annotate.times.days import read_day
from twosource.annotate.times.lengths import read_length
from twosource.annotate.times.meaning import Beside, Calendar, Clock, Expression, Meaning, Shift
from twosource.annotate.times.quarters import read_quarter
from twosource.annotate.times.ranges import read_first_day, read_last_day, with_years
from twosource.annotate.times.relative import read_relative
from twosource.annotate.times.repeats import read_repeat
from twosource.annotate.times.weeks import read_within
from twosource.annotate.times.words import TimeText, time_words

Found = tuple[Meaning, int]
_WIDE = frozenset({"M", "10Y", "100Y"})
"""Units that "the" alone makes no time of, but "the end of the" does."""


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
    found: list[Expression] = []
    end = 0
    for index in candidates(text.numbers.pieces, _triggers(language)):
        expression = read_time(text, index) if index >= end else None
        if expression is None and index >= end:
            expression = read_last_day(text, index, found[-1] if found else None)
        if expression:
            found.append(expression)
            end = expression.end
    return TimesOfText(text, tuple(with_years(text, found)))


@cache
def _triggers(language: str) -> Triggers:
    """The words that times begin with, and those that carry one."""
    words, numbers = time_words(language), number_words(language)
    days = (words.months, words.weekdays, words.weekday_parts, words.parts, words.seasons, words.decades)
    others = (words.units, words.steps, words.repeats, numbers.cardinals)
    plain = frozenset(word for table in (*days, *others) for word in table)
    lexicons: list[PhraseMatcher[Any]] = [words.days, words.day_parts, words.references, words.holidays]
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
    for reader in (
        _at_a_time,
        read_bare,
        _part_alone,
        read_repeat,
        _modified,
        _dated,
        _beside,
        _day_told,
        read_quarter,
        read_length,
        read_within,
        read_first_day,
    ):
        found = reader(text, index)
        if found and (best is None or found[1] > best[1]):
            best = found
    return Expression(index, best[1], best[0]) if best else None


def _is_inside_word(text: TimeText, index: int) -> bool:
    """Whether a hyphen or a letter ties the piece to something before it ("non-Tuesday", "A1998"), or a stroke a number
    to an address ("news.example/2016/02/26").
    """
    piece, before = text.numbers.at(index), text.numbers.at(index - 1)
    if index > 0 and not piece.spaced and before.text == "/" and piece.kind is Kind.NUMBER:
        return True
    return index > 0 and not piece.spaced and before.kind is not Kind.MARK and piece.kind is not Kind.MARK


def _dated(text: TimeText, index: int) -> Found | None:
    """A date, absolute, relative or a weekday, with the time of day behind it."""
    found = read_day(text, index)
    if found is None:
        return None
    meaning, end = found
    if (isinstance(meaning, Shift) and (meaning.clock or meaning.unit != "D")) or not isinstance(
        meaning, Calendar | Shift
    ):
        return found
    clock = _clock_behind(text, end)
    return (replace(meaning, clock=clock[0]), clock[1]) if clock else found


def _beside(text: TimeText, index: int) -> Found | None:
    """A day counted from another: "three days before May 13", "the Monday after Labor Day"."""
    step = read_step(text, index)
    base = read_day(text, step.end) if step else None
    if step is None or base is None or text.lower(base[1]) in {"'s", "’s"}:
        return None
    meaning, end = base
    if isinstance(meaning, Shift):
        whole = meaning.unit == "D" and meaning.count is not None and meaning.clock is None
    else:
        day = isinstance(meaning, Calendar) and (meaning.day or meaning.weekday is not None or meaning.holiday)
        whole = bool(day)
    if not whole or not isinstance(meaning, Calendar | Shift):
        return None
    return Beside(meaning, step.unit, step.count, step.weekday), end


def _clock_behind(text: TimeText, end: int) -> tuple[Clock, int] | None:
    """The time of day that follows a date: "Friday night", "Tuesday at 9 a.m.", "March 5, 21:40"."""
    if not text.same_line(end):
        return None
    part = read_part(text, end)
    if part:
        return None if text.is_in(end, "sets.parts") else part
    at = end + (text.text(end) == ",")
    at += text.is_in(at, "clock.at_only")
    return read_clock(text, at) if text.same_line(at) else None


def _at_a_time(text: TimeText, index: int) -> Found | None:
    """A time of day, with the date behind it: "9 a.m. EST Tuesday", "noon on Friday", "the morning of March 5"."""
    found = read_clock(text, index) or _part_of(text, index)
    if found is None:
        return None
    clock, end = with_shared_half(text, *found), found[1]
    at = end + (text.text(end) == ",")
    at += text.is_in(at, "clock.on")
    day = read_day(text, at) if text.same_line(at) else None
    dated = at_day(text, clock, day) if day else None
    if dated:
        return dated
    return (Calendar(clock=clock), end) if clock.hour is not None else None


def _part_alone(text: TimeText, index: int) -> Found | None:
    """Read "The morning" of "in the morning", "mid-afternoon", "the early evening": of which day, the context says."""
    start = index + text.is_in(index, "relations.definite")
    early = start + text.is_in(start, "clock.early_part")
    at = text.past_hyphen(early)
    led = index < at or text.is_in(index - 1, "clock.part_article")
    behind = led and text.is_in(index - 1, "clock.part_behind")
    alone = text.is_in(at, "clock.alone")
    part = read_part(text, at) if behind or (alone and text.is_in(index - 1, "clock.near")) else None
    if alone and text.text(at).istitle():  # "at Dawn Hall"
        return None
    if part is None or text.is_in(at, "sets.parts"):
        return None
    day = read_day(text, part[1]) if (alone or early > start) and text.same_line(part[1]) else None
    dated = at_day(text, part[0], day) if day and (alone or isinstance(day[0], Shift)) else None
    return dated or (Calendar(clock=part[0]), part[1])


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
    """Read "Late November", "early Friday morning", "the mid-1990s", "the end of the year", "earlier this month"."""
    start = index + text.is_in(index, "relations.definite")
    behind = text.phrase(start, "relations.early") or (text.phrase(index, "relations.early") if start > index else None)
    if behind is None:
        return None
    at = text.past_hyphen(behind)
    if not text.same_line(at):
        return None
    if (text.phrase(index, "relations.early_day") == behind and _is_the(text, at, {"D"})) or _is_the(text, at, _WIDE):
        return Shift(text.words.units[text.lower(at + 1)], 0, of_reference=True), at + 2
    inner = read_quarter(text, at) or _dated(text, at)
    if inner is None and text.lower(at) in text.words.units:
        inner = read_relative(text, at - 1) if text.is_in(at - 1, "relations.definite") else None
    if inner is None or (isinstance(inner[0], Calendar) and inner[0].day and text.is_in(start, "relations.early_unit")):
        return None
    return inner if isinstance(inner[0], Calendar | Shift) else None


def _day_told(text: TimeText, index: int) -> Found | None:
    """Read "The day" behind a word of its end: "ended the day at 8,017 points", "down 3 percent for the day"."""
    behind = text.numbers.at(index + 2)
    over = behind.kind is not Kind.WORD or behind.breaks or text.is_in(index + 2, "years.before")
    led = text.is_in(index - 1, "relations.closing") or (text.is_in(index - 1, "relations.day_for") and over)
    told = led and _is_the(text, index, {"D"})
    return (Shift("D", 0, of_reference=True), index + 2) if told else None


def _is_the(text: TimeText, index: int, units: Set[str]) -> bool:
    """Whether one such unit stands here behind its article: "the month"."""
    at = index + 1
    one = text.words.units.get(text.lower(at)) in units and text.lower(at) not in text.words.plurals
    return text.is_in(index, "relations.definite") and one and text.same_line(at)
