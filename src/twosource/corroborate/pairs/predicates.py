"""The predicates that two sentences have in common, and what takes part in them.

A predicate is a verb, the noun of an event, or what else has a subject ("is dead"). Reach for it where it matters of
what a word is told, and not only that both sentences have it. A part is who does it or undergoes it, passives turned
back (``turned``); a pronoun may be anybody, a noun is the same where it pairs off or a name in it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from twosource.corroborate.context import NOMINAL
from twosource.corroborate.pairs.tone import tones_of
from twosource.corroborate.pairs.turned import DOER, UNDERGOER, hangs
from twosource.corroborate.pairs.words import Pairing, Side

_SUBJECTS = ("nsubj", "csubj")
_CONTENT = frozenset({"ccomp", "xcomp", "csubj", "nsubj", "obj", "obl", "nmod", "acl"})
"""How what is denied hangs on the word that denies it, or on the "report" between both."""
_BETWEEN = 1
"""Words between what is denied and the word that denies it: "denied reports of an arrest"."""

Two = tuple[int, int]
"""A token of the left sentence and one of the right."""


def governor(side: Side, index: int) -> int:
    """The predicate that a word is told of: the nearest verb above it, or what has a subject, or the root.

    Args:
        side: Its sentence.
        index: The word; a predicate is its own.
    """
    tokens, children = side.tokens, side.context.tree.children
    for at in side.context.tree.path_up(index):
        has_subject = any(tokens[below].deprel.startswith(_SUBJECTS) for below in children[at])
        if tokens[at].upos == "VERB" or has_subject or tokens[at].head == at:
            return at
    return index


def shared_predicates(pairing: Pairing) -> Iterator[Two]:
    """The predicates that both sentences have.

    Args:
        pairing: Their words, paired off.
    """
    for one, other in sorted(pairing.to_right.items()):
        if _is_predicate(pairing.left, one) and _is_predicate(pairing.right, other):
            yield one, other


def _is_predicate(side: Side, index: int) -> bool:
    return governor(side, index) == index or index in side.context.events


def share_parts(pairing: Pairing, tops: Two, values: Two | None = None) -> bool:
    """Whether two predicates have a content word below them in common.

    Args:
        pairing: Both sentences.
        tops: The predicates.
        values: Words whose branches do not count.
    """
    mine, theirs = (
        set(side.context.tree.subtree(top)) - {top} - set(side.context.tree.subtree(values[at]) if values else ())
        for at, (side, top) in enumerate(zip((pairing.left, pairing.right), tops, strict=True))
    )
    return any(pairing.to_right.get(at) in theirs for at in mine)


def share_more(pairing: Pairing, tops: Two) -> bool:
    """Whether two predicates that both have more below them than who does it share some of that.

    Args:
        pairing: Both sentences.
        tops: The predicates.
    """
    mine, theirs = (_without_doers(side, top) for side, top in zip((pairing.left, pairing.right), tops, strict=True))
    return not mine or not theirs or any(pairing.to_right.get(at) in theirs for at in mine)


def _without_doers(side: Side, top: int) -> set[int]:
    """The content words below a predicate, but for those of who does it."""
    below, tree = side.context.tree.children[top], side.context.tree
    rest = {at for one in below if hangs(side, one) != DOER for at in tree.subtree(one)}
    return rest.intersection(side.content)


def have_other_parts(pairing: Pairing, tops: Two, values: Two | None = None) -> bool:
    """Whether somebody or something else does, or undergoes, what two predicates tell.

    Args:
        pairing: Both sentences.
        tops: The predicates.
        values: Words that differ, and stand for no part.
    """
    return any(not same for same in _compared(pairing, tops, values))


def have_one_part(pairing: Pairing, tops: Two) -> bool:
    """Whether the same does, or undergoes, what two predicates tell.

    Args:
        pairing: Both sentences.
        tops: The predicates.
    """
    return any(_compared(pairing, tops))


def _compared(pairing: Pairing, tops: Two, values: Two | None = None) -> Iterator[bool]:
    """For who does it and who undergoes it, where both sentences tell, whether it is the same."""
    mine, theirs = (
        _parts(side, top, values[at] if values else None)
        for at, (side, top) in enumerate(zip((pairing.left, pairing.right), tops, strict=True))
    )
    for how in sorted(mine.keys() & theirs.keys()):
        yield any(_is_same(pairing, one, other) for one in mine[how] for other in theirs[how])


def _parts(side: Side, top: int, value: int | None) -> dict[str, list[int]]:
    above = side.context.tree.path_up(value) if value is not None else []
    found: dict[str, list[int]] = {}
    for below in side.context.tree.children[top]:
        how = hangs(side, below)
        if how in (DOER, UNDERGOER) and below not in above and side.tokens[below].upos in NOMINAL:
            found.setdefault(how, []).append(below)
    return found


def _is_same(pairing: Pairing, one: int, other: int) -> bool:
    """Whether two nouns mean the same; a boy is no girl, though both are children."""
    sides = ((pairing.left, one), (pairing.right, other))
    if pairing.to_right.get(one) == other:
        mine, theirs = (side.context.lexicon.sorts_of(*side.context.forms(at)) for side, at in sides)
        return all(mine[name] == theirs[name] for name in mine.keys() & theirs.keys())
    names = [
        {side.entity.get(at) for at in side.context.tree.subtree(top) if side.tokens[at].upos == "PROPN"} - {None}
        for side, top in sides
    ]
    return bool(names[0] & names[1])


def stand_alike(pairing: Pairing, words: Two) -> bool:
    """Whether two words have one part in one predicate, or are said of one subject.

    Args:
        pairing: Both sentences.
        words: The words.
    """
    left, right = pairing.left, pairing.right
    tops = governor(left, words[0]), governor(right, words[1])
    if have_other_parts(pairing, tops, words):
        return False
    if tops == words:
        subjects = [
            [at for at in side.context.tree.children[top] if side.tokens[at].deprel.startswith(_SUBJECTS)]
            for side, top in zip((left, right), tops, strict=True)
        ]
        return any(pairing.to_right.get(one) == other for one in subjects[0] for other in subjects[1])
    heads = left.tokens[words[0]].head, right.tokens[words[1]].head
    one_place = pairing.to_right.get(tops[0]) == tops[1] and pairing.to_right.get(heads[0]) == heads[1]
    return one_place and hangs(left, words[0]) == hangs(right, words[1]) is not None


def is_negated(side: Side, index: int) -> bool:
    """Whether a predicate is negated, itself or in who takes part in it ("no boats sank").

    Args:
        side: Its sentence.
        index: The predicate.
    """
    negation, children = tones_of(side).negation, side.context.tree.children
    parts = (below for below in children[index] if hangs(side, below) in (DOER, UNDERGOER))
    said = (at for top in (index, *parts) for at in children[top])
    return any(side.tokens[at].text.lower() in negation for at in said)


def is_denied(side: Side, index: int) -> bool:
    """Whether a predicate is what a word above it denies: "denied that he left", "denied reports that he left".

    Args:
        side: Its sentence.
        index: The predicate.
    """
    denial, tokens = tones_of(side).denial, side.tokens
    path = side.context.tree.path_up(index)[: 2 + _BETWEEN]
    for below, above in pairwise(path):
        how = tokens[below].deprel
        if how == "acl:relcl" or how.partition(":")[0] not in _CONTENT:
            return False
        if side.lemma(above) in denial or tokens[above].text.lower() in denial:
            return True
    return False
