"""Words that name a people or a faith: alone, no organization and no place.

A reader that is unsure of "Rohingya" or "Catholics" takes them for a body or a country, for they act and have a capital
as these do. ``peoples.toml`` lists what such a word can be; whatever stands beside it ("Catholic University") makes
another name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from twosource import resources
from twosource.annotate.lists import word_list

_LISTS = ("states", "peoples", "faiths", "plurals")


def names_people(words: Sequence[str], language: str = "en") -> bool:
    """Whether a name is one of a people or a faith, or of several joined.

    >>> names_people(["Roman", "Catholics"]), names_people(["Catholic", "League"])
    (True, False)
    """
    text = " ".join(words).casefold().replace(" - ", "-").replace("’", "'")
    known = _known(language)
    if text in known:
        return True
    beside = word_list(language, "peoples", "beside")
    parts = text.replace("-", " ").split()
    return not known.isdisjoint(parts) and all(part in known or part in beside for part in parts)


@cache
def _known(language: str) -> frozenset[str]:
    """Every form of the lists, lower case; a plural in -s is known from its singular."""
    table = resources.load(language, "peoples")
    forms = {form.replace("_", " ").casefold() for name in _LISTS for form in table[name]}
    return frozenset(forms | {form + "s" for form in forms})
