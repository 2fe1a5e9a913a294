"""What a bare number is measured in: "the union asks for nine per cent, the company offers four".

Who bargains names the unit once, and so does who tells of sums by the million: "sold for 38 million crowns; six million
more may be due". The number is another one, so it takes over the unit alone and nothing of what the amount before it is
the size of. The invariant: the amount stands within two sentences, and both are of one order of size.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context
from twosource.corroborate.figures.countable import is_torn
from twosource.corroborate.figures.measures import SCORE
from twosource.corroborate.figures.outcomes import COUNT, STRETCHES
from twosource.corroborate.figures.recounts import is_comparable
from twosource.model.reading import QuantityMention
from twosource.model.value import Quantity

NEAR = 2
"""Sentences back to the amount that names the unit."""
STEPS = 3
"""Steps up the tree from an amount to the verb of bargaining: "asks for a rise of nine per cent"."""
NO_AMOUNT = STRETCHES | {COUNT, SCORE, None}
MILLION = 1_000_000
MORE = "more"


def unit_before(
    context: Context, mention: QuantityMention, head: int, topic: Topic, told: Sequence[Assertion]
) -> Assertion | None:
    """The amount before a bare number that names its unit, or ``None``.

    Args:
        context: The account.
        mention: The number.
        head: Its token that the others hang on.
        topic: What is known of it without the figures before it.
        told: The figures before it, in text order.
    """
    quantity = mention.quantity
    if topic.subject or topic.predicate or quantity.unit or quantity.counted not in (None, MORE):
        return None
    offered = context.tree.tokens[head].deprel == "obj" and _is_bargaining(context, head, 1)
    if is_torn(context, mention) or not (offered or _is_of_millions(quantity)):
        return None
    for before in reversed(told):
        if context.sentence(head) - before.sentence > NEAR:
            return None
        if offered and _is_offer(context, before) and is_comparable(quantity, before.value):
            return before
        if not offered and isinstance(before.value, Quantity) and _is_of_millions(before.value):
            amount = before.topic.dimension not in NO_AMOUNT and is_comparable(quantity, before.value)
            return before if amount else None
    return None


def _is_of_millions(quantity: Quantity) -> bool:
    return (quantity.minimum or quantity.maximum or 0.0) >= MILLION


def _is_offer(context: Context, before: Assertion) -> bool:
    """Whether an amount is what somebody asks or offers."""
    named = context.head_of(before.focus)
    return before.topic.dimension not in NO_AMOUNT and named is not None and _is_bargaining(context, named, STEPS)


def _is_bargaining(context: Context, index: int, steps: int) -> bool:
    """Whether a verb of bargaining stands at most so many steps above a token."""
    above = context.tree.path_up(index)[1 : 1 + steps]
    return any(context.lexicon.is_around("bargaining", *context.forms(at)) for at in above)
