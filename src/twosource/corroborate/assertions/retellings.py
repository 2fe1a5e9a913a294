"""Whether two accounts tell of two names in the same words: then the two names are one person's, told two ways.

Two reporters who tell of two persons do not write five words in a row alike, a verb among them, in the sentences that
name these two alone; who retells does. Reach for it where two names share a word and no account has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from twosource.corroborate.context import NOMINAL, Context
from twosource.model.entity import Entity

LEAST = 5
"""Words in a row that the two sentences share. In 608 real stories some 400 pairs of names share a given name or a
surname and no account; of four pairs with so many words three differ by a letter, and the fourth is a slip, too."""
INITIALS = 2
"""Letters up to which a word of a name may stand for others ("A.J.")."""


def told_alike(one: Entity, other: Entity, contexts: Mapping[str, Context]) -> bool:
    """Whether two accounts have sentences with these names in full that share enough words in a row.

    Args:
        one, other: Entities that no account has both of.
        contexts: The accounts by their articles' ids.
    """
    runs = {run for sentence in _sentences(one, contexts) for run in _runs(*sentence)}
    return any(run in runs for sentence in _sentences(other, contexts) for run in _runs(*sentence))


def knows_both(one: Entity, other: Entity, contexts: Mapping[str, Context]) -> bool:
    """Whether an account that gives the one name has a word that only the other has, or one name is part of the other.

    Args:
        one, other: Entities that no account has both of.
        contexts: The accounts by their articles' ids.
    """
    mine, theirs = _words(one), _words(other)
    unknown = _are_unknown(mine - theirs, other, contexts) and _are_unknown(theirs - mine, one, contexts)
    return not unknown or mine <= theirs or theirs <= mine


def _words(one: Entity) -> set[str]:
    return {word for name in one.names for word in re.findall(r"[^\W\d_]+", name.lower())}


def _are_unknown(words: set[str], to: Entity, contexts: Mapping[str, Context]) -> bool:
    """Whether words of a name, none of them initials, stand nowhere in the accounts that give another name."""
    if any(len(word) <= INITIALS for word in words):
        return False
    read = (contexts[article] for article in to.articles if article in contexts)
    return not any(token.text.lower() in words for context in read for token in context.tree.tokens)


def _sentences(one: Entity, contexts: Mapping[str, Context]) -> Iterator[tuple[Context, range]]:
    """The sentences that give a name in full."""
    for mention in one.mentions:
        context = contexts.get(mention.passage.article) if " " in mention.text else None
        number = context.reading.sentence_at(mention.passage.span.start) if context else None
        if context is not None and number is not None:
            yield context, context.tree.sentence_ranges[number]


def _runs(context: Context, sentence: range) -> Iterator[tuple[str, ...]]:
    """All :data:`LEAST` words in a row of a sentence, marks aside, that have a verb and a noun among them."""
    tokens = context.tree.tokens
    words = [at for at in sentence if tokens[at].upos != "PUNCT"]
    for start in range(len(words) - LEAST + 1):
        run = words[start : start + LEAST]
        tags = {tokens[at].upos for at in run}
        if "VERB" in tags and tags & NOMINAL:
            yield tuple(tokens[at].text.lower() for at in run)
