"""As many of whom the same is told, in other words and as a part: one claim, and never a new conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.corroborate.conftest import Make

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.alignment.asmany import joined_by_number
from twosource.corroborate.alignment.likeness import Rarity
from twosource.corroborate.claims import corroborate
from twosource.corroborate.lexicon import lexicon
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import Claim
from twosource.model.lineage import Independence, Lineage, Origin
from twosource.model.moment import Moment

ENGLISH = lexicon("en")


def claims_of(pipeline: Pipeline, *texts: str, days: tuple[str, ...] = ()) -> tuple[Claim, ...]:
    """The claims of independent accounts."""
    dated = days or ("2024-03-05",) * len(texts)
    articles = [
        Article(f"a{n}", text, language="en", published=Moment(day))
        for n, (text, day) in enumerate(zip(texts, dated, strict=True))
    ]
    accounts = list(annotate(articles, pipeline))
    origins = tuple(Origin(f"o-{one.id}", (one.id,), None, Independence.INDEPENDENT) for one in articles)
    return corroborate(accounts, link(accounts), Lineage(origins=origins))


def values(claims: tuple[Claim, ...], word: str) -> list[list[str]]:
    """The values of the claims that two accounts tell, as far as one of them holds a word."""
    told = [[one.value.text for one in claim.statements if one.value is not None] for claim in claims]
    return [sorted(texts) for texts in told if len(texts) > 1 and any(word in text.lower() for text in texts)]


@pytest.mark.parametrize(
    ("texts", "joined", "why"),
    [
        (
            ("Ilse Varn died in Orlen. Three other people were wounded.", "Three people were wounded in Orlen."),
            True,
            "others in one account, all of the wounded in the other",
        ),
        (
            (
                "Five workers were injured in the blast at the mill.",
                "Five people were taken to hospital after the blast.",
            ),
            True,
            "who is hurt is in hospital",
        ),
        (
            (
                "Five workers were injured in the blast at the mill.",
                "Six people were taken to hospital after the blast.",
            ),
            False,
            "another number may be of others",
        ),
        (
            ("Five people died in the blast at the mill.", "Five people were taken to hospital after the blast."),
            False,
            "the dead are none of the hurt",
        ),
        (
            ("Three women were wounded in Orlen.", "Three men were wounded in Orlen."),
            False,
            "another sort of people",
        ),
    ],
)
def test_as_many(pipeline: Pipeline, texts: tuple[str, str], joined: bool, why: str) -> None:
    assert bool(values(claims_of(pipeline, *texts), "")) is joined, why


def test_of_several_steps_it_joins_the_one_of_its_number(pipeline: Pipeline) -> None:
    claims = claims_of(
        pipeline,
        "Two workers were killed when a boiler burst in Orlen.",
        "Four workers were killed when a boiler burst in Orlen.",
        "Four people have died in Orlen.",
        days=("2024-03-05", "2024-03-06", "2024-03-06"),
    )
    assert values(claims, "people") == [["Four people", "Four workers", "Two workers"]]


def test_groups_of_several_numbers_stay_apart(make: Make) -> None:
    left = (make.figure("a", 3, 3), make.figure("b", 5, 5))
    right = (replace(make.figure("c", 3, 3), sentence=7), replace(make.figure("d", 9, 9), sentence=7))
    assert len(joined_by_number([left, right], Rarity([]), ENGLISH)) == 2
    assert len(joined_by_number([left, right[:1]], Rarity([]), ENGLISH)) == 1


def test_what_is_seen_again_in_one_sentence_is_no_second_telling(make: Make) -> None:
    again = replace(make.figure("a", 3, 3, at=9), sentence=0)
    left, right = (make.figure("a", 3, 3),), (again, make.figure("b", 3, 3))
    assert len(joined_by_number([left, right], Rarity([]), ENGLISH)) == 2


def test_hospital_is_no_later_state_of_all_who_were_hurt(pipeline: Pipeline) -> None:
    claims = claims_of(
        pipeline,
        "Fourteen people were injured in the blast in Orlen.",
        "Seven people were injured in the blast in Orlen.",
        "Seven people were taken to hospital after the blast in Orlen.",
        days=("2024-03-05", "2024-03-06", "2024-03-06"),
    )
    assert all(one.resolution != "update" for claim in claims for one in claim.conflicts)


def test_a_number_of_last_month_is_that_of_its_own_papers(pipeline: Pipeline) -> None:
    claims = claims_of(
        pipeline,
        "Three people were killed in Orlen on Saturday.",
        "The man who is accused of killing three people in February was heard in court on Monday.",
        days=("2024-02-18", "2024-04-09"),
    )
    assert values(claims, "three") == [["Three people", "three people"]]


def test_parts_of_a_whole_that_is_named_add_up_to_nothing_else(pipeline: Pipeline) -> None:
    claims = claims_of(
        pipeline,
        "An explosion in Orlen injured 31 people. Four are in a critical condition.",
        "Of the 31 injured, four are still in a critical condition.",
    )
    assert values(claims, "31") == [["31 injured", "31 people"]]


def test_who_pleads_not_guilty_denies_no_number(pipeline: Pipeline) -> None:
    claims = claims_of(
        pipeline,
        "Three people were killed at a party in Orlen.",
        "He pleaded not guilty on Monday to murdering three people at a party in Orlen.",
    )
    assert not any(one.kind == "polarity" for claim in claims for one in claim.conflicts)
