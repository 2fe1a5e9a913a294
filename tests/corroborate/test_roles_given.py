"""Which role somebody is given or takes, and whether another state of it is later news or a conflict."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.roles import roles
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import corroborate
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ConflictKind, Resolution
from twosource.model.lineage import Independence, Lineage, Origin
from twosource.model.moment import Moment


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council named Ilse Varn as acting mayor on Monday.", ["acting mayor"]),  # behind "as"
        ("Ilse Varn was named acting mayor on Monday.", ["acting mayor"]),  # as a predicate
        ("Ilse Varn took over as interim director on Monday.", ["interim director"]),  # by the person herself
        ("The council named the driver of Ilse Varn as acting mayor.", []),  # somebody else
        ("The council named Ilse Varn as mayor, on the wish of the governor.", ["mayor"]),  # up to a comma
        ("The council may name Ilse Varn as acting mayor.", []),  # not yet
        ("The council saw Ilse Varn as a mayor of the past.", []),  # no verb of giving
        ("The mayor, Ilse Varn, was not among the guests.", ["mayor"]),  # where somebody is is no role
        ("Ilse Varn is a mayor.", ["mayor"]),
    ],
)
def test_given(pipeline: Pipeline, text: str, told: list[str]) -> None:
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    found = roles(contexts(accounts, entities)[0], Voices(entities))
    assert [one.value.text for one in found if one.value] == told


@pytest.mark.parametrize(
    ("days", "resolution"),
    [
        (("2031-03-04", "2031-03-09"), Resolution.UPDATE),  # first acting, days later the new one
        (("2031-03-09", "2031-03-04"), Resolution.STANDS),  # who is the new one is not acting afterwards
    ],
)
def test_acting_then_new(pipeline: Pipeline, days: tuple[str, str], resolution: Resolution) -> None:
    texts = "The acting mayor, Ilse Varn, closed the bridge.", "The new mayor, Ilse Varn, closed the bridge."
    articles = [
        Article(f"a{n}", text, published=Moment(day), language="en")
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    accounts = list(annotate(articles, pipeline))
    lineage = Lineage(origins=tuple(Origin(f"o{n}", (f"a{n}",), None, Independence.INDEPENDENT) for n in range(2)))
    found = [each for one in corroborate(accounts, link(accounts), lineage) for each in one.conflicts]
    assert [(one.kind, one.resolution) for one in found] == [(ConflictKind.ROLE, resolution)]
