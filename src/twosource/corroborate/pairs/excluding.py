"""In what two values in one place of two sentences exclude each other: figures, times, opposites."""

from __future__ import annotations

from twosource.corroborate.assertions.hours import fit_hours, hour_of
from twosource.corroborate.figures.countable import is_age
from twosource.corroborate.interval import fit_days, fit_quantities
from twosource.corroborate.pairs.parting import is_no
from twosource.corroborate.pairs.words import Side
from twosource.model.claim import ConflictKind
from twosource.model.reading import TimeMention
from twosource.model.span import Span
from twosource.model.value import Quantity

LARGE, NEARLY = 1000.0, 0.03
"""Of figures from the first on, a difference up to this part is somebody's rounding."""


def excluded(left: Side, right: Side, slots: tuple[Span, Span]) -> ConflictKind | None:
    """In what two values exclude each other; ``None`` where both may hold, or nobody can tell.

    What did not happen on one day may not have happened on another either, and ages are told with the person's name.

    Args:
        left, right: The sentences.
        slots: The values, in each account's text.
    """
    sides = tuple(zip((left, right), slots, strict=True))
    times = [next((time for time in side.times if time.span.contains(span)), None) for side, span in sides]
    if times[0] and times[1]:
        denied = any(is_no(side, [index]) for side in (left, right) for index in side.indexes)
        return ConflictKind.DATE if not denied and are_apart(left, right, times[0], times[1]) else None
    figures = [next((one.quantity for one in side.quantities if one.span.overlaps(span)), None) for side, span in sides]
    if figures[0] and figures[1]:
        apart = figures[0].unit == figures[1].unit and not fit_quantities(figures[0], figures[1]).agrees
        apart = apart and not is_rounding(figures[0], figures[1])
        return ConflictKind.NUMBER if apart and all(_is_number(side, span) for side, span in sides) else None
    words = [[side.lemma(at) for at in side.context.tree.tokens_in(span)] for side, span in sides]
    return ConflictKind.WORDING if left.context.lexicon.opposed(" ".join(words[0]), " ".join(words[1])) else None


def are_apart(left: Side, right: Side, one: TimeMention, other: TimeMention) -> bool:
    """Whether two times cannot be one: their days, or their hours of a day."""
    if one.days and other.days and not fit_days(one.days, other.days).agrees:
        return True
    mine, theirs = hour_of(left.context, one), hour_of(right.context, other)
    return mine is not None and theirs is not None and not fit_hours(mine, theirs).agrees


def is_rounding(left: Quantity, right: Quantity) -> bool:
    """Whether one large figure is another one cut off: "$43 million" of 43,885,310."""
    low, high = sorted(value.minimum or value.maximum or 0.0 for value in (left, right))
    return low >= LARGE and high - low <= NEARLY * high


def _is_number(side: Side, span: Span) -> bool:
    """Whether words are a figure or part of one, or two with a word between them ("six to three"), and nobody's age."""
    inside, beside = side.context.tree.tokens_in(span), [one for one in side.quantities if one.span.overlaps(span)]
    numbers = all(side.tokens[index].upos == "NUM" for index in (inside[0], inside[-1]))
    return (numbers or any(one.span.contains(span) for one in beside)) and not any(map(is_age, beside))
