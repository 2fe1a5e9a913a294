"""Lengths of time: "three years", "16-hour", "the past two months", "nearly forty years", "for weeks".

A length may carry its bound ("nearly forty years"), as TIMEX3 has it. The invariant: a length without a number is read
only in the plural ("for weeks") or behind a word of direction ("the past decade").
"""

from __future__ import annotations

from fractions import Fraction

from twosource.annotate.times.amounts import Count, days_of, duration, months_of, read_count
from twosource.annotate.times.meaning import Length
from twosource.annotate.times.words import TimeText

_SMALLER = {"Y": {"M", "W", "D"}, "M": {"W", "D"}, "W": {"D"}, "D": {"TH"}, "TH": {"TM"}, "TM": {"TS"}}


def read_length(text: TimeText, index: int) -> tuple[Length, int] | None:
    """The length at ``index``, with its bound, direction or article, and the index behind it."""
    bound = bound_end(text, index)
    start = bound or index
    at = start + 1 if text.is_in(start, "relations.definite") else start
    directed = _directed(text, at)
    if directed:
        return directed
    first = at + 1 if at > start and text.is_in(at, "lengths.first") else at
    count = read_count(text, first)
    if count is None:
        return (_ended(text, start, at) or _bare_plural(text, index)) if bound is None else None
    if at > index and (count.hyphen or count.unit == "WE"):
        return None
    both = _with_smaller(text, count)
    if both:
        return both
    end = _behind(text, count)
    ahead = text.is_in(end, "lengths.ahead")
    return Length(duration(count), days_of(count), int(ahead), months_of(count)), end + ahead


def _with_smaller(text: TimeText, whole: Count) -> tuple[Length, int] | None:
    """Read "Two years and three months", "1 hour 30 minutes"."""
    at = whole.end + (text.lower(whole.end) in text.numbers.words.joiners)
    part = read_count(text, at) if whole.unit in _SMALLER and text.same_line(at) else None
    if part is None or part.unit not in _SMALLER[whole.unit] or whole.value is None or part.value is None:
        return None
    plain = whole.value.denominator == part.value.denominator == 1 and not part.hyphen and part.numbered
    stepped = any(text.is_in(part.end, f"relations.{name}") for name in ("ago", "earlier", "later_only"))
    if not plain or stepped:
        return None
    days = days_of(whole), days_of(part)
    smaller = duration(part)[1:]
    value = duration(whole) + (smaller.removeprefix("T") if whole.unit.startswith("T") else smaller)
    return Length(value, None if None in days else sum(each or 0 for each in days)), part.end


def bound_end(text: TimeText, index: int) -> int | None:
    """The index behind a bound that belongs to the length ("nearly forty years"), or ``None``.

    "Over" belongs to "over an hour", but not to "over the past year".
    """
    found = text.words.bounds.before.at(text.numbers.pieces, index)
    if found is None or not text.same_line(found[1]) or text.is_in(index, "lengths.not_bound"):
        return None
    directed = any(text.is_in(found[1], f"relations.{name}") for name in ("definite", "past", "ahead"))
    return None if directed and text.is_in(index, "lengths.over") else found[1]


def _ended(text: TimeText, start: int, at: int) -> tuple[Length, int] | None:
    """Read "The year", "the fiscal year" before "ended June 30"."""
    at += text.is_in(at, "fiscal.words")
    unit = text.words.units.get(text.lower(at))
    if at == start or unit != "Y" or not text.is_in(at + 1, "lengths.ended"):
        return None
    return Length("P1Y", months=12), at + 1


def _directed(text: TimeText, index: int) -> tuple[Length, int] | None:
    """Read "Past two months", "next five years", "past decade"; "last year" is a date and read elsewhere."""
    for name, direction in (("past", -1), ("ahead", 1)):
        at = index + 1
        verb = text.is_in(index, "relations.final") and text.is_in(index - 1, "lengths.verb_behind")
        if verb or not text.is_in(index, f"relations.{name}") or not text.same_line(at):
            continue
        count = read_count(text, at)
        if count is None and text.lower(at) in text.words.units:
            unit = text.words.units[text.lower(at)]
            plural = text.lower(at) in text.words.plurals
            if plural or unit == "2W" or (unit in {"10Y", "100Y"} and direction < 0):
                count = Count(None if plural else Fraction(1), unit, at + 1)
        if count:
            return Length(duration(count), days_of(count), direction), count.end
    return None


def _bare_plural(text: TimeText, index: int) -> tuple[Length, int] | None:
    """Read "For weeks": an unknown number of them."""
    at = index + text.is_in(index, "relations.definite")
    word = text.lower(at)
    if word not in text.words.plurals:
        return None
    long = text.past_hyphen(at + 1)
    if long > at + 1 and text.is_in(long, "lengths.only_hyphened"):  # "decades-long"
        return Length(duration(Count(None, text.words.units[word], at + 1))), long + 1
    ahead = text.is_in(at + 1, "lengths.ahead")
    if not ahead and not text.is_in(index - 1, "lengths.plural_before"):
        return None
    return Length(duration(Count(None, text.words.units[word], at + 1)), direction=int(ahead)), at + 1 + ahead


def _behind(text: TimeText, count: Count) -> int:
    """Take in the "long" of "day-long" and the "period" of "a three-year period"."""
    at = text.past_hyphen(count.end)
    takes = text.is_in(at, "lengths.behind") and text.same_line(at)
    return (
        at + 1
        if takes and (at > count.end or count.hyphen or not text.is_in(at, "lengths.only_hyphened"))
        else count.end
    )
