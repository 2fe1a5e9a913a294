from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.align import PASSAGE_WORDS, Passage, passages


def numbers(*ranges: Iterable[int]) -> np.ndarray:
    return np.array([value for one in ranges for value in one], np.uint64)


def edges(found: tuple[Passage, ...]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(one.left, one.right) for one in found]


CASES = [
    (numbers(range(50)), numbers(range(50)), [((0, 50), (0, 50))], "the same text"),
    (numbers(range(20, 40)), numbers(range(60)), [((0, 20), (20, 40))], "an excerpt"),
    (
        numbers(range(30), range(100, 130)),
        numbers(range(100, 130), range(30)),
        [((0, 30), (30, 60)), ((30, 60), (0, 30))],
        "reordered",
    ),
    (numbers(range(7)), numbers(range(7)), [], "a phrase is no passage"),
    (
        numbers(range(20), [900], range(20, 40)),
        numbers(range(40)),
        [((0, 41), (0, 40))],
        "one word put in: still one passage",
    ),
    (
        numbers(range(20), range(900, 930), range(20, 40)),
        numbers(range(40)),
        [((0, 20), (0, 20)), ((50, 70), (20, 40))],
        "thirty put in: two",
    ),
    (numbers(range(30)), numbers(range(500, 530)), [], "nothing shared"),
    (numbers(), numbers(range(30)), [], "an empty text"),
]


@pytest.mark.parametrize(("left", "right", "expected", "why"), CASES)
def test_passages(left: np.ndarray, right: np.ndarray, expected: list[object], why: str) -> None:
    assert edges(passages(left, right)) == expected, why


@given(st.lists(st.integers(0, 9), max_size=120), st.lists(st.integers(0, 9), max_size=120))
def test_passages_are_exact_and_apart(first: list[int], second: list[int]) -> None:
    left, right = np.array(first, np.uint64), np.array(second, np.uint64)
    used_left, used_right = np.zeros(len(left), int), np.zeros(len(right), int)
    for passage in passages(left, right):
        assert passage.words >= PASSAGE_WORDS
        used_left[slice(*passage.left)] += 1
        used_right[slice(*passage.right)] += 1
        for run in passage.runs:
            assert np.array_equal(left[run.left : run.left + run.words], right[run.right : run.right + run.words])
    assert used_left.max(initial=0) <= 1
    assert used_right.max(initial=0) <= 1


@given(st.lists(st.integers(0, 30), min_size=20, max_size=100), st.integers(0, 10), st.integers(12, 20))
def test_a_copied_stretch_is_found(text: list[int], start: int, length: int) -> None:
    whole = np.array(text, np.uint64)
    stretch = whole[start : start + length]
    found = passages(stretch, whole)
    assert sum(passage.words for passage in found) >= PASSAGE_WORDS


@pytest.mark.parametrize("period", [1, 2, 7])
def test_repetition_stays_linear(period: int, steps: Callable[[Callable[[], object]], int]) -> None:
    short, long = (np.array([value % period for value in range(size)], np.uint64) for size in (1_000, 8_000))
    assert steps(lambda: passages(long, long)) < 16 * steps(lambda: passages(short, short))
