"""The rules over a whole reading take time that grows with the text: a passage over and over, marks that never end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from twosource.annotate import Pipeline
from twosource.annotate.account import complete
from twosource.model.reading import Mention, Reading, Token
from twosource.model.span import Span

Steps = Callable[[Callable[[], object]], int]

PASSAGES = [
    ("“The dam at Brek is safe,” Ana Orlo said. ", "a quotation"),
    ("“The dam at Brek is safe. ", "a quotation that nobody closes"),
    ("“The dam,” ‘he said “that ”they‘ said”", "marks in every direction"),
    ("Ana Orlo and Ivo Telk left. They said both were ill. ", "a group and who means it"),
    ("The suspect was arrested after a man shot the child. ", "descriptions that many could claim"),
    ("He said that she said that ", "one voice in another"),
]


def tiled(passage: Reading, count: int) -> Reading:
    """A reading's text, tokens and names again and again."""
    width, size = len(passage.text), len(passage.tokens)
    return Reading(
        passage.text * count,
        tuple(one.shift(width * at) for at in range(count) for one in passage.sentences),
        tuple(_token(one, width * at, size * at) for at in range(count) for one in passage.tokens),
        tuple(_name(one, width * at) for at in range(count) for one in passage.names),
    )


def _token(one: Token, by: int, first: int) -> Token:
    return Token(one.span.shift(by), one.text, one.lemma, one.upos, one.feats, one.head + first, one.deprel)


def _name(one: Mention, by: int) -> Mention:
    return Mention(one.span.shift(by), one.text, one.type)


def one_sentence(reading: Reading) -> Reading:
    """The same without sentence ends, each sentence hanging on the one before."""
    roots = [at for at, token in enumerate(reading.tokens) if token.head == at]
    above = dict(zip(roots[1:], roots, strict=False))
    tokens = [
        Token(one.span, one.text, one.lemma, one.upos, one.feats, above.get(at, one.head), _relation(at, above, one))
        for at, one in enumerate(reading.tokens)
    ]
    return Reading(reading.text, (Span(0, len(reading.text)),), tuple(tokens), reading.names)


def _relation(at: int, above: dict[int, int], one: Token) -> str:
    return "ccomp" if at in above else one.deprel


def _ask(reading: Reading) -> None:
    """All rules, then what the stages ask of each event."""
    read = complete(reading, date(2024, 3, 5), "en")
    for event in read.events:
        read.sources_of(event.span)


@pytest.mark.parametrize(("text", "reason"), PASSAGES, ids=[reason for _, reason in PASSAGES])
@pytest.mark.parametrize("shape", [tiled, lambda passage, count: one_sentence(tiled(passage, count))])
def test_annotating_takes_linear_time(
    pipeline: Pipeline, steps: Steps, text: str, reason: str, shape: Callable[[Reading, int], Reading]
) -> None:
    passage = next(iter(pipeline.read([text])))
    _ask(passage)  # reads the word lists
    short, long = shape(passage, 10), shape(passage, 80)
    assert steps(lambda: _ask(long)) < 16 * steps(lambda: _ask(short)), reason
