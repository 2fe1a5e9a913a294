"""A part of a reading as a reading of its own.

Sentences are often better read together (a headline with its article, the sentences of a document) and then kept apart.
The invariant: a part begins and ends between sentences, so that no head lies outside of it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from twosource.model.reading import Reading, Token
from twosource.model.span import Span


def part(whole: Reading, span: Span) -> Reading:
    """What was read in ``span`` of a text: sentences, tokens, names and vectors, with offsets from its start.

    Args:
        whole: The reading of a longer text, before any rule has run on it.
        span: From between two sentences to between two.
    """
    edges = (span.start, span.end)
    first, last = (bisect_left(whole.tokens, edge, key=lambda token: token.span.start) for edge in edges)
    begin, stop = (bisect_left(whole.sentences, edge, key=lambda sentence: sentence.start) for edge in edges)
    named, unnamed = (bisect_left(whole.names, edge, key=lambda name: name.span.start) for edge in edges)
    return Reading(
        span.of(whole.text),
        tuple(sentence.shift(-span.start) for sentence in whole.sentences[begin:stop]),
        tuple(_moved(token, span.start, first) for token in whole.tokens[first:last]),
        tuple(replace(name, span=name.span.shift(-span.start)) for name in whole.names[named:unnamed]),
        vectors=None if whole.vectors is None else whole.vectors[begin:stop],
        parsed=whole.parsed,
    )


def _moved(token: Token, offset: int, index: int) -> Token:
    return replace(token, span=token.span.shift(-offset), head=token.head - index) if offset else token
