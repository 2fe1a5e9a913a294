"""Numbers of units of time: "three years", "a week", "several months", "16-hour", and their values in TIMEX3 notation.

The grammars of lengths, of steps and of sets are built on ``read_count``. The invariant: a count has its unit on its
own line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from twosource.annotate.quantities.cardinals import read_cardinal
from twosource.annotate.quantities.numerals import read_numeral
from twosource.annotate.times.dates import year_at
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
    one = _one(text, index)
    if one:
        return one
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


def _one(text: TimeText, index: int) -> Count | None:
    """Read "A week", "an hour and a half", "all day"."""
    word, article = text.lower(index + 1), text.lower(index) in text.numbers.words.articles
    if not article and not text.is_in(index, "lengths.all"):
        return None
    single = word in text.words.units and word not in text.words.plurals
    whole = single or (article and text.is_in(index + 1, "lengths.adjectives"))
    rank = word in text.numbers.words.ordinals or word in text.numbers.words.fractions
    one = _with_unit(text, Fraction(1), index + 1) if whole and not rank else None
    return _and_a_half(text, one) if one else None


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
