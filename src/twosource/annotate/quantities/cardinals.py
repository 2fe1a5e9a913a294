"""Cardinal numbers in digits, words and mixtures: "2.5 million", "two hundred and five", "two and a half thousand".

Values are exact fractions until the end, so that 4.35 million is 4,350,000. The invariant: a number that is found
takes at least one piece and a bounded count of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.compounds import split_compound
from twosource.annotate.quantities.words import Numbering, NumberWords

GLYPHS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8)}
_HUNDRED, _THOUSAND = 100, 1000
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})  # others are dates, as 9/11 is
_LONGEST = 24  # pieces of the longest number word by word: every scale with its hundreds


@dataclass(frozen=True, slots=True)
class Amount:
    """A value, the index of the piece behind it, and whether it stands in digits alone."""

    value: Fraction
    end: int
    digits: bool


def read_cardinal(text: Numbering, index: int) -> Amount | None:
    """The longest cardinal number that starts at ``index``, or ``None``."""
    sign, start = _sign(text, index)
    first = _small(text, start)
    if first is None:
        return None
    value, end = _with_half(text, first)
    factor, end = _suffix(text, end) if first.digits else (Fraction(1), end)
    if end == first.end and first.digits and text.lower(text.past_hyphen(end)) not in text.words.scales:
        return Amount(sign * value, end, digits=True)
    total, end = _groups(text, value * factor, start, end)
    return Amount(sign * total, end, digits=False)


def _groups(text: Numbering, group: Fraction, start: int, end: int) -> tuple[Fraction, int]:
    """Read on from a first small number: hundreds multiply, larger scales close a group, smaller groups are added.

    A bare scale opens its number at ``start``, even where a new line begins there ("Dozen hurt").
    """
    total, last_scale = Fraction(0), Fraction(0)
    for _ in range(_LONGEST):
        at = text.past_hyphen(end)
        scale = text.words.scales.get(text.lower(at)) if text.same_line(at) or at == start else None
        if scale is None:
            more = _next_small(text, end, group, last_scale)
            if more is None:
                break
            group, end = group + more.value, more.end
        elif scale < _THOUSAND and 0 < group < _HUNDRED:
            group, end = group * scale, at + 1
        elif scale >= _THOUSAND and group > 0 and (not last_scale or scale < last_scale):
            total, group, last_scale, end = total + group * scale, Fraction(0), Fraction(scale), text.past_point(at + 1)
        elif scale >= _THOUSAND and group == 0 and scale >= last_scale:
            total, last_scale, end = total * scale, last_scale * scale, at + 1
        else:
            break
    return _with_scaled_half(text, total + group, last_scale, end)


def _next_small(text: Numbering, end: int, group: Fraction, last_scale: Fraction) -> Amount | None:
    """The smaller number that goes on behind a hundred or a scale: "(and) five"; ``None`` where none can."""
    round_hundred = group >= _HUNDRED and group % _HUNDRED == 0
    if not round_hundred and not (last_scale and group == 0):
        return None
    joined = text.lower(end) in text.words.joiners
    at = end + 1 if joined else text.past_hyphen(end)
    small = _small(text, at) if text.same_line(at) else None
    if small is None or small.value.denominator != 1 or small.end == at or text.lower(at) in text.words.articles:
        return None
    behind = text.words.scales.get(text.lower(small.end), 0)
    if (small.digits and (joined or behind < _THOUSAND)) or (joined and behind >= _THOUSAND and not round_hundred):
        return None
    return small if 0 < small.value < (_HUNDRED if round_hundred else _THOUSAND) else None


def _with_scaled_half(text: Numbering, value: Fraction, scale: Fraction, end: int) -> tuple[Fraction, int]:
    """Add the part of "a million and a half" and of "a hundred and three and two thirds"."""
    if text.lower(end) not in text.words.joiners:
        return value, end
    at = end + 1
    article = text.lower(at) in text.words.articles
    part = _joined_part(text, at + article) if text.same_line(at) else None
    if part is None:
        return value, end
    return value + part[0] * (scale if scale and value % scale == 0 else 1), part[1]


def is_number(words: NumberWords) -> Callable[[str], bool]:
    """A test whether a word is a number written as one word."""
    return lambda word: split_compound(word, words.cardinals, words.scales, words.joiners) is not None


def _sign(text: Numbering, index: int) -> tuple[int, int]:
    piece = text.at(index)
    if piece.lower in text.words.negative:
        return 1 if text.lower(index - 1) in text.words.either_sign else -1, index + 1
    dash = piece.text != "" and piece.text in "-−–" and (piece.spaced or index == 0)
    touches = text.at(index + 1).kind is Kind.NUMBER and not text.at(index + 1).spaced
    return (-1, index + 1) if dash and touches else (1, index)


def _small(text: Numbering, index: int) -> Amount | None:
    """Digits, or a number below a hundred in words, or a bare scale ("a hundred", headlines' "million")."""
    piece = text.at(index)
    if piece.kind is Kind.NUMBER:
        if piece.text in GLYPHS:
            return Amount(Fraction(*GLYPHS[piece.text]), index + 1, digits=False)
        found = text.style.read(text.pieces, index)
        return Amount(found[0], found[1], digits=True) if found else None
    if piece.lower in text.words.articles:
        scale = text.lower(index + 1) in text.words.scales and text.same_line(index + 1)
        return Amount(Fraction(1), index + 1, digits=False) if scale else None
    if text.words.compounds:
        value = split_compound(piece.lower, text.words.cardinals, text.words.scales, text.words.joiners)
        return None if value is None else Amount(Fraction(value), index + 1, digits=False)
    if piece.lower in text.words.scales:
        return Amount(Fraction(1), index, digits=False)
    return _below_hundred(text, index)


def _below_hundred(text: Numbering, index: int) -> Amount | None:
    cardinals = text.words.cardinals
    value = cardinals.get(text.lower(index))
    if value is None:
        return None
    end = index + 1
    if value >= 20 and value % 10 == 0:
        unit_at = text.past_hyphen(end)
        unit = cardinals.get(text.lower(unit_at), 0)
        if 0 < unit < 10 and text.same_line(unit_at):
            value, end = value + unit, unit_at + 1
    return _with_decimals(text, Fraction(value), end)


def _with_decimals(text: Numbering, value: Fraction, end: int) -> Amount:
    """Read "Two point five"."""
    digits, at = "", end + 1
    if text.lower(end) in text.words.point:
        while len(digits) < 10 and text.words.cardinals.get(text.lower(at), 10) < 10:
            digits += str(text.words.cardinals[text.lower(at)])
            at += 1
    if not digits:
        return Amount(value, end, digits=False)
    return Amount(value + Fraction(int(digits), 10 ** len(digits)), at, digits=False)


def _with_half(text: Numbering, amount: Amount) -> tuple[Fraction, int]:
    """Add the half of "two and a half", of "2½" and of "2 1/2"."""
    part = read_slashed(text, amount.end) if text.same_line(amount.end) else None
    at = text.past_hyphen(amount.end)
    if part is None and text.lower(at) in text.words.joiners:
        at = text.past_hyphen(at + 1)
        at = text.past_hyphen(at + 1) if text.lower(at) in text.words.articles or text.lower(at) == "" else at
        part = _joined_part(text, at)
    return (amount.value + part[0], part[1]) if part else (amount.value, amount.end)


def _joined_part(text: Numbering, index: int) -> tuple[Fraction, int] | None:
    """The part behind "and": "half", "three quarters"."""
    count = text.words.cardinals.get(text.lower(index))
    at = text.past_hyphen(index + 1) if count else index
    part = text.words.halves.get(text.lower(at)) or (text.words.fractions.get(text.lower(at)) if count else None)
    if part is None and text.lower(index - 1) in text.words.articles:
        part = text.words.fractions.get(text.lower(at))
    value = (count or 1) * part if part is not None else Fraction(1)
    return (value, at + 1) if value < 1 else None


def read_slashed(text: Numbering, index: int) -> tuple[Fraction, int] | None:
    """A fraction in digits ("3/4", "½") below one, and the index behind it."""
    if text.at(index).text in GLYPHS:
        return Fraction(*GLYPHS[text.at(index).text]), index + 1
    upper, slash, lower = (text.at(index + step).text for step in range(3))
    if slash not in {"/", "⁄"} or not (upper.isdecimal() and lower.isdecimal() and len(upper) < 3 and len(lower) < 4):
        return None
    apart = text.at(index + 1).spaced or text.at(index + 2).spaced or text.at(index + 3).text == "/"
    part = int(lower) in _DENOMINATORS or text.lower(index + 3) in text.words.part_of
    return (Fraction(int(upper), int(lower)), index + 3) if part and 0 < int(upper) < int(lower) and not apart else None


def _suffix(text: Numbering, end: int) -> tuple[Fraction, int]:
    """The "bn" of "1.2bn"."""
    piece = text.at(end)
    if piece.spaced or piece.kind is not Kind.WORD:
        return Fraction(1), end
    behind = text.at(end + 1)
    power = behind.kind is Kind.NUMBER and not behind.spaced  # "24m2"
    if power or (piece.text == "m" and behind.lower in text.words.metre_before):
        return Fraction(1), end
    factor = text.words.suffixes.get(piece.text) or text.words.suffixes.get(piece.lower)
    return (Fraction(factor), end + 1) if factor else (Fraction(1), end)


def read_scales(text: Numbering, end: int, factor: Fraction) -> tuple[Fraction, int]:
    """Multiply by the scale words at ``end`` ("hundred thousand"), three at most."""
    for _ in range(3):
        at = text.past_hyphen(end)
        scale = text.words.scales.get(text.lower(at))
        if scale is None or (text.at(at).breaks and factor > 1) or (factor > 1 and scale <= _HUNDRED):
            break
        factor, end = factor * scale, at + 1
    return factor, end
