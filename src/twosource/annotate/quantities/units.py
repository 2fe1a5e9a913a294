"""Units: what stands before and behind a number and says what one of it is.

Names are pint's for measures ("kilometer / hour"), ISO 4217 for money, ``percent`` and ``percentage point`` for shares.
Money whose word several countries share has that word for its unit ("crown").
pint itself is not needed: the names are data. The invariant: a unit behind a number is only read on the number's line.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from twosource import resources
from twosource.annotate.matcher import PhraseMatcher
from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.words import Numbering

_BESIDE_DIGITS = frozenset("s\"'″′”")
"""Symbols that are other marks elsewhere: an inch is a quotation mark behind a word."""
_AHEAD = 3
"""Pieces that a unit's word and what leads from it to its number have at most."""
_MILLION = 1_000_000
"""Pounds by the million are money: nobody weighs in millions of pounds."""
_BY_THE_MILLION = ("USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF")
"""Companies' reports write "30 MEUR"."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and what a number of it must be multiplied by ("cents" are hundredths of a dollar)."""

    name: str
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A language's words for units, and the marks that all languages share."""

    before: PhraseMatcher[Unit]
    words: PhraseMatcher[Unit]
    ahead: PhraseMatcher[Unit]
    symbols: PhraseMatcher[Unit]
    per: frozenset[str]
    regularly: dict[str, str]
    things: PhraseMatcher[str]
    not_rate: frozenset[str]
    unsure: dict[str, int]
    smaller: dict[str, tuple[str, int]]
    comma: frozenset[str]
    marks: dict[str, tuple[str, Unit]]
    shown: dict[str, str]


@cache
def unit_words(language: str) -> UnitWords:
    """The units of a language."""
    units, money = resources.load(language, "units"), resources.load(language, "currencies")
    common = resources.load("common", "currencies")
    codes = {code: Unit(code) for code in common["codes"]["list"]}
    marks = {mark: Unit(code) for mark, code in common["symbols"].items()}
    words = {word: Unit(name) for name, listed in units["words"].items() for word in listed}
    words |= {word: Unit(code) for word, code in money["words"].items()}
    words |= {word: Unit(code, Fraction(1, 100)) for word, code in money["minor"].items()}
    words |= {f"m{code.lower()}": Unit(code, Fraction(_MILLION)) for code in _BY_THE_MILLION}
    ahead = {phrase: Unit(name) for name, listed in units["ahead"].items() for phrase in listed}
    symbols = {symbol: Unit(name) for symbol, name in units["symbols"].items()}
    letters = money.get("minor_letters", {})
    symbols |= {letter: Unit(each["code"], Fraction(1, 100)) for letter, each in letters.items()}
    return UnitWords(
        before=PhraseMatcher({**marks, **codes}, case=True),
        words=PhraseMatcher(words),
        ahead=PhraseMatcher(ahead),
        symbols=PhraseMatcher({**symbols, **marks, **codes}, case=True),
        per=frozenset(units["rate"]["per"]),
        regularly=units["rate"].get("regularly", {}),
        things=PhraseMatcher({thing: words.get(thing, Unit(thing)).name for thing in units["rate"]["things"]}),
        not_rate=frozenset(units["rate"]["not_before"]),
        smaller={unit: (part, count) for unit, (part, count) in units["smaller"].items()}
        | {code: (code, 1) for code in codes},
        comma=frozenset(units["comma"]["units"]),
        unsure=money["unsure"],
        marks={word: (each["mark"], Unit(each["code"])) for word, each in money["ambiguous"].items()},
        shown={letter: each["mark"] for letter, each in letters.items()},
    )


