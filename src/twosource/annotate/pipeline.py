"""Pipelines: what reads a text into sentences, tokens, trees, names and vectors.

The bundled one is our own English model. Any installed spaCy pipeline can stand in for it, whether it speaks Universal
Dependencies or ClearNLP (told from its parser's labels); a language that none reads is read roughly: sentences and
words alone. The invariants: a pipeline never changes a text, and gives one reading a text, in order.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from twosource.annotate.clearnlp import is_clearnlp
from twosource.annotate.components import Tokenizer, start_sentences
from twosource.annotate.document import to_reading
from twosource.annotate.segmentation.rough import read_roughly, rough_words
from twosource.errors import PipelineError
from twosource.model.reading import Reading

Document = Sequence[Sequence[str]]
"""The words of each sentence."""

Given = TypeVar("Given")

_BATCH = 16
"""Documents that are read at once: enough to keep both threads of the encoder busy with short ones."""

BUNDLED = "twosource"
"""Name of the pipeline with our own English model."""


class Pipeline(Protocol):
    """What the rules of ``annotate/`` need from a pipeline."""

    @property
    def name(self) -> str:
        """As ``open_pipeline`` takes it."""
        ...

    @property
    def language(self) -> str:
        """ISO 639-1 code of the language that it reads."""
        ...

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        """Read each text: sentences, tokens, names, and vectors where the pipeline has them."""
        ...

    def read_words(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents whose sentences (none empty) and words are given: a reading each, a token a word."""
        ...


class SpacyPipeline:
    """A spaCy pipeline, read as Universal Dependencies."""

    def __init__(self, name: str, nlp: Language) -> None:
        self.name = name
        self.language = str(nlp.lang)
        self._nlp = nlp
        self._nlp.max_length = sys.maxsize  # what is too long is said in limits.py, and was turned away before
        self._clearnlp = is_clearnlp(nlp.pipe_labels.get("parser", []))

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        """Read each text. Sentences are ours, so that paragraph breaks and news' abbreviations are kept to."""
        return self._read(texts, self._divided)

    def read_words(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Read documents whose words are given; a word of blanks alone is read as a low line."""
        return self._read(documents, self._given)

    def _divided(self, text: str) -> Doc:
        doc = self._nlp.make_doc(text)
        return doc if isinstance(self._nlp.tokenizer, Tokenizer) else start_sentences(doc)

    def _given(self, document: Document) -> Doc:
        words = [word if word.strip() else "_" for sentence in document for word in sentence]
        starts: list[bool | int | None] = [place == 0 for sentence in document for place in range(len(sentence))]
        return Doc(self._nlp.vocab, words=words, sent_starts=starts)

    def _read(self, given: Iterable[Given], make: Callable[[Given], Doc]) -> Iterator[Reading]:
        waiting = iter(given)
        while batch := list(islice(waiting, _BATCH)):
            # A zone frees the words of a batch; without it, spaCy's vocabulary would grow for as long as we read.
            with self._nlp.memory_zone():
                docs: Iterable[Doc] = [make(one) for one in batch]
                for _, component in self._nlp.pipeline:
                    docs = component.pipe(docs) if hasattr(component, "pipe") else map(component, docs)
                readings = [to_reading(doc, clearnlp=self._clearnlp) for doc in docs]
            yield from readings


class RoughPipeline:
    """For a language that no installed pipeline reads: sentences and words alone."""

    name = "rough"

    def __init__(self, language: str) -> None:
        self.language = language

    def read(self, texts: Iterable[str]) -> Iterator[Reading]:
        """Read each text, with ``parsed`` false."""
        return (read_roughly(text, self.language) for text in texts)

    def read_words(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Give each word back, its own root."""
        return map(rough_words, documents)


def open_pipeline(name: str | None = None, language: str = "en") -> Pipeline:
    """Open a pipeline.

    Args:
        name: An installed spaCy pipeline package, or a folder of one; ``None`` for what is bundled for the language.
        language: ISO 639-1 code of the language to read.

    Returns:
        The pipeline; for a language that nothing bundled reads, one that gives sentences and words alone.

    Raises:
        PipelineError: No pipeline of this name is installed, or it lacks what it needs.
    """
    if name in (None, BUNDLED):
        return SpacyPipeline(BUNDLED, bundled()) if language == "en" else RoughPipeline(language)
    try:
        return SpacyPipeline(str(name), spacy.load(str(name)))
    except (OSError, ImportError, ValueError) as error:
        installed = ", ".join([BUNDLED, *spacy.util.get_installed_models()])
        raise PipelineError(f"no pipeline {name!r} that works: {error}; installed are: {installed}") from error


def bundled() -> Language:
    """Our English model as a spaCy pipeline.

    Raises:
        PipelineError: The model's files are missing.
    """
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "twosource.Tokenizer.v1"}}})
    nlp.add_pipe("twosource_encoder")
    return nlp
