"""Days counted from other days: "three days before", "a week from", "the day after", "the Monday after".

Here only what stands before the other day is read; the grammar reads the day itself. The invariant: without a whole
number, or after a word that makes it a length ("for three days from Monday"), nothing is counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.times.amounts import read_count
from twosource.annotate.times.words import TimeText

_UNITS = frozenset({"D", "W", "2W", "M", "Y"})
_MOST = 10_000
_REACH = 8
"""Pieces within which "before" or "after" must come, for most numbers have neither behind them."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step from a day that is named behind it: ``count`` units, or with ``weekday`` the next such day.

    Attributes:
        end: The index behind "before", "after" or "from".
    """

    unit: str
    count: int
    end: int
    weekday: int | None = None


def read_step(text: TimeText, index: int) -> Step | None:
    """The step at ``index``: "two weeks after", "the day before", "the Monday after"."""
    if not any(text.is_in(at, "relations.beside") for at in range(index + 1, index + _REACH)):
        return None
    start = index + text.is_in(index, "relations.definite")
    weekday = text.words.weekdays.get(text.lower(start)) if start > index else None
    if weekday is not None:
        return _towards(text, "D", 1, start + 1, weekday)
    unit = text.words.units.get(text.lower(start)) if start > index else None
    if unit in _UNITS and unit is not None and text.lower(start) not in text.words.plurals:
        return _towards(text, unit, 1, start + 1)
    count = read_count(text, index)
    if count is None or count.value is None or count.unit not in _UNITS or text.is_in(index - 1, "lengths.lasting"):
        return None
    kind = any(text.is_in(at, "lengths.adjectives") for at in range(index, count.end))  # "eight trading days after"
    whole = count.value.denominator == 1 and 0 < count.value < _MOST and not count.hyphen and not kind
    return _towards(text, count.unit, int(count.value), count.end) if whole else None


def _towards(text: TimeText, unit: str, count: int, at: int, weekday: int | None = None) -> Step | None:
    """The step with the direction that the word at ``at`` gives it."""
    if not text.same_line(at):
        return None
    after = text.phrase(at, "relations.after")
    before = text.phrase(at, "relations.ahead_of")
    end = after or before
    if end is None or not text.same_line(end):
        return None
    end += text.is_in(end, "relations.definite") and text.words.day_first
    return Step(unit, count if after else -count, end, weekday)
