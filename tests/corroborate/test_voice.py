"""Who is said to say so, and what stands beside a name as a role."""

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
from twosource.model.reading import Modality


def told(pipeline: Pipeline, text: str, kind: ClaimType) -> list[Assertion]:
    """What an account of one text asserts, of one type."""
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    entities = link(accounts)
    found = (one for context in contexts(accounts, entities) for one in assertions(context, Voices(entities)))
    return [one for one in found if one.type is kind]


def test_a_pronoun_speaks_as_who_is_described(pipeline: Pipeline) -> None:
    text = (
        "An organiser in Brek, Ana Varn, says she has been warned by neighbours. "
        "There were roughly 50 miners taken from their homes, according to her."
    )
    speakers = [speaker.name for one in told(pipeline, text, ClaimType.FIGURE) for speaker in one.attribution]
    assert speakers == ["Ana Varn"]


def test_who_is_owned_by_a_pronoun_speaks_for_himself(pipeline: Pipeline) -> None:
    text = "Mayor Ilse Varn resigned. Her deputy said that 50 miners were at home."
    speakers = [speaker.name for one in told(pipeline, text, ClaimType.FIGURE) for speaker in one.attribution]
    assert speakers == ["Her deputy"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Varn's lawyer", "Varn's lawyer"),
        ("The mayor's family", "The mayor's family"),
        ("Varn's campaign", "Ilse Varn"),
        ("Varn's lawyer, Boris Khadrin,", "Boris Khadrin"),
        ("Neighbours of Varn", "Neighbours of Varn"),
        ("A spokesman for Varn", "A spokesman for Varn"),
        ("A spokesman for Brek County Prosecutor Ilse Varn", "A spokesman for Brek County Prosecutor Ilse Varn"),
        ("One member who opposed Varn", "One member who opposed Varn"),
        ("A plan to replace Varn", "A plan to replace Varn"),
        ("Neighbours and Ilse Varn", "Neighbours and Ilse Varn"),
        ("A witness named Boris Khadrin", "Boris Khadrin"),
    ],
)
def test_who_belongs_to_somebody_speaks_for_himself(source: str, speaker: str, pipeline: Pipeline) -> None:
    text = f"Mayor Ilse Varn resigned. {source} said that 50 miners were at home."
    assert [one.name for said in told(pipeline, text, ClaimType.FIGURE) for one in said.attribution] == [speaker]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The bridge is closed, according to Harbour News reporter Ilse Varn.", ["Harbour News reporter"]),
        ("The council rejected a plan by Mayor Ilse Varn.", ["Mayor"]),
    ],
)
def test_titles_before_a_name(pipeline: Pipeline, text: str, roles: list[str]) -> None:
    found = told(pipeline, text, ClaimType.ROLE)
    assert [one.value.text for one in found if one.value is not None] == roles
    assert {one.modality for one in found} == {Modality.ASSERTED}  # what is rejected is the plan


def test_who_does_not_know_where_denies_nothing(pipeline: Pipeline) -> None:
    text = "Mayor Ilse Varn denied where in the cellar the shells had been found on Sunday."
    assert told(pipeline, text, ClaimType.QUOTE) == []


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("the mayor of Vardun", "Ilse Varn"),  # the only holder of the role, told otherwise
        ("the mayor of Brek", "the mayor of Brek"),  # another town's
        ("the former mayor of Vardun", "the former mayor of Vardun"),  # somebody else
    ],
)
def test_a_full_role_names_its_only_holder(pipeline: Pipeline, source: str, speaker: str) -> None:
    text = f"Vardun Mayor Ilse Varn opened the bridge. Some 50 miners came, according to {source}."
    speakers = [one.name for found in told(pipeline, text, ClaimType.FIGURE) for one in found.attribution]
    assert speakers == [speaker]


def test_a_body_that_is_described_by_the_words_of_its_name(pipeline: Pipeline) -> None:
    text = "The Directorate for Port Safety closed a pier. The port safety directorate said 50 miners were at home."
    speakers = [speaker.name for one in told(pipeline, text, ClaimType.FIGURE) for speaker in one.attribution]
    assert speakers == ["Directorate for Port Safety"]
