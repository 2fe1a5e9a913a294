"""Names over one article: who persuades whom, and what is found again."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest

from twosource.annotate.decoding.decode import NAME_LABELS, TYPES, type_evidence
from twosource.annotate.encoder import Parsed
from twosource.annotate.names.naming import agree

SURE, UNSURE = 0.97, 0.5
Said = tuple[int, int, str, float]
"""A run of words, its type, and the share of its probability that the type has."""

Sentence = tuple[list[str], list[Said], list[Said]]
"""Words, names, and names that are hidden there."""


def reading(words: list[str], names: list[Said], hidden: list[Said] | None = None) -> Parsed:
    """What an encoder would say; ``hidden`` names are read, but "outside" is a little likelier."""
    scores = np.full((len(words), len(NAME_LABELS)), math.log(1e-4), dtype=np.float32)
    scores[:, 0] = math.log(0.99)
    for said, outside in [*((said, 0.01) for said in names), *((said, 0.6) for said in hidden or [])]:
        _say(scores, said, outside)
    none = ("",) * len(words)
    spans = tuple((start, end, kind) for start, end, kind, _ in names)
    return Parsed(none, none, none, (0,) * len(words), none, spans, np.zeros(384, np.float32), scores)


def _say(scores: np.ndarray, said: Said, outside: float) -> None:
    start, end, kind, share = said
    for place in range(start, end):
        scores[place, 0] = math.log(outside)
        for other in TYPES:
            part = share if kind == other else (1 - share) / (len(TYPES) - 1)
            label = ("B-" if place == start else "I-") + other
            scores[place, NAME_LABELS.index(label)] = math.log((1 - outside) * part)


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
            [
                ("Tarnby Port Authority ( TPA )", [(0, 3, "organization", SURE), (4, 5, "place", UNSURE)]),
                ("TPA shut", [(0, 1, "place", UNSURE)]),
            ],
            ["organization", "organization"],
            "a short form follows the name that it stands for",
        ),
        (
            [("Orlund Mill ( TPA )", [(0, 2, "organization", SURE), (3, 4, "place", 0.9)])],
            ["organization"],
            "letters that the name before does not have are no short form of it",
        ),
        (
            [("Orlund grew", [(0, 1, "place", SURE)]), ("Tarnby hired", [(0, 1, "organization", UNSURE)])],
            ["place", "organization"],
            "other names say nothing",
        ),
        (
            [("Orlund grew", [(0, 1, "place", SURE)]), ("Orlund hired", [(0, 1, "organization", SURE)])],
            ["place", "organization"],
            "equally sure mentions keep their own types: another weighs less than one's own sentence",
        ),
        (
            [("Catholics met", [(0, 1, "organization", SURE)])],
            ["other"],
            "a faith's followers are no body",
        ),
        ([("Xinhua said so", [(0, 1, "person", SURE)])], ["organization"], "an agency is no person"),
        (
            [("Ida Forbes left", [(0, 2, "person", SURE)]), ("Forbes said so", [(0, 1, "person", SURE)])],
            ["person", "person"],
            "unless the article has one of that surname",
        ),
        (
            [("Velsted & Kolm sued", [(0, 1, "person", SURE), (2, 3, "person", SURE)])],
            ["organization"],
            "partners are one firm",
        ),
    ],
)
def test_agree(article: list[tuple[str, list[Said]]], types: list[str], why: str) -> None:
    sentences = [text.split() for text, _ in article]
    parsed = [reading(words, names) for words, (_, names) in zip(sentences, article, strict=True)]
    assert [one.names[0][2] for one in agree(sentences, parsed)] == types, why


SHOWN: Sentence = (["Orlund", "hired"], [(0, 1, "organization", SURE)], [])
HIDDEN: Sentence = (["But", "Orlund", "shut"], [], [(1, 2, "organization", SURE)])
BARE: Sentence = (["Orlund", "shut"], [], [])
LONGER: Sentence = (["Orlund", "Mill", "shut"], [(0, 2, "place", SURE)], [])


@pytest.mark.parametrize(
    ("article", "found", "why"),
    [
        ([SHOWN, HIDDEN], [((0, 1, "organization"),), ((1, 2, "organization"),)], "found again"),
        ([HIDDEN, HIDDEN], [(), ()], "nothing that no sentence shows"),
        ([SHOWN, BARE, BARE, BARE, BARE], [()] * 5, "what most sentences deny is dropped"),
        ([SHOWN, LONGER], [((0, 1, "organization"),), ((0, 2, "place"),)], "never within a longer name"),
    ],
)
def test_find_again(article: list[Sentence], found: list[tuple[tuple[int, int, str], ...]], why: str) -> None:
    parsed = [reading(words, names, hidden) for words, names, hidden in article]
    assert [one.names for one in agree([words for words, _, _ in article], parsed)] == found, why


def test_nothing_else_changes() -> None:
    one = reading(["Orlund", "grew"], [])
    (same,) = agree([["Orlund", "grew"]], [one])
    assert same == one


def test_time_grows_with_the_article_only(steps: Callable[[Callable[[], object]], int]) -> None:
    def work(size: int) -> int:
        words = [f"Orlund Tarn{number} shut".split() for number in range(size)]
        parsed = [reading(sentence, [(0, 2, "person", SURE)]) for sentence in words]
        return steps(lambda: agree(words, parsed))

    assert work(1_600) < 16 * work(200)


def test_evidence_is_a_distribution() -> None:
    scores = np.log(np.full((3, len(NAME_LABELS)), 1 / len(NAME_LABELS), dtype=np.float32))
    types, _ = type_evidence(scores, 0, 2)
    assert sum(map(math.exp, types)) == pytest.approx(1.0, abs=1e-6)
