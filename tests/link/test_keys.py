from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.link.keys import keys, plain, share_key, sounded
from twosource.link.spelling import similarity

TOGETHER = [
    ("Zhorin", "Schorin", "English and German of one Cyrillic letter"),
    ("Zhorin", "Jorine", "English and French of it"),
    ("Zhorin", "Žorin", "scholarly"),
    ("Vyshnev", "Wyschnew", "German w for v"),
    ("Chadrin", "Khadrin", "German ch for kh"),
    ("Chumak", "Tschumak", "German tsch for ch"),
    ("Chumak", "Tchoumak", "French tch"),
    ("Yelena", "Jelena", "y and j of a glide"),
    ("Yelena", "Elena", "passports leave the glide out"),
    ("Husayn", "Hussein", "doubling and vowels of Arabic"),
    ("Qasim", "Kassem", "q and k"),
    ("Gassan", "Ghassan", "gh and g"),
    ("Жорин", "Zhorin", "the native script itself"),
    ("Çelik", "Celik", "a mark left out"),
]


@pytest.mark.parametrize(("left", "right", "why"), TOGETHER)
def test_spellings_fall_together(left: str, right: str, why: str) -> None:
    assert share_key(left, right), why


@pytest.mark.parametrize(("left", "right"), [("Zhorin", "Morin"), ("Boris", "Kirill"), ("Marek", "Marlow")])
def test_other_words_stay_apart(left: str, right: str) -> None:
    assert not share_key(left, right)


def test_marks_are_dropped_or_sounded() -> None:
    assert (plain("Šapko"), sounded("Šapko")) == ("sapko", "shapko")


@given(st.text(max_size=12))
def test_case_is_of_no_consequence(word: str) -> None:
    assert keys(word) == keys(word.casefold())


WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzščž", min_size=1, max_size=14)


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(left: str, right: str) -> None:
    assert similarity(left, right) == pytest.approx(similarity(right, left))
    assert 0 <= similarity(left, right) <= 1
    assert similarity(left, left) == 1
