"""A figure that takes another back in its own sentence: "three boats got away, and not four, as the firm had said".

The number behind the "not" counts what the one before it counts. Where somebody had said so it is what was told before,
so that accounts which still have it are laid beside the new one; else it is denied. The invariant: nothing but who said
so stands between the "not" and its number.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context
from twosource.corroborate.figures.recounts import is_bare, is_comparable
from twosource.model.reading import QuantityMention

NOT = "not"
FAR = 24
"""Words from a figure to the one that it takes back, who had said so included."""
LINKS = frozenset({"CCONJ", "PUNCT"})
BETWEEN = frozenset({"ADP", "PUNCT"})


def taken_back(context: Context, mention: QuantityMention, topic: Topic, before: Assertion | None) -> Topic | None:
    """The topic of a bare number that the figure before it takes back, or ``None``.

    Args:
        context: The account.
        mention: The number.
        topic: What is known of it without the figure before it.
        before: The figure before it.
    """
    tokens, number = context.tree.tokens, context.tree.tokens_in(mention.span).start
    if before is None or context.sentence(number) != before.sentence or not is_bare(mention.quantity, topic):
        return None
    last = context.tree.tokens_in(before.focus).stop
    denial = next((at for at in range(last, number) if tokens[at].text.lower() == NOT), None)
    if denial is None or number - last > FAR or not is_comparable(mention.quantity, before.value):
        return None
    said = [at for at in range(denial + 1, number) if tokens[at].upos == "VERB"]
    bare = all(tokens[at].upos in BETWEEN for at in range(denial + 1, number))
    if tokens[denial - 1].upos not in LINKS or not (bare or (said and all(map(context.is_saying, said)))):
        return None
    behind = range(number, context.tree.sentence_ranges[before.sentence].stop)
    clause = said or [at for at in behind if tokens[at].deprel == "advcl" and context.is_saying(at)]
    told = before.topic
    return replace(
        topic.of_what(told),
        partial=told.partial,
        earlier=any(_is_past(context, at) for at in clause),
    )


def _is_past(context: Context, verb: int) -> bool:
    """Whether it had been said before."""
    had = context.tree.child(verb, "aux")
    return had is not None and context.tree.tokens[had].text.lower() == "had"
