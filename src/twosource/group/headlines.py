"""Headlines without the name of the site that page titles carry: “… - Channel 12, Weather & Sports”.

Two accidents reported by one station would share ten rare words with it. A piece behind a dash or a bar is the site's
if several different headlines of the input end with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARK = re.compile(r"\s+(?:[-–—|«»]|::)\s+|\s*[|«»]\s*")
LEAST_HEADLINES = 3
"""Different headlines that end with one piece from which it is the site's, not the story's."""
LONGEST = 300
"""Signs of a title that are looked at; a longer one is no headline."""


def site_names(titles: Iterable[str]) -> frozenset[str]:
    """The endings that several different headlines share, folded.

    >>> sorted(site_names(["Fire in Orla - News 4", "Flood in Zell - News 4", "Frost in Tarn - News 4"]))
    ['news 4']
    """
    heads: dict[str, set[str]] = {}
    for title in titles:
        first, *rest = _MARK.split(title[:LONGEST])
        for piece in rest:
            heads.setdefault(piece.casefold(), set()).add(first.casefold())
    return frozenset(piece for piece, found in heads.items() if len(found) >= LEAST_HEADLINES)


def headline(title: str, sites: frozenset[str]) -> str:
    """A title without the endings that are the site's.

    >>> headline("Fire in Orla - live - News 4", frozenset(["news 4"]))
    'Fire in Orla - live'
    """
    kept = title
    while sites and (marks := list(_MARK.finditer(kept[:LONGEST]))) and kept[marks[-1].end() :].casefold() in sites:
        kept = kept[: marks[-1].start()]
    return kept
