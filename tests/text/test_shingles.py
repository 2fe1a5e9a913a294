from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.shingles import sample, shingles
from twosource.text.words import codes

TEXT = "the pilots went back to the basin at noon and nobody spoke of the night before " * 3


def test_same_words_same_shingles() -> None:
    assert np.array_equal(shingles(codes(TEXT), 5), shingles(codes(TEXT.upper()), 5))


def test_short_text_has_none() -> None:
    assert len(shingles(codes("four words are few"), 5)) == 0


@given(st.lists(st.integers(0, 50), max_size=60), st.lists(st.integers(0, 50), max_size=60))
def test_sample_of_a_part_is_part_of_the_sample(first: list[int], second: list[int]) -> None:
    whole = np.array(first + second, np.uint64)
    kept = set(sample(whole, 3, 4).tolist())
    assert set(sample(np.array(first, np.uint64), 3, 4).tolist()) <= kept


def test_sample_keeps_about_its_fraction() -> None:
    every = np.arange(80_000, dtype=np.uint64)
    assert abs(len(sample(every, 5, 8)) - 10_000) < 500
