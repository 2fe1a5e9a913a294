"""Numerals of every kind at one place of a text: vague amounts, parts, ranks, cardinals.

Reach for ``read_numeral``; the grammars of figures and of times are built on it. The invariant: both ends of a numeral
are equal unless its words are vague ("dozens").
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from twosource.annotate.quantities.cardinals import read_cardinal, read_scales
from twosource.annotate.quantities.parts import read_ordinal, read_part
from twosource.annotate.quantities.words import Numbering


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text.

    Attributes:
        low, high: Both ends; equal unless the words are vague.
        end: Index of the piece behind it.
        digits: Whether it stands in digits alone, without a scale.
        ordinal: Whether it is a rank ("third").
        part: Whether it is a part of one ("two thirds").
        vague: Whether its words are approximate ("dozens").
    """

    low: Fraction
    high: Fraction
    end: int
    digits: bool = False
    ordinal: bool = False
    part: bool = False
    vague: bool = False


def read_numeral(text: Numbering, index: int) -> Numeral | None:
    """The numeral that starts at ``index``, or ``None``.

    >>> from twosource.annotate.pieces import scan
    >>> from twosource.annotate.quantities.words import numbering
    >>> float(read_numeral(numbering(scan("two and a half thousand"), "en"), 0).low)
    2500.0
    """
    return _vague(text, index) or _part(text, index) or _ordinal(text, index) or _cardinal(text, index)


def _vague(text: Numbering, index: int) -> Numeral | None:
    found = text.words.vague.at(text.pieces, index)
    if found is None:
        return None
    amount, end = found
    factor, stop = read_scales(text, end, Fraction(1))
    high = amount.high * factor if amount.exact or factor == 1 else (amount.high + 1) * factor - 1
    return Numeral(amount.low * factor, high, stop, vague=not amount.exact)


def _part(text: Numbering, index: int) -> Numeral | None:
    found = read_part(text, index)
    return Numeral(found[0], found[0], found[1], part=found[2]) if found else None


def _ordinal(text: Numbering, index: int) -> Numeral | None:
    found = read_ordinal(text, index)
    return Numeral(found.value, found.value, found.end, ordinal=True) if found else None


def _cardinal(text: Numbering, index: int) -> Numeral | None:
    found = read_cardinal(text, index)
    return Numeral(found.value, found.value, found.end, digits=found.digits) if found else None