def unit_before(text: Numbering, units: UnitWords, index: int) -> tuple[Unit, int] | None:
    """A currency's mark or code at ``index`` with a number behind it, and the index of that number."""
    found = units.before.at(text.pieces, index)
    if found is None:
        return None
    unit, end = found
    if len(text.at(index).text) == 1 and any(text.at(at).spaced for at in range(index + 1, end)):
        return None  # the article of "A $5 million reward" is no Australia
    end = end + 1 if text.at(end).text == "." and text.at(index).kind is Kind.WORD else end
    is_word = text.at(index).kind is Kind.WORD
    glued = index > 0 and is_word and not text.at(index).spaced and text.at(index - 1).kind is not Kind.MARK
    return None if glued or not text.same_line(end) else (unit, end)


def unit_ahead(text: Numbering, units: UnitWords, index: int) -> Unit | None:
    """The unit whose word stands ahead of the number at ``index``: "a magnitude of 6.4"."""
    found = units.ahead.before(text.pieces, index, _AHEAD) if text.same_line(index) else None
    return found[0] if found else None


def unit_behind(text: Numbering, units: UnitWords, index: int) -> tuple[Unit, int] | None:
    """The unit at ``index``, with a hyphen before it and a rate behind it, and the index behind all."""
    at = text.past_hyphen(index)
    if not text.same_line(at):
        return None
    found = units.words.at(text.pieces, at) or _symbol(text, units, at)
    if found is None:
        return None
    unit, end = found
    if units.shown.get(text.at(at).text, "") not in ("", *text.style.marks):
        return None
    digits = units.unsure.get(text.lower(at))
    if digits and end == at + 1 and not _plainly_money(text, at - 1, digits):
        return None
    mark = units.marks.get(text.lower(at))
    if (
        mark
        and end == at + 1
        and (text.words.scales.get(text.lower(at - 1), 0) >= _MILLION or mark[0] in text.style.marks)
    ):
        unit = mark[1]
    per = rate_behind(text, units, end)
    return (Unit(f"{unit.name} / {per[0]}", unit.factor), per[1]) if per else (unit, end)


def _plainly_money(text: Numbering, index: int, digits: int) -> bool:
    """Whether the number that ends at ``index`` is large enough for "won" and "real" to be money behind it."""
    number = text.at(index)
    return number.lower in text.words.scales or (number.kind is Kind.NUMBER and len(number.text) >= digits)


def _symbol(text: Numbering, units: UnitWords, at: int) -> tuple[Unit, int] | None:
    """A symbol such as "km"; single letters only where they touch the digits."""
    found = units.symbols.at(text.pieces, at)
    if found is None or (
        text.at(at - 1).kind is not Kind.NUMBER and text.at(at).kind is Kind.WORD and len(text.lower(at)) < 3
    ):
        return None
    before, mark = text.at(at - 1), text.at(at)
    if mark.text in _BESIDE_DIGITS and (before.kind is not Kind.NUMBER or _is_decade(text, at)):
        return None
    if mark.text == text.at(at - 2).text and not before.spaced:
        return None  # a quoted number is no inches
    behind = text.at(found[1])
    goes_on = behind.kind is not Kind.MARK and not behind.spaced
    letter = found[1] == at + 1 and text.at(at).text.isalpha() and len(text.at(at).text) == 1
    return None if goes_on or (letter and text.at(at).spaced and text.at(at).text != "m") else found


def _is_decade(text: Numbering, at: int) -> bool:
    """Whether "60s" are years of a life or of a century, no seconds."""
    number = text.at(at - 1).text
    return text.at(at).text == "s" and not text.at(at).spaced and len(number) == 2 and number[1] == "0"


def rate_behind(text: Numbering, units: UnitWords, index: int) -> tuple[str, int] | None:
    """The thing that a rate is by at ``index`` ("a share", "per litre", "annually"), and the index behind it.

    "A year" is none in "$5 million a year ago".
    """
    index = text.past_hyphen(index)
    if text.lower(index) in units.regularly and text.same_line(index):
        return units.regularly[text.lower(index)], index + 1
    if text.lower(index) not in units.per or not text.same_line(index):
        return None
    at = text.past_hyphen(index + 1)
    found = units.things.at(text.pieces, at) if text.same_line(at) else None
    return found if found and text.lower(found[1]) not in units.not_rate else None
