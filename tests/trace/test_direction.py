from __future__ import annotations

from dataclasses import replace

import pytest
from tests.trace.accounts import REPORT, account, sentences

from twosource.model.article import CreditKind, PublishedFrom
from twosource.model.lineage import Copy, Direction
from twosource.model.reading import Annotated
from twosource.trace import trace

CUT = " ".join(sentences(REPORT)[:6])


def between(lineage_of: list[Annotated], one: str, other: str) -> Copy:
    found = [copy for copy in trace(lineage_of).copies if {copy.source, copy.copy} == {one, other}]
    assert len(found) == 1, found
    return found[0]


def agency(name: str, text: str, **told: str) -> Annotated:
    return account(name, text, credit="MNA", kind=CreditKind.DATELINE, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "copy", "direction", "why"),
    [
        (agency("s", REPORT), account("c", REPORT), Direction.CREDIT, "the agency's own report, and nobody's text"),
        (
            agency("s", CUT, published="2021-03-04"),
            account("c", REPORT, byline="Ida Quist", outlet="Orla Post"),
            Direction.CREDIT,
            "a signed reprint without a date is the copy, though the report lies within it",
        ),
        (
            agency("s", REPORT, published="2021-03-04"),
            agency("c", REPORT, published="2021-03-04", outlet="The Orla Post"),
            Direction.CREDIT,
            "of two with the agency's credit the one under an outlet's name is the reprint",
        ),
        (
            agency("s", REPORT, outlet="Valley News"),
            account("c", CUT, outlet="The Orla Post"),
            Direction.CREDIT,
            "a reprint that names its agency stands nearer to it than a text that names nobody",
        ),
        (
            account("s", REPORT, outlet="Mountain News Agency"),
            agency("c", CUT, outlet="The Orla Post"),
            Direction.CREDIT,
            "an agency that credits nobody is known by the initials under which others print it",
        ),
        (
            account("s", REPORT, outlet="Glacier Gazette", published="2021-03-04"),
            account("c", REPORT + " The Glacier Gazette was first to tell of it.", published="2021-03-03"),
            Direction.CREDIT,
            "who names the other's outlet has read it, whatever the dates say",
        ),
        (
            account("s", CUT, outlet="Glacier Gazette", published="2021-03-05"),
            account("c", REPORT, byline="Glacier Gazette", published="2021-03-04"),
            Direction.CREDIT,
            "a credit beats containment, and a forged date with it",
        ),
    ],
)
def test_credits_tell(source: Annotated, copy: Annotated, direction: Direction, why: str) -> None:
    found = between([source, copy], "s", "c")
    assert (found.source, found.direction) == ("s", direction), why


def test_a_person_s_initials_and_a_picture_are_no_agency() -> None:
    plain = account("p", REPORT, credit="Ida Quist")
    assert between([plain, account("q", REPORT)], "p", "q").direction is Direction.UNKNOWN
    pictured = account("p", REPORT, credit="AFP", kind=CreditKind.PICTURE)
    assert between([pictured, account("q", REPORT)], "p", "q").direction is Direction.UNKNOWN


def edited(name: str, seed: int, published: str | None = None) -> Annotated:
    """The report with every ninth word changed, beginning elsewhere for each seed."""
    words = [f"{word}x{seed}" if place % 9 == seed else word for place, word in enumerate(REPORT.split(" "))]
    return account(name, " ".join(words), published=published)


def test_the_text_that_all_others_depart_from_is_their_source() -> None:
    accounts = [account("s", REPORT), *(edited(f"c{seed}", seed) for seed in range(4))]
    copies = trace(accounts).copies
    assert {(copy.source, copy.copy, copy.direction) for copy in copies} == {
        ("s", f"c{seed}", Direction.CONTAINMENT) for seed in range(4)
    }
    assert "3 other accounts keep the source's wording" in copies[0].reason


def test_one_witness_is_not_enough() -> None:
    accounts = [account("s", REPORT), edited("c0", 0), edited("c1", 1)]
    assert {copy.direction for copy in trace(accounts).copies} == {Direction.UNKNOWN}


def test_a_forged_early_date_does_not_win_against_the_texts() -> None:
    forged = edited("c0", 0, "2020-01-01")
    accounts = [account("s", REPORT, published="2021-03-02"), forged, *(edited(f"c{n}", n) for n in range(1, 5))]
    copy = between(accounts, "s", "c0")
    assert copy.source == "s" or copy.direction is Direction.UNKNOWN


NAMES = (
    "Minister Zhorova told Khadrin of matter {0}.",
    "Schorowa, the minister, let Chadrin know point {0}.",
)


@pytest.mark.parametrize(
    ("language", "source", "why"),
    [("en", "ours", "in English the German spellings are the translated ones"), ("de", "theirs", "and the reverse")],
)
def test_spellings_of_another_language_make_the_copy(language: str, source: str, why: str) -> None:
    accounts = [
        account(name, " ".join(form.format(number + 50 * at) for number in range(9)), meanings=list(range(9)))
        for at, (name, form) in enumerate(zip(("ours", "theirs"), NAMES, strict=True))
    ]
    accounts = [replace(one, article=replace(one.article, language=language)) for one in accounts]
    copy = between(accounts, "ours", "theirs")
    assert (copy.source, copy.direction) == (source, Direction.CONTAINMENT), why


def test_a_date_that_the_story_gave_weighs_less() -> None:
    first = account("a", REPORT, published="2021-03-01")
    first = replace(first, article=replace(first.article, published_from=PublishedFrom.STORY))
    assert (
        "as the other accounts date it"
        in between([first, account("b", REPORT, published="2021-03-02")], "a", "b").reason
    )
