"""From an expression to the value that travels: whole ends for counts, numbers as JSON writes them, changes passed on.

The invariant: the span of a mention quotes its text, and an exact figure keeps both ends equal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from twosource.annotate.quantities.bounds import Interval
from twosource.annotate.quantities.change import ChangeWords, change_of
from twosource.annotate.quantities.expressions import Expression
from twosource.annotate.quantities.words import Numbering
from twosource.model.reading import QuantityMention
from twosource.model.span import Span
from twosource.model.value import Quantity

_COUNTS = frozenset({None, "person"})
_LONGEST_OR = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with its surroundings, before it becomes a value.

    Attributes:
        figure: Its own words.
        span: The figure with what it counts.
        counted: What it counts, if anything.
        end: Index of the piece from which the next figure may start.
    """

    figure: Expression
    span: Span
    counted: Span | None
    end: int


def to_mention(source: str, text: Numbering, words: ChangeWords, found: Found) -> QuantityMention:
    """The value of a figure.

    Args:
        source: The text.
        text: The same text in pieces.
        words: The language's words of change.
        found: The figure.
    """
    figure = found.figure
    interval = _whole(figure.interval) if figure.unit in _COUNTS else figure.interval
    quantity = Quantity(
        minimum=_number(interval.low),
        maximum=_number(interval.high),
        approximate=interval.approximate,
        unit=figure.unit,
        counted=found.counted.of(source) if found.counted else None,
        text=found.span.of(source),
        change=change_of(text, words, figure),
    )
    return QuantityMention(found.span, quantity)


def with_change(
    source: str, words: ChangeWords, last: QuantityMention | None, mention: QuantityMention
) -> QuantityMention:
    """Pass a change on to its other measure: "rose 41 cents, or 2.4 percent".

    Args:
        source: The text.
        words: The language's words of change.
        last: The figure before it.
        mention: The figure.
    """
    if last is None or last.quantity.change is None or last.span.end > mention.span.start:
        return mention
    between = source[last.span.end : mention.span.start]
    if len(between) > _LONGEST_OR or between.strip(" ,").lower() not in words.alias:
        return mention
    return replace(mention, quantity=replace(mention.quantity, change=last.quantity.change))


def _whole(interval: Interval) -> Interval:
    """The interval of a count, whose rounded ends are whole: "almost 15 people" are 13 to 15."""
    if not interval.approximate or any(
        end is not None and end.denominator > 10 for end in (interval.low, interval.high)
    ):
        return interval
    low = None if interval.low is None else Fraction(floor(interval.low))
    return Interval(low, None if interval.high is None else Fraction(ceil(interval.high)), approximate=True)


def _number(value: Fraction | None) -> float | None:
    """A whole number where it is one, so that JSON says 2000 and not 2000.0."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)
