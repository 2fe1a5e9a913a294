"""Hours of the day: what an account's words make of one, and how two of them fit.

An hour is a stretch of minutes: "3 a.m." is one minute, "shortly after one" half an hour behind it. Where the half of
the day is open ("three o'clock") the nearer of both is meant. Hours in a zone that is named, deadlines ("by 3 p.m.")
and ends of ranges ("between 1 and 3 a.m.") are laid beside nothing. The invariant: fits are symmetric.
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

FAR_MINUTES = 60
"""Minutes from one hour to another that make a conflict of it. In the dev incidents accounts of one event put it up to
three quarters of an hour apart ("about 9:15", "10 p.m."), for they time the shots, the call or the arrival."""
FAR_BY_THE_WATCH = ((5, 10), (15, 20))
"""The same where neither is a multiple of so many minutes, nor called about: who says 9:40 has read a watch, and who
says 9:42 a log."""
_ROUNDINGS = ((60, 30), (30, 15), (5, 5))
"""What a time of day that is a multiple of so many minutes may hide, on either side."""
_SHORTLY = 30
_DAY, _HALF = 24 * 60, 12 * 60
_BEFORE = 8
"""Tokens before an hour within which "between" makes it the end of a range."""
_VALUE = re.compile(r"T(\d\d):(\d\d)(?::\d\d)?$")


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
    before = _before(context, time)
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
    if _gap(left, right) >= _far(left, right):
        return Fit.APART
    if (left.first, left.last) == (right.first, right.last):
        return Fit.EQUAL
    one, other = _rounded(left), _rounded(right)
    if _gap(one, other) > 0 or _length(one) == _length(other):
        return Fit.EQUAL
    return Fit.SHARPER if _length(one) < _length(other) else Fit.ROUNDER


def are_hours_apart(left: Value | None, right: Value | None) -> bool:
    """Whether two values are times whose hours do not fit."""
    hours = [value.hour for value in (left, right) if isinstance(value, Time) and value.hour is not None]
    return len(hours) == 2 and fit_hours(*hours) is Fit.APART


def _far(left: Hour, right: Hour) -> int:
    """Minutes between two hours that make a conflict of it."""
    exact = all(hour.first == hour.last for hour in (left, right))
    steps = (far for step, far in FAR_BY_THE_WATCH if exact and all(hour.first % step for hour in (left, right)))
    return next(steps, FAR_MINUTES)


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


def _rounded(hour: Hour) -> Hour:
    """An exact time with what its rounding may hide; the account's own rounding hides no more."""
    if hour.first != hour.last:
        return hour
    slack = next((slack for step, slack in _ROUNDINGS if hour.first % step == 0), 0)
    return Hour(hour.first - slack, hour.last + slack, hour.either)


def _length(hour: Hour) -> int:
    return hour.last - hour.first


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
