"""Lengths of time: "three years", "16-hour", "the past two months", "nearly forty years", "for weeks".

A length may carry its bound ("nearly forty years"), as TIMEX3 has it. The invariant: a length without a number is read
only in the plural ("for weeks") or behind a word of direction ("the past decade").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from twosource.annotate.quantities.cardinals import read_cardinal
from twosource.annotate.quantities.numerals import read_numeral
from twosource.annotate.times.dates import year_at
from twosource.annotate.times.meaning import Length
from twosource.annotate.times.words import TimeText

_DAYS = {
    "TS": Fraction(1, 86_400),
    "TM": Fraction(1, 1440),
    "TH": Fraction(1, 24),
    "D": Fraction(1),
    "NI": Fraction(1),
    "W": Fraction(7),
    "2W": Fraction(14),
    "WE": Fraction(2),
    "M": Fraction(3044, 100),
    "Q": Fraction(9131, 100),
    "6M": Fraction(18262, 100),
    "Y": Fraction(36525, 100),
    "10Y": Fraction(36525, 10),
    "100Y": Fraction(36525),
    "1000Y": Fraction(365_250),
}
_PARTS = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60)}
_MONTHS = {"M": 1, "Q": 3, "6M": 6, "Y": 12}
_MOST_MONTHS = 1200
_LARGEST = Fraction(10**9)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of units: ``value`` is ``None`` where vague ("several weeks")."""

    value: Fraction | None
    unit: str
    end: int
    hyphen: bool = False
    numbered: bool = True


def read_count(text: TimeText, index: int) -> Count | None:
    """A number with a unit of time at ``index``: "three years", "a week", "several months", "16-hour"."""
    counted = _any_count(text, index)
    if counted is None or text.is_in(text.past_hyphen(counted.end), "lengths.old"):
        return None
    more = text.phrase(counted.end, "lengths.or_so")
    return replace(counted, end=more) if more else counted


def _any_count(text: TimeText, index: int) -> Count | None:
    vague = text.phrase(index, "lengths.vague")
    if vague:
        return _with_unit(text, None, vague)
    if text.lower(index) in text.numbers.words.articles:
        whole = text.lower(index + 1) in text.words.units or text.is_in(index + 1, "lengths.adjectives")
        rank = (
            text.lower(index + 1) in text.numbers.words.ordinals
            or text.lower(index + 1) in text.numbers.words.fractions
        )
        one = _with_unit(text, Fraction(1), index + 1) if whole and not rank else None
        if one:
            return _and_a_half(text, one)
    numeral = read_numeral(text.numbers, index)
    if numeral is None or numeral.ordinal or numeral.low > _LARGEST or (numeral.digits and year_at(text, index)):
        return None
    if numeral.part:
        plain = read_cardinal(text.numbers, index)
        found = _with_unit(text, plain.value, plain.end) if plain else None
        if found:
            return found
    end = numeral.end
    if numeral.part and text.lower(end) in text.numbers.words.articles:
        end += 1
    counted = _with_unit(text, None if numeral.vague else numeral.low, end)
    if counted is None and text.lower(end) in text.words.bounds.bare_joiners:
        return _range(text, index, end)
    return counted


def _range(text: TimeText, index: int, joiner: int) -> Count | None:
    """Read "Two to three weeks": the first number stands for both, as TIMEX3 has it."""
    first, second = read_numeral(text.numbers, index), read_numeral(text.numbers, joiner + 1)
    if first is None or second is None or second.ordinal or first.low >= second.low:
        return None
    found = _with_unit(text, second.low, second.end)
    return replace(found, value=first.low) if found else None


def _with_unit(text: TimeText, value: Fraction | None, index: int) -> Count | None:
    at = text.past_hyphen(index)
    hyphen = at > index
    while text.is_in(at, "lengths.adjectives") and text.same_line(at):
        at += 1
    unit = text.words.units.get(text.lower(at))
    if unit is None or not text.same_line(at) or unit == "SEASON":
        return None
    return Count(value, unit, at + 1, hyphen)


def _and_a_half(text: TimeText, one: Count) -> Count:
    """Read "A minute and a half"."""
    words = text.numbers.words
    if text.lower(one.end) in words.joiners and text.lower(one.end + 1) in words.articles:
        half = words.halves.get(text.lower(one.end + 2))
        if half and one.value is not None:
            return Count(one.value + half, one.unit, one.end + 3)
    return one


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
    end = _behind(text, count)
    ahead = text.is_in(end, "lengths.ahead")
    return Length(duration(count), days_of(count), int(ahead), months_of(count)), end + ahead


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
        if not text.is_in(index, f"relations.{name}") or not text.same_line(at):
            continue
        count = read_count(text, at)
        if count is None and text.lower(at) in text.words.units:
            unit = text.words.units[text.lower(at)]
            plural = text.lower(at) in text.words.plurals
            if plural or (unit in {"10Y", "100Y"} and direction < 0):
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


def duration(count: Count) -> str:
    """A count in TIMEX3 notation.

    >>> duration(Count(Fraction(5, 2), "Y", 0)), duration(Count(None, "W", 0)), duration(Count(Fraction(16), "TH", 0))
    ('P2Y6M', 'PXW', 'PT16H')
    """
    unit, value = count.unit, count.value
    time, letter = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    digits = letter.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if digits:
        letter, value = letter[len(digits) :], None if value is None else value * int(digits)
    if letter in {"NI", "WE"}:
        letter = "D" if letter == "NI" else "WE"
    if value is not None and value.denominator != 1 and letter in _PARTS and (time or letter == "Y"):
        whole, part = divmod(value, 1)
        smaller, width = _PARTS[letter]
        if whole and (part * width).denominator == 1:
            return f"P{time}{whole}{letter}{part * width}{smaller}"
    return f"P{time}{_amount(value)}{letter}"


def _amount(value: Fraction | None) -> str:
    if value is None:
        return "X"
    return str(int(value)) if value.denominator == 1 else f"{float(value):g}"


def months_of(count: Count) -> int | None:
    """Its length in whole months, for "the nine months ended Sept. 30"; ``None`` where it is none."""
    months = None if count.value is None else count.value * _MONTHS.get(count.unit, 0)
    return int(months) if months and months.denominator == 1 and months < _MOST_MONTHS else None


def days_of(count: Count) -> int | None:
    """Its length in whole days, rounded up, for intervals such as "the past two weeks"."""
    if count.value is None:
        return None
    days = count.value * _DAYS[count.unit]
    return -(-days.numerator // days.denominator) if days < 4_000_000 else None
