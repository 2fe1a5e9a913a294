"""How an assertion stands in its own account: parts of a toll, other events, what is only feared."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ClaimType


def told(pipeline: Pipeline, text: str) -> list[Assertion]:
    """All that an account of one text asserts."""
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    return [one for context in contexts(accounts, entities) for one in assertions(context, Voices(entities))]


def figure(pipeline: Pipeline, text: str, words: str) -> Assertion:
    return next(
        one
        for one in told(pipeline, text)
        if one.type is ClaimType.FIGURE and one.value is not None and words in one.value.text
    )


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Six people were wounded at the mill. Two men were wounded in the leg.", "Two men", 6),  # some of the six
        ("Six people were wounded at the mill. Two men were wounded in the leg.", "Six people", None),  # the whole
        ("Six people were wounded at the mill. Two men were killed.", "Two men", None),  # another outcome
        (
            "Police counted 10,000 arrests. The ministry said around 9,900 people were arrested.",
            "9,900",
            None,
        ),  # rounder
        (
            "Marta Lind of the union said 1,400 jobs would be lost. Boss Hugo Brand said 850 jobs would be lost.",
            "850",
            None,
        ),  # a rival's figure, no part of the other
        ("Five people died in Tuesday's fire. A fire killed 14 people there in 1911.", "Five", None),  # another event
    ],
)
def test_parts(pipeline: Pipeline, text: str, words: str, whole: float | None) -> None:
    assert figure(pipeline, text, words).topic.part_of == whole


@pytest.mark.parametrize(
    ("text", "words", "aside"),
    [
        ("In a separate shooting, two men were wounded near the canal.", "two men", True),
        ("Two men were wounded in another incident on Friday.", "Two men", True),
        ("We are praying that three people did not die.", "three people", True),  # wished, not told
        ("The shooting at the canal wounded two men.", "two men", False),
    ],
)
def test_events_beside(pipeline: Pipeline, text: str, words: str, aside: bool) -> None:
    assert figure(pipeline, text, words).topic.aside is aside
