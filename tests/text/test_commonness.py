from __future__ import annotations

import pytest

from twosource.text.commonness import RARE, commonness


@pytest.mark.parametrize("word", ["zhorova", "ammonium", "640", "warehouse9"])
def test_names_figures_and_odd_words_are_rare(word: str) -> None:
    assert commonness(word) == RARE


def test_function_words_are_common() -> None:
    assert commonness("the") >= 0.5 > commonness("monday") > RARE


def test_a_language_without_a_list_has_no_common_words() -> None:
    assert commonness("the", "xx") == RARE
