"""Text that nobody wrote to be read, through the whole English pipeline: no crash, exact offsets, time in proportion.

``bench/english_hostile.py`` reads the same kinds at full size (a sentence of 100,000 words, 10,000 sentences).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from twosource.annotate import Pipeline

KINDS: list[tuple[str, Callable[[int], str]]] = [
    ("one sentence", lambda words: "the ferry left Ostrel and " * (words // 5)),
    ("many sentences", lambda words: "The harbour of Ostrel closed on Monday, Ida Holm said. " * (words // 10)),
    ("other names everywhere", lambda words: " ".join(f"Ostrel{n} met Holm{n}." for n in range(words // 3))),
    ("one name everywhere", lambda words: "Ostrel " * words),
    ("no blanks", lambda words: "harbour" * words),
    ("no blanks, with stops", lambda words: "harbour.wall-" * (words // 2)),
    ("emoji", lambda words: "🚢🏽👩‍👩‍👧‍👦 " * (words // 4)),
    ("combining marks", lambda words: ("e" + "\u0301" * 5 + " ") * words),
    ("right to left", lambda words: "ميناء \u202eנמל\u202c " * (words // 4)),
    ("control characters", lambda words: "ferry\x00\x07\x1b[0m\u200b " * (words // 8)),
    ("initials apart from their stops", lambda words: "U . " * (words // 2)),
    ("quotation marks", lambda words: "“" * words),
]


@pytest.mark.parametrize(("why", "make"), KINDS)
def test_hostile(pipeline: Pipeline, why: str, make: Callable[[int], str]) -> None:
    for words in (240, 1440):
        text = make(words)
        reading = next(iter(pipeline.read([text])))
        assert reading.text == text, why
        assert all(token.span.of(text) == token.text for token in reading.tokens), why
        assert "".join(token.text for token in reading.tokens) == "".join(text.split()), why
        assert all(name.span.of(text) == name.text for name in reading.names), why
        assert all(0 <= token.head < len(reading.tokens) for token in reading.tokens), why
