"""What shares do: "the stock lost 11 percent", "closed at 399p"; and shares of a whole, in percent or as a fraction.

A price is quoted anew all day, so that two moves of one day follow each other, and two of two days are not one. The
invariant: a figure is a quotation only if a word for shares stands in its clause, and a word that moves or closes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.corroborate.lexicon import Lexicon
from twosource.model.reading import QuantityMention
from twosource.model.value import Quantity

QUOTATION = "quotation"
PERCENT, FRACTION = "percent", "fraction"
HUNDRED = 100.0
SLACK = 0.1
"""Part by which a fraction in words may be off: "a third" is 30 to 37 percent."""
STEPS = 4
"""Steps up the tree from a figure within which the verb stands that moves the shares."""
MOVED = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "compound"})
NEXT_DAY = timedelta(days=1)
"""How far the days may lie apart that two accounts name; where only the account has a day, it may be a day later."""


def is_quotation(context: Context, mention: QuantityMention, head: int, dimension: str) -> bool:
    """Whether a figure is what shares have lost or gained, or what they cost.

    Args:
        context: The account.
        mention: The figure.
        head: Token of the figure that the others hang on.
        dimension: What the figure measures.
    """
    if dimension not in (PERCENT, FRACTION) and not dimension.isupper():
        return False
    clause = _clause(context, head)
    shares = any(context.lexicon.is_around("security", *context.forms(at)) for at in clause)
    lists = ("quoting", "becoming")
    moved = any(context.lexicon.is_around(name, *context.forms(at)) for name in lists for at in clause)
    return shares and (moved or mention.quantity.change is not None)


def as_percent(value: Quantity) -> Quantity:
    """A fraction in words as the percentages that it may stand for; any other value as it is.

    Args:
        value: Of any unit.

    >>> as_percent(Quantity(0.25, 0.25, False, "fraction", None, "a quarter")).minimum
    22.5
    """
    if value.unit != FRACTION:
        return value
    low = None if value.minimum is None else value.minimum * HUNDRED * (1 - SLACK)
    high = None if value.maximum is None else value.maximum * HUNDRED * (1 + SLACK)
    return replace(value, minimum=low, maximum=high, approximate=True, unit=PERCENT)


def of_two_moves(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether two quotations are of two moves: a rise and a fall, or the losses of two days.

    Args:
        left, right: Assertions of figures that differ.
        lexicon: The language's concepts.
    """
    if not left.topic.predicate == right.topic.predicate == QUOTATION or left.topic.dimension != PERCENT:
        return ""
    ways = {one.value.change for one in (left, right) if isinstance(one.value, Quantity) and one.value.change}
    if len(ways) > 1:
        return "one is a rise, the other a fall"
    days = [day for one in (left, right) if (day := _day(one)) is not None]
    slack = NEXT_DAY if left.topic.days and right.topic.days else 2 * NEXT_DAY
    return "they are moves of two days" if len(days) > 1 and max(days) - min(days) > slack else ""


def with_former_prices(told: Sequence[Assertion]) -> list[Assertion]:
    """Mark the prices of shares that an account dates before another of them: "up from Friday's closing price".

    Args:
        told: All that one account asserts.
    """
    latest: dict[str | None, date] = {}
    for one in told:
        day = _day(one) if _is_price(one) else None
        if day is not None:
            latest[one.topic.dimension] = max(day, latest.get(one.topic.dimension, day))
    return [
        replace(one, topic=replace(one.topic, earlier=True))
        if _is_price(one) and (day := _day(one)) is not None and day < latest[one.topic.dimension]
        else one
        for one in told
    ]


def are_settled(one: Sequence[Assertion], other: Sequence[Assertion]) -> bool:
    """Whether two sides tell of shares on one day that was over for both: a later account then knows no newer price.

    Args:
        one, other: The statements of the sides.
    """
    days = [[each.topic.days for each in side if _is_over(each)] for side in (one, other)]
    return any(left and right and left.overlaps(right) for left in days[0] for right in days[1])


def _is_over(one: Assertion) -> bool:
    days, told = one.topic.days, one.published
    over = bool(days and days.end and told and told.start and days.end < told.start)
    return one.topic.predicate == QUOTATION and over


def _is_price(one: Assertion) -> bool:
    return one.topic.predicate == QUOTATION and one.topic.dimension != PERCENT


def _day(one: Assertion) -> date | None:
    """The day of a quotation: that which its clause names, else that of the account."""
    days = one.topic.days or one.published
    return days.start if days is not None else None


def _clause(context: Context, head: int) -> list[int]:
    """The words between a figure and its verb, and what hangs on these as what is moved, or as how."""
    tree, found = context.tree, []
    for at in tree.path_up(head)[: 1 + STEPS]:
        found.append(at)
        found += (below for below in tree.children[at] if _is_beside(context, below))
        if tree.tokens[at].upos == "VERB":
            found += [tree.tokens[at].head] if tree.tokens[at].deprel == "acl:relcl" else []
            break
    return [*found, *(one for at in found for one in tree.children[at] if tree.tokens[one].deprel == "compound")]


def _is_beside(context: Context, index: int) -> bool:
    token = context.tree.tokens[index]
    return token.deprel in MOVED or token.upos in ("ADV", "ADJ", "ADP")
