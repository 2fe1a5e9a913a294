"""Repetitions, the SET of TIMEX3: "daily", "every Monday", "each two weeks", "500 people a day".

A unit behind an article is a rate only where a number stands before it. The invariant: the value is a period
(``P1D``) or a date with open parts (``XXXX-WXX-1``), never a day.
"""

from __future__ import annotations

from fractions import Fraction

from twosource.annotate.times.amounts import Count, duration, read_count
from twosource.annotate.times.meaning import Repeat
from twosource.annotate.times.words import TimeText


def read_repeat(text: TimeText, index: int) -> tuple[Repeat, int] | None:
    """The set at ``index``: "daily", "every day", "each Monday", "a year" behind a rate."""
    word = text.words.repeats.get(text.lower(index))
    if word:
        return Repeat(word), index + 1
    if text.is_in(index, "sets.every"):
        return _every(text, index + 1)
    weekday = text.words.weekdays.get(text.lower(index))
    if weekday is not None:
        return _on_mornings(text, weekday, index + 1)
    unit = text.words.units.get(text.lower(index + 1))
    if unit is None or not text.is_in(index, "sets.per") or text.lower(index + 1) in text.words.plurals:
        return None
    counted = not text.numbers.at(index - 1).capital and _counts(text, index - 1)
    shifted = text.is_in(index + 2, "relations.back") or text.is_in(index + 2, "relations.earlier")
    if shifted or not (counted or text.is_in(index - 1, "sets.per_before")):
        return None
    return Repeat(duration(Count(Fraction(1), unit, index + 2))), index + 2


def _on_mornings(text: TimeText, weekday: int, index: int) -> tuple[Repeat, int] | None:
    """Read "Friday mornings", and the first of "Monday and Tuesday nights"."""
    joined = text.lower(index) in text.numbers.words.joiners and text.lower(index + 1) in text.words.weekdays
    at = index + 2 * joined
    part = text.words.parts.get(text.lower(at)) if text.is_in(at, "sets.parts") and text.same_line(at) else None
    return (Repeat(f"XXXX-WXX-{weekday + 1}T{part}"), index if joined else at + 1) if part else None


def _counts(text: TimeText, index: int) -> bool:
    """Whether a number stands one or two words before: "500 people a day"."""
    return any(text.text(at)[:1].isdigit() or text.lower(at) in text.numbers.words.scales for at in (index, index - 1))


def _every(text: TimeText, index: int) -> tuple[Repeat, int] | None:
    index += text.is_in(index, "sets.other") and text.is_in(index - 1, "sets.every_other")
    weekday = text.words.weekdays.get(text.lower(index))
    if weekday is not None:
        behind = text.words.parts.get(text.lower(index + 1), "")
        return Repeat(f"XXXX-WXX-{weekday + 1}" + (f"T{behind}" if behind else "")), index + 1 + bool(behind)
    part = text.words.parts.get(text.lower(index))
    if part:
        return Repeat(f"XXXX-XX-XXT{part}"), index + 1
    month = text.words.months.get(text.lower(index))
    if month and text.numbers.at(index).capital:
        return Repeat(f"XXXX-{month:02}"), index + 1
    season = text.words.seasons.get(text.lower(index))
    if season:
        return Repeat(f"XXXX-{season}"), index + 1
    count = read_count(text, index)
    unit = text.words.units.get(text.lower(index))
    count = count or (Count(Fraction(1), unit, index + 1) if unit and unit != "SEASON" else None)
    return (Repeat(duration(count)), count.end) if count else None
