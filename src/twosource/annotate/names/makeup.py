"""What a name is made of leans towards a type: a given name in front, a word of bodies in it, a place that is known.

Where an article's sentences leave the type open, the name itself and the matter of the article tip it: "Velsted Energy"
is a firm though it "says", and in a report on a match a one-word actor is a club sooner than a man. The leanings are
small: they turn only close calls. They come from a log-linear model with the sentences' own evidence as its offset
(``training/leanings.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from twosource import resources
from twosource.annotate.decoding.decode import TYPES
from twosource.annotate.lists import word_list

NAMED = TYPES[:3]
"""Persons, organizations, places: the types that a leaning chooses among."""

SPORT = 50.0
"""What the share of sport's words is multiplied by: a report on a match has about one such word in fifty."""

MOST_SPORT = 2.0
"""No article is more about sport than this, so that a list of results outvotes nothing."""

_NOTHING = np.zeros(len(NAMED))


def leaning(name: Sequence[str], alone: bool, sport: float, language: str = "en") -> npt.NDArray[np.float64]:
    """How much a name leans to each of ``NAMED`` by itself.

    Args:
        name: its words.
        alone: whether the article names it once only.
        sport: the share of sport's words in the article.
        language: ISO 639-1 code of the lists to use.

    Returns:
        What to add to the logarithm of each type's probability.

    >>> NAMED[int(leaning(["Velsted", "Energy"], True, 0.0).argmax())]
    'organization'
    """
    table = _weights(language)
    return sum((value * table[trait] for trait, value in traits(name, alone, sport, language).items()), _NOTHING)


def traits(name: Sequence[str], alone: bool, sport: float, language: str = "en") -> dict[str, float]:
    """What is true of a name, and by how much; its arguments are those of ``leaning``.

    >>> traits(["Velsted", "Energy"], True, 0.01)
    {'sport': 0.5, 'body': 1.0, 'alone': 1.0}
    """
    found = {"sport": min(MOST_SPORT, SPORT * sport)} | dict.fromkeys(_worded(tuple(name), language), 1.0)
    return found | {"alone": 1.0} if alone else found


def sport_share(lemmas: Iterable[Sequence[str]], language: str = "en") -> float:
    """The share of sport's words among the lemmas of an article's sentences."""
    known = word_list(language, "name-makeup", "sport")
    flat = [lemma for sentence in lemmas for lemma in sentence]
    return sum(lemma in known for lemma in flat) / max(1, len(flat))


@lru_cache(maxsize=4096)
def _worded(name: tuple[str, ...], language: str) -> list[str]:
    """What is true of a name's words."""
    lower = [word.lower() for word in name]
    true = {
        "one word": len(name) == 1,
        "capitals": len(name) == 1 and len(name[0]) > 1 and name[0].isupper(),
        "body": not word_list(language, "name-contexts", "bodies").isdisjoint(lower),
        "ground": lower[-1] in word_list(language, "name-contexts", "places"),
        "given": lower[0] in word_list(language, "given-names", "given"),
        "known": " ".join(name) in _known(),
    }
    return [trait for trait, holds in true.items() if holds]


@cache
def _weights(language: str) -> dict[str, npt.NDArray[np.float64]]:
    weights = resources.load(language, "name-leanings")["weights"]
    return {trait: np.array([row[kind] for kind in NAMED]) for trait, row in weights.items()}


@cache
def _known() -> frozenset[str]:
    """Countries and their capitals: cities and provinces are too often the names of clubs and of people."""
    countries = resources.load("common", "places")["countries"]
    return frozenset(name for country in countries for name in (country["name"], *country.get("capitals", ())))
