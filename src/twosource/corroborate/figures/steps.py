"""Numbers that are what the one before them has become: "the number had fallen to 22,000", "by noon it was 968".

The noun or pronoun says that the number is known, and the verb that it has moved; what it counts stands a sentence
back. The invariant: the account tells both, so the former is an earlier state by its own word.
"""

from __future__ import annotations

from dataclasses import replace

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context

TO = frozenset({"to", "at"})
TAKEN_UP = frozenset({"it", "that", "this"})
"""Pronouns that stand for a number."""


def is_step(context: Context, head: int) -> bool:
    """Whether a number is what a number, or what a pronoun stands for, has become.

    Args:
        context: The account.
        head: Its token that the others hang on.
    """
    return names_step(context, head) or _is_it(context, head)


def names_step(context: Context, head: int) -> bool:
    """Whether a noun says that it is the next of a known number: "the toll had climbed to 63".

    Args:
        context: The account.
        head: The number's token that the others hang on.
    """
    subject = _moved(context, head)
    return subject is not None and context.lexicon.is_around("totals", *context.forms(subject))


def left_behind(told: Assertion, before: Assertion) -> tuple[Assertion, Assertion]:
    """A step, and the figure that it has left behind: the account calls that an earlier one, unless it was the most
    that there ever were, which others may tell as such.

    Args:
        told: The step.
        before: The figure before it.

    Returns:
        The figure before it, then the step.
    """
    if before.topic.peak:
        return before, told
    return (
        replace(before, topic=replace(before.topic, earlier=True)),
        replace(told, topic=replace(told.topic, formerly=before.value)),  # type: ignore[arg-type]
    )


def _moved(context: Context, head: int) -> int | None:
    """What the verb moves to the number, if there is one of the kind."""
    tree = context.tree
    token = tree.tokens[head]
    case = tree.child(head, "case")
    to = token.deprel.split(":")[0] == "obl" and case is not None and tree.tokens[case].text.lower() in TO
    if not (to or token.deprel == "obj") or not context.lexicon.is_around("becoming", *context.forms(token.head)):
        return None
    return tree.child(token.head, "nsubj", "nsubj:pass")


def _is_it(context: Context, head: int) -> bool:
    """Whether a pronoun has become the number, or is it at a time: "that had melted to 968", "by noon it was 968"."""
    tree = context.tree
    subject = _moved(context, head)
    alone = tree.child(head, "cop") is not None and tree.child(head, "case") is None  # "a minute before five": an hour
    if subject is None and alone and _is_timed(context, head):
        subject = tree.child(head, "nsubj")
    return subject is not None and tree.tokens[subject].text.lower() in TAKEN_UP


def _is_timed(context: Context, head: int) -> bool:
    """Whether a time hangs on the number's clause."""
    return any(context.is_time(at) for at in context.tree.children[head])
