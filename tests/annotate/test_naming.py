"""Types of names over one article: who persuades whom."""

from __future__ import annotations

import math

import numpy as np
import pytest

from twosource.annotate.decode import TYPES, type_evidence
from twosource.annotate.encoder import Parsed
from twosource.annotate.naming import agree

SURE, UNSURE = 0.97, 0.5


def reading(words: list[str], names: list[tuple[int, int, str, float]]) -> Parsed:
    evidence = []
    for _, _, kind, share in names:
        rest = (1 - share) / (len(TYPES) - 1)
        evidence.append(tuple(math.log(share if kind == other else rest) for other in TYPES))
    none = ("",) * len(words)
    spans = tuple((start, end, kind) for start, end, kind, _ in names)
    return Parsed(none, none, none, (0,) * len(words), none, spans, np.zeros(384, np.float32), tuple(evidence))


@pytest.mark.parametrize(
    ("article", "types", "why"),
    [
        (
            [("Orlund grew", [(0, 1, "place", UNSURE)]), ("Orlund hired", [(0, 1, "organization", SURE)])],
            ["organization", "organization"],
            "a sure mention persuades an unsure one",
        ),
        (
            [("Mara Velsted", [(0, 2, "person", SURE)]), ("Velsted shut", [(0, 1, "organization", UNSURE)])],
            ["person", "person"],
            "a surname follows the full name",
        ),
        (
            [("Orlund grew", [(0, 1, "place", SURE)]), ("Tarnby hired", [(0, 1, "organization", UNSURE)])],
            ["place", "organization"],
            "other names say nothing",
        ),
        (
            [("Orlund grew", [(0, 1, "place", SURE)]), ("Orlund hired", [(0, 1, "organization", SURE)])],
            ["place", "organization"],
            "equally sure mentions keep their own types: half the weight of another cannot outvote one's own sentence",
        ),
    ],
)
def test_agree(article: list[tuple[str, list[tuple[int, int, str, float]]]], types: list[str], why: str) -> None:
    sentences = [text.split() for text, _ in article]
    parsed = [reading(words, names) for words, (_, names) in zip(sentences, article, strict=True)]
    assert [one.names[0][2] for one in agree(sentences, parsed)] == types, why


def test_nothing_else_changes() -> None:
    one = reading(["Orlund", "grew"], [])
    assert agree([["Orlund", "grew"]], [one]) == [one]


def test_evidence_is_a_distribution() -> None:
    labels = ("O", *(f"{position}-{kind}" for kind in TYPES for position in "BI"))
    scores = np.log(np.full((3, len(labels)), 1 / len(labels), dtype=np.float32))
    (row,) = type_evidence(scores, labels, [(0, 2, "place")])
    assert sum(map(math.exp, row)) == pytest.approx(1.0, abs=1e-6)
