"""Names in the place of names: of the same type and length, and only where the labels are certain."""

from __future__ import annotations

import random

import pytest
from training.data import Sentence, Source
from training.names import ANY, NAME_LABELS
from training.swaps import Swaps, certain_names


def masks(labels: str) -> list[int]:
    return [sum(1 << NAME_LABELS.index(one) for one in label.split("|")) for label in labels.split()]


@pytest.mark.parametrize(
    ("labels", "names", "why"),
    [
        ("O B-person I-person O", [(1, 3, "person")], "a whole name"),
        ("B-place|B-other O", [], "either of two types is not certain"),
        ("B-other O", [], "works and events fit no other sentence"),
        ("B-person I-person|I-other O", [], "a name is certain to its last word"),
        ("B-place B-place", [(0, 1, "place"), (1, 2, "place")], "two that touch"),
    ],
)
def test_certain_names(labels: str, names: list[tuple[int, int, str]], why: str) -> None:
    found = masks(labels)
    assert list(certain_names(Sentence(["x"] * len(found), masks=found))) == names, why


def test_swapped() -> None:
    labels = masks("B-person I-person O B-organization I-organization I-organization")
    sentence = Sentence(["Mara", "Velsted", "left", "Orlund", "Water", "Board"], masks=labels)
    other = Sentence(["Tarnby", "Port", "Authority"], masks=masks("B-organization I-organization I-organization"))
    swaps = Swaps([Source("x", "none", 1.0, (sentence, other))], ["selkova"])
    found = {" ".join(swaps.swapped(sentence, random.Random(seed)).words) for seed in range(30)}
    assert found == {
        "Mara Velsted left Orlund Water Board",
        "Selkova Selkova left Orlund Water Board",
        "Selkova Selkova left Tarnby Port Authority",
    }


def test_trees_and_open_words_are_left_alone() -> None:
    treed = Sentence(["Orlund"], upos=["PROPN"], masks=masks("B-place"))
    unknown = Sentence(["Orlund"], masks=[ANY])
    swaps = Swaps([], ["selkova"])
    assert all(swaps.swapped(one, random.Random(seed)) == one for one in (treed, unknown) for seed in range(20))
