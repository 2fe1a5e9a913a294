"""The names of places that the gazetteer knows, in lower case: an invented place is in neither set."""

from __future__ import annotations

from functools import cache

from twosource.resources import load


@cache
def gazetteer() -> frozenset[str]:
    """Every name: countries, capitals, regions, states and large cities."""
    table = load("common", "places")
    countries = [form for entry in table["countries"] for form in (entry["name"], *entry.get("aliases", ()))]
    larger = [*countries, *table["regions"]["names"], *table["states"]["names"]]
    return frozenset(name.lower() for name in larger) | cities()


@cache
def cities() -> frozenset[str]:
    """The capitals and large cities: none of them lies in another.

    >>> "manchester" in cities(), "england" in cities()
    (True, False)
    """
    table = load("common", "places")
    capitals = [capital for entry in table["countries"] for capital in entry.get("capitals", ())]
    return frozenset(name.lower() for name in (*capitals, *table["cities"]["names"]))
