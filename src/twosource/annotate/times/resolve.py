"""A meaning, the article's day and the time last mentioned, joined to a TIMEX3 value and an interval of days.

Without an article's day a relative time keeps a value that says what is missing (``XXXX-WXX-2``, ``+P2D``) and has no
days. The invariant: days are never guessed; what the words and the context leave open stays ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.annotate.times.calendars import Stretch, add_months, nth_weekday, ranked, step, stretch
from twosource.annotate.times.meaning import Beside, Calendar, Clock, Length, Meaning, Repeat, Shift, Vague, Within
from twosource.annotate.times.nearer import nearer_side
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
        day: The day last mentioned, which may lie before the reference.
        open: Whether the words hold for a weekday behind as for one ahead.
        direction: -1 past, 1 future, by the tense around it; 0 unknown.
        inside: Whether "in" or "within" stands before it: "in" for "in two days", "within", or empty.
        ending: The last day that is named behind it: "the year ended June 30".
    """

    anchor: date | None
    reference: Stretch | None
    period: Stretch | None
    direction: int
    inside: str = ""
    ending: date | None = None
    day: Stretch | None = None
    open: bool = False


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
    found = _resolve(meaning, context)
    months = _months_of(meaning)
    if context.ending is not None and isinstance(meaning, Shift) and meaning.unit == "W":
        return _dated(stretch("W", context.ending), None)
    if context.ending is None or months is None:
        return found
    days = _until(context.ending, months)
    named = isinstance(meaning, Shift) and meaning.unit in {"Q", "Y"}  # "the quarter", "the year": which one, is said
    value = stretch(meaning.unit, context.ending).value if isinstance(meaning, Shift) and named else found.value
    return replace(found, days=days, value=value)


def _months_of(meaning: Meaning) -> int | None:
    """How many months a year, quarter, half or length has."""
    if isinstance(meaning, Length):
        return meaning.months
    if isinstance(meaning, Shift):
        return {"Q": 3, "6M": 6, "Y": 12}.get(meaning.unit)
    if isinstance(meaning, Calendar):
        return 3 if meaning.quarter else 6 if meaning.half else 12 if meaning.fiscal else None
    return None


def _until(end: date, months: int) -> Days | None:
    """So many months up to a day: those of the year ended June 30 begin on July 1."""
    try:
        return Days(add_months(end + timedelta(days=1), -months), end)
    except (OverflowError, ValueError):
        return None


def _resolve(meaning: Meaning, context: Context) -> Resolved:
    if isinstance(meaning, Calendar):
        return _calendar(meaning, context)
    if isinstance(meaning, Shift):
        return _shift(meaning, context)
    if isinstance(meaning, Beside | Within):
        return _beside(meaning, context) if isinstance(meaning, Beside) else _within(meaning, context)
    if isinstance(meaning, Length):
        return _length(meaning, context)
    if isinstance(meaning, Repeat):
        return Resolved(TimeType.SET, meaning.value)
    return _vague(meaning)


def _vague(meaning: Vague) -> Resolved:
    direction = {"PAST_REF": -1, "FUTURE_REF": 1}.get(meaning.value, 0)
    return Resolved(TimeType.DATE, meaning.value, direction=direction)


def _calendar(meaning: Calendar, context: Context) -> Resolved:
    direction = meaning.direction if meaning.direction is not None else context.direction
    if context.open and context.anchor and meaning.weekday is not None and meaning.direction is None:
        direction = nearer_side(context.anchor, meaning.weekday)
    found = whole(meaning)
    if found is None and context.anchor and meaning.year is None:
        found = day_of(meaning, context.anchor, context.reference, direction)
    found = replace(found, fiscal=True) if found and meaning.fiscal else found
    relative = meaning.year is None and meaning.decade is None and meaning.century is None
    weekday = meaning.weekday if relative and meaning.day is None else None
    direction = direction if relative else 0
    if found is None:
        kind = TimeType.TIME if meaning.clock else TimeType.DATE
        return Resolved(kind, unresolved(meaning), weekday=weekday, direction=direction)
    return _dated(found, meaning.clock, weekday=weekday, direction=direction)


