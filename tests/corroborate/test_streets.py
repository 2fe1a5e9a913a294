"""When accounts call one street two ways."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.streets import street_names
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article

FIRE = "A fire broke out at {} on Friday and destroyed the bakery of the Telk family."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Alder Drive", "Alder Road", ["Alder Drive", "Alder Road"]),  # another kind of way
        ("Haskell St", "Haskel Street", ["Haskell St", "Haskel Street"]),  # one letter, and an abbreviation
        ("West Haskell Street", "Haskel Street", ["Haskell Street", "Haskel Street"]),  # a direction is no part
        ("Alder Drive", "Alder Dr", []),  # an abbreviation alone
        ("Alder's Lane", "Alders Lane", []),  # a mark
        ("Tolberry Lane", "Tolbury Lane", ["Tolberry Lane", "Tolbury Lane"]),  # two letters of a long name
        ("Mill Lane", "Hill Lane", []),  # too short for a slip
        ("County Road", "County Street", []),  # names that many ways bear
        ("Alder Drive", "Birch Road", []),  # two streets
        ("Alder Drive and Alder Road", "Alder Road", []),  # both are known
        ("the Alder Court", "Alder Road", []),  # a court is no way that is taken for a road
    ],
)
def test_streets(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    articles = [Article(f"a{n}", FIRE.format(place), language="en") for n, place in enumerate((one, other))]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    found = street_names(contexts(accounts, entities), Voices(entities))
    assert [named.value.text for named in found if named.value] == told
