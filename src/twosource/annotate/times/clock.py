"""Times of day: "9:40 p.m. local time", "21:40 GMT", "noon", "half past six".

A bare hour is no time of day here: it needs minutes, a half of the day, a zone or "o'clock" (``bare.py`` has the
others). The invariant: hours are 0 to 24, minutes 0 to 59.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.quantities.cardinals import read_cardinal
from twosource.annotate.times.meaning import Clock
from twosource.annotate.times.words import TimeText
from twosource.resources import load

HALF, HOUR = 12, 60
NIGHTFALL = 5
"""From this hour on "at night" is before midnight."""


def read_clock(text: TimeText, index: int) -> tuple[Clock, int] | None:
    """The time of day at ``index`` and the index behind it, with its zone."""
    found = _named(text, index) or _spoken(text, index) or _minutes_beside(text, index) or _written(text, index)
    if found is None:
        return None
    clock, end = found
    zone = text.phrase(end, "clock.zones") if text.same_line(end) else None
    return (replace(clock, zone=_offset(text, end, zone)), zone) if zone else found


def _offset(text: TimeText, index: int, end: int) -> str:
    """The offset in ISO 8601 of a zone that has one the year round; empty for others ("Eastern", "local time")."""
    minutes = load("common", "timezones")["offsets"].get(text.text(index).upper()) if end == index + 1 else None
    if minutes is None:
        return ""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}" if minutes else "Z"


def read_part(text: TimeText, index: int) -> tuple[Clock, int] | None:
    """The part of a day at ``index`` ("morning") and the index behind it."""
    part = text.words.parts.get(text.lower(index))
    return (Clock(part=part), index + 1) if part and text.same_line(index) else None


def _named(text: TimeText, index: int) -> tuple[Clock, int] | None:
    noon, midnight = text.phrase(index, "clock.noon"), text.phrase(index, "clock.midnight")
    if noon:
        return Clock(12, 0), noon
    return (Clock(0, 0), midnight) if midnight else None


def _spoken(text: TimeText, index: int) -> tuple[Clock, int] | None:
    """Read "Half past six", "a quarter to nine", "halb sieben"."""
    half_to = text.phrase(index, "clock.half_to")
    if half_to:
        hour = read_number(text, half_to, 12)
        return (Clock((hour[0] - 1) % 24, 30), hour[1]) if hour else None
    half, quarter = text.phrase(index, "clock.half"), text.phrase(index, "clock.quarter")
    minutes, at = (30, half) if half else (15, quarter) if quarter else (0, None)
    if at is None or not (text.is_in(at, "clock.past") or text.is_in(at, "clock.to")):
        return None
    hour = read_number(text, at + 1, 12)
    if hour is None:
        return None
    back = text.is_in(at, "clock.to")
    evening, end = _half_of_day(text, hour[0], index, hour[1])
    either = end == hour[1] and _has_halves(text)
    return Clock((evening - 1) % 24 if back else evening, 60 - minutes if back else minutes, either=either), end


def _minutes_beside(text: TimeText, index: int) -> tuple[Clock, int] | None:
    """Read "Ten past two", "twelve minutes past three", "ten past midnight", "at ten to five"."""
    minutes = read_cardinal(text.numbers, index)
    if minutes is None or minutes.value.denominator != 1 or not 0 < minutes.value < HOUR:
        return None
    behind = text.phrase(minutes.end, "clock.minutes") or minutes.end
    past, to = text.phrase(behind, "clock.minutes_past"), text.phrase(behind, "clock.minutes_to")
    at = past or to
    if at is None:
        return None
    named = _named(text, at)
    hour = (named[0].hour or 0, named[1]) if named else read_number(text, at, 12)
    if hour is None:
        return None
    value, end = (hour[0], hour[1]) if named else _half_of_day(text, hour[0], index, hour[1])
    either = named is None and end == hour[1] and _has_halves(text)
    if past:
        return Clock(value, int(minutes.value), either=either), end
    clear = behind > minutes.end or (text.is_in(index - 1, "clock.at_only") and _is_closed(text, end))
    return (Clock((value - 1) % 24, HOUR - int(minutes.value), either=either), end) if clear else None


def _is_closed(text: TimeText, index: int) -> bool:
    """Whether nothing is counted behind an hour: "at five to ten dollars" is a range."""
    at_day = text.is_in(index, "clock.on") or text.phrase(index, "clock.hour_part") is not None
    return at_day or not text.text(index).isalpha() or text.lower(index - 1) in text.words.parts


def _written(text: TimeText, index: int) -> tuple[Clock, int] | None:
    digits = text.text(index)
    if digits.isdecimal() and len(digits) == 4 and int(digits) < 2400 and int(digits) % 100 < 60:
        hours = text.phrase(index + 1, "clock.hours")
        if hours or text.phrase(index + 1, "clock.zones"):
            return Clock(int(digits[:2]), int(digits[2:])), hours or index + 1
    hour = read_number(text, index, 24)
    if hour is None:
        return None
    minute, second, end = minutes_behind(text, index, hour[1])
    value, behind = _half_of_day(text, hour[0], index, end)
    clear = behind > end or (minute is not None and digits.isdecimal() and text.text(index + 1) == ":")
    clear = clear or bool(text.phrase(end, "clock.zones") and text.is_in(index - 1, "clock.at"))
    oclock = text.phrase(end, "clock.oclock")
    if oclock:
        value, behind = _half_of_day(text, hour[0], index, oclock, led=True)
    either = behind == (oclock or end) and 0 < value <= HALF and not digits.startswith("0") and _has_halves(text)
    return (Clock(value, minute or 0, second, either=either), behind) if clear or oclock else None


def _has_halves(text: TimeText) -> bool:
    """Whether the language counts the hours of a day twice from one to twelve; others write 22 for ten at night."""
    return bool(text.words.groups["clock.am"])


def read_number(text: TimeText, index: int, highest: int) -> tuple[int, int] | None:
    """The number of an hour at ``index``, in digits up to ``highest``, in words up to twelve, and the index behind."""
    digits = text.text(index)
    if digits.isdecimal():
        return (int(digits), index + 1) if len(digits) < 3 and int(digits) <= highest else None
    if "." in digits and len(digits) <= 5:
        hour, _, minute = digits.partition(".")
        fits = (
            hour.isdecimal() and len(minute) == 2 and minute.isdecimal() and int(minute) < 60 and int(hour) <= highest
        )
        return (int(hour), index + 1) if fits else None
    if not text.words.groups["clock.oclock"] or not digits.isalpha():
        return None
    found = read_cardinal(text.numbers, index)
    whole = found is not None and found.value.denominator == 1 and 0 < found.value <= 12
    return (int(found.value), found.end) if found is not None and whole else None


def minutes_behind(text: TimeText, index: int, end: int) -> tuple[int | None, int | None, int]:
    """The ":40" or ":40:12" behind an hour, or the ".40" within it."""
    if "." in text.text(index):
        return int(text.text(index).partition(".")[2]), None, end
    minute = text.text(end + 1)
    if text.text(end) != ":" or len(minute) != 2 or not minute.isdecimal() or int(minute) > 59:
        return None, None, end
    if text.numbers.at(end).spaced or text.numbers.at(end + 1).spaced:
        return None, None, end
    second = text.text(end + 3)
    if text.text(end + 2) == ":" and len(second) == 2 and second.isdecimal() and int(second) < 60:
        return int(minute), int(second), end + 4
    return int(minute), None, end + 2


def _half_of_day(text: TimeText, hour: int, start: int, end: int, *, led: bool = False) -> tuple[int, int]:
    """The hour of 24 and the index behind "a.m." or "p.m.", or behind "in the evening" of "at eight in the evening"."""
    if hour <= 12 and text.numbers.at(end).breaks is False:
        morning, evening = text.phrase(end, "clock.am"), text.phrase(end, "clock.pm")
        if morning:
            return hour % 12, morning
        if evening:
            return hour % 12 + 12, evening
        range_of_parts = text.is_in(start - 1, "short.range") and text.lower(start - 2) in text.words.parts
        led = (
            led or range_of_parts or text.is_in(start - 1, "clock.at")
        )  # "between 10 in the evening and 5 in the morning"
        part = text.phrase(end, "clock.hour_part") if led else None
        half = text.words.parts.get(text.lower(part or end)) if part else None
        if half and part and hour > 0:
            late = half in {"AF", "EV"} or (half == "NI" and hour >= NIGHTFALL)
            return hour % 12 + 12 * late, part + 1
    return hour, end
