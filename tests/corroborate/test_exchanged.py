"""When two accounts print one sentence around two names."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate import corroborate
from twosource.corroborate.assertions.exchanged import exchanged
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import Conflict, ConflictKind
from twosource.trace import trace

FLOWN = "The worst hurt of the crew were flown to the university clinic in {} on Friday."
TABLED = "An amendment tabled by the {} spares miners and deep-sea fishermen, who retire early."


@pytest.mark.parametrize(
    ("frame", "one", "other", "kind"),
    [(FLOWN, "Torvik", "Brenn", ConflictKind.PLACE), (TABLED, "Rural Alliance", "Liberal Party", ConflictKind.NAME)],
)
def test_another_name_in_one_sentence_is_a_conflict(
    pipeline: Pipeline, frame: str, one: str, other: str, kind: ConflictKind
) -> None:
    (found,) = _conflicts(pipeline, frame.format(one), frame.format(other))
    assert found.kind is kind
    assert one in found.note
    assert other in found.note


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (FLOWN.format("Torvik"), FLOWN.format("Torvik Bay"), "a word in common"),
        (FLOWN.format("Manchester"), FLOWN.format("England"), "one is no city"),
        (FLOWN.format("Torvik"), FLOWN.format("Brenn") + " Torvik, Brenn, has two clinics.", "one lies in the other"),
        ("Two men were flown to Torvik.", "Two men were flown to Brenn.", "too few words"),
        (
            "The worst hurt of the crew were flown to the clinics in Torvik and Brenn.",
            "The worst hurt of the crew were flown to the clinics in Brenn.",
            "one account has both",
        ),
    ],
)
def test_names_that_both_may_hold(pipeline: Pipeline, left: str, right: str, why: str) -> None:
    accounts = list(annotate(_articles(left, right), pipeline))
    entities = link(accounts)
    assert not list(exchanged(contexts(accounts, entities), Voices(entities), entities, ())), why


def _conflicts(pipeline: Pipeline, *texts: str) -> list[Conflict]:
    accounts = list(annotate(_articles(*texts), pipeline))
    claims = corroborate(accounts, link(accounts), trace(accounts))
    return [conflict for claim in claims for conflict in claim.conflicts]


def _articles(*texts: str) -> list[Article]:
    return [Article(f"a{n}", text, language="en") for n, text in enumerate(texts)]
