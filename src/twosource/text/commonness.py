"""How common a word is in news at large: the background against which a word of an account is rare.

Rarity within the input alone says little where the input is three articles. A word without an entry, a name or a figure
among them, counts as rare; so does every word of a language that has no list.
"""

from __future__ import annotations

from functools import cache

from twosource.resources import listed
from twosource.text.words import fold

RARE = 0.004
"""Part of texts that hold a word without an entry: a quarter of the list's last band (0.015)."""


def commonness(word: str, language: str = "en") -> float:
    """Part of news texts of 300 words in which a folded word stands, 0 to 1, in bands.

    >>> commonness("the") > commonness("military") > commonness("ammonium")
    True
    """
    return _table(language).get(word, RARE)


@cache
def _table(language: str) -> dict[str, float]:
    bands = listed(language, "common-words").get("bands", {})
    return {fold(word): float(band) for band, words in bands.items() for word in words.split()}
