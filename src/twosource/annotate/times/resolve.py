"""A meaning, the article's day and the time last mentioned, joined to a TIMEX3 value and an interval of days.

Without an article's day a relative time keeps a value that says what is missing (``XXXX-WXX-2``, ``+P2D``) and has no
days. The invariant: days are never guessed; what the words and the context leave open stays ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from twosource.annotate.times.calendars import Stretch, step, stretch
from twosource.annotate.times.meaning import Calendar, Clock, Length, Meaning, Repeat, Shift, Vague
from twosource.annotate.times.partial import day_of, unresolved, whole
from twosource.model.moment import Days
from twosource.model.reading import TimeType

_SAME_DAY_HOURS = 12
"""Hours, or shorter units, within which "three hours ago" is taken to be the same day."""

_REPORT_DAYS = 45
"""Companies report on a quarter in the six weeks behind its end, so until then "the quarter" is the one before."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a time is resolved against.

    Attributes:
        anchor: The article's day.
        reference: The date last mentioned before it.
        period: The quarter or half-year last mentioned.
        direction: -1 past, 1 future, by the tense around it; 0 unknown.
        inside: Whether "in" or "within" stands before it: "in" for "in two days", "within", or empty.
    """

    anchor: date | None
    reference: Stretch | None
    period: Stretch | None
    direction: int
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A time with its value; ``stretch`` serves the times after it as reference."""

    type: TimeType
    value: str
    days: Days | None = None
    stretch: Stretch | None = None
    weekday: int | None = None
    offset: int | None = None
    direction: int = 0


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """Give a meaning its value and, where the context allows, its days."""
    if isinstance(meaning, Calendar):
        return _calendar(meaning, context)
    if isinstance(meaning, Shift):
        return _shift(meaning, context)
    if isinstance(meaning, Length):
        return _length(meaning, context)
    if isinstance(meaning, Repeat):
        return Resolved(TimeType.SET, meaning.value)
    return _vague(meaning, context)


def _vague(meaning: Vague, context: Context) -> Resolved:
    direction = {"PAST_REF": -1, "FUTURE_REF": 1}.get(meaning.value, 0)
    days = Days.on(context.anchor) if context.anchor and meaning.value == "PRESENT_REF" else None
    return Resolved(TimeType.DATE, meaning.value, days, direction=direction)


def _calendar(meaning: Calendar, context: Context) -> Resolved:
    direction = meaning.direction if meaning.direction is not None else context.direction
    found = whole(meaning)
    if found is None and context.anchor:
        found = day_of(meaning, context.anchor, context.reference, direction)
    relative = meaning.year is None and meaning.decade is None and meaning.century is None
    weekday = meaning.weekday if relative and meaning.day is None else None
    direction = direction if relative else 0
    if found is None:
        kind = TimeType.TIME if meaning.clock else TimeType.DATE
        return Resolved(kind, unresolved(meaning), weekday=weekday, direction=direction)
    return _dated(found, meaning.clock, weekday=weekday, direction=direction)


def _dated(
    found: Stretch, clock: Clock | None, weekday: int | None = None, offset: int | None = None, direction: int = 0
) -> Resolved:
    if clock is None:
        return Resolved(TimeType.DATE, found.value, found.days, found, weekday, offset, direction)
    return Resolved(TimeType.TIME, found.value + clock.value, found.days, found, weekday, offset, direction)


def _shift(meaning: Shift, context: Context) -> Resolved:
    direction = 0 if not meaning.count else -1 if meaning.count < 0 else 1
    if meaning.count is None:
        return _vague(Vague("PAST_REF" if not meaning.of_reference else f"PX{meaning.unit}"), context)
    offset = meaning.count if meaning.unit == "D" and not meaning.of_reference else None
    found = _shifted(meaning, context)
    if found is None:
        sign = "-" if meaning.count < 0 else "+"
        value = f"{sign}P{_units(meaning)}" + (meaning.clock.value if meaning.clock else "")
        return Resolved(TimeType.TIME if meaning.clock else TimeType.DATE, value, offset=offset, direction=direction)
    return _dated(found, meaning.clock, offset=offset, direction=0 if meaning.of_reference else direction)


def _units(meaning: Shift) -> str:
    count = abs(meaning.count or 0)
    if meaning.unit.startswith("T"):
        return f"T{count}{meaning.unit[1:]}"
    digits = meaning.unit.rstrip("DEIMNQWY")
    return f"{count * int(digits or 1)}{meaning.unit[len(digits) :]}"


def _shifted(meaning: Shift, context: Context) -> Stretch | None:
    """The stretch that lies so many units from the article's day or from the time last mentioned."""
    count, unit, reference, anchor = meaning.count or 0, meaning.unit, context.reference, context.anchor
    if unit.startswith("T"):
        base = reference.start if meaning.of_reference and reference else anchor
        return stretch("D", base) if base and abs(count) < _SAME_DAY_HOURS else None
    if meaning.of_period and (context.period or unit == "Q"):
        return _of_period(count, context)
    if meaning.of_reference and reference is not None:
        same = count == 0 and unit == reference.unit
        if unit == "D" and reference.unit not in ("D", "T"):
            return None  # "one day before", after "last week", names no day: which day it counts from is not said
        return reference if same else step(unit, reference.end if unit == "D" else reference.start, count)
    if anchor is None:
        return None
    return _weekend(anchor, context.direction) if unit == "WE" and count == 0 else step(unit, anchor, count)


def _of_period(count: int, context: Context) -> Stretch | None:
    """The quarter last mentioned, in another year; without one, the quarter that reports were last made on."""
    if context.period is not None:
        moved = step("M", context.period.start, 12 * count)
        return stretch(context.period.unit, moved.start) if moved else None
    if context.anchor is None or context.anchor.toordinal() <= _REPORT_DAYS:
        return None
    return stretch("Q", context.anchor - timedelta(days=_REPORT_DAYS))


def _weekend(anchor: date, direction: int) -> Stretch | None:
    """The weekend at hand: the coming one, or with the past tense the one behind."""
    back = 0 if anchor.weekday() >= 5 or direction >= 0 else -1
    return step("WE", anchor, back)


def _length(meaning: Length, context: Context) -> Resolved:
    anchor, days = context.anchor, meaning.days
    direction = meaning.direction or (1 if context.inside and context.direction > 0 else 0)
    if anchor is None or days is None or direction == 0:
        offset = days if context.inside == "in" and direction > 0 else None
        return Resolved(TimeType.DURATION, meaning.value, offset=offset, direction=direction)
    try:
        far = anchor + timedelta(days=days * direction)
    except OverflowError:
        return Resolved(TimeType.DURATION, meaning.value, direction=direction)
    if context.inside == "in" and meaning.direction == 0:
        return Resolved(TimeType.DURATION, meaning.value, Days.on(far), offset=days, direction=1)
    return Resolved(TimeType.DURATION, meaning.value, Days(min(anchor, far), max(anchor, far)), direction=direction)
