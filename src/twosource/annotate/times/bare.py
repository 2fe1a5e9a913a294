"""Hours that nothing but their neighbours show to be hours: "around four Sunday morning", "between 1 and 2 a.m.".

A bare number is an hour before a day ("at 10 on Saturday"), before an hour that carries the half of both ("6 or 7
p.m."), behind "shortly after" where nothing follows that it could count, and where a sentence begins "At one they". "At
one point", "two to one" and "At 12, he" are none. The invariant: a bare hour is 1 to 12.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.pieces import Kind
from twosource.annotate.times.clock import HALF, NIGHTFALL, minutes_behind, read_number, read_part
from twosource.annotate.times.days import read_day
from twosource.annotate.times.meaning import Calendar, Clock, Meaning, Shift
from twosource.annotate.times.words import TimeText

_NO_HOUR = frozenset({"%", "/", ":", "-", "–", "$", "'", "’", "(", "°"})


def read_bare(text: TimeText, index: int) -> tuple[Meaning, int] | None:
    """The hour at ``index`` that carries no mark of its own, with the day behind it, and the index behind both."""
    found = read_number(text, index, HALF)
    if found is None or found[0] == 0 or "." in text.text(index) or not text.same_line(found[1]):
        return None
    clock, end = Clock(found[0], 0, either=True), found[1]
    shared = with_shared_half(text, clock, end)
    if not shared.either:
        return Calendar(clock=shared), end
    near = text.is_in(index - 1, "clock.near")
    day = _with_day(text, clock, end) if near else None
    if day:
        return day
    nearly = near and text.is_in(index - 2, "clock.nearly") and _ends(text, end)
    opens = text.is_in(index - 1, "clock.at_only") and text.numbers.at(index - 1).capital
    return (Calendar(clock=clock), end) if nearly or (opens and text.is_in(end, "clock.tellers")) else None


def with_half(clock: Clock, part: str | None) -> Clock:
    """A time of either half of the day in the half that a part of the day names ("four", "morning").

    >>> with_half(Clock(4, 0, either=True), "MO").value, with_half(Clock(10, 30, either=True), "NI").value
    ('T04:00', 'T22:30')
    """
    if not clock.either or clock.hour is None or part is None:
        return clock
    late = part in {"AF", "EV"} or (part == "NI" and NIGHTFALL <= clock.hour < HALF) or (part == "MI")
    return replace(clock, hour=clock.hour % HALF + HALF * late, either=False)


def with_shared_half(text: TimeText, clock: Clock, end: int) -> Clock:
    """A time in the half of the day that stands behind the end of its range: "between 1 and 2 a.m.", "11 to 1 a.m."."""
    if not clock.either or clock.hour is None or not text.is_in(end, "short.range") or not text.same_line(end + 1):
        return clock
    last = read_number(text, end + 1, HALF)
    behind = minutes_behind(text, end + 1, last[1])[2] if last else end
    evening = text.phrase(behind, "clock.pm") is not None
    if last is None or not (evening or text.phrase(behind, "clock.am")):
        return clock
    late = evening if clock.hour % HALF <= last[0] % HALF else not evening
    return replace(clock, hour=clock.hour % HALF + HALF * late, either=False)


def _with_day(text: TimeText, clock: Clock, end: int) -> tuple[Meaning, int] | None:
    """The hour with the day behind it: "four Sunday morning", "7 last night", "10 on Saturday"."""
    at = end + text.is_in(end, "short.on")
    day = read_day(text, at) if text.same_line(at) else None
    return at_day(text, clock, day) if day else None


def at_day(text: TimeText, clock: Clock, day: tuple[Meaning, int]) -> tuple[Meaning, int] | None:
    """A day behind a time of day, with the part of the day that tells the half: "10 p.m.", "10 Sunday morning".

    Args:
        text: Pieces and words.
        clock: The time of day.
        day: What was read behind it, and the index behind that.
    """
    meaning, end = day
    if not isinstance(meaning, Calendar | Shift) or not _is_day(meaning):
        return None
    part = read_part(text, end) if meaning.clock is None and clock.either else None
    named = meaning.clock or (part[0] if part else None)
    return replace(meaning, clock=with_half(clock, named.part if named else None)), part[1] if part else end


def _is_day(meaning: Calendar | Shift) -> bool:
    """Whether a time is a single day, perhaps a part of it, without an hour."""
    if meaning.clock is not None and meaning.clock.hour is not None:
        return False
    if isinstance(meaning, Shift):
        return meaning.unit == "D" and meaning.count is not None
    return meaning.day is not None or meaning.weekday is not None


def _ends(text: TimeText, end: int) -> bool:
    """Whether nothing follows that a number could count: a mark, a line's end, or a word that opens a phrase."""
    behind = text.numbers.at(end)
    if behind.kind is Kind.WORD and not behind.breaks:
        return text.is_in(end, "clock.tellers") or text.is_in(end, "clock.openers")
    return behind.kind is not Kind.NUMBER and behind.text not in _NO_HOUR
