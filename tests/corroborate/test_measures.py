"""Amounts of one unit: what they are the size of, and which of them may be laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.alignment.align import align
from twosource.corroborate.alignment.likeness import Rarity
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.measures import is_comparable
from twosource.corroborate.lexicon import lexicon
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ClaimType
from twosource.model.moment import Days


def read(pipeline: Pipeline, texts: Sequence[str]) -> tuple[list[Assertion], Rarity]:
    """The figures of some accounts, and how rare their words are."""
    accounts = list(annotate([Article(f"a{number}", text) for number, text in enumerate(texts)], pipeline))
    entities = link(accounts)
    told = contexts(accounts, entities)
    voices = Voices(entities)
    found = [one for context in told for one in assertions(context, voices) if one.type is ClaimType.FIGURE]
    return found, Rarity([context.words(range(len(context.tree.tokens))) for context in told])


def together(pipeline: Pipeline, *texts: str) -> bool:
    """Whether the first figures of two accounts are one claim."""
    told, rarity = read(pipeline, texts)
    first = [next(one for one in told if one.article == f"a{number}") for number in (0, 1)]
    return any(all(one in group for one in first) for group in align(told, rarity, lexicon("en")))


PAIRS = [
    (
        "Auditors found a hole of 2.4 billion crowns in the budget.",
        "The real gap in the budget is 2.7 billion crowns, the bank said.",
        True,
        "a hole and a gap are one thing",
    ),
    (
        "Velmo agreed to buy Torrex for 412 pence a share.",
        "Velmo will pay £4.20 a share for Torrex.",
        True,
        "a rate is of one thing, and pence are hundredths of pounds",
    ),
    (
        "The offer for Torrex is worth 1.36 billion pounds.",
        "The £1.4bn sale of Torrex was announced in May.",
        True,
        "a rounder amount of the same thing agrees",
    ),
    (
        "A court sentenced Boris Khadrin to four and a half years in prison.",
        "Boris Khadrin was jailed for five years.",
        True,
        "two terms of one man",
    ),
    (
        "The company paid 45 million crowns for the port.",
        "The mayor wants 60 million crowns for the new school.",
        False,
        "they are the size of nothing in common",
    ),
    (
        "The harbour is 60 metres deep.",
        "The tower beside the church is 64 metres tall.",
        False,
        "one unit is not one thing",
    ),
]


@pytest.mark.parametrize(("left", "right", "expected", "reason"), PAIRS, ids=[case[3] for case in PAIRS])
def test_amounts_join_by_what_they_measure(
    pipeline: Pipeline, left: str, right: str, expected: bool, reason: str
) -> None:
    assert together(pipeline, left, right) is expected, reason


def test_an_account_with_many_amounts_of_a_size_is_left_alone(pipeline: Pipeline) -> None:
    many = "The gap was 2.1 billion crowns in May, 2.2 billion crowns in June and 2.3 billion crowns in July."
    told, _ = read(pipeline, (many, "The gap in the budget is 2.7 billion crowns."))
    assert not any(is_comparable(one, told[-1]) for one in told)


def test_amounts_of_another_order_are_no_rivals(pipeline: Pipeline) -> None:
    told, _ = read(pipeline, ("The gap is 2.4 billion crowns. That is 400 crowns for every child.",))
    assert [one.topic.rivals for one in told] == [1, 1]


def test_a_price_of_a_later_day_denies_no_earlier_one(make: Make) -> None:
    monday, thursday = Days.on(date(2021, 5, 3)), Days.on(date(2021, 5, 6))
    one, other = make.measure("a", 402, "ore"), make.measure("b", 399, "ore")
    one = replace(one, topic=replace(one.topic, rivals=1), published=monday)
    other = replace(other, topic=replace(other.topic, rivals=1), published=thursday)
    assert is_comparable(one, other)
    assert not is_comparable(one, replace(other, topic=replace(other.topic, days=thursday)))


TERMS = [
    ("He was sentenced to five years in prison.", "sentence", "a term is spent in prison"),
    ("He was sent to prison for five years.", "sentence", "prison may stand before it"),
    ("He faces up to five years in prison.", None, "nobody has got it yet"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TERMS, ids=[case[2] for case in TERMS])
def test_terms(pipeline: Pipeline, text: str, expected: str | None, reason: str) -> None:
    told, _ = read(pipeline, (text,))
    assert told[0].topic.predicate == expected, reason


OUTCOMES = [
    ("About 2,300 people were taken to safety by boat.", "displacement", "who is taken to safety is evacuated"),
    ("At least 46 demonstrators were arrested.", "arrest", "what befell them counts before what they came to"),
    ("Several hundred demonstrators tried to reach the hall.", "protest", "their name says what they came to"),
    ("Fewer than 1,200 employees joined the stoppage.", "strike", "a stoppage is a strike"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), OUTCOMES, ids=[case[2] for case in OUTCOMES])
def test_outcomes(pipeline: Pipeline, text: str, expected: str, reason: str) -> None:
    told, _ = read(pipeline, (text,))
    assert told[0].topic.predicate == expected, reason
