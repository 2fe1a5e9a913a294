"""When two accounts have two words that exclude each other in one frame."""

from __future__ import annotations

import pytest
from tests.corroborate.test_accounts import claims_of, told_of

from twosource.annotate.pipeline import Pipeline

SEEN = "Ilse Varn saw a man in the {} and fired one shot."
CASES = [
    (SEEN.format("hallway"), SEEN.format("kitchen"), [("place", "stands", [["a"], ["b"]])], "two parts of a house"),
    (
        "Ilse Varn was on parole for theft.",
        "Ilse Varn was on probation for a theft.",
        [("wording", "stands", [["a"], ["b"]])],
        "two sorts of supervision",
    ),
    (SEEN.format("hallway"), SEEN.format("hallway"), [], "one word"),
    (SEEN.format("hallway"), SEEN.format("kitchen") + " The hallway was dark.", [], "one account has both"),
    (SEEN.format("hallway"), SEEN.format("dark"), [], "words that do not exclude each other"),
    (SEEN.format("hallway"), "In the kitchen of his house Ivo Telk found a dog.", [], "other words around them"),
    ("The bus was in East Lane on Monday.", "The bus was in West Lane on Monday.", [], "parts of names"),
]


@pytest.mark.parametrize(("one", "other", "found", "reason"), CASES, ids=[case[-1] for case in CASES])
def test_opposed(
    pipeline: Pipeline, one: str, other: str, found: list[tuple[str, str, list[list[str]]]], reason: str
) -> None:
    assert told_of(claims_of(pipeline, (one, other))) == found, reason
