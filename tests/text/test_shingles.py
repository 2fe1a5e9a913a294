from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.shingles import samples, shingles
from twosource.text.words import codes

TEXT = "the pilots went back to the basin at noon and nobody spoke of the night before " * 3


def test_same_words_same_shingles() -> None:
    assert np.array_equal(shingles(codes(TEXT), 5), shingles(codes(TEXT.upper()), 5))


def test_short_text_has_none() -> None:
    assert len(shingles(codes("four words are few"), 5)) == 0


@given(st.lists(st.integers(0, 50), max_size=60), st.lists(st.integers(0, 50), max_size=60))
def test_sample_of_a_part_is_part_of_the_sample(first: list[int], second: list[int]) -> None:
    whole, part = samples([np.array(first + second, np.uint64), np.array(first, np.uint64)], 3, 4)
    assert set(part.tolist()) <= set(whole.tolist())


def test_sample_keeps_about_its_fraction() -> None:
    (kept,) = samples([np.arange(80_000, dtype=np.uint64)], 5, 8)
    assert abs(len(kept) - 10_000) < 500


@given(st.lists(st.lists(st.integers(0, 5), max_size=9), max_size=6))
def test_texts_worked_on_together_are_as_alone(texts: list[list[int]]) -> None:
    arrays = [np.array(text, np.uint64) for text in texts]
    for one, together in zip(arrays, samples(arrays, 3, 1), strict=True):
        assert np.array_equal(np.unique(shingles(one, 3)), together)
