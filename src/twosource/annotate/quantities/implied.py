"""The one that a singular noun implies where something befell the person, and the two of "both".

"A man was killed", "the death of a child", "both victims died": only the tree tells whom a verb befalls, so that the
man who "shot two guards" is not counted as shot. The invariant:
each phrase is one token's own, holds no count of its own, and is quoted whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from twosource.annotate.quantities.befallen import Befalling, befalling, befell
from twosource.annotate.quantities.nearby import below, child, leftmost
from twosource.model.reading import QuantityMention
from twosource.model.span import Span
from twosource.model.value import Quantity
from twosource.text.tree import Tree

_LONGEST = 12
_COUNTS = frozenset({None, "person", "ordinal", "score"})
_AGE = ("nummod", "nmod", "obl", "compound")
"""How the number hangs on the "old" of "a 17-year-old"."""
_LEFT = frozenset({"det", "amod", "compound", "nmod", "nummod", "punct", "advmod", "obl", "flat"})


def implied_ones(tree: Tree, language: str) -> tuple[QuantityMention, ...]:
    """A figure of one for each singular person whom the text says something befell, in text order.

    Args:
        tree: The reading's tree; without a parse nothing is found.
        language: ISO 639-1 code.
    """
    words = befalling(language)
    if words is None or not tree.reading.parsed:
        return ()
    return tuple(
        _mention(tree, words, span, index)
        for index in range(len(tree.tokens))
        if _is_person(tree, words, index) and befell(tree, words, index)
        for span in _phrase(tree, words, index)
    )


def with_implied(mentions: list[QuantityMention], implied: tuple[QuantityMention, ...]) -> tuple[QuantityMention, ...]:
    """Add the implied ones in their places, but none that shares a word with a count ("a third man", "one victim")."""
    counts = sorted((each for each in mentions if each.quantity.unit in _COUNTS), key=lambda each: each.span.start)
    starts = [each.span.start for each in counts]
    kept = []
    for each in implied:
        at = bisect_left(starts, each.span.end)
        if not any(before.span.overlaps(each.span) for before in counts[max(0, at - 2) : at]):
            kept.append(each)
    return tuple(sorted([*mentions, *kept], key=lambda each: each.span.start))


def _mention(tree: Tree, words: Befalling, span: Span, index: int) -> QuantityMention:
    """The figure; "a 17-year-old" counts a 17-year-old, "a young man" a man."""
    text, noun = tree.reading.text, tree.tokens[index]
    number = child(tree, index, *_AGE) if noun.text.lower() in words.ages else None
    first = index if number is None else leftmost(tree, number)
    while first <= index and tree.tokens[first].upos == "DET":
        first += 1
    count = 1 + _both(tree, words, index)
    counted = text[tree.tokens[first].span.start : noun.span.end] if first <= index else None
    return QuantityMention(span, Quantity(count, count, False, "person", counted, span.of(text)))


def _is_person(tree: Tree, words: Befalling, index: int) -> bool:
    token = tree.tokens[index]
    word = token.text.lower()
    if _both(tree, words, index):
        return word in words.both or token.lemma.lower() in words.persons
    aged = word in words.ages and child(tree, index, *_AGE) is not None
    return token.upos in {"NOUN", "ADJ"} and (word in words.persons or aged) and "Number=Plur" not in token.feats


def _both(tree: Tree, words: Befalling, index: int) -> bool:
    """Whether it is "both" as a subject, or a plural behind it: "both victims"."""
    if tree.tokens[index].text.lower() in words.both:
        return tree.tokens[index].deprel.startswith("nsubj") and not tree.children[index]
    plural = "Number=Plur" in tree.tokens[index].feats
    return plural and any(tree.tokens[at].text.lower() in words.both for at in below(tree, index) if at < index)


def _phrase(tree: Tree, words: Befalling, index: int) -> Iterator[Span]:
    """The noun with all that stands before it and hangs on it; nothing where it has a count or a negation."""
    first = index
    for at in below(tree, index):
        if at > index or tree.tokens[at].deprel.split(":")[0] not in _LEFT:
            continue
        if _counts(tree, at) or tree.tokens[at].text.lower() in words.nobody:
            return
        first = min(first, leftmost(tree, at))
    while tree.tokens[first].upos in {"PUNCT", "CCONJ"}:
        first += 1
    span = tree.span(range(first, index + 1))
    if index - first <= _LONGEST and "\n" not in span.of(tree.reading.text):
        yield span


def _counts(tree: Tree, index: int) -> bool:
    """Whether a dependent is a number of its own; the number of an age hangs deeper."""
    token = tree.tokens[index]
    return token.deprel == "nummod" or "NumType" in token.feats
