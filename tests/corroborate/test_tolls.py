"""Counts of dead and hurt that are told as the toll, and those that are told beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.corroborate.conftest import Make

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.claims import corroborate
from twosource.corroborate.figures.tolls import attested
from twosource.corroborate.lexicon import lexicon
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ConflictKind, Resolution
from twosource.model.lineage import Independence, Lineage, Origin

ENGLISH = lexicon("en")
FILLER = "Varn Street was closed until noon. Neighbours had laid out flowers at the mill. "


@pytest.mark.parametrize(
    ("text", "other", "shown"),
    [
        ("One person died and five were hurt at the mill.", "One person died and seven were hurt at the mill.", True),
        # those of one state are a part
        ("Seven people were hurt in Orlen.", "Two people are in critical condition after the shooting.", False),
        # the toll of two events
        ("Five people were hurt in Orlen.", "Eight people were hurt in two shootings in Orlen.", False),
        # the other's figure is a part in this account
        ("Four men were hurt in Orlen.", "Seven men were hurt in Orlen, including four men on a porch.", False),
        # deep in the account, beside its own toll
        ("Six people were hurt in Orlen.", f"Six people were hurt. {FILLER}Two people were hurt on a stair.", False),
        # what the number of the hurt is given as is the toll, wherever it stands
        (
            "Five people were hurt in Orlen.",
            f"Two women were hurt on a stair. {FILLER}The number of the people injured in Orlen was given as 9.",
            True,
        ),
        ("Nobody was arrested in Orlen.", "Two men were arrested in Orlen.", False),  # at first, and later
    ],
)
def test_tolls(pipeline: Pipeline, text: str, other: str, shown: bool) -> None:
    articles = [Article("a", text, language="en"), Article("b", other, language="en")]
    accounts = list(annotate(articles, pipeline))
    origins = tuple(Origin(f"o-{one.id}", (one.id,), None, Independence.INDEPENDENT) for one in articles)
    claims = corroborate(accounts, link(accounts), Lineage(origins=origins))
    stands = [
        one
        for claim in claims
        for one in claim.conflicts
        if one.kind is ConflictKind.NUMBER and one.resolution is Resolution.STANDS
    ]
    assert bool(stands) is shown


def test_a_count_in_passing_is_the_toll_of_another_account(make: Make) -> None:
    toll = make.figure("a", 5, 5, outcome="injury")
    passing = make.figure("b", 5, 5, outcome="injury")
    passing = replace(passing, topic=replace(passing.topic, toll=False))
    other = make.figure("c", 7, 7, outcome="injury")
    assert forbidden(passing, other, ENGLISH) == "one is not told as the toll"
    _, marked, _ = attested([toll, passing, other])
    assert forbidden(marked, other, ENGLISH) == ""


def test_an_account_that_gives_both_contradicts_neither(make: Make) -> None:
    seven, four = make.figure("a", 7, 7, outcome="injury"), make.figure("b", 4, 4, outcome="injury")
    assert forbidden(seven, four, ENGLISH) == ""
    knows = replace(seven, topic=replace(seven.topic, counted=frozenset({4.0, 7.0})))
    assert forbidden(knows, four, ENGLISH) == "one account gives both figures"
    assert forbidden(four, knows, ENGLISH) == "one account gives both figures"
