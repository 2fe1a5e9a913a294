"""The weights of a sum: order within each set, signs that are kept to, and what is kept for another pair reader."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="tuning needs the extra training")

from bench.pair_sets import Pair
from training.pair_sums import Sample, beside, fitted, keep, kept

SIGNS = {"alike": 1, "differs": -1}


def sample(sets: list[str], grades: list[float], alike: list[float], differs: list[float]) -> Sample:
    labels = np.array(["same" if grade else "other" for grade in grades])
    rows = tuple({"alike": one, "differs": other} for one, other in zip(alike, differs, strict=True))
    return Sample(np.array(sets), labels, np.array(grades), rows)


def weight_of(found: Sample) -> dict[tuple[int, int], float]:
    """How much each pair of pairs weighs in all."""
    total: dict[tuple[int, int], float] = {}
    for higher, lower, weight in zip(*(column.tolist() for column in beside(found)), strict=True):
        total[higher, lower] = total.get((higher, lower), 0.0) + weight
    return total


def test_pairs_are_laid_beside_others_of_their_set_alone() -> None:
    found = sample(["a", "a", "b", "b"], [1, 0, 1, 0], [0.0] * 4, [0.0] * 4)
    assert weight_of(found) == pytest.approx({(0, 1): 0.5, (2, 3): 0.5})


def test_a_grade_less_apart_tells_no_order() -> None:
    found = sample(["a"] * 3, [3.0, 2.5, 1.0], [0.0] * 3, [0.0] * 3)
    assert set(weight_of(found)) == {(0, 2), (1, 2)}


def test_sets_drawn_from_one_share_its_weight() -> None:
    found = sample(["a-x"] * 2 + ["a-y"] * 2 + ["b"] * 2, [1, 0] * 3, [0.0] * 6, [0.0] * 6)
    assert weight_of(found) == pytest.approx({(0, 1): 0.25, (2, 3): 0.25, (4, 5): 0.5})


def test_what_is_common_in_one_set_does_not_count_against_its_order() -> None:
    alike = [0.9, 0.5] * 20 + [0.4, 0.1] * 20
    found = sample(["a"] * 40 + ["b"] * 40, [1, 0] * 40, alike, [0.0, 0.1] * 40)
    weights = fitted(found, found.labels == "same", SIGNS)
    assert weights["alike"] > 0 > weights["differs"]


def test_no_set_teaches_the_wrong_sign() -> None:
    found = sample(["a"] * 40, [1, 0] * 20, [0.0, 1.0] * 20, [1.0, 0.0] * 20)
    weights = fitted(found, found.labels == "same", SIGNS)
    assert weights["alike"] == weights["differs"] == 0.0


def test_what_is_laid_out_is_kept(tmp_path: Path) -> None:
    pairs = [Pair("a-x", "Nine boats sank.", "Boats sank.", "same", "k", grade=4.2, home="a")]
    keep(tmp_path / "laid", pairs, [{"alike": 0.25}])
    assert kept(tmp_path / "laid") == (pairs, [{"alike": 0.25}])


def test_sets_that_hold_the_same_topics_keep_to_the_same_halves() -> None:
    one, other = Pair("a", "", "", "same", "topic"), Pair("b", "", "", "same", "topic", home="a")
    assert one.bucket == other.bucket != Pair("b", "", "", "same", "topic").bucket
