"""The tone of a sentence: negated, hedged, denied, said of all or of some; and in what two sentences differ by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twosource.corroborate.pairs.words import Pairing, Side
from twosource.resources import listed

FEWEST = 3
"""Content words that a sentence is taken to have at least, so that a word of tone in two does not weigh all."""


@dataclass(frozen=True, slots=True)
class Tones:
    """A language's words of tone, from its list ``tone``."""

    negation: frozenset[str] = frozenset()
    hedge: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    denial: frozenset[str] = frozenset()
    universal: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    undoing: frozenset[str] = frozenset()


@cache
def tones(language: str) -> Tones:
    """A language's words of tone; none where it has no list."""
    table = listed(language, "tone")
    return Tones(**{name: frozenset(words) for name, words in table.items() if name != "source"})


def tones_of(side: Side) -> Tones:
    """The words of tone of a sentence's language."""
    return tones(side.context.account.article.language or "en")


def count(side: Side, words: frozenset[str]) -> int:
    """How many of a sentence's words are on a list, as they stand or by lemma."""
    return sum(token.text.lower() in words or token.lemma.lower() in words for token in side.words)


def share(side: Side, words: frozenset[str]) -> float:
    """How many of a sentence's words are on a list, over its content words: one "may" weighs more in a headline."""
    return count(side, words) / max(FEWEST, len(side.content))


def is_head_negated(pairing: Pairing, negation: frozenset[str]) -> bool:
    """Whether a paired predicate is negated on one side only.

    Args:
        pairing: The two sentences, paired off word by word.
        negation: Words that negate what they hang on.
    """
    left, right = pairing.left, pairing.right
    return any(
        _is_negated(left, index, negation) != _is_negated(right, partner, negation)
        for index, partner in pairing.to_right.items()
        if left.tokens[index].upos in ("VERB", "ADJ", "NOUN")
    )


def _is_negated(side: Side, index: int, negation: frozenset[str]) -> bool:
    return any(side.tokens[below].text.lower() in negation for below in side.context.tree.children[index])


def graded(pairing: Pairing) -> tuple[str, str] | None:
    """The quantifiers or hedges in which two sentences differ, empty where one has none; ``None`` where they do not.

    Args:
        pairing: Two sentences of nearly the same words.
    """
    left, right = pairing.left, pairing.right
    known = tones_of(left)
    for words in (known.universal, known.partial, known.hedge):
        one, other = _said(left, words), _said(right, words)
        if one.keys() != other.keys():
            lemmas = [{side.lemma(at) for at in side.indexes} for side in (left, right)]  # "can" is told as "could"
            mine = [
                word
                for word, at in one.items()
                if left.lemma(at) not in lemmas[1] and _is_of_both(left, at, pairing.to_right)
            ]
            theirs = [
                word
                for word, at in other.items()
                if right.lemma(at) not in lemmas[0] and _is_of_both(right, at, pairing.to_left)
            ]
            return (min(mine, default=""), min(theirs, default="")) if mine or theirs else None
    return None


def degree(pairing: Pairing) -> str:
    """How one of two sentences says less than the other: of some of them, or as possible; empty where neither does.

    Args:
        pairing: Their words, paired off.
    """
    left, right = pairing.left, pairing.right
    changed = graded(pairing)
    if changed:
        lacking, more = changed
        return f"the right one says “{more}”" if more else f"the right one does not say “{lacking}”"
    for index, partner in sorted(pairing.to_right.items()):
        one, other = left.context.events.get(index), right.context.events.get(partner)
        if one and other and one.modality != other.modality and one.negated == other.negated:
            return f"“{one.lemma}” is {one.modality.value} on the left, {other.modality.value} on the right"
    return ""


def _is_of_both(side: Side, index: int, partners: Mapping[int, int]) -> bool:
    """Whether what a word of tone belongs to stands in the other sentence, too: who leaves out "some of them in buses"
    leaves out the buses. Before a number "some" is "about".
    """
    token = side.tokens[index]
    head = side.tokens[token.head]
    counts = head.upos == "NUM" or any(side.tokens[at].upos == "NUM" for at in (index + 1,) if at in side.indexes)
    return not counts and (token.head in partners or token.head == index or head.upos == "AUX")


def _said(side: Side, words: frozenset[str]) -> dict[str, int]:
    """The words of a list that a sentence has, and where they stand first, but for a noun with an adjective ("the
    greater part" names no part).
    """
    tokens, children = side.tokens, side.context.tree.children
    found: dict[str, int] = {}
    for index in side.indexes:
        if tokens[index].upos != "NOUN" or all(tokens[below].deprel != "amod" for below in children[index]):
            word = tokens[index].text.lower()
            if word in words:
                found.setdefault(word, index)
    return found
