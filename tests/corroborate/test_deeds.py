"""Deeds that two accounts tell without a figure, a day or a name."""

from __future__ import annotations

import pytest
from tests.corroborate.test_accounts import claims_of

from twosource.annotate.pipeline import Pipeline
from twosource.model.claim import Claim, ClaimType

TOLD: list[tuple[tuple[str, ...], str]] = [
    (
        (
            "The water rose after the operator opened the gates of the Stellin dam.",
            "The gates of the Stellin dam were opened by the operator before dawn.",
        ),
        "the same deed in the active and the passive voice",
    ),
    (
        (
            "A caretaker found the ballot boxes in a gymnasium, the commission said. Nobody was hurt.",
            "The mayor went home. In the morning ballot boxes were discovered in the gymnasium.",
        ),
        "two verbs of one kind",
    ),
    (
        (
            "Divers found the anchor of the barge beneath the Olsten bridge, the harbour office said.",
            "The anchor of the barge lay beneath the Olsten bridge when divers came upon it.",
        ),
        "two verbs of two kinds",
    ),
    (
        (
            "Boris Khadrin was questioned for hours. He was flown to the Sentra clinic in Brek with burns.",
            "Boris Khadrin, who was airlifted to the Sentra clinic in Brek, is recovering from his burns.",
        ),
        "a pronoun in one account, a relative clause in the other",
    ),
]

APART: list[tuple[tuple[str, ...], str]] = [
    (
        (
            "The operator opened the gates of the Stellin dam.",
            "The villagers demanded that the operator should open the gates of the Stellin dam.",
        ),
        "who demands it does not tell that it was done",
    ),
    (
        (
            "The operator opened the gates of the Stellin dam.",
            "The operator did not open the gates of the Stellin dam.",
        ),
        "who denies it bears nothing out",
    ),
    (
        (
            "The captain pleaded guilty to theft of harbour funds.",
            "The captain pleaded not guilty to theft of harbour funds.",
        ),
        "a negation beside the verb",
    ),
    (
        (
            "Kessa Water blamed the builders for the leaking pumps.",
            "The mayor blamed Kessa Water for the leaking pumps.",
        ),
        "who did it in one is whom it befell in the other",
    ),
    (
        ("The operator opened the gates of the Stellin dam.", "Who opened the gates of the Stellin dam?"),
        "a question tells nothing",
    ),
    (
        (
            "Three deputies abstained from the vote on the harbour.",
            "Five deputies abstained from the vote on the harbour.",
        ),
        "figures that do not fit",
    ),
    (
        (
            "Anyone with a photograph of the lorry is asked to call the harbour police.",
            "Anybody with a photograph of the lorry is asked to call the harbour police in Brek.",
        ),
        "an appeal to everybody is no deed",
    ),
    (
        (
            "Divers found the anchor of the barge beneath the Olsten bridge on Monday.",
            "Divers found the anchor of the barge beneath the Olsten bridge on Thursday.",
        ),
        "deeds of two days",
    ),
    (
        (
            "Two women were hurt by glass from the roof of the Olsten arcade.",
            "A man was hurt by glass from the roof of the Olsten arcade.",
        ),
        "they befall women in one, a man in the other",
    ),
    (
        ("The harbour police questioned the crew.", "The owner praised the crew in the harbour."),
        "other deeds of the same people",
    ),
]


def deeds(claims: tuple[Claim, ...]) -> list[set[str]]:
    """The accounts of each event that several tell, all of them saying the same."""
    told = ({one.passage.article for one in claim.statements} for claim in claims if claim.type is ClaimType.EVENT)
    return [articles for articles in told if len(articles) > 1]


@pytest.mark.parametrize(("texts", "why"), TOLD)
def test_a_deed_that_two_accounts_tell_is_one_claim(pipeline: Pipeline, texts: tuple[str, ...], why: str) -> None:
    assert deeds(claims_of(pipeline, texts)) == [{"a", "b"}], why


@pytest.mark.parametrize(("texts", "why"), APART)
def test_what_is_no_deed_of_both_makes_no_claim(pipeline: Pipeline, texts: tuple[str, ...], why: str) -> None:
    joined = [claim for claim in claims_of(pipeline, texts) if claim.type is ClaimType.EVENT and not claim.conflicts]
    assert deeds(tuple(joined)) == [], why
