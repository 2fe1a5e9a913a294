"""Whose age an account gives."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.ages import ages
from twosource.corroborate.figures.figures import figures
from twosource.link import link
from twosource.model.article import Article


@pytest.mark.parametrize(
    ("text", "aged"),
    [
        ("Ilse Varn, 52, was arrested on Friday.", ["Ilse Varn"]),
        ("Police arrested 52-year-old Ilse Varn on Friday.", ["Ilse Varn"]),
        ("Police arrested Ilse Varn on Friday. The 52-year-old denied everything.", ["Ilse Varn"]),
        ("Police arrested Ilse Varn on Friday. A 19-year-old man was hurt.", []),  # somebody else
        ("Police arrested Ilse Varn on Friday. Her five-year-old son was hurt.", []),  # her son
        ("Ilse Varn, the father of a five-year-old boy, was hurt.", []),  # a boy who is not named
        ("Police arrested Ilse Varn, 52. The 19-year-old denied everything.", ["Ilse Varn"]),  # her own age stands
        ("The youngest of the dead, Ilse Varn, was fifteen.", ["Ilse Varn"]),
        ("Ilse Varn was fifteen when the war began.", []),  # at another time
        ("Ilse Varn (52-3) won in the second round.", []),  # what she has won and lost
        ("The dead include Ilse Varn, a farmer aged 52, who had gone back.", ["Ilse Varn"]),  # a farmer beside the name
        ("The 52-year-old suspect, Ilse Varn, denied everything.", ["Ilse Varn"]),  # in apposition
        ("The dead are Ilse Varn, 23-year-old Jan Holm and Ada Brel.", ["Jan Holm"]),  # the name that it stands before
    ],
)
def test_whose(pipeline: Pipeline, text: str, aged: list[str]) -> None:
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    names = {one.id: one.name for one in entities}
    context = contexts(accounts, entities)[0]
    assert [names[one.topic.subject or ""] for one in ages(context, Voices(entities))] == aged


def test_an_age_counts_nobody(pipeline: Pipeline) -> None:
    accounts = list(
        annotate([Article("a", "Nine are dead. The youngest of the dead, Ilse Varn, was fifteen.")], pipeline)
    )
    entities = link(accounts)
    context = contexts(accounts, entities)[0]
    assert [one.value.text for one in figures(context, Voices(entities)) if one.value] == ["Nine are dead"]


def test_what_he_was_holds_nothing_against_others(pipeline: Pipeline) -> None:
    accounts = list(annotate([Article("a", "Police arrested Arno Varn. He was 52.", language="en")], pipeline))
    entities = link(accounts)
    context = contexts(accounts, entities)[0]
    assert [one.topic.inferred for one in ages(context, Voices(entities))] in ([], [True])
