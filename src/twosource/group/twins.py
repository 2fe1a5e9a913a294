"""The guard against twin events: alike in all but one parameter.

"EU adopts 12th package of sanctions" and "EU adopts 13th package of sanctions" share every word but one. Where two
headlines agree in most of their words, a difference in an ordinal, in a year, or in two words that exclude each other
(exports, imports) tells two events apart. Counts do not: the toll of one event rises from report to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from twosource.group.profile import Profile
from twosource.resources import languages, load
from twosource.text.words import fold

_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL = re.compile(r"[a-z]{1,3}-?\d{1,4}|\d{1,4}[a-z]")
AGREEMENT = 0.3
"""Part of the shorter headline's words that must be shared for the rest to be a difference in one parameter."""


@dataclass(frozen=True, slots=True)
class Twin:
    """The parameter in which two accounts differ: its kind and its two values."""

    kind: str
    left: str
    right: str


def difference(left: Profile, right: Profile) -> Twin | None:
    """The parameter that keeps two accounts apart, if their headlines are alike but for one.

    A value that the other headline's text has as well is no difference.
    """
    ones, others = frozenset(left.title_words), frozenset(right.title_words)
    shorter = min(len(ones), len(others))
    if not shorter or len(ones & others) < AGREEMENT * shorter:
        return None
    for kind, read in (("ordinal", _ordinals), ("year", _years), ("opposite", _opposable)):
        first, second = read(ones), read(others)
        for one in sorted(first - second):
            for other in sorted(second - first):
                if _excludes(kind, one, other) and one not in right.counts and other not in left.counts:
                    return Twin(kind, one, other)
    return None


def _excludes(kind: str, left: str, right: str) -> bool:
    return kind != "opposite" or right in _opposites().get(left, frozenset())


def _ordinals(words: Iterable[str]) -> frozenset[str]:
    spelled = _spelled_ordinals()
    matches = ((word, _ORDINAL.fullmatch(word)) for word in words)
    return frozenset(match[1] if match else spelled[word] for word, match in matches if match or word in spelled)


def _years(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if _YEAR.fullmatch(word))


def _opposable(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words) & _opposites().keys()


@cache
def _spelled_ordinals() -> dict[str, str]:
    table = load("en", "twins")["ordinals"]
    return {fold(word): str(value) for word, value in table.items()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Each word with those that exclude it, with their plurals: headlines speak of exports and imports."""
    found: dict[str, set[str]] = {}
    for language in languages("twins"):
        for left, right in load(language, "twins")["opposites"]:
            found.setdefault(fold(left), set()).add(fold(right))
            found.setdefault(fold(right), set()).add(fold(left))
    return {word: frozenset(others) for word, others in found.items()}
