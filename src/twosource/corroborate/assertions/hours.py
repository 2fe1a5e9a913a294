"""Hours of the day: what an account's words make of one, and how two of them fit.

An hour is a stretch of minutes: "3 a.m." is one minute, "shortly after one" half an hour behind it, "Saturday night"
what is called so. Where the half of the day is open ("three o'clock") the nearer of both is meant. Hours in a zone that
is named, deadlines ("by 3 p.m.") and ends of ranges ("between 1 and 3 a.m.") are laid beside nothing. The invariant:
fits are symmetric.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.corroborate.context import Context
from twosource.corroborate.interval import Fit
from twosource.model.moment import Hour
from twosource.model.reading import TimeMention
from twosource.model.value import Time, Value
from twosource.resources import languages, load

CLEARLY = 10
"""Minutes that must lie between two hours, each with its rounding, before they exclude each other: accounts of one
event time the shots, the call and the arrival."""
_ROUNDINGS = ((60, 20), (30, 10), (5, 5))
"""What a time of day that is a multiple of so many minutes may hide, on either side: "10 p.m." is laid against 9:15 and
not against 9:40, one o'clock against two."""
_PARTS = {"MO": (0, 719), "AF": (720, 1020), "EV": (1020, 1439), "NI": (1140, 1740)}
"""The parts of a day: none is afternoon and night, but evening may be either."""
_PART, _BLURRED = 300, 90
"""Minutes from which on a stretch is a part of the day, and how far its ends blur beside an hour: 5:45 p.m. in winter
is called afternoon and night."""
_TELLING = 15
"""Minutes of which nobody who looked at no watch gives a time but multiples."""
_SHORTLY = 30
_DAY, _HALF = 24 * 60, 12 * 60
_BEFORE = 8
"""Tokens before an hour within which "between" makes it the end of a range."""
_BESIDE = ("|", "-")
"""What stands before no hour: "| 3:21" is the length of a film, and an "after-midnight shooting" is of no minute."""
_VALUE = re.compile(r"T(?:(\d\d):(\d\d)(?::\d\d)?|(MO|AF|EV|NI))$")


def hour_of(context: Context, time: TimeMention, *, deadline: bool = False) -> Hour | None:
    """The hour that a time gives, if it gives one that others can be laid beside.

    Args:
        context: The account.
        time: One of its times.
        deadline: Whether others give deadlines, too.
    """
    found = _VALUE.search(time.value)
    if found is None or _names_zone(time.text, context.account.article.language or "en"):
        return None
    if part := found[3]:
        return None if context.lexicon.hours.issuperset(_words(time.text)) else Hour(*_PARTS[part])
    before = _before(context, time)
    if context.reading.text[max(0, time.span.start - 2) : time.span.start].strip()[-1:] in _BESIDE:
        return None
    words = context.lexicon.hour_words
    nearly = len(before) > 1 and before[-2] in words["shortly"]
    led = before[-1] if before else ""
    if not words["range"].isdisjoint(before) or (led in words["deadline"] and not (nearly or deadline)):
        return None
    at = int(found[1]) % 24 * 60 + int(found[2])
    early, late = (_SHORTLY if nearly and led in words[side] else 0 for side in ("before", "after"))
    return Hour(at - early, at + late, time.either_half)


def fit_hours(left: Hour, right: Hour) -> Fit:
    """How two hours of one day fit; equal too where they differ by less than a conflict and more than a rounding.

    Args:
        left, right: Hours as two accounts give them.

    >>> fit_hours(Hour(180, 180), Hour(60, 90, either=True)), fit_hours(Hour(70, 70), Hour(60, 90, either=True))
    (<Fit.APART: 'apart'>, <Fit.SHARPER: 'sharper'>)
    """
    if (left.first, left.last) == (right.first, right.last):
        return Fit.EQUAL
    one, other = _rounded(left, right), _rounded(right, left)
    if _gap(one, other) >= CLEARLY:
        return Fit.APART
    if _gap(one, other) > 0 or _length(one) == _length(other):
        return Fit.EQUAL
    return Fit.SHARPER if _length(one) < _length(other) else Fit.ROUNDER


def are_hours_apart(left: Value | None, right: Value | None) -> bool:
    """Whether two values are times whose hours do not fit."""
    hours = [value.hour for value in (left, right) if isinstance(value, Time) and value.hour is not None]
    return len(hours) == 2 and fit_hours(*hours) is Fit.APART


def same_minute(left: Value | None, right: Value | None) -> bool:
    """Whether two times are one minute of one day that a watch or a log gave: of two deeds it seldom is.

    Args:
        left, right: Values of two accounts.
    """
    if not isinstance(left, Time) or not isinstance(right, Time) or left.days is None or left.days != right.days:
        return False
    one, other = left.hour, right.hour
    if one is None or other is None or one.first != one.last or other.first != other.last:
        return False
    around = _HALF if one.either or other.either else _DAY
    return bool(one.first % _TELLING) and (one.first - other.first) % around == 0


def is_part_of_day(value: Value | None) -> bool:
    """Whether a value is a time that names no hour but a part of the day."""
    return isinstance(value, Time) and value.hour is not None and _length(value.hour) >= _PART


def _before(context: Context, time: TimeMention) -> list[str]:
    """The words before a time in its sentence, as far as they may tell what it is to a range."""
    first = context.tree.tokens_in(time.span).start
    start = max(context.tree.sentence_ranges[context.sentence(first)].start, first - _BEFORE)
    return [context.tree.tokens[index].text.lower() for index in range(start, first)]


def _gap(left: Hour, right: Hour) -> int:
    """Minutes between two hours around the clock, 0 where they meet; of a half of the day that is open, the nearer."""
    around = _HALF if left.either or right.either else _DAY
    ahead = (right.first - left.last) % around, (left.first - right.last) % around
    spans = _length(left) + _length(right)
    meets = (right.first - left.first) % around <= _length(left) or (left.first - right.first) % around <= _length(
        right
    )
    return 0 if meets or spans >= around else min(ahead)


def _rounded(hour: Hour, beside: Hour) -> Hour:
    """An exact time with what its rounding may hide, a part of the day with what is called so, too; the account's own
    rounding hides no more.
    """
    if hour.first != hour.last:
        slack = _BLURRED if _length(hour) >= _PART > _length(beside) else 0
    else:
        slack = next((slack for step, slack in _ROUNDINGS if hour.first % step == 0), 0)
    return Hour(hour.first - slack, hour.last + slack, hour.either)


def _length(hour: Hour) -> int:
    return hour.last - hour.first


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _names_zone(text: str, language: str) -> bool:
    """Whether a time names a zone that is not simply the place's own."""
    words = f" {text.lower().replace('.', '')} "
    return any(f" {zone} " in words for zone in _zones(language))


@cache
def _zones(language: str) -> tuple[str, ...]:
    """Zones of a language that other accounts of an event may not mean; none for a language without lists."""
    if language not in languages("times"):
        return ()
    return tuple(zone for zone in load(language, "times")["clock"]["zones"] if not zone.startswith("local"))
