"""What is known of places without a network: countries with their capitals and adjectives, regions, large cities.

Reach for it as evidence, never as a verdict: Jordan is also a given name and Georgia a state. The invariant: look-ups
do not depend on case, accents or points ("U.S.", "US").
"""

from __future__ import annotations

from functools import cache

from twosource.link.keys import plain
from twosource.resources import load


def is_adjective(name: str) -> bool:
    """Whether a name is an adjective of a place or a people, and so names nobody ("Ruritanian").

    >>> is_adjective("Bolivian"), is_adjective("Bolivia")
    (True, False)
    """
    return _folded(name) in _adjectives()


def country(name: str) -> str | None:
    """The country that a name means, under its short or long form, or ``None``.

    >>> country("U.S."), country("Springfield")
    ('United States', None)
    """
    return _countries().get(_folded(name))


def capital_of(name: str) -> str | None:
    """The country whose seat of government a place is, or ``None``."""
    return _capitals().get(_folded(name))


def is_known(name: str) -> bool:
    """Whether the gazetteer has a place of this name."""
    folded = _folded(name)
    return folded in _countries() or folded in _capitals() or folded in _others()


def is_geographic(word: str) -> bool:
    """Whether a word only says of which place something is: a place or its adjective."""
    return is_known(word) or is_adjective(word)


def _folded(name: str) -> str:
    words = plain(name).replace(".", "").replace("-", " ").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@cache
def _countries() -> dict[str, str]:
    return {
        _folded(form): str(entry["name"])
        for entry in load("common", "places")["countries"]
        for form in (entry["name"], *entry.get("aliases", ()))
    }


@cache
def _capitals() -> dict[str, str]:
    return {
        _folded(capital): str(entry["name"])
        for entry in load("common", "places")["countries"]
        for capital in entry.get("capitals", ())
    }


@cache
def _adjectives() -> frozenset[str]:
    table = load("common", "places")
    national = [_folded(form) for entry in table["countries"] for form in entry.get("adjectives", ())]
    alone = [form for form in map(_folded, table["regions"]["adjectives"]) if form]
    return frozenset(form + ending for form in [*national, *alone] for ending in ("", "s")) - frozenset(_countries())


@cache
def _others() -> frozenset[str]:
    table = load("common", "places")
    return frozenset(map(_folded, table["regions"]["names"] + table["states"]["names"] + table["cities"]["names"]))
