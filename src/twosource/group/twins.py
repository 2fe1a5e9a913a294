"""The guard against twin events: alike in all but one parameter.

"EU adopts 12th package of sanctions" and "EU adopts 13th package of sanctions" share every word but one. Where two
headlines agree in most of their words, a difference in an ordinal of the same thing, in a year, or in two words that
exclude each other (exports, imports) tells two events apart. Counts do not: the toll of one event rises from report to
report. Nor does a value that the other account has as well, in headline or text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from twosource.group.profile import Profile
from twosource.resources import languages, load
from twosource.text.words import fold

AGREEMENT = 0.4
"""Part of the shorter headline's words that must be shared for the rest to be a difference in one parameter."""
REACH = 2
"""Words behind an ordinal among which the ordered thing stands ("13th EU package")."""
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_Values = dict[str, tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Twin:
    """The parameter in which two accounts differ: its kind and its two values."""

    kind: str
    left: str
    right: str


def difference(left: Profile, right: Profile) -> Twin | None:
    """The parameter that keeps two accounts apart, if their headlines are alike but for one."""
    ones, others = frozenset(left.title_words), frozenset(right.title_words)
    shorter = min(len(ones), len(others))
    if not shorter or len(ones & others) < AGREEMENT * shorter:
        return None
    for kind, read, excludes in _KINDS:
        first, second = read(left.title_words), read(right.title_words)
        for word, value in first.items():
            for other, other_value in second.items():
                apart = word not in right.counts and other not in left.counts
                if apart and excludes(value, other_value):
                    return Twin(kind, value[0], other_value[0])
    return None


def _ordinals(words: tuple[str, ...]) -> _Values:
    """Each ordinal's word with its number and the words that follow it."""
    spelled = _spelled_ordinals()
    found: _Values = {}
    for place, word in enumerate(words):
        match = _ORDINAL.fullmatch(word)
        if match or word in spelled:
            number = match[1] if match else spelled[word]
            found[word] = (number, frozenset(words[place + 1 : place + 1 + REACH]))
    return found


def _years(words: tuple[str, ...]) -> _Values:
    return {word: (word, frozenset()) for word in words if _YEAR.fullmatch(word)}


def _opposable(words: tuple[str, ...]) -> _Values:
    return {word: (word, frozenset()) for word in words if word in _opposites()}


def _order_differs(left: tuple[str, frozenset[str]], right: tuple[str, frozenset[str]]) -> bool:
    return left[0] != right[0] and bool(left[1] & right[1])


def _year_differs(left: tuple[str, frozenset[str]], right: tuple[str, frozenset[str]]) -> bool:
    return left[0] != right[0]


def _is_opposite(left: tuple[str, frozenset[str]], right: tuple[str, frozenset[str]]) -> bool:
    return right[0] in _opposites()[left[0]]


_KINDS: tuple[tuple[str, Callable[[tuple[str, ...]], _Values], Callable[..., bool]], ...] = (
    ("ordinal", _ordinals, _order_differs),
    ("year", _years, _year_differs),
    ("opposite", _opposable, _is_opposite),
)


@cache
def _spelled_ordinals() -> dict[str, str]:
    return {fold(word): str(value) for word, value in load("en", "numbers")["ordinals"].items()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Each word with those that exclude it."""
    found: dict[str, set[str]] = {}
    for language in languages("twins"):
        for left, right in load(language, "twins")["opposites"]:
            found.setdefault(fold(left), set()).add(fold(right))
            found.setdefault(fold(right), set()).add(fold(left))
    return {word: frozenset(others) for word, others in sorted(found.items())}
