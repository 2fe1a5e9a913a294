"""Who did it, on whose orders, and on which floor, where accounts tell it two ways."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.context import contexts
from twosource.corroborate.deeds import deeds
from twosource.corroborate.voice import Voices
from twosource.link import link
from twosource.model.article import Article

TWO = [
    (
        "The valve was opened by the plant director, investigators said.",
        "The shift manager opened the valve, the union said.",
        ["the plant director", "The shift manager"],
        "two offices, by the deed's own verb",
    ),
    (
        "The bow door was opened by Jan Orl, investigators said.",
        "Investigators said that the bow door had been opened by Mika Brand.",
        ["Jan Orl", "Mika Brand"],
        "two names",
    ),
    (
        "The count was stopped on the orders of Nadia Felk, the party said.",
        "The count was stopped on the orders of Dario Quince, a teller said.",
        ["Nadia Felk", "Dario Quince"],
        "who gave the order",
    ),
    (
        "The fire broke out on the third floor, the fire brigade said.",
        "The fire broke out on the second floor, a nurse said.",
        ["on the third floor", "on the second floor"],
        "two of a kind of place",
    ),
    (
        "The valve was opened by the plant director, investigators said.",
        "The valve was opened by Jan Orl, investigators said.",
        [],
        "he may be the director",
    ),
    (
        "The valve was opened by the director, investigators said.",
        "The valve was opened by the manager, investigators said.",
        [],
        "one office under two names",
    ),
    (
        "The valve was opened by the plant director. The valve was opened by the night porter.",
        "The valve was opened by the shift manager, investigators said.",
        [],
        "one account knows two",
    ),
    (
        "Jan Orl was rescued. The boat was sunk by Mika Brand, police said.",
        "Jan Orl was rescued. The boat was sunk by his father and his mother.",
        [],
        "whom a word is of did not do it, nor one of two",
    ),
    (
        "The valve was opened by the plant director, investigators said.",
        "The hatch was opened by the shift manager, investigators said.",
        [],
        "two deeds",
    ),
]


@pytest.mark.parametrize(("one", "other", "told", "why"), TWO)
def test_deeds(pipeline: Pipeline, one: str, other: str, told: list[str], why: str) -> None:
    articles = [Article(f"a{n}", text, language="en") for n, text in enumerate((one, other))]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    found = list(deeds(contexts(accounts, entities), Voices(entities)))
    assert [each.value.text for each in found if each.value] == told, why
    assert len({(each.topic.subject, each.topic.predicate) for each in found}) <= 1, why
