from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.words import codes, fold, split

SAME = [
    ("Zhelna", "zhelna", "case does not count"),
    ("Zhelna’s", "Zhelna", "a possessive ending is no part of the name"),
    ("Señor", "Senor", "accents are dropped, as careless copies drop them"),
    ("tr\u043e\u043eps", "troops", "Cyrillic letters that look Latin fold to Latin"),
    ("tro\u200bops", "troops", "a zero-width space inside a word is invisible"),
    ("har\u00adbour", "harbour", "a soft hyphen is invisible"),
    ("ﬁre", "fire", "a ligature is its letters"),
    ("3,000", "3000", "marks between thousands differ from outlet to outlet"),
    ("don't", "don’t", "straight and curly apostrophes are one"),
]


@pytest.mark.parametrize(("left", "right", "why"), SAME)
def test_fold_same(left: str, right: str, why: str) -> None:
    assert fold(left) == fold(right), why


@pytest.mark.parametrize(("left", "right"), [("12th", "13th"), ("export", "import"), ("Schorowa", "Zhorova")])
def test_fold_keeps_apart(left: str, right: str) -> None:
    assert fold(left) != fold(right)


def test_unspaced_scripts_give_a_word_a_sign() -> None:
    assert len(split("港口爆炸 in Zhelna")) == 6


@given(st.text(max_size=200))
def test_places_quote_words_and_codes_agree(text: str) -> None:
    words = split(text)
    assert np.array_equal(words.codes, codes(text))
    for index, folded in enumerate(words.folded):
        assert fold(words.span(index, index + 1).of(text)) == folded


@given(st.text(alphabet="a5sé'`’.,\u200b\u0301⑴ \n", max_size=30))
def test_places_and_codes_agree_where_signs_crowd(text: str) -> None:
    assert np.array_equal(split(text).codes, codes(text))


def test_within_takes_words_that_begin_in_the_span() -> None:
    words = split("one two three")
    assert list(words.within(words.span(1, 3))) == [1, 2]


def test_long_hostile_word_is_linear() -> None:
    assert len(split("a'" * 100_000)) == 1
    assert len(codes("a'" * 100_000)) == 1
    assert len(codes("a" * 100_000 + " é")) == 2
