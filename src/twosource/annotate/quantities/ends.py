"""One end of a figure: currency, numeral and unit ("$2 million", "5 percent", "half an hour").

Reach for ``read_end``; a figure has one end or, where it is a range, two. The invariant: an end lies on one line and
takes a bounded number of pieces.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.quantities.bounds import BoundWords, bound_words
from twosource.annotate.quantities.numerals import Numeral, read_numeral
from twosource.annotate.quantities.units import Unit, UnitWords, rate_behind, unit_before, unit_behind, unit_words
from twosource.annotate.quantities.words import Numbering


@dataclass(frozen=True, slots=True)
class Lexicons:
    """The word lists of a language that expressions are read with."""

    bounds: BoundWords
    units: UnitWords


def lexicons(language: str) -> Lexicons:
    """The word lists of a language."""
    return Lexicons(bound_words(language), unit_words(language))


@dataclass(frozen=True, slots=True)
class End:
    """One end of a range: currency, numeral, unit."""

    start: int
    numeral: Numeral
    end: int
    unit: Unit | None
    before: bool


def read_end(text: Numbering, words: Lexicons, index: int) -> End | None:
    """Currency, numeral and unit at ``index``."""
    money = unit_before(text, words.units, index)
    numeral = read_numeral(text, money[1] if money else index)
    if numeral is None or (numeral.ordinal and money):
        return None
    if money:
        after = unit_behind(text, words.units, numeral.end)
        same = after is not None and after[0].name.split(" / ")[0] in {money[0].name, "USD"} and after[0].factor == 1
        per = after if same else _rate(text, words, money[0], numeral.end)
        unit = Unit(money[0].name + "".join(per[0].name.partition(" / ")[1:])) if per else money[0]
        return End(index, numeral, per[1] if per else numeral.end, unit, before=True)
    found = unit_behind(text, words.units, numeral.end) or _unit_of_part(text, words, numeral)
    found = None if numeral.ordinal else found
    return End(index, numeral, found[1] if found else numeral.end, found[0] if found else None, before=False)


def _unit_of_part(text: Numbering, words: Lexicons, numeral: Numeral) -> tuple[Unit, int] | None:
    """The unit behind the article of "half an hour" and "a quarter of a century"."""
    at = numeral.end + (text.lower(numeral.end) in text.words.part_of)
    if not numeral.part or text.lower(at) not in text.words.articles or not text.same_line(at):
        return None
    return unit_behind(text, words.units, at + 1)


def _rate(text: Numbering, words: Lexicons, unit: Unit, index: int) -> tuple[Unit, int] | None:
    """The rate behind an amount of money: "$2 a share"."""
    found = rate_behind(text, words.units, index)
    return (Unit(f"{unit.name} / {found[0]}"), found[1]) if found else None
