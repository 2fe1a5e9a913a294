"""Whose people a count is of, where two nations fight."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.alignment.standing import with_standing
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.figures import figures
from twosource.link import link
from twosource.model.article import Article

WHOSE = [
    (
        "Morland said that four of its soldiers had died. Tavir reported five dead. Tavirian guns hit Morlandi soil.",
        ["morl", "tavi"],
        "its own, and who reports them",
    ),
    (
        "Tavir put its losses at seven dead and said 40 Morlandi soldiers had died in Morland. Tavirian guns fired.",
        ["tavi", "morl"],
        "losses are one's own",
    ),
    (
        "Morland said that four of its nurses had died. The Morlandi government closed the clinic.",
        [""],
        "in no war all of the dead are the event's",
    ),
    ("Forty Morlandi soldiers were killed in Morland.", ["morl"], "soldiers are one nation's"),
    ("The company said that four of its workers had died.", [""], "a company is no nation"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), WHOSE)
def test_whose_people_are_counted(pipeline: Pipeline, text: str, wanted: list[str], why: str) -> None:
    assert _told(pipeline, text) == wanted, why


def _told(pipeline: Pipeline, text: str) -> list[str]:
    accounts = list(annotate([Article("a", text)], pipeline))
    entities = link(accounts)
    (context,) = contexts(accounts, entities)
    return [one.topic.whose for one in with_standing(figures(context, Voices(entities)), context)]
