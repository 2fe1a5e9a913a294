"""Sentences that two accounts print alike but for one thing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import corroborate
from twosource.corroborate.context import contexts
from twosource.corroborate.disputes.twins import twins
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import Claim, ConflictKind, Resolution
from twosource.model.moment import Moment
from twosource.model.reading import Annotated
from twosource.trace import trace

TWINS = [
    (
        "The crown rose 1.8 percent against the mark by the end of trading in Velm.",
        "The crown rose 2.3 per cent against the mark by the end of trading in Velm, its best day since May.",
        ConflictKind.NUMBER,
        "one writes per cent, and goes on",
    ),
    (
        "The nine members of the board voted six to three for the plan, the chairman said.",
        "The members of the board voted five to four for the plan, according to two who were there.",
        ConflictKind.NUMBER,
        "a score is one value",
    ),
    (
        "The harbour of Velm will be closed to ferries from Monday.",
        "The harbour of Velm will be closed to ferries from Thursday.",
        ConflictKind.DATE,
        "another day",
    ),
    (
        "The man was not known to the police, Varn said.",
        "The man was known to the police, spokeswoman Ilse Varn admitted, after she had been shown a letter.",
        ConflictKind.POLARITY,
        "whatever else is told behind",
    ),
    (
        "Prices of flour in Velm rose sharply in the spring.",
        "Prices of flour in Velm fell sharply in the spring.",
        ConflictKind.WORDING,
        "opposites",
    ),
    (
        "The result was declared at 4:20 a.m. in the hall of the school of Velm.",
        "The result was declared at 6:05 a.m. in the hall of the school of Velm.",
        ConflictKind.DATE,
        "hours are values, too",
    ),
    (
        "The family paid $43,885,310 in taxes to the island.",
        "The family paid $43 million in taxes to the island.",
        None,
        "somebody's rounding",
    ),
    (
        "The court ordered the ferry line to pay 2.4 million crowns in compensation.",
        "The court ordered the ferry line to pay 2.4 million crowns, and Orlund 4.2 million crowns more.",
        None,
        "the second stands in another place",
    ),
    (
        "Four people were hurt in a shooting at a block of flats in Velm.",
        "Police arrested a 21-year-old after a shooting at a block of flats in Velm.",
        None,
        "the verb of what differs is another",
    ),
    (
        "Six people were hurt at the harbour of Velm, police said.",
        "Six people were hurt at the harbour of Velm, the mayor said.",
        None,
        "two accounts may cite two",
    ),
    (
        "Ilse Varn was taken to hospital with a broken arm.",
        "Ada Brel was taken to hospital with a broken arm.",
        None,
        "of two persons much is told in the same words",
    ),
    ("Police say four were hurt.", "Police say two were hurt.", None, "too few words to be one report"),
    (
        "Nobody was in custody on Thursday as detectives searched the harbour.",
        "Nobody was in custody on Monday as detectives searched the harbour.",
        None,
        "what did not happen on one day did not on another",
    ),
]


def accounts(pipeline: Pipeline, *texts: str) -> Sequence[Annotated]:
    articles = [
        Article(name, text, language="en", published=Moment("2023-03-15"))
        for name, text in zip("abcd", texts, strict=False)
    ]
    return tuple(annotate(articles, pipeline))


def claims(read: Sequence[Annotated]) -> Sequence[Claim]:
    return corroborate(read, link(read), trace(read))


@pytest.mark.parametrize(("left", "right", "kind", "why"), TWINS)
def test_what_two_sentences_part_in(
    pipeline: Pipeline, left: str, right: str, kind: ConflictKind | None, why: str
) -> None:
    read = accounts(pipeline, left, right)
    found = twins(contexts(read, link(read)), ())
    assert [one.kind for one in found] == ([kind] if kind else []), why


def test_what_one_takes_from_the_other_is_left_to_the_guard(pipeline: Pipeline) -> None:
    read = accounts(pipeline, TWINS[0][0], TWINS[0][1])
    assert not twins(contexts(read, link(read)), [("b", "a")])


def test_a_list_has_no_twins(pipeline: Pipeline) -> None:
    line = "Picture {} of the eight that the harbour office of Velm has published."
    read = accounts(pipeline, "\n\n".join(map(line.format, (2, 3))), line.format(4))
    assert not twins(contexts(read, link(read)), ())


@pytest.mark.parametrize("number", [0, 1, 3, 4])
def test_they_are_shown_against_each_other(pipeline: Pipeline, number: int) -> None:
    left, right, kind, _ = TWINS[number]
    found = [one for claim in claims(accounts(pipeline, left, right)) for one in claim.conflicts]
    assert (kind, Resolution.STANDS) in {(one.kind, one.resolution) for one in found}


def test_reprints_stand_on_one_side(pipeline: Pipeline) -> None:
    denied, told = TWINS[3][:2]
    read = accounts(pipeline, denied, f"{denied} It rained.", told)
    (claim,) = (one for one in claims(read) if any(each.kind is ConflictKind.POLARITY for each in one.conflicts))
    assert sorted(map(len, claim.conflicts[0].sides)) == [1, 2]
