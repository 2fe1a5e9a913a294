"""Our English reader as spaCy components, found by spaCy through entry points.

Reach for them to build a spaCy pipeline of one's own. ``twosource.Tokenizer.v1`` divides a text into words and
sentences; ``twosource_sentences`` starts sentences in a ``Doc`` of another tokenizer; ``twosource_encoder`` fills tags,
features, lemmas, heads, relations, entities, and a vector a sentence in ``doc.user_data[VECTORS]``. The invariants:
``doc.text`` is the text that went in, and a blank token (spaCy's for a line break) is never read, only hung on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, islice
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.util import registry
from spacy.vocab import Vocab

from twosource.annotate.columns import ATTRIBUTES, Columns
from twosource.annotate.encoder import Encoder, Parsed
from twosource.annotate.labels import ENTITY_LABELS
from twosource.annotate.names.naming import agree
from twosource.annotate.segmentation.sentences import split_sentences
from twosource.annotate.segmentation.tokens import find_words

VECTORS = "twosource_vectors"
"""Key in ``Doc.user_data``: float32, shape (sentences, 384), rows of unit length."""


class Tokenizer:
    """Words and sentences of Universal Dependencies, as spaCy's tokenizer."""

    def __init__(self, vocab: Vocab, language: str = "en") -> None:
        self.vocab = vocab
        self.language = language

    def __call__(self, text: str) -> Doc:
        """Divide a text; ``doc.text`` is ``text``."""
        sentences = split_sentences(text, self.language)
        found = find_words(text, sentences, self.language)
        words = [(*word, place == 0) for sentence in found for place, word in enumerate(sentence)]
        pieces = list(_with_blanks(text, words))
        return Doc(
            self.vocab,
            words=[piece[0] for piece in pieces],
            spaces=[piece[1] for piece in pieces],
            sent_starts=[piece[2] or place == 0 for place, piece in enumerate(pieces)],
        )

    def to_bytes(self, **_: object) -> bytes:
        """Nothing: the lists belong to the package."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> Tokenizer:
        """The same tokenizer."""
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        """Write nothing."""

    def from_disk(self, _path: object, **_: object) -> Tokenizer:
        """The same tokenizer."""
        return self


def _with_blanks(text: str, words: list[tuple[int, int, bool]]) -> Iterator[tuple[str, bool, bool]]:
    """Each token with whether one blank follows and whether it starts a sentence; further white space is a token."""
    at = words[0][0] if words else len(text)
    if at:
        yield text[:at], False, True
    starts = [*(start for start, _, _ in words[1:]), len(text)]
    for (start, end, first), following in zip(words, starts, strict=False):  # without words there is nothing to follow
        blank = text[end : end + 1] == " "
        yield text[start:end], blank, first
        if end + blank < following:
            yield text[end + blank : following], False, False


@registry.tokenizers("twosource.Tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer(language: str = "en") -> Callable[[Language], Tokenizer]:
    """The tokenizer for a pipeline's configuration."""
    return lambda nlp: Tokenizer(nlp.vocab, language)


@Language.component("twosource_sentences")
def start_sentences(doc: Doc) -> Doc:
    """Start sentences where ours start, for a parser or other component to keep to."""
    starts = {sentence.start for sentence in split_sentences(doc.text, doc.lang_ or "en")}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


@Language.factory(
    "twosource_encoder",
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents"],
    requires=["token.is_sent_start"],
    default_config={"threads": 2},
)
def create_encoder(nlp: Language, name: str, threads: int) -> EncoderComponent:
    """The bundled English model as a component."""
    return EncoderComponent(nlp.vocab, _bundled(threads))


@cache
def _bundled(threads: int) -> Encoder:
    """The bundled model, opened once a process: that takes longer than to read a page with it."""
    return Encoder.load(threads=threads)


def _sentences(doc: Doc) -> Iterator[list[int]]:
    """The places of each sentence's words; blanks are no words."""
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        if words:
            yield words


class EncoderComponent:
    """Fills a ``Doc`` that has words and sentences with what the encoder reads."""

    def __init__(self, vocab: Vocab, encoder: Encoder) -> None:
        self._vocab = vocab
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """Read one ``Doc``."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Read each ``Doc``, the sentences of several at once; names agree within each."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            places = [list(_sentences(doc)) for doc in batch]
            words = [
                [[doc[place].text for place in sentence] for sentence in found]
                for doc, found in zip(batch, places, strict=True)
            ]
            parsed = iter(self._encoder.read(list(chain.from_iterable(words))))
            for doc, found, read in zip(batch, places, words, strict=True):
                yield self._filled(doc, found, agree(read, list(islice(parsed, len(found)))))

    def _filled(self, doc: Doc, sentences: list[list[int]], parsed: list[Parsed]) -> Doc:
        columns = Columns(len(doc), self._vocab)
        entities = []
        for words, one in zip(sentences, parsed, strict=True):
            columns.fill(words, one)
            for first, last, kind in one.names:
                entities.append(DocSpan(doc, words[first], words[last - 1] + 1, label=ENTITY_LABELS[kind]))
        array: Any = columns.array()  # spaCy types it as an array of thinc's
        doc = doc.from_array(ATTRIBUTES, array)
        doc.set_ents(entities)
        doc.user_data[VECTORS] = np.stack([one.vector for one in parsed]) if parsed else np.zeros((0, 384), np.float32)
        return doc
