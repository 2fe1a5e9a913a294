"""Others than the dead: the nine of "one died and nine others were hurt" are all who were hurt, no part of them.

Reach for it once a figure and the one before it are read. The invariant: only behind a count of the dead, and where a
word says that others are meant, is a part taken for the whole.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.corroborate.figures.outcomes import DEATH, INJURY, SHOT, is_shot
from twosource.model.value import Quantity


def beside_others(context: Context, before: Assertion | None, told: Assertion) -> Assertion:
    """The "nine others" of "one died and nine others were hurt": all of the hurt, no part of them.

    Others who were shot beside the dead were hurt.

    Args:
        context: The account.
        before: The figure before.
        told: A figure.
    """
    topic = told.topic
    words = (told.value.text if isinstance(told.value, Quantity) else "").lower().split()
    others = any(context.lexicon.is_around("others", word) for word in words)
    if before is None or not others or before.sentence != told.sentence:
        return told
    outcome, first = topic.predicate, before.topic.predicate
    if first != DEATH:
        return told
    if outcome in (None, DEATH, SHOT) and is_shot(context, told.focus):
        outcome = INJURY
    if outcome is None or outcome == first:
        return told
    return replace(told, topic=replace(topic, predicate=outcome, partial=False))
