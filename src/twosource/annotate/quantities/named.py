"""Numbers that are part of a name: "Motel 6", "Standard & Poor's 500", "Five Arrows Leasing", "Radio Four".

They count nothing. The reading's names tell, and the tree where it ties a number to the name before it. The invariant:
a name that is the number alone ("911", "Three") marks nothing, for recognisers take plain numbers for names too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

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


def not_money(source: str, names: Sequence[Mention], figures: Sequence[QuantityMention]) -> tuple[Mention, ...]:
    """Names without the marks and digits of amounts: "Nkr45m" and "HK$" go, "Orvel Nkr45m" becomes "Orvel".

    Args:
        source: The reading's text.
        names: Its names.
        figures: Its figures, in text order.

    Returns:
        What is left of the names, in their order.
    """
    amounts = [figure.span for figure in figures if MONEY.match(figure.quantity.unit or "")]
    starts = [amount.start for amount in amounts]
    kept = []
    for name in names:
        place = bisect_left(starts, name.span.start)
        amount = amounts[place] if place < len(amounts) else None
        if amount is None or not amount.start < name.span.end <= amount.end:
            kept.append(name)
        elif amount.start > name.span.start:
            words = source[name.span.start : amount.start].rstrip()
            kept.append(replace(name, span=Span(name.span.start, name.span.start + len(words)), text=words))
    return tuple(kept)
