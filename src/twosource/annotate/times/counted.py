"""Steps of the calendar by a count: "two days ago", "a year earlier", "three weeks later", "the night before".

The word behind the count says from where it counts: "ago" from the article's day, "earlier" from the time last
mentioned. The invariant: "before" closes a step only where nothing follows that it could govern.
"""

from __future__ import annotations

from fractions import Fraction

from twosource.annotate.times.amounts import Count, read_count
from twosource.annotate.times.lengths import bound_end
from twosource.annotate.times.meaning import Beside, Calendar, Clock, Shift
from twosource.annotate.times.words import TimeText

_WHOLE_DAYS = 400_000


def read_counted(text: TimeText, index: int) -> tuple[Shift | Beside, int] | None:
    """Read "two days ago", "a year earlier", "three weeks later", "a week from now"."""
    start = bound_end(text, index) or index
    start += text.is_in(start, "relations.definite")
    count = read_count(text, start) or _hyphened_unit(text, start)
    if count is None:
        return None
    unit, steps = "D" if count.unit == "NI" else count.unit, None
    if count.value is not None and count.value < _WHOLE_DAYS:
        steps = round(count.value)
    if text.is_in(index - 1, "relations.ago_before") and not count.hyphen:
        return Shift(unit, None if steps is None else -steps), count.end
    at = text.past_hyphen(count.end)
    found = _stepping(text, unit, steps, at, at == count.end) if text.same_line(at) else None
    return _with_weekday(text, *found) if found else None


def _with_weekday(text: TimeText, shift: Shift, end: int) -> tuple[Shift | Beside, int]:
    """Take in the weekday of "a year ago Friday"; of weeks that is the weekdays' business."""
    weekday = text.words.weekdays.get(text.lower(end))
    yearly = shift.unit in {"M", "Y"} and shift.count is not None and not shift.of_reference
    if weekday is None or not yearly or text.lower(end + 1) in {"'s", "’s"} or not text.same_line(end):
        return shift, end
    return Beside(Calendar(weekday=weekday), shift.unit, shift.count or 0), end + 1


def _hyphened_unit(text: TimeText, index: int) -> Count | None:
    """The "year" of "the year-ago quarter": one."""
    unit = text.words.units.get(text.lower(index))
    hyphened = text.past_hyphen(index + 1) > index + 1
    return Count(Fraction(1), unit, index + 1) if unit and hyphened else None


def _stepping(text: TimeText, unit: str, steps: int | None, at: int, apart: bool) -> tuple[Shift, int] | None:
    """The step that the word at ``at`` makes of a count: "ago", "earlier", "later", "from now"."""
    if unit == "10Y" and steps is not None:  # "a decade ago" is ten years ago, not in the decade before this one
        unit, steps = "Y", 10 * steps
    back = None if steps is None else -steps
    of_period = unit == "Y" and back == -1
    if text.is_in(at, "relations.ago") or (apart and text.is_in(at, "relations.back") and _closes(text, at + 1)):
        return _with_period(text, Shift(unit, back, of_period=of_period), at + 1)
    before = apart and text.is_in(at, "relations.before") and _closes(text, at + 1)
    if text.is_in(at, "relations.earlier_only") or before:
        return _with_period(text, Shift(unit, back, of_reference=True, of_period=of_period), at + 1)
    if text.is_in(at, "relations.later_only"):
        return Shift(unit, steps, of_reference=True), at + 1
    hence = text.phrase(at, "relations.hence")
    return (Shift(unit, steps), hence) if hence else None


def _closes(text: TimeText, index: int) -> bool:
    """Whether nothing follows that "before" could govern."""
    return text.text(index) in {".", ",", ";", ":", ")", '"', "”", "'"} or not text.same_line(index)


def _with_period(text: TimeText, shift: Shift, end: int) -> tuple[Shift, int]:
    """Take in the noun of "the year-earlier quarter"."""
    noun = text.is_in(end, "fiscal.period") or text.is_in(end, "fiscal.quarter")
    return shift, end + 1 if noun and text.same_line(end) else end


def read_neighbour(text: TimeText, index: int) -> tuple[Shift, int] | None:
    """Read "The day before", "the year after", "am Tag danach": the one beside the time last mentioned."""
    at = index + text.is_in(index, "relations.definite")
    unit = text.words.units.get(text.lower(at))
    led = at > index or text.is_in(index - 1, "clock.on")
    if (
        unit not in {"D", "NI", "W", "M", "Y"}
        or not led
        or text.lower(at) in text.words.plurals
        or not text.same_line(at + 1)
    ):
        return None
    behind = text.is_in(at + 1, "relations.earlier_only") or text.is_in(at + 1, "relations.before")
    ahead = text.is_in(at + 1, "relations.later_only") or text.is_in(at + 1, "relations.after")
    if not (behind or ahead) or not _closes(text, at + 2):
        return None
    night = Clock(part="NI") if unit == "NI" else None
    return Shift("D" if night else str(unit), -1 if behind else 1, of_reference=True, clock=night), at + 2
