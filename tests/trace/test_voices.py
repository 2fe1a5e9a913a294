"""Whom accounts cite, and when two rest on nobody but the same officials."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.trace.accounts import account

from twosource.model.lineage import Independence
from twosource.model.reading import Annotated, Attribution, AttributionKind, EntityType, Mention, Token
from twosource.model.span import Span
from twosource.trace import Publishers, trace
from twosource.trace.account import prepare
from twosource.trace.voices import one_word

Cited = tuple[str, str, str]
"""Who is cited, by which verb, and its lemma."""
POLICE = ("the Marn police", "said", "say")
TOWN = ("Marn Police", "said", "say")
DETECTIVES = ("detectives", "said", "say")
SHORT = ("officers", "added", "add")
NAMED = ("Sergeant Orla Denk", "said", "say")
CORONER = ("coroner Ilse Varrow", "said", "say")
HOSPITAL = ("the hospital", "said", "say")
FIRM = ("the airline", "said", "say")
NEIGHBOUR = ("a neighbour", "said", "say")
GUEST = ("Ruben Hask", "said", "say")
ORDERED = ("a neighbour", "ordered", "order")
PEOPLE = ("Orla Denk", "Ilse Varrow", "Ruben Hask")
BODIES = ("Marn Police",)


def telling(name: str, *cited: Cited, more: str = "", meanings: tuple[int, ...] = ()) -> Annotated:
    """An account of one sentence for each who is cited, in words that no other account has."""
    attributions: list[Attribution] = []
    tokens: list[Token] = []
    text = ""
    for place, (who, verb, lemma) in enumerate(cited):
        content = Span(len(text), len(text) + len(f"{name}{place}x {name}{place}y"))
        source = Span(content.end + 2, content.end + 2 + len(who))
        cue = Span(source.end + 1, source.end + 1 + len(verb))
        text += f"{name}{place}x {name}{place}y, {who} {verb}. "
        attributions.append(Attribution((source,), (cue,), (content,), AttributionKind.INDIRECT))
        tokens.append(Token(cue, verb, lemma, "VERB", "", len(tokens), "root"))
    made = account(name, text + more, outlet=f"Marn {name}", published="2021-04-06", meanings=meanings or None)
    places = sorted((made.body.text.index(person), person) for person in (*PEOPLE, *BODIES) if person in made.body.text)
    names = tuple(Mention(Span(at, at + len(one)), one, _type(one)) for at, one in places)
    body = replace(made.body, attributions=tuple(attributions), tokens=tuple(tokens), names=names)
    return replace(made, body=body)


def _type(name: str) -> EntityType:
    return EntityType.ORGANIZATION if name in BODIES else EntityType.PERSON


def whose(left: Annotated, right: Annotated) -> str | None:
    known = Publishers.known()
    return one_word(prepare(left, known), prepare(right, known))


@pytest.mark.parametrize(
    ("left", "right", "expected", "why"),
    [
        ((POLICE,), (POLICE, SHORT), "the Marn police", "nobody but the police"),
        ((SHORT,), (NAMED, SHORT), None, "an officer whom one alone spoke to"),
        ((NAMED,), (NAMED,), "Sergeant Orla Denk", "one officer's word"),
        ((POLICE,), (POLICE, NEIGHBOUR), None, "a neighbour is reporting of its own"),
        ((POLICE, GUEST), (POLICE, GUEST), "the Marn police", "nobody whom the other lacks"),
        ((POLICE, GUEST), (POLICE,), None, "a witness whom one alone found"),
        ((TOWN,), (DETECTIVES,), None, "two offices, neither of which names the other"),
        ((TOWN, SHORT), (DETECTIVES, SHORT), "officers", "an office's own name beside its people"),
        ((POLICE,), (POLICE, CORONER), None, "a coroner whom the other does not know"),
        ((POLICE,), (POLICE, HOSPITAL), None, "a hospital gives out its own"),
        ((POLICE, HOSPITAL), (HOSPITAL, SHORT), "the hospital", "both have the police and the hospital"),
        ((FIRM,), (FIRM,), "the airline", "a firm's statement"),
        ((POLICE,), (POLICE, ORDERED), "the Marn police", "who orders tells nothing"),
        ((POLICE,), (), None, "who cites nobody may have seen it"),
        ((POLICE,), (FIRM,), None, "two bodies, each told by one"),
    ],
)
def test_on_whose_word_two_rest(
    left: tuple[Cited, ...], right: tuple[Cited, ...], expected: str | None, why: str
) -> None:
    assert whose(telling("a", *left), telling("b", *right)) == expected, why
    assert (whose(telling("b", *right), telling("a", *left)) is None) == (expected is None), why


def test_an_official_whom_the_other_names_is_in_their_common_report() -> None:
    assert whose(telling("a", POLICE, CORONER), telling("b", POLICE, more="Ilse Varrow had come by boat."))


def test_who_told_the_police_is_heard_through_them() -> None:
    told = telling("b", POLICE, ("a neighbour", "told", "tell"))
    heard = account("b", told.article.text.replace("told. ", "told police. "))
    assert whose(telling("a", POLICE), told) is None
    assert whose(
        telling("a", POLICE), replace(told, article=heard.article, body=replace(told.body, text=heard.body.text))
    )


def test_whoever_is_quoted_within_the_words_of_the_police_is_heard_through_them() -> None:
    made = telling("b", POLICE, NEIGHBOUR)
    police, neighbour = made.body.attributions
    over = replace(police, content=(Span(police.cue[0].end, len(made.body.text)),))
    assert whose(telling("a", POLICE), replace(made, body=replace(made.body, attributions=(over, neighbour))))


@pytest.mark.parametrize(("who", "expected"), [("two unknown women", True), ("Ruben Hask", False)])
def test_a_pronoun_is_whoever_is_named_by_what_it_refers_to(who: str, expected: bool) -> None:
    made = telling("b", POLICE, ("they", "said", "say"), more=f"So much of {who}.")
    at, they = made.body.text.rindex(who), made.body.attributions[1].source[0]
    body = replace(made.body, coreference=((they, Span(at, at + len(who))),))
    assert (whose(telling("a", POLICE), replace(made, body=body)) is not None) == expected


def test_two_who_rest_on_nobody_but_the_police_are_left_open_and_the_reason_names_them() -> None:
    told = telling("a", *(POLICE, SHORT) * 3, meanings=(1, 2, 3, 4, 5, 6))
    lineage = trace([told, telling("b", *(SHORT, POLICE) * 3, meanings=(7, 6, 8, 9, 1, 10))])
    assert {origin.independence for origin in lineage.origins} == {Independence.UNKNOWN}
    assert "nobody but officers" in lineage.open[0].reason
    assert lineage.open[0].passages
    witnessed = trace([told, telling("b", *(NEIGHBOUR, POLICE) * 3, meanings=(7, 6, 8, 9, 1, 10))])
    assert {origin.independence for origin in witnessed.origins} == {Independence.INDEPENDENT}


def test_two_who_rest_on_the_police_for_different_things_are_apart() -> None:
    lineage = trace([telling("a", POLICE, meanings=(1,)), telling("b", POLICE, meanings=(2,))])
    assert {origin.independence for origin in lineage.origins} == {Independence.INDEPENDENT}
