"""From spaCy's ``Doc`` to a reading: the narrow seam behind which spaCy stays.

Blank tokens (spaCy makes a token of a line break) are left out and heads counted anew, labels become Universal
Dependencies' own, entity labels become our four types. The invariant: every head is an index into the reading's tokens
and lies in the token's own sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from twosource.annotate.apposition import with_appositions
from twosource.annotate.clearnlp import Arc, to_universal
from twosource.annotate.components import VECTORS
from twosource.annotate.labels import entity_types
from twosource.model.reading import Mention, Reading, Token
from twosource.model.span import Span

_ARTICLES = frozenset({"the", "a", "an"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def to_reading(doc: Doc, *, clearnlp: bool = False) -> Reading:
    """Read a parsed ``Doc``.

    Args:
        doc: With sentences; with tags, heads, entities and ``doc.user_data[VECTORS]`` where its pipeline has them.
        clearnlp: Whether its dependencies are ClearNLP's.
    """
    words = [index for index, token in enumerate(doc) if not token.is_space]
    text = doc.text  # spaCy puts it together anew each time it is asked for
    names = tuple(_names(doc, text))
    tokens = tuple(_tokens(doc, text, words, clearnlp=clearnlp))
    return Reading(
        text,
        sentences=tuple(_sentences(doc)),
        tokens=with_appositions(tokens, names, doc.lang_),
        names=names,
        vectors=doc.user_data.get(VECTORS),
    )


def _tokens(doc: Doc, text: str, words: list[int], *, clearnlp: bool) -> Iterator[Token]:
    strings = doc.vocab.strings
    starts, lengths, lemmas, tags, feats, labels, heads = _columns(doc)
    place = {word: index for index, word in enumerate(words)}
    arcs = []
    for index, word in enumerate(words):
        head = place.get(word + heads[word], index)
        begin = starts[word]
        lemma = strings[lemmas[word]] or text[begin : begin + lengths[word]]
        arcs.append(Arc(lemma, strings[tags[word]] or "X", head, strings[labels[word]] or "dep"))
    if clearnlp:
        to_universal(arcs, _persons(doc, place))
    for index, (word, arc) in enumerate(zip(words, arcs, strict=True)):
        span = Span(starts[word], starts[word] + lengths[word])
        deprel = "root" if arc.head == index else arc.deprel
        feat = strings[feats[word]]
        yield Token(span, span.of(text), arc.lemma, arc.upos, "" if feat == "_" else feat, arc.head, deprel)


def _persons(doc: Doc, place: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Half-open runs of words (without blanks) that name persons."""
    for entity in doc.ents:
        inside = [place[index] for index in range(entity.start, entity.end) if index in place]
        if entity.label_ == "PERSON" and inside:
            yield inside[0], inside[-1] + 1


def _columns(doc: Doc) -> tuple[list[int], ...]:
    """Starts, lengths, lemmas, tags, features, labels, and heads counted from their word, for every token."""
    array: Any = doc.to_array(["IDX", "LENGTH", "LEMMA", "POS", "MORPH", "DEP", "HEAD"])
    *columns, heads = array.reshape(-1, 7).T
    return *(column.tolist() for column in columns), heads.astype(np.int64).tolist()


def _sentences(doc: Doc) -> Iterator[Span]:
    for sentence in doc.sents:
        first, last = sentence.start, sentence.end - 1
        while first <= last and doc[first].is_space:
            first += 1
        while last > first and doc[last].is_space:
            last -= 1
        if first <= last:
            yield Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _names(doc: Doc, text: str) -> Iterator[Mention]:
    types = entity_types()
    for entity in doc.ents:
        trimmed = _trimmed(entity) if entity.label_ in types else None
        if trimmed is not None:
            span = Span(trimmed.start_char, trimmed.end_char)
            yield Mention(span, span.of(text), types[entity.label_])


def _trimmed(entity: DocSpan) -> DocSpan | None:
    """The entity without its article and its possessive ending."""
    start, end = entity.start, entity.end
    while start < end and (entity.doc[start].lower_ in _ARTICLES or entity.doc[start].is_space):
        start += 1
    while start < end and (entity.doc[end - 1].lower_ in _POSSESSIVE or entity.doc[end - 1].is_space):
        end -= 1
    return entity.doc[start:end] if start < end else None
