"""Whether a sentence gives a day in passing: what a line of the timeline must not do."""

from __future__ import annotations

import pytest

from twosource.model.reading import Reading, Token
from twosource.model.span import Span
from twosource.tell.aside import is_aside
from twosource.text.tree import Tree

Row = tuple[str, str, int, str]
"""A token with its part of speech, its head from 1 (0: the root) and its relation."""


def tree(*rows: Row) -> Tree:
    text, tokens = "", []
    for at, (word, upos, head, deprel) in enumerate(rows):
        span = Span(len(text), len(text) + len(word))
        text += f"{word} "
        tokens.append(Token(span, word, word.lower(), upos, "", head - 1 if head else at, deprel))
    return Tree(Reading(text, (Span(0, len(text)),), tuple(tokens)))


@pytest.mark.parametrize(
    ("rows", "aside", "reason"),
    [
        (
            [("Men", "NOUN", 2, "nsubj"), ("fled", "VERB", 0, "root"), ("Friday", "PROPN", 2, "obl")],
            False,
            "its own clause",
        ),
        (
            [
                ("Men", "NOUN", 5, "nsubj"),
                ("who", "PRON", 3, "nsubj"),
                ("fled", "VERB", 1, "acl:relcl"),
                ("Friday", "PROPN", 3, "obl"),
                ("returned", "VERB", 0, "root"),
            ],
            True,
            "a clause that says of whom it tells",
        ),
        (
            [
                ("She", "PRON", 2, "nsubj"),
                ("slept", "VERB", 0, "root"),
                ("when", "ADV", 5, "advmod"),
                ("it", "PRON", 5, "nsubj"),
                ("broke", "VERB", 2, "advcl"),
                ("Friday", "PROPN", 5, "obl"),
            ],
            False,
            "a clause that tells what was at that time",
        ),
        (
            [
                ("She", "PRON", 2, "nsubj"),
                ("left", "VERB", 0, "root"),
                ("after", "SCONJ", 5, "mark"),
                ("it", "PRON", 5, "nsubj"),
                ("broke", "VERB", 2, "advcl"),
                ("Friday", "PROPN", 5, "obl"),
            ],
            True,
            "a clause that tells what was before",
        ),
        (
            [
                ("The", "DET", 3, "det"),
                ("Friday", "PROPN", 3, "compound"),
                ("attack", "NOUN", 4, "nsubj"),
                ("failed", "VERB", 0, "root"),
            ],
            True,
            "a day in the name of something",
        ),
        (
            [
                ("It", "PRON", 2, "nsubj"),
                ("led", "VERB", 0, "root"),
                ("to", "ADP", 5, "case"),
                ("the", "DET", 5, "det"),
                ("fire", "NOUN", 2, "obl"),
                ("Friday", "PROPN", 5, "nmod"),
            ],
            True,
            "a day that says which event is meant",
        ),
        (
            [
                ("It", "PRON", 3, "nsubj"),
                ("was", "AUX", 3, "cop"),
                ("Ola", "PROPN", 0, "root"),
                ("who", "PRON", 5, "nsubj"),
                ("fell", "VERB", 3, "acl:relcl"),
                ("Friday", "PROPN", 5, "obl"),
            ],
            False,
            "a clause that is split in two",
        ),
        (
            [("Police", "NOUN", 0, "root"), ("there", "ADV", 1, "advmod"), ("Friday", "PROPN", 1, "nmod")],
            True,
            "a caption",
        ),
    ],
)
def test_a_day_in_passing(rows: list[Row], aside: bool, reason: str) -> None:
    read = tree(*rows)
    day = read.reading.text.index("Friday")
    assert is_aside(read, Span(day, day + len("Friday"))) == aside, reason
