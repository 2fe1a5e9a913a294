"""Numbers that are part of a name: "Motel 6", "Standard & Poor's 500", "Five Arrows Leasing", "Radio Four".

They count nothing. The reading's names tell, and the tree where it ties a number to the name before it. The invariant:
a name that is the number alone ("911", "Three") marks nothing, for recognisers take plain numbers for names too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.annotate.quantities.expressions import MONEY
from twosource.annotate.quantities.words import Numbering
from twosource.model.reading import Mention, QuantityMention
from twosource.model.span import Span
from twosource.text.tree import Tree


def named_numbers(tree: Tree, text: Numbering) -> frozenset[int]:
    """Indexes of the pieces that lie in a name of several words, or that the tree ties to the name before them."""
    spans = sorted([*_names(tree), *_tied(tree)], key=lambda span: span.start)
    found: set[int] = set()
    at = 0
    for span in spans:
        while at < len(text.pieces) and text.at(at).end <= span.start:
            at += 1
        end = at
        while end < len(text.pieces) and text.at(end).start < span.end:
            found.add(end)
            end += 1
    return frozenset(found)


def _names(tree: Tree) -> Iterator[Span]:
    """Names of several words with a capital in the first or second."""
    for name in tree.reading.names:
        words = name.span.of(tree.reading.text).split()
        if len(words) > 1 and any(word[:1].isupper() for word in words[:2]):
            yield name.span


def _tied(tree: Tree) -> Iterator[Span]:
    """Numbers that hang on the name right before them: "Glock 19"."""
    for index, token in enumerate(tree.tokens):
        above = tree.tokens[token.head]
        flat = token.upos == "NUM" and token.deprel.split(":")[0] == "flat"
        if flat and above.upos == "PROPN" and 0 < index - token.head <= 3:
            yield token.span


def not_money(names: Sequence[Mention], figures: Sequence[QuantityMention]) -> tuple[Mention, ...]:
    """Names without those that are the mark and the digits of an amount: "Nkr45m", "HK$".

    Args:
        names: A reading's names.
        figures: Its figures.

    Returns:
        The other names, in their order.
    """
    amounts = {figure.span.start: figure.span.end for figure in figures if MONEY.match(figure.quantity.unit or "")}
    return tuple(name for name in names if name.span.end > amounts.get(name.span.start, -1))
