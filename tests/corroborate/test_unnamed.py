"""When the ages of one victim, of whom an account gives no name, are laid beside each other."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.unnamed import lone_ages
from twosource.link import link
from twosource.model.article import Article
from twosource.model.moment import Moment

BOY = "A 16-year-old boy was killed in Brek on Friday."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (BOY, "Police told of the death of a 15-year-old boy in Brek.", ["16-year-old", "15-year-old"]),
        (BOY, "15-year-old Ivo Telk was killed in Brek on Friday.", ["16-year-old"]),  # beside his own age
        (BOY, "A 16-year-old boy was killed in Brek.", []),  # no difference
        (BOY, "A 15-year-old girl was killed in Brek.", []),  # somebody else
        (BOY, "A 41-year-old was killed in Brek.", []),  # too far apart for an error
        (BOY, "Two people were killed in Brek. A 15-year-old was killed at once.", []),  # one of two
        (BOY, "A 15-year-old boy saw the fire in Brek.", []),  # whom nothing befell
        (BOY, "A 15-year-old boy was killed in 1994.", []),  # another time
        (BOY, "A 15-year-old boy was killed in a separate crash.", []),  # another event
    ],
)
def test_lone_ages(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    day = Moment("2023-03-14")
    articles = [Article(f"a{n}", text, language="en", published=day) for n, text in enumerate((one, other))]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    read, voices = contexts(accounts, entities), Voices(entities)
    said = [each for context in read for each in assertions(context, voices)]
    assert [aged.value.text for aged in lone_ages(read, voices, said) if aged.value] == told
