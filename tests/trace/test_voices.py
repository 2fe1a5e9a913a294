"""Whom accounts cite, and when all that two of them tell may come from one source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.trace.accounts import account

from twosource.model.article import PublishedFrom
from twosource.model.lineage import Independence
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, Attribution, AttributionKind, EntityType, Mention
from twosource.model.span import Span
from twosource.trace import Publishers, trace
from twosource.trace.account import prepare
from twosource.trace.thresholds import STOCK, STOCK_VOICE
from twosource.trace.voices import one_stock, own_voices, shared_voice

POLICE = "the Marn police"
TOWN = "Marn Police"
DETECTIVES = "detectives"
OFFICERS = "officers"
SERGEANT = "Sergeant Orla Denk"
DENK = "Denk"
CORONER = "coroner Ilse Varrow"
UNIT = "the unit"
FIRM = "the airline"
REPORT = "the report"
NEIGHBOUR = "a neighbour"
NEIGHBOURS = "Two neighbours"
FAMILY = "the family"
GUEST = "Ruben Hask"
PEOPLE = ("Orla Denk", "Denk", "Ilse Varrow", "Ruben Hask")
SHARED, APART = (3, 5, 7, 11, 13, 17, 19), (23, 29, 31, 37, 41, 43, 47)
"""Figures that stand for what accounts tell."""


def telling(name: str, *cited: str, figures: tuple[int, ...] = SHARED, more: str = "", first: int = 0) -> Annotated:
    """An account with one sentence for each who is cited, and one that tells figures; meanings from ``first`` on."""
    attributions: list[Attribution] = []
    text = ""
    for who in cited:
        content = Span(len(text), len(text) + len("It was so"))
        source = Span(content.end + 2, content.end + 2 + len(who))
        cue = Span(source.end + 1, source.end + 1 + len("said"))
        text += f"It was so, {who} said. "
        attributions.append(Attribution((source,), (cue,), (content,), AttributionKind.INDIRECT))
    text += f"There were {', '.join(map(str, figures))} of them. {more}"
    meanings = range(first, first + len(cited) + 1 + bool(more))
    made = account(name, text, outlet=f"Courier {name}", published="2021-04-06", meanings=meanings)
    found = {at: one for one in PEOPLE if (at := text.find(one)) >= 0}
    names = [Mention(Span(at, at + len(one)), one, EntityType.PERSON) for at, one in sorted(found.items())]
    if TOWN in text:
        names.append(Mention(Span(text.index(TOWN), text.index(TOWN) + len(TOWN)), TOWN, EntityType.ORGANIZATION))
    return replace(made, body=replace(made.body, attributions=tuple(attributions), names=tuple(names)))


def own(left: Annotated, right: Annotated) -> tuple[str, ...]:
    known = Publishers.known()
    return own_voices(prepare(left, known), prepare(right, known))


@pytest.mark.parametrize(
    ("left", "right", "expected", "why"),
    [
        ((POLICE,), (POLICE, OFFICERS), (), "nobody but the police"),
        ((TOWN,), (DETECTIVES,), (TOWN,), "an office's own name may be another office"),
        ((SERGEANT,), (SERGEANT, DENK), (), "one officer, whose bare name is hers"),
        ((OFFICERS,), (SERGEANT, DENK), (SERGEANT,), "an officer whom one alone spoke to, once"),
        ((POLICE,), (POLICE, UNIT), (), "a body by another word is nobody new"),
        ((POLICE,), (POLICE, FIRM), (), "nor is a firm"),
        ((POLICE,), (POLICE, REPORT), (), "nor a paper"),
        ((POLICE,), (POLICE, CORONER), (CORONER,), "a coroner of whom the other knows nothing"),
        ((POLICE,), (POLICE, NEIGHBOUR), (NEIGHBOUR,), "a neighbour is reporting of its own"),
        ((POLICE, NEIGHBOUR), (POLICE, NEIGHBOUR), (), "whom both have heard"),
        ((POLICE,), (NEIGHBOURS, FAMILY), (NEIGHBOURS, FAMILY), "several of them"),
        ((POLICE,), (POLICE, GUEST, GUEST), (GUEST,), "a guest, once"),
        ((POLICE, GUEST), (POLICE, GUEST), (), "whom both name"),
    ],
)
def test_who_is_cited_by_one_alone(
    left: tuple[str, ...], right: tuple[str, ...], expected: tuple[str, ...], why: str
) -> None:
    assert own(telling("a", *left), telling("b", *right)) == expected, why
    assert own(telling("b", *right), telling("a", *left)) == expected, why


def test_an_official_whom_the_other_names_is_in_their_common_report() -> None:
    assert not own(telling("a", POLICE, CORONER), telling("b", POLICE, more="Ilse Varrow had come by boat."))


def test_a_witness_whom_the_other_only_names_is_reporting_of_its_own() -> None:
    assert own(telling("a", POLICE, GUEST), telling("b", POLICE, more="Ruben Hask had come by boat.")) == (GUEST,)


@pytest.mark.parametrize(("who", "expected"), [("two women", ()), ("Ruben Hask", ("Ruben Hask",))])
def test_a_pronoun_is_whoever_is_named_by_what_it_refers_to(who: str, expected: tuple[str, ...]) -> None:
    made = telling("b", POLICE, "they", more=f"So much of {who}.")
    at, they = made.body.text.rindex(who), made.body.attributions[1].source[0]
    chain = (they, Span(at, at + len(who)))
    assert own(telling("a", POLICE), replace(made, body=replace(made.body, coreference=(chain,)))) == expected


@pytest.mark.parametrize(
    ("left", "right", "shared", "expected", "why"),
    [
        ((POLICE,), (OFFICERS,), 7, True, "the same figures on the police's word"),
        ((POLICE,), (OFFICERS,), 1, False, "other figures"),
        ((POLICE,), (POLICE, NEIGHBOUR), 7, True, "a neighbour beside what both have"),
        ((POLICE,), (POLICE, NEIGHBOUR), 2, False, "a neighbour, and much that one alone tells"),
        ((POLICE,), (POLICE, NEIGHBOUR, GUEST, CORONER, FAMILY, SERGEANT), 7, False, "five people of its own"),
        ((POLICE,), (), 7, False, "who cites nobody may have seen it"),
        ((POLICE,), (REPORT,), 7, True, "a paper may be the police's"),
    ],
)
def test_what_both_tell_is_weighed_against_whom_one_alone_cites(
    left: tuple[str, ...], right: tuple[str, ...], shared: int, expected: bool, why: str
) -> None:
    known = Publishers.known()
    figures = (*SHARED[:shared], *APART[shared:])
    one, other = prepare(telling("a", *left), known), prepare(telling("b", *right, figures=figures), known)
    assert one_stock(one, other) is one_stock(other, one) is expected, why


def test_each_voice_asks_for_more() -> None:
    assert 0 < STOCK_VOICE < STOCK < STOCK + 4 * STOCK_VOICE < 1


def test_two_who_may_have_one_source_are_left_open_and_the_reason_tells_what_they_share() -> None:
    lineage = trace([telling("a", POLICE), telling("b", POLICE, NEIGHBOUR, first=7)])
    assert {origin.independence for origin in lineage.origins} == {Independence.UNKNOWN}
    assert lineage.open[0].reason == (
        "Both may have it from one source (the Marn police): they share 8 figures and names, "
        "of 8 in the one and 8 in the other, and only one of them cites a neighbour."
    )


@pytest.mark.parametrize(
    ("published", "dated", "expected", "why"),
    [
        ("2021-04-09", PublishedFrom.METADATA, Independence.UNKNOWN, "a release is news for some days"),
        ("2021-04-10", PublishedFrom.METADATA, Independence.INDEPENDENT, "later, something else has happened since"),
        ("2021-04-10", PublishedFrom.STORY, Independence.UNKNOWN, "a day that was inferred tells nothing"),
        (None, PublishedFrom.METADATA, Independence.UNKNOWN, "nor does one that nobody knows"),
    ],
)
def test_one_release_is_retold_within_days(
    published: str | None, dated: PublishedFrom, expected: Independence, why: str
) -> None:
    later = telling("b", POLICE, first=7)
    day = Moment(published) if published else None
    later = replace(later, article=replace(later.article, published=day, published_from=dated))
    assert {origin.independence for origin in trace([telling("a", POLICE), later]).origins} == {expected}, why


def test_two_who_rest_on_the_police_for_different_things_are_apart() -> None:
    lineage = trace([telling("a", POLICE), telling("b", POLICE, figures=APART, first=7)])
    assert {origin.independence for origin in lineage.origins} == {Independence.INDEPENDENT}


@pytest.mark.parametrize(
    ("left", "right", "expected", "why"),
    [
        ((DENK, SERGEANT, POLICE), (SERGEANT, POLICE), DENK, "by the shortest of an official's names"),
        ((GUEST, POLICE), (GUEST, POLICE), POLICE, "an office before a guest"),
        ((GUEST,), (POLICE,), None, "nobody"),
    ],
)
def test_whom_both_cite(left: tuple[str, ...], right: tuple[str, ...], expected: str | None, why: str) -> None:
    known = Publishers.known()
    assert shared_voice(prepare(telling("a", *left), known), prepare(telling("b", *right), known)) == expected, why
