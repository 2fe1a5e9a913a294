"""On whom a stretch of time is a sentence."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.figures import figures
from twosource.link import link
from twosource.model.article import Article


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A court sentenced the former banker Ivo Telk to five years in prison.", ["five years"]),  # by its verb
        ("The judge jailed Ivo Telk for 18 months.", ["18 months"]),  # by a verb of jailing
        ("Ivo Telk was jailed for five years on Monday.", ["five years"]),  # as its subject
        ("A court sent the banker Ivo Telk to prison for five years.", ["five years"]),  # with the prison named
        ("Ivo Telk received a sentence of five years.", ["five years"]),  # by its noun
        ("Ivo Telk was arrested in May. He was sentenced to five years.", ["five years"]),  # by a pronoun
        ("Prosecutors asked for five years in prison for Ivo Telk.", []),  # not passed
        ("Ivo Telk could be jailed for five years.", []),  # not yet
        ("Ivo Telk was jailed for up to five years.", []),  # no exact term
        ("Ivo Telk served five years in prison.", []),  # long ago
        ("Ivo Telk was sentenced to two years of probation.", []),  # not in prison
        ("Ivo Telk got five years of funding.", []),  # no sentence
    ],
)
def test_sentenced(pipeline: Pipeline, text: str, told: list[str]) -> None:
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    persons = {one.id: one.name for one in entities}
    found = figures(contexts(accounts, entities)[0], Voices(entities))
    assert [one.value.text for one in found if one.value and one.topic.subject in persons] == told
