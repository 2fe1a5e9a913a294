from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.shingles import samples, shingles
from twosource.text.words import codes

TEXT = "the pilots went back to the basin at noon and nobody spoke of the night before " * 3


def kept(texts: list[list[int]], size: int, one_in: int) -> list[set[int]]:
    """For each text the shingles that are kept."""
    found: list[set[int]] = [set() for _ in texts]
    for values, owners in samples([np.array(text, np.uint64) for text in texts], size, one_in):
        for value, owner in zip(values.tolist(), owners.tolist(), strict=True):
            found[owner].add(value)
    return found


def test_same_words_same_shingles() -> None:
    assert np.array_equal(shingles(codes(TEXT), 5), shingles(codes(TEXT.upper()), 5))


def test_short_text_has_none() -> None:
    assert len(shingles(codes("four words are few"), 5)) == 0


@given(st.lists(st.integers(0, 50), max_size=60), st.lists(st.integers(0, 50), max_size=60))
def test_sample_of_a_part_is_part_of_the_sample(first: list[int], second: list[int]) -> None:
    whole, part = kept([first + second, first], 3, 4)
    assert part <= whole


def test_sample_keeps_about_its_fraction() -> None:
    (found,) = kept([list(range(80_000))], 5, 8)
    assert abs(len(found) - 10_000) < 500


@given(st.lists(st.lists(st.integers(0, 5), max_size=9), max_size=6))
def test_texts_worked_on_together_are_as_alone(texts: list[list[int]]) -> None:
    alone = [set(shingles(np.array(text, np.uint64), 3).tolist()) for text in texts]
    assert kept(texts, 3, 1) == alone
