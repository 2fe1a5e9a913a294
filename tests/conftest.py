"""What many tests need: readings made by hand, and the bundled pipeline, loaded once."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from twosource.annotate import Pipeline, open_pipeline
from twosource.model.reading import EntityType, Mention, Reading, Token
from twosource.model.span import Span


def parsed(conllu: str, names: dict[str, str] | None = None) -> Reading:
    """A reading from CoNLL-U (ten columns, or ``form lemma upos head deprel [feats]``, heads counted from 1).

    Args:
        conllu: Sentences apart by an empty line; words are joined by one blank, sentences by one blank.
        names: Names in the text with their types; the first occurrence of each becomes a mention.
    """
    text = ""
    tokens: list[Token] = []
    sentences: list[Span] = []
    for block in conllu.strip().split("\n\n"):
        rows = [line.split() for line in block.strip().splitlines() if not line.startswith("#")]
        first = len(tokens)
        begin = len(text) + (1 if text else 0)
        for number, row in enumerate(rows):
            form, lemma, upos, feats, head, deprel = _columns(row)
            text += (" " if text else "") + form
            place = Span(len(text) - len(form), len(text))
            tokens.append(Token(place, form, lemma, upos, feats, first + (head - 1 if head else number), deprel))
        sentences.append(Span(begin, len(text)))
    mentions = [
        Mention(Span(text.index(name), text.index(name) + len(name)), name, EntityType(kind))
        for name, kind in (names or {}).items()
    ]
    return Reading(text, tuple(sentences), tuple(tokens), tuple(sorted(mentions, key=lambda one: one.span)))


def _columns(row: list[str]) -> tuple[str, str, str, str, int, str]:
    if len(row) >= 8:
        return row[1], row[2], row[3], "" if row[5] == "_" else row[5], int(row[6]), row[7]
    form, lemma, upos, head, deprel = row[:5]
    return form, lemma, upos, row[5] if len(row) > 5 else "", int(head), deprel


def rows(words: str) -> str:
    """Words "form/lemma/upos/head/deprel[/feats]" as lines of CoNLL-U; an empty line ends a sentence."""
    return "\n\n".join(
        "\n".join(" ".join(word.split("/")) for word in sentence.split()) for sentence in words.strip().split("\n\n")
    )


@pytest.fixture(name="parsed")
def parsed_fixture() -> Callable[..., Reading]:
    """The function above, for tests."""
    return parsed


Steps = Callable[[Callable[[], object]], int]


@pytest.fixture
def steps() -> Steps:
    """How many lines of Python a piece of work runs through: what grows with the input, on any machine alike."""

    def count(work: Callable[[], object]) -> int:
        lines = 0

        def trace(frame: FrameType, event: str, argument: object) -> Any:  # noqa: ANN401 as typeshed has it
            nonlocal lines
            lines += event == "line"
            return trace

        before = sys.gettrace()
        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(before)
        return lines

    return count


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The bundled English pipeline."""
    return open_pipeline()
