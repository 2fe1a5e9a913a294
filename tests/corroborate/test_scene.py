"""Which streets several accounts name as the place of one incident."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.scene import scenes, streets_in
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article
from twosource.model.span import Span

SHOT = "Ivo Telk was shot in the 400 block of North Alder Street."


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (SHOT, "The shooting happened on Alder St. on Friday.", ["400 block of North Alder Street", "Alder St"]),
        (SHOT, "Officers responded to Alder Street.", ["400 block of North Alder Street", "Alder Street"]),
        (SHOT, "Ilse Varn grew up on Alder Street.", []),  # no incident
        (SHOT, "A man was shot on Birch Street.", []),  # another street
        (SHOT, "Another shooting happened on Alder Street.", []),  # another event
        ("He was shot near Seven Mile.", "A man was shot off 7 Mile Road.", ["Seven Mile", "7 Mile Road"]),
        ("He was shot on Fifth Avenue.", "He was shot on 5th Ave.", ["Fifth Avenue", "5th Ave"]),
        (
            "He was shot on Pavot Court.",
            "It happened in the 57 block of Pavot Court.",
            ["Pavot Court", "57 block of Pavot Court"],
        ),
    ],
)
def test_scenes(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    accounts = list(annotate([Article(f"a{n}", text, language="en") for n, text in enumerate((one, other))], pipeline))
    entities = link(accounts)
    found = list(scenes(contexts(accounts, entities), Voices(entities)))
    assert [each.value.text for each in found if each.value] == told


def test_a_corner_is_one_place(pipeline: Pipeline) -> None:
    texts = [
        "He was shot at Alder Street and Birch Road.",
        "He was shot on Alder Street.",
        "He was shot on Birch Road.",
    ]
    accounts = list(annotate([Article(f"a{n}", text, language="en") for n, text in enumerate(texts)], pipeline))
    entities = link(accounts)
    found = scenes(contexts(accounts, entities), Voices(entities))
    assert {each.topic.subject for each in found} == {"alder street"}


def test_a_street_that_names_a_body_is_none(pipeline: Pipeline) -> None:
    text = "The shooting was reported by the Brek Street Bank."
    account = next(iter(annotate([Article("a", text, language="en")], pipeline)))
    (context,) = contexts([account], link([account]))
    assert not streets_in(context, Span(0, len(text)))
