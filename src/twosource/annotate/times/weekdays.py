"""Weekdays and what picks one out: "Tuesday of last week", "next week Wednesday", "the first Monday in October".

A weekday with its week is that day and no other, whatever the tense. The invariant: names that only contain a weekday
("Black Monday") are no times.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.quantities.parts import read_ordinal
from twosource.annotate.times.clock import read_part
from twosource.annotate.times.dates import month_at, year_at
from twosource.annotate.times.meaning import Calendar, Clock, Shift
from twosource.annotate.times.relative import Relative, read_relative
from twosource.annotate.times.words import Holiday, TimeText

_RANKS = range(1, 5)  # a fifth Monday is not in every month


def read_weekday(text: TimeText, index: int, relative: tuple[Relative, int] | None) -> tuple[Calendar, int] | None:
    """The weekday at ``index``, with the week or the month that it is said to lie in.

    Args:
        text: Pieces and words.
        index: Where it begins.
        relative: The relative time that begins there, which may be the week.
    """
    return _ranked(text, index) or _of_week(text, index) or _week_first(text, relative) or _alone(text, index)


def _alone(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    both = text.words.weekday_parts.get(text.lower(index))
    if both:
        return Calendar(weekday=both[0], clock=Clock(part=both[1])), index + 1
    weekday = text.words.weekdays.get(text.lower(index))
    if weekday is None or _is_name(text, index):
        return None
    if text.lower(index) not in text.words.ambiguous:
        return Calendar(weekday=weekday), index + 1
    capital = text.numbers.at(index).capital  # "where he sat."
    point = text.text(index + 1) == "." and not text.numbers.at(index + 1).spaced
    return (Calendar(weekday=weekday), index + 2) if capital and point else None


def _is_name(text: TimeText, index: int) -> bool:
    """Whether the weekday is the end of a name: "Black Monday", "Bloody Sunday", "Super Tuesday"."""
    before = text.numbers.at(index - 1)
    return text.numbers.at(index).capital and before.capital and text.is_in(index - 1, "short.named_before")


def _of_week(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "Tuesday of last week", "Friday night last week", "Monday two weeks from now"."""
    found = _alone(text, index)
    if found is None:
        return None
    part = read_part(text, found[1])
    at = part[1] if part else found[1]
    at += text.is_in(at, "relations.of")
    ahead = text.same_line(at) and text.lower(at) not in text.words.weekdays
    week = _week(read_relative(text, at)) if ahead else None
    if week is None:
        return None
    return replace(found[0], week=week[0], clock=part[0] if part else found[0].clock), week[1]


def _week_first(text: TimeText, relative: tuple[Relative, int] | None) -> tuple[Calendar, int] | None:
    """Read "Next week Wednesday", "last week on Friday", "a week ago Monday"."""
    week = _week(relative)
    if week is None:
        return None
    at = week[1] + text.is_in(week[1], "short.on")
    found = _alone(text, at) if text.same_line(at) else None
    if found is None or text.lower(found[1]) in {"'s", "’s"}:
        return None
    return replace(found[0], week=week[0]), found[1]


def _week(found: tuple[Relative, int] | None) -> tuple[int, int] | None:
    """A week counted from the article's own: "last week", "two weeks ago"."""
    if found is None or not isinstance(found[0], Shift):
        return None
    shift = found[0]
    counted = shift.unit in {"W", "2W"} and shift.count is not None and not shift.of_reference
    return (int(shift.count or 0) * (1 + (shift.unit == "2W")), found[1]) if counted else None


def _ranked(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "The first Monday in October", "the last Friday of May 2022"."""
    start = index + text.is_in(index, "relations.definite")
    rank = read_ordinal(text.numbers, start)
    last = text.is_in(start, "relations.final")
    number = -1 if last else int(rank.value) if rank and rank.value in _RANKS else 0
    end = start + 1 if last else rank.end if rank else start
    weekday = text.words.weekdays.get(text.lower(end))
    at = end + 1
    joined = text.is_in(at, "relations.of") or text.is_in(at, "short.in")
    month = month_at(text, at + joined) if weekday is not None and number and text.same_line(at) else None
    if month is None or weekday is None or not text.same_line(at + joined):
        return None
    year = year_at(text, month[1]) if text.same_line(month[1]) else None
    rule = Holiday("weekday", (month[0], weekday, number))
    return Calendar(holiday=rule, year=year[0] if year else None), year[1] if year else month[1]
