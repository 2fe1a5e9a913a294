"""When accounts tell of one person by an age alone, and when two persons have it."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions, corroborate
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.described import described
from twosource.link import link
from twosource.model.article import Article
from twosource.model.moment import Moment
from twosource.trace import trace

MAN = "A 24-year-old man was also shot in Brek on Friday."
DAY = Moment("2023-03-14")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (MAN, "The 24-year-old man was hit in the leg.", 2),  # by another verb
        (MAN, "A 24-year-old woman was shot in Brek.", 0),  # of the other sex
        (MAN, "A 25-year-old man was shot in Brek.", 0),  # of another age
        (MAN, "A 24-year-old man was arrested in Brek.", 0),  # who did it
        (MAN, "A 24-year-old man shot his neighbour in Brek.", 0),  # as well
        (MAN, "A 24-year-old man was shot in a separate shooting.", 0),  # another event
        (MAN, "Two 24-year-old men were shot in Brek.", 0),  # either of two
        (MAN, "Another 24-year-old man was shot in Brek.", 0),  # the second of two
        (MAN, "Ivo Telk, 24, was shot in Brek on Friday.", 1),  # whom one account names
        ("The 24-year-old woke his neighbours.", "A 24-year-old called the police.", 2),  # to whom nothing befell
    ],
)
def test_described(pipeline: Pipeline, one: str, other: str, told: int) -> None:
    articles = [Article(f"a{n}", text, language="en", published=DAY) for n, text in enumerate((one, other))]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    read, voices = contexts(accounts, entities), Voices(entities)
    said = [each for context in read for each in assertions(context, voices)]
    assert len(list(described(read, voices, said, {}))) == told


def test_whose_age_is_disputed_gets_no_third_side(pipeline: Pipeline) -> None:
    texts = [
        "Ivo Telk, 24, was shot in Brek.",
        "Ivo Telk, 25, was shot in Brek.",
        "A 24-year-old man was shot in Brek.",
    ]
    articles = [Article(f"a{n}", text, language="en", published=DAY) for n, text in enumerate(texts)]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    ages = [one for one in corroborate(accounts, entities, trace(accounts)) if one.conflicts]
    assert [sorted(len(side) for side in one.conflicts[0].sides) for one in ages] == [[1, 1]]
