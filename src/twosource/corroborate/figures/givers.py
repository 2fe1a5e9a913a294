"""Who gives a figure by a verb of counting: "the union put the number at 2,100", "the police counted 900".

Nothing is quoted there, so ``annotate`` reads no attribution; yet the number is on somebody's word, and is not theirs.
The invariant: the giver is the subject of the verb, and the number its object, or stands behind "at" or "as".
"""

from __future__ import annotations

from dataclasses import replace

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.topics import people_in
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.model.claim import Speaker
from twosource.model.reading import Attribution, AttributionKind, Modality

STEPS = 3
"""Steps up the tree from a number to the verb that gives it: "counted nine of the injured"."""
BEHIND = frozenset({"at", "as"})
GIVEN = frozenset({"obj", "obl", "xcomp"})


def giver_of(context: Context, head: int) -> int | None:
    """The token of who gives a figure, or ``None``.

    Args:
        context: The account.
        head: Token of the figure that the others hang on.
    """
    tokens, tree = context.tree.tokens, context.tree
    top = head
    for _ in range(STEPS):
        if tokens[top].deprel not in ("nmod", "nummod", "amod"):
            break
        top = tokens[top].head
    verb = tokens[top].head
    if tokens[top].deprel.split(":")[0] not in GIVEN or tokens[verb].upos != "VERB":
        return None
    case = tree.child(top, "case")
    behind = case is not None and tokens[case].text.lower() in BEHIND
    if not context.lexicon.is_around("putting" if behind else "tallying", *context.forms(verb)):
        return None
    return tree.child(verb, "nsubj")


def givers_in(context: Context, head: int) -> frozenset[str]:
    """Who only comes by a figure, by id: "she puts the gap at 2.7 billion", and it is not hers.

    Args:
        context: The account.
        head: Token of the figure that the others hang on.
    """
    giver = giver_of(context, head)
    return frozenset() if giver is None else people_in(context, context.tree.tokens[giver].span)


def given(context: Context, voices: Voices, head: int, told: Assertion) -> Assertion:
    """A figure on the word of who counts it, where nobody else is said to tell it.

    Args:
        context: The account.
        voices: Names the speakers.
        head: Token of the figure that the others hang on.
        told: The figure.
    """
    speaker = _speaker(context, voices, head) if not told.attribution else None
    if speaker is None:
        return told
    reported = Modality.REPORTED if told.modality is Modality.ASSERTED else told.modality
    return replace(told, attribution=(speaker,), modality=reported)


def _speaker(context: Context, voices: Voices, head: int) -> Speaker | None:
    """Who gives a figure, by name where one is known."""
    giver = giver_of(context, head)
    if giver is None:
        return None
    source = context.tree.span(context.tree.subtree(giver, without=frozenset({"acl", "acl:relcl", "parataxis"})))
    cue = context.tree.tokens[context.tree.tokens[giver].head].span
    number = context.tree.tokens[head].span
    told = Attribution((source,), (cue,), (number,), AttributionKind.INDIRECT)
    return voices.speaker(context, told, number)
