"""Quarters and halves of years: "the third quarter", "the first half of 1989", "this year's second half".

A fiscal quarter is marked so, for no text says when a company's year begins. The invariant: quarters are 1 to 4, halves
1 and 2.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.times.dates import rank_at, year_at
from twosource.annotate.times.meaning import Calendar
from twosource.annotate.times.relative import STEPS
from twosource.annotate.times.words import TimeText

_HALVES = 2


def read_quarter(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "The third quarter", "third-quarter", "Q3 2021", "the first half of 1989", "this year's third quarter"."""
    return _short(text, index) or _in_words(text, index)


def _short(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "Q3", "Q3 2021", "2021-Q3", "H1 2020"."""
    year = year_at(text, index)
    at = text.past_hyphen(year[1]) if year else index
    year = year or year_at(text, text.past_hyphen(at + 2))
    digit = text.numbers.at(at + 1)
    if not text.numbers.at(at).capital or digit.spaced or digit.text not in {"1", "2", "3", "4"}:
        return None
    number, date = int(digit.text), Calendar(year=year[0] if year else None)
    if text.is_in(at, "fiscal.short_quarter"):
        found = replace(date, quarter=number)
    elif text.is_in(at, "fiscal.short_half") and number <= _HALVES and year:
        found = replace(date, half=number)
    else:
        return None
    end = max(at + 2, year[1] if year else 0)
    return (found, end) if year else _of_year(text, found, end)


def _in_words(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    start = index + text.is_in(index, "relations.definite")
    possessive = _years_own(text, start)
    at, direction, year = possessive if possessive else (start, None, None)
    fiscal = text.is_in(at, "fiscal.own")
    if year is None and text.is_in(at, "fiscal.words"):
        at += 1 + (text.past_hyphen(at + 1) > at + 1)
    rank = rank_at(text, at)
    last, final = text.is_in(at, "relations.last"), text.is_in(at, "fiscal.final")
    if rank is None and not last and not final:
        return None
    number, end = rank or (4 * final, at + 1)
    noun = text.past_hyphen(end)
    if noun > end and start > index:
        return None
    end = noun + 1
    if text.is_in(noun, "fiscal.quarter") and 1 <= number <= 4:
        found = Calendar(year=year, quarter=number, direction=direction, fiscal=fiscal)
    elif text.is_in(noun, "fiscal.half") and (number in {1, 2} or last or final):
        found = Calendar(year=year, half=number % 4 or 2, direction=direction, fiscal=fiscal)
    else:
        return None
    whole = _of_year(text, found, end)
    other = text.is_in(end + 1, "relations.definite") or text.lower(end + 1) in text.words.months
    if whole[1] > end or not text.is_in(end, "relations.of") or not other:
        return whole
    of_year = text.words.units.get(text.lower(end + 2)) == "Y" and text.lower(end + 2) not in text.words.plurals
    return (found, end + 3) if of_year else None  # that of a match, a month or a century is none


def _years_own(text: TimeText, start: int) -> tuple[int, int | None, int | None] | None:
    """The "this year's" or "1989's" before a quarter."""
    for name in ("last", "this", "next"):
        at = text.phrase(start, f"relations.{name}")
        if at and text.words.units.get(text.lower(at)) == "Y" and text.lower(at + 1) in {"'s", "’s"}:
            return at + 2, STEPS[name], None
    year = year_at(text, start)
    return (year[1] + (text.lower(year[1]) in {"'s", "’s"}), None, year[0]) if year else None


def _of_year(text: TimeText, found: Calendar, end: int) -> tuple[Calendar, int]:
    at = end + text.is_in(end, "relations.of")
    fiscal = found.fiscal or text.is_in(at, "fiscal.own")
    at += text.is_in(at, "fiscal.words")
    year = year_at(text, at)
    if year and text.same_line(at):
        return replace(found, year=year[0], fiscal=fiscal), year[1]
    for name in ("last", "this", "next"):
        step = text.phrase(at, f"relations.{name}")
        if step and text.words.units.get(text.lower(step)) == "Y" and at > end:
            return replace(found, direction=STEPS[name]), step + 1
    return found, end
