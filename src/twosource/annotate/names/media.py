"""Names of news agencies and outlets are no persons.

"Xinhua said" and "she told Al Jazeera" look like persons who say and are told. The lists that credits are read by know
them, as they are written: "LANA" is an agency, "Lana" a woman. Names that are also common words or other bodies are
left to the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from twosource import resources


def names_outlet(words: Sequence[str]) -> bool:
    """Whether a name is that of an agency or an outlet, with or without its article.

    >>> names_outlet(["Xinhua"]), names_outlet(["Guardian"]), names_outlet(["Time"])
    (True, True, False)
    """
    text = " ".join(words).replace(" - ", "-")
    return text in _known() or f"The {text}" in _known()


@cache
def _known() -> frozenset[str]:
    agencies, outlets = resources.load("common", "agencies"), resources.load("common", "outlets")
    names = [name for one in agencies["agencies"] for name in (one["name"], *one.get("names", ()))]
    names += [*outlets["hosts"].values(), *(name for one in outlets["names"].values() for name in one)]
    return frozenset(names) - {*agencies["ambiguous"], *outlets["ambiguous"]}
