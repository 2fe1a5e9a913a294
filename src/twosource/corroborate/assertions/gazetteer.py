"""The names of places that the gazetteer knows, in lower case: an invented place is in neither set."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from twosource.resources import load

_PARTS = frozenset({"brooklyn", "manhattan", "queens", "bronx", "the bronx", "staten island"})
"""Parts of a city that the list has as cities, as it has some of other cities, of which English news seldom tells."""


@cache
def gazetteer() -> frozenset[str]:
    """Every name: countries, capitals, regions, states and large cities."""
    table = load("common", "places")
    countries = [form for entry in table["countries"] for form in (entry["name"], *entry.get("aliases", ()))]
    larger = [*countries, *table["regions"]["names"], *table["states"]["names"]]
    return frozenset(name.lower() for name in larger) | cities() | _PARTS


@cache
def cities() -> frozenset[str]:
    """The capitals and large cities: none of them lies in another.

    >>> "manchester" in cities(), "england" in cities(), "brooklyn" in cities()
    (True, False, False)
    """
    table = load("common", "places")
    capitals = [capital for entry in table["countries"] for capital in entry.get("capitals", ())]
    return frozenset(name.lower() for name in (*capitals, *table["cities"]["names"])) - _PARTS


@cache
def sorts_of_places() -> Mapping[str, Mapping[str, str]]:
    """The cities, the American states and the countries, each by all its names: two of one sort are two places.

    >>> sorts_of_places()["country"]["britain"], sorts_of_places()["state"]["florida"]
    ('united kingdom', 'florida')
    """
    table = load("common", "places")
    countries = {
        form.lower(): str(entry["name"]).lower()
        for entry in table["countries"]
        for form in (entry["name"], *entry.get("aliases", ()))
    }
    states = {name.lower(): name.lower() for name in table["states"]["names"]}
    return {"city": {name: name for name in cities()}, "state": states, "country": countries}
