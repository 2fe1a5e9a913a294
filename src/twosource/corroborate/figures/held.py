"""Who is held, where only that is said: "fourteen people are being held" by the police, or by who took hostages.

The verb does not tell; the account does: where it speaks of hostages anywhere, they are who is held, and elsewhere
they are prisoners.
"""

from __future__ import annotations

from twosource.corroborate.context import Context
from twosource.corroborate.figures.outcomes import ARREST, COUNT, PERSON
from twosource.model.reading import QuantityMention

ABDUCTION = "abduction"
HELD = frozenset({ABDUCTION, ARREST})
BEHIND = frozenset({"acl", "acl:relcl"})
"""How a verb hangs on those of whom it tells: "the 12 people held inside"."""


def held_as(context: Context, mention: QuantityMention, head: int, dimension: str) -> str | None:
    """What people are who are only said to be held: prisoners, or hostages; ``None`` for all others.

    Args:
        context: The account.
        mention: The figure.
        head: Token of the figure that the others hang on.
        dimension: What the figure measures.
    """
    if mention.quantity.unit != PERSON or dimension != COUNT or not _is_held(context, head):
        return None
    outcome = context.lexicon.outcome
    return ABDUCTION if any(outcome.of(word) == ABDUCTION for word in context.sentences_with) else ARREST


def _is_held(context: Context, head: int) -> bool:
    token, tree = context.tree.tokens[head], context.tree
    if token.deprel == "nsubj:pass":
        return context.lexicon.is_around("holding", *context.forms(token.head))
    behind = (at for at in tree.children[head] if tree.tokens[at].deprel in BEHIND)
    return any(_is_passive(context, at) and context.lexicon.is_around("holding", *context.forms(at)) for at in behind)


def _is_passive(context: Context, verb: int) -> bool:
    """Whether something is done to those on whom a verb hangs: they are its subject, and it has no object."""
    active = context.tree.child(verb, "obj") is not None or context.tree.child(verb, "nsubj") is not None
    return not active
