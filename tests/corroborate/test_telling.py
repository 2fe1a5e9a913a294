"""Who is said to vouch for a figure, and who only has to do with it."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ClaimType


def speakers(pipeline: Pipeline, text: str) -> list[str]:
    """Who is named as telling the figures of a text, each once."""
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    found = [one for context in contexts(accounts, entities) for one in assertions(context, Voices(entities))]
    figures = [one for one in found if one.type is ClaimType.FIGURE]
    assert figures, "no figure was read"
    return sorted({speaker.name for one in figures for speaker in one.attribution})


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Telk posted a record 24 points on Friday in Brek.",  # a deed
        "Prosecutors showed footage of 12 men at the gate of the mill.",  # a thing shown
        "Biologists first saw the 12 whales off Brek in March.",  # a thing seen
        "Police are questioning two people about a fire in Brek.",  # who asks tells nothing
        "Friends gathered on Sunday to mourn the five miners who died in Brek.",  # an attitude
        "Ana Orlo praised the crew for its work in the 19-hour search in Brek.",  # a judgement
        "Many councillors were reluctant to oppose a plan for 300 flats in Brek.",  # a wish
        "The fire in Brek claimed the lives of 12 miners.",  # an idiom of harm
        "The mayor chose to leave 12 posts empty in Brek.",  # a choice
        "They want to talk to two people about a fire in Brek.",  # a wish
        "A judge set the bond of the miller at 300 crowns in Brek.",  # a ruling
        "The crew responded to 12 calls in Brek on Friday.",  # a deed
        "Minutes later Ivo Telk learned that 12 miners had died in Brek.",  # who hears of it
    ],
)
def test_who_tells_nothing(pipeline: Pipeline, text: str) -> None:
    assert speakers(pipeline, text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ministry reported 12 deaths in Brek on Friday.", "The ministry"),  # a verb of telling with a thing
        ("Police believe that 12 miners were in the shaft at Brek.", "Police"),  # a clause
        ("A study showed that 300 wells in Brek were dry.", "A study"),  # a document
        ("The freight list shows 640 tonnes of barley for Brek.", "The freight list"),
        ("The directorate spoke of 640 tonnes of barley in Brek.", "The directorate"),
        ("The court heard that 12 miners had died in Brek.", "The court"),  # a body that has learnt it
        ("The mayor is confident that 12 miners died in Brek.", "The mayor"),  # an adjective with a clause
        ("The firm plans to build 300 flats in Brek.", "The firm"),  # a plan
    ],
)
def test_who_tells_it(pipeline: Pipeline, text: str, speaker: str) -> None:
    assert speakers(pipeline, text) == [speaker]


def test_another_speakers_relative_names_nobody(pipeline: Pipeline) -> None:
    text = "“I saw my little brother,” Ana Orlo said. He said that 12 miners were hurt in Brek."
    assert "my little brother" not in speakers(pipeline, text)


def test_whose_office_stands_beside_a_picture_holds_none(pipeline: Pipeline) -> None:
    told = "The Brek County Sheriff's Office said two men were hurt by Ivo Telk."
    assert speakers(pipeline, f"Brek County Sheriff's Office Ivo Telk, 37. {told}") == [
        "The Brek County Sheriff's Office"
    ]
