"""Trees and names from scores: the searches against trying everything, and the shortcuts against the searches."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.decoding.decode import CAUTION, best_names, best_tree, cautious

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for start in range(1, len(heads) + 1):
        place, steps = start, 0
        while place and steps <= len(heads):
            place, steps = heads[place - 1], steps + 1
        if place:
            return False
    return True


def weight(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[child, head] for child, head in enumerate(heads, start=1)))


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_tree_is_better(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words + 1, words + 1)).astype(np.float32)
    found = tuple(best_tree(scores))
    trees = [heads for heads in itertools.product(range(words + 1), repeat=words) if is_tree(heads)]
    assert is_tree(found)
    assert weight(scores, found) == pytest.approx(max(weight(scores, heads) for heads in trees), abs=1e-4)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (0, "an empty sentence has no heads"),
        (1, "one word is the root"),
        (200, "many cycles are contracted one by one"),
    ],
)
def test_sizes(words: int, why: str) -> None:
    scores = np.random.default_rng(3).normal(size=(words + 1, words + 1)).astype(np.float32)
    heads = tuple(best_tree(scores))
    assert len(heads) == words, why
    assert not words or is_tree(heads), why


def test_equal_scores_give_a_tree() -> None:
    assert is_tree(tuple(best_tree(np.zeros((6, 6), dtype=np.float32))))


def scored(*tags: str, doubt: float = 0.1) -> np.ndarray:
    rows = [[0.0 if label == tag else -1.0 - doubt for label in LABELS] for tag in tags]
    return np.array(rows, dtype=np.float32)


@pytest.mark.parametrize(
    ("tags", "names", "why"),
    [
        ((), (), "nothing in, nothing out"),
        (("O", "B-person", "I-person", "O"), ((1, 3, "person"),), "one name"),
        (("B-place", "B-place"), ((0, 1, "place"), (1, 2, "place")), "two names that touch"),
        (("B-person", "B-place", "I-place"), ((0, 1, "person"), (1, 3, "place")), "two types that touch"),
    ],
)
def test_names(tags: tuple[str, ...], names: tuple[tuple[int, int, str], ...], why: str) -> None:
    assert best_names(scored(*tags).reshape(-1, len(LABELS)), LABELS) == names, why


@pytest.mark.parametrize(
    ("lead", "names", "why"),
    [
        (CAUTION - 0.1, (), "a name hardly likelier than none is none"),
        (CAUTION + 0.1, ((0, 1, "place"),), "one clearly likelier is"),
    ],
)
def test_caution(lead: float, names: tuple[tuple[int, int, str], ...], why: str) -> None:
    row = [-9.0] * len(LABELS)
    row[LABELS.index("O")], row[LABELS.index("B-place")] = -2.0, -2.0 + lead
    assert best_names(np.array([row], dtype=np.float32), LABELS) == names, why


def test_a_name_without_beginning_is_mended() -> None:
    scores = scored("O", "I-place", "I-place")
    scores[1, LABELS.index("B-place")] = -0.2
    assert best_names(scores, LABELS) == ((1, 3, "place"),)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_no_sequence_is_better(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, len(LABELS))).astype(np.float32)
    raised = cautious(scores)
    best = max(
        (path for path in itertools.product(range(len(LABELS)), repeat=words) if is_whole(path)),
        key=lambda path: sum(raised[place, label] for place, label in enumerate(path)),
    )
    begun = sum(LABELS[label].startswith("B-") for label in best)
    assert len(best_names(scores, LABELS)) == begun


def is_whole(path: tuple[int, ...]) -> bool:
    before = ("O", *(LABELS[label] for label in path))
    return all(
        not LABELS[label].startswith("I-") or old[2:] == LABELS[label][2:]
        for old, label in zip(before, path, strict=False)
    )
