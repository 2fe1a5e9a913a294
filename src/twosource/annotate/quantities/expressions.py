"""The expression of a figure: bound, currency, numeral, range, unit, in one pass from left to right.

This is grammar alone: whether a number is a year or a flight number is decided in ``guards``, and what it counts in
``counted``. The invariant: an expression lies on one line and takes a bounded number of pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.bounds import Bound, Interval
from twosource.annotate.quantities.ends import End, Lexicons, read_end
from twosource.annotate.quantities.numerals import read_numeral
from twosource.annotate.quantities.units import unit_behind
from twosource.annotate.quantities.words import Numbering

_WIDEST = 5
"""Two amounts with a unit each are a range up to this ratio; beyond it "gained $1 to $23" is a change and a level, and
"20 or 100" are two figures."""
_TWO = 2
MONEY = re.compile(r"(?:[A-Z]{3}|crown|dinar|lira|peso|shilling)\b")
"""Units that are a currency, with or without a rate; in lower case those that several countries share."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A figure as far as its own words go; places are indexes of pieces.

    Attributes:
        start, end: The expression, half-open.
        number: Where its first numeral starts.
        interval: Its value.
        unit: ISO 4217 code, pint name, ``percent``, ``ordinal``, ``fraction`` or ``None``.
        digits: Whether it is one bare number in digits: no scale, unit or bound.
        bounded: Whether words such as "about" or a second end stand by it.
        thing: Where what it is a part of stands within it ("one tram in five").
    """

    start: int
    end: int
    number: int
    interval: Interval
    unit: str | None = None
    digits: bool = False
    bounded: bool = False
    thing: int | None = None


@dataclass(frozen=True, slots=True)
class _Joint:
    """How two ends may be joined.

    Attributes:
        joiners: The words between them.
        opened: Whether "between" or "from" stands before them.
        falling: Whether the second may be the smaller one, as in a change.
    """

    joiners: frozenset[str]
    opened: bool = False
    falling: bool = False


def read_expression(text: Numbering, words: Lexicons, index: int) -> Expression | None:
    """The figure whose expression starts at ``index``, or ``None``."""
    bounds, at = _bounds(text, words, index)
    opened = words.bounds.openers.at(text.pieces, at)
    found = _range(text, words, opened[1], _Joint(words.bounds.joiners, opened=True)) if opened else None
    found = found or _range(text, words, at, _Joint(words.bounds.bare_joiners)) or _single(text, words, at)
    if found is None:
        found = _one_unit(text, words, at, bounded=any(bound.kind != "exact" for bound in bounds))
    if found is None or (at > index and _bounds_nothing(text, words, index, at, found)):
        return None
    return _bounded(text, words, replace(found, start=index if at > index or opened else found.start), bounds)


def _bounds_nothing(text: Numbering, words: Lexicons, index: int, at: int, found: Expression) -> bool:
    """Whether the word at ``index`` bounds no figure at ``at``: "under one roof", "spoke about two bridges", "went up
    to 31".
    """
    before, word = text.lower(index - 1), text.lower(index)
    if word in words.bounds.up and before in words.bounds.up_taken:
        return True
    if at > index + 1:
        return False
    one = found.interval.low == found.interval.high == 1 and found.unit is None
    told = text.lower(index - 2) if before in words.bounds.about_whom else before  # "told you about two murders"
    taken = word in words.bounds.about and told in words.bounds.about_taken
    return taken or (one and word in words.bounds.prepositions)


def _one_unit(text: Numbering, words: Lexicons, index: int, *, bounded: bool) -> Expression | None:
    """The one of "more than a decade", behind a word of bound, and the one or two of "a week or two"."""
    if text.lower(index) not in text.words.articles:
        return None
    unit = unit_behind(text, words.units, index + 1)
    if unit is None or text.lower(index + 1) in text.words.ordinals:
        return None
    one = unit[0].factor
    if text.lower(unit[1]) in words.bounds.alternatives and text.words.cardinals.get(text.lower(unit[1] + 1)) == _TWO:
        return Expression(index, unit[1] + 2, index, Interval(one, _TWO * one), unit[0].name, bounded=True)
    return Expression(index, unit[1], index, Interval(one, one), unit[0].name) if bounded else None


def read_moves(text: Numbering, words: Lexicons, index: int) -> list[Expression] | None:
    """The two levels of a change ("from 5 to 7 percent") with the unit that they share, or ``None``."""
    opened = words.bounds.openers.at(text.pieces, index)
    if opened is None or opened[0] not in words.bounds.movers:
        return None
    return _both_ends(text, words, opened[1], _Joint(words.bounds.bare_joiners, opened=True, falling=True))


def read_step(text: Numbering, words: Lexicons, index: int, levels: frozenset[str]) -> list[Expression] | None:
    """A change and the level that it led to ("fell $3 to $12"), behind a word of change, or ``None``.

    The first has a unit of its own: "rose 5 to 7 percent" is a range.
    """
    first = read_end(text, words, index)
    if first is None or first.unit is None:
        return None
    return _both_ends(text, words, index, _Joint(levels & words.bounds.bare_joiners, falling=True))


def _both_ends(text: Numbering, words: Lexicons, index: int, joint: _Joint) -> list[Expression] | None:
    """The ends of what reads like a range, each as a figure of its own."""
    whole = _range(text, words, index, joint)
    first = read_end(text, words, index)
    if whole is None or first is None:
        return None
    second = first.end + 1
    low, high = whole.interval.low, whole.interval.high
    return [
        Expression(index, first.end, index, Interval(low, low), whole.unit, bounded=True),
        Expression(second, whole.end, second, Interval(high, high), whole.unit, bounded=True),
    ]


def _bounds(text: Numbering, words: Lexicons, index: int) -> tuple[list[Bound], int]:
    """The words before a figure at ``index``, two at most ("at least about"), and the index behind them."""
    bounds: list[Bound] = []
    at = index
    while len(bounds) < 2:
        found = words.bounds.before.at(text.pieces, at)
        if found is None or (at > index and not text.same_line(at)):
            break
        bounds, at = [*bounds, found[0]], found[1]
    number = text.at(at + 1)  # "over a 1,000 people"
    return bounds, at + (bool(bounds) and text.lower(at) in text.words.articles and number.kind is Kind.NUMBER)


def _bounded(text: Numbering, words: Lexicons, found: Expression, bounds: list[Bound]) -> Expression:
    """Apply the words before and behind a figure."""
    behind = words.bounds.behind.at(text.pieces, found.end) if text.same_line(found.end) else None
    if behind and (found.unit is None or text.at(found.end).text not in "+-"):
        bounds = [*bounds, behind[0]]
        unit = unit_behind(text, words.units, behind[1]) if found.unit is None else None
        factor = unit[0].factor if unit else Fraction(1)
        found = replace(
            found,
            end=unit[1] if unit else behind[1],
            unit=unit[0].name if unit else found.unit,
            interval=_scaled(found.interval, factor),
        )
    interval = found.interval
    for bound in reversed(bounds):
        interval = bound.apply(interval)
    return replace(found, interval=interval, digits=found.digits and not bounds, bounded=found.bounded or bool(bounds))


def _scaled(interval: Interval, factor: Fraction) -> Interval:
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return replace(interval, low=low, high=high)


def _single(text: Numbering, words: Lexicons, index: int) -> Expression | None:
    end = read_end(text, words, index)
    if end is None:
        return None
    numeral = end.numeral
    ratio = _ratio(text, words, end)
    if ratio:
        return ratio
    factor = end.unit.factor if end.unit else Fraction(1)
    unit = "ordinal" if numeral.ordinal else end.unit.name if end.unit else "fraction" if numeral.part else None
    rest, stop = _smaller(text, words, end)
    interval = Interval(numeral.low * factor + rest, numeral.high * factor + rest, numeral.vague)
    return Expression(index, stop, index, interval, unit, numeral.digits and end.unit is None, numeral.vague)


def _smaller(text: Numbering, words: Lexicons, whole: End) -> tuple[Fraction, int]:
    """What a smaller unit adds, and the index behind it: "3 dollars and 50 cents", "5 feet 2 inches", "6-foot-2"."""
    nothing = Fraction(0), whole.end
    parts = words.units.smaller.get(whole.unit.name) if whole.unit else None
    at = text.past_hyphen(whole.end)
    hyphen = at > whole.end
    comma = whole.unit is not None and whole.unit.name in words.units.comma and text.at(at).text == ","
    at += (comma or text.lower(at) in text.words.joiners) and not hyphen
    second = read_end(text, words, at) if parts and text.same_line(at) else None
    if parts is None or second is None or whole.before or second.before or second.numeral.low != second.numeral.high:
        return nothing
    name, count = parts
    value = second.numeral.low * (second.unit.factor if second.unit else 1)
    if second.unit is None and not (hyphen and second.numeral.digits):
        return nothing
    if second.unit is not None and (second.unit.name != name or second.unit.factor == 1 == count):
        return nothing
    return (value / count, second.end) if value < max(count, 1) else nothing


def _ratio(text: Numbering, words: Lexicons, end: End) -> Expression | None:
    """Read "One in five", "nine out of 10", "one tram in five was": a part."""
    if end.unit is not None or not text.same_line(end.end):
        return None
    found = words.bounds.ratio.at(text.pieces, end.end)
    thing = None if found or end.numeral.low != 1 else words.bounds.ratio.at(text.pieces, end.end + 1)
    whole = read_numeral(text, (found or thing or (None, 0))[1]) if found or thing else None
    if whole is None or end.numeral.ordinal or (thing and text.lower(whole.end) not in words.bounds.after_ratio):
        return None
    value = end.numeral.low / whole.low if whole.low else Fraction(2)
    if not 0 < value < 1 or whole.low > 100 or unit_behind(text, words.units, whole.end):
        return None
    return Expression(
        end.start, whole.end, end.start, Interval(value, value), "fraction", thing=end.end if thing else None
    )


def _range(text: Numbering, words: Lexicons, index: int, joint: _Joint) -> Expression | None:
    """Two ends: "5-7", "$2 to $3 million", "two or three"; ascending, with one unit between them."""
    first = read_end(text, words, index)
    if (
        first is None
        or text.lower(index - 1) in words.bounds.not_behind
        or text.lower(first.end) not in joint.joiners
        or not text.same_line(first.end)
    ):
        return None
    second = read_end(text, words, first.end + 1) if text.same_line(first.end + 1) else None
    if second is None or not _pairs(first, second) or (not joint.opened and _only_first_measured(first, second)):
        return None
    first_factor = first.unit.factor if first.unit else second.unit.factor if second.unit else Fraction(1)
    second_factor = second.unit.factor if second.unit else first_factor
    low = first.numeral.low * _shared_scale(text, first, second) * first_factor
    high = second.numeral.high * second_factor
    if low >= high and not joint.falling:
        return None
    ratio = high / low if low > 0 and not joint.falling else 0
    both = first.unit is not None and second.unit is not None
    if (both and ratio > _WIDEST) or (text.lower(first.end) in words.bounds.alternatives and ratio >= _WIDEST):
        return None
    unit = second.unit or first.unit
    name = "ordinal" if first.numeral.ordinal else unit.name if unit else "fraction" if second.numeral.part else None
    return Expression(index, second.end, index, Interval(low, high), name, bounded=True)


def _only_first_measured(first: End, second: End) -> bool:
    """Whether a measure stands before a bare number: "grew 7 percent to 25.1 million"; money is passed on."""
    if first.unit is None or first.before or second.unit is not None:
        return False
    return MONEY.match(first.unit.name) is None


def _pairs(first: End, second: End) -> bool:
    """Whether two numbers can be the ends of one range."""
    if first.numeral.ordinal != second.numeral.ordinal or (first.numeral.part and not second.numeral.part):
        return False
    names = {end.unit.name.split(" / ")[0] for end in (first, second) if end.unit}
    return len(names) < 2 and not (first.before and second.unit is not None and not second.before)


def _shared_scale(text: Numbering, first: End, second: End) -> Fraction:
    """The million that "5 to 7 million" means for the 5 as well."""
    last = text.at(second.numeral.end - 1)
    scale = Fraction(text.words.scales.get(last.lower) or text.words.suffixes.get(last.text) or 1)
    return scale if scale > 1 and first.numeral.low * scale < second.numeral.high else Fraction(1)
