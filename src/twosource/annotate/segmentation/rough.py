"""A language without a pipeline: sentences and words, and no more.

Figures, dates and copied passages can still be found in such a text. The invariant: ``parsed`` is false, and tokens
carry no tag but ``X`` and no tree (each is its own root), so that no rule mistakes them for read ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate.segmentation.sentences import split_sentences
from twosource.annotate.segmentation.tokens import find_words
from twosource.model.reading import Reading, Token
from twosource.model.span import Span


def read_roughly(text: str, language: str) -> Reading:
    """Read a text in any language.

    Args:
        text: The text.
        language: ISO 639-1 code; its lists are used where there are such.
    """
    sentences = split_sentences(text, language)
    words = [Span(*word) for sentence in find_words(text, sentences, language) for word in sentence]
    return Reading(text, sentences, _tokens(text, words), parsed=False)


def rough_words(document: Sequence[Sequence[str]]) -> Reading:
    """Read a document whose sentences and words are given, one blank between two words."""
    spans: list[Span] = []
    sentences: list[Span] = []
    at = 0
    for sentence in document:
        first = at
        for word in sentence:
            spans.append(Span(at, at + len(word)))
            at += len(word) + 1
        sentences.append(Span(first, at - 1))
    text = " ".join(word for sentence in document for word in sentence)
    return Reading(text, tuple(sentences), _tokens(text, spans), parsed=False)


def _tokens(text: str, words: Sequence[Span]) -> tuple[Token, ...]:
    return tuple(
        Token(span, span.of(text), span.of(text).lower(), "X", "", index, "root") for index, span in enumerate(words)
    )
