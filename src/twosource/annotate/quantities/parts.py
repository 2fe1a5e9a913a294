"""Parts of one ("two thirds", "half a million", "3/4") and ranks ("third", "21st"), which share their words.

"A third" is a part before "of" and a rank elsewhere. The invariant: what is read as a part is never read as a rank.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from twosource.annotate.quantities.cardinals import Amount, read_cardinal, read_scales, read_slashed
from twosource.annotate.quantities.words import Numbering

_LONGEST_RANK = 6
_LONGEST_IN_WORDS = 12
_QUARTER, _HUNDRED = 4, 100


def read_part(text: Numbering, index: int) -> tuple[Fraction, int, bool] | None:
    """A part of one, or of a scale.

    Returns:
        Its value, the index behind it, and whether it stays a part ("half" does, "half a million" does not).
    """
    found = read_slashed(text, index) or _named(text, index)
    if found is None:
        return None
    value, end = found
    scale, stop = _scale_behind(text, end)
    return (value * scale, stop, False) if stop > end else (value, end, True)


def _named(text: Numbering, index: int) -> tuple[Fraction, int] | None:
    count, at = _count(text, index)
    word = text.lower(at)
    part = text.words.halves.get(word) or text.words.fractions.get(word)
    if part is None or (at > index and not text.same_line(at)):
        return None
    plural = count > 1 and word not in text.words.ordinals
    before_scale = text.lower(text.past_hyphen(at + 1)) in text.words.scales and word not in text.words.ordinals
    bare_half = at == index and (word in text.words.halves or before_scale)
    articled = text.lower(index) in text.words.articles
    clear = plural or bare_half or (at > index and (word not in text.words.ordinals or not articled))
    if not clear and not (at > index and _reads_as_part(text, index, at)):
        return None
    if count > 1 and part.denominator >= _HUNDRED and word in text.words.ordinals:
        return None  # "the two hundredth visitor"
    if count > 1 and part.denominator <= _QUARTER and gcd(count, part.denominator) > 1:
        return None  # "two quarters" are half a year
    return (count * part, at + 1) if count * part <= 3 and text.lower(at + 1) not in text.words.not_ordinal else None


def _count(text: Numbering, index: int) -> tuple[int, int]:
    """How many of the part: 2 in "two thirds", 1 in "a third" and "half"."""
    word = text.lower(index)
    if word in text.words.articles:
        return 1, text.past_hyphen(index + 1)
    count = text.words.cardinals.get(word) or (int(word) if word.isdecimal() and len(word) < 3 else 0)
    return (count, text.past_hyphen(index + 1)) if count else (1, index)


def _reads_as_part(text: Numbering, index: int, at: int) -> bool:
    """Whether "a third" is a part here: "a third of voters", "fell by a third"."""
    return text.lower(at + 1) in text.words.part_of or text.lower(index - 1) in text.words.part_before


def _scale_behind(text: Numbering, end: int) -> tuple[Fraction, int]:
    """The "a million" of "half a million" and of "a quarter of a million"; ``end`` itself where there is none."""
    at = end + 1 if text.lower(end) in text.words.part_of else end
    articled = text.lower(at) in text.words.articles
    at = at + 1 if articled else text.past_hyphen(at)
    if not text.same_line(at):
        return Fraction(1), end
    scale, stop = read_scales(text, at, Fraction(1))
    return (scale, stop) if stop > at else (Fraction(1), end)


def read_ordinal(text: Numbering, index: int) -> Amount | None:
    """A rank in words or digits with its ending, or ``None``."""
    piece = text.at(index)
    if piece.text.isdecimal():
        ending = text.at(index + 1)
        ranked = ending.lower in text.words.endings and not ending.spaced and len(piece.text) < _LONGEST_RANK
        return Amount(Fraction(int(piece.text)), index + 2, digits=True) if ranked else None
    value, end = text.words.ordinals.get(piece.lower), index + 1
    tens = text.words.cardinals.get(piece.lower, 0)
    if value is None and tens >= 20 and tens % 10 == 0:
        at = text.past_hyphen(end)
        unit = text.words.ordinals.get(text.lower(at), 0)
        value, end = (tens + unit, at + 1) if 0 < unit < 10 else (None, end)
    if value is None and not text.words.compounds:
        return _long_ordinal(text, index)
    return Amount(Fraction(value), end, digits=False) if value is not None else None


def _long_ordinal(text: Numbering, index: int) -> Amount | None:
    """Read "One hundred twenty-fifth", "two hundredth", "three millionth": a cardinal, and a rank as its last word."""
    article = text.lower(index) in text.words.articles and text.lower(index + 1) in text.words.scales
    begins = article or text.lower(index) in text.words.cardinals
    ranked = begins and any(text.lower(at) in text.words.ordinals for at in range(index + 1, index + _LONGEST_IN_WORDS))
    first = read_cardinal(text, index) if ranked else None
    if first is None or first.digits or first.value.denominator != 1:
        return None
    joined = text.lower(first.end) in text.words.joiners
    at = first.end + 1 if joined else text.past_hyphen(first.end)
    last = text.words.ordinals.get(text.lower(at), 0) if text.same_line(at) else 0
    if last >= _HUNDRED and not joined:
        return Amount(first.value * last, at + 1, digits=False)
    fits = 0 < last < _HUNDRED and first.value >= _HUNDRED and first.value % (10 if last < 10 else _HUNDRED) == 0
    return Amount(first.value + last, at + 1, digits=False) if fits else None