def _beside(meaning: Beside, context: Context) -> Resolved:
    """Count from the day that the words name; without it nothing is known."""
    base = _resolve(meaning.base, context)
    day = base.stretch.start if base.stretch and base.stretch.unit == "D" else None
    if day is None and meaning.weekday is not None and base.stretch is None:
        day = context.anchor  # "the previous Friday", where the text named no day yet
    found = _counted_from(day, meaning) if day else None
    if found is None:
        return Resolved(TimeType.DATE, "XXXX-XX-XX")
    per_unit = {"D": 1, "W": 7, "2W": 14}.get(meaning.unit)
    plain = base.offset is not None and per_unit is not None and meaning.weekday is None
    offset = (base.offset or 0) + meaning.count * (per_unit or 0) if plain else None
    return _dated(stretch("D", found), None, offset=offset)


def _within(meaning: Within, context: Context) -> Resolved:
    """Count inside the stretch that the words name."""
    base = _resolve(meaning.base, context).stretch
    found = ranked(base, meaning.unit, meaning.rank) if base and not base.fiscal else None
    return _dated(found, None) if found else Resolved(TimeType.DATE, "XXXX-XX-XX")


def _counted_from(day: date, meaning: Beside) -> date | None:
    try:
        if meaning.weekday is not None:
            direction = 1 if meaning.count > 0 else -1
            return nth_weekday(day + timedelta(days=direction), meaning.weekday, direction)
        if meaning.unit in {"M", "Y"}:
            return add_months(day, meaning.count * (12 if meaning.unit == "Y" else 1))
        return day + timedelta(days=meaning.count * {"D": 1, "W": 7, "2W": 14}[meaning.unit])
    except (OverflowError, ValueError):
        return None


def _dated(
    found: Stretch, clock: Clock | None, weekday: int | None = None, offset: int | None = None, direction: int = 0
) -> Resolved:
    if clock is None:
        return Resolved(TimeType.DATE, found.value, found.days, found, weekday, offset, direction)
    return Resolved(TimeType.TIME, found.value + clock.value, found.days, found, weekday, offset, direction)


def _shift(meaning: Shift, context: Context) -> Resolved:
    direction = 0 if not meaning.count else -1 if meaning.count < 0 else 1
    if meaning.count is None:
        return _vague(Vague("PAST_REF" if not meaning.of_reference else f"PX{meaning.unit}"))
    offset = meaning.count if meaning.unit == "D" and not meaning.of_reference else None
    found = _shifted(meaning, context)
    of_fiscal = meaning.of_reference and context.reference is not None and context.reference.fiscal
    found = replace(found, fiscal=True) if found and (meaning.fiscal or of_fiscal) else found
    if found is None:
        sign = "-" if meaning.count < 0 else "+"
        named = f"{sign}P{_units(meaning)}" if meaning.count or meaning.unit != "D" else "XXXX-XX-XX"
        value = named + (meaning.clock.value if meaning.clock else "")
        return Resolved(TimeType.TIME if meaning.clock else TimeType.DATE, value, offset=offset, direction=direction)
    return _dated(found, meaning.clock, offset=offset, direction=0 if meaning.of_reference else direction)


def _units(meaning: Shift) -> str:
    count = abs(meaning.count or 0)
    if meaning.unit.startswith("T"):
        return f"T{count}{meaning.unit[1:]}"
    digits = meaning.unit.rstrip("DEIMNQWY")
    return f"{count * int(digits or 1)}{meaning.unit[len(digits) :]}"


def _is_month_told_of(meaning: Shift) -> bool:
    """Whether a step is the month last told of: "the end of the month"."""
    return meaning.of_reference and meaning.unit == "M" and meaning.count == 0


def _shifted(meaning: Shift, context: Context) -> Stretch | None:
    """The stretch that lies so many units from the article's day or from the time last mentioned."""
    count, unit, reference, anchor = meaning.count or 0, meaning.unit, context.reference, context.anchor
    if unit.startswith("T"):
        base = reference.start if meaning.of_reference and reference else anchor
        return stretch("D", base) if base and abs(count) < _SAME_DAY_HOURS else None
    if meaning.of_period and (context.period or unit == "Q"):
        return _of_period(count, context)
    if anchor and reference and _is_month_told_of(meaning) and context.direction >= 0 and reference.end < anchor:
        reference = None  # only what is told in the past tense is of a month that is over
    if (
        anchor
        and reference
        and meaning.of_reference
        and count == 0
        and context.direction < 0
        and reference.start > anchor
    ):
        reference = None  # "was dismissed at the start of the week", behind what is planned for Christmas
    if meaning.of_reference and reference is not None:
        same = count == 0 and unit == reference.unit
        if unit == "D" and reference.unit not in ("D", "T"):
            # "one day before", after "last week", names no day: which day it counts from is not said
            return context.day if count == 0 else None
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
