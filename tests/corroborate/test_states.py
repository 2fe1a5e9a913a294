"""When states of accounts follow each other, of whom they are told, and how an update of them reads."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions, corroborate
from twosource.corroborate.context import contexts
from twosource.corroborate.states.course import courses
from twosource.corroborate.states.ladders import ladders
from twosource.corroborate.states.told import states_told
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ConflictKind, Resolution
from twosource.model.moment import Moment
from twosource.trace import trace

DAYS = ("2023-03-14", "2023-03-15", "2023-03-17")
AT_LARGE = "A man was shot in Brek on Monday. The gunman is still at large."
CRITICAL = "A 14-year-old girl was hit by a tram in Brek on Monday. She is in critical condition."


def _courses(pipeline: Pipeline, *texts: str, days: tuple[str, ...] = DAYS) -> list[Assertion]:
    articles = [
        Article(f"a{n}", text, language="en", published=Moment(day))
        for n, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    read, voices = contexts(accounts, entities), Voices(entities)
    said = [each for context in read for each in assertions(context, voices)]
    return list(courses(read, voices, said))


def _words(told: list[Assertion]) -> list[str]:
    return [one.value.text for one in sorted(told, key=lambda one: one.topic.step or 0) if one.value]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (AT_LARGE, "Police arrested Ivo Telk in Brek on Tuesday.", ["at large", "arrested"]),
        (
            AT_LARGE,
            "Ivo Telk was arrested in Brek after a search. Before that he was at large.",
            ["at large", "arrested"],
        ),
        (
            "No arrests have been made in Brek.",
            "Ivo Telk turned himself in on Tuesday.",
            ["No arrests", "turned himself in"],
        ),
        (
            "Police look for Ivo Telk in Brek.",
            "A man was taken into custody in Brek.",
            ["look for Ivo Telk", "into custody"],
        ),
        ("Police look for Ivo Telk in Brek.", "Police in Brek arrested Ola Brandt.", []),  # another
        ("Police look for witnesses in Brek.", "Police in Brek arrested Ola Brandt.", []),  # no suspects
        (
            "Ivo Telk is in custody. A second suspect is at large.",
            "A second man was arrested in Brek.",
            [],
        ),  # one was held
        (AT_LARGE, "Ivo Telk had been arrested in a separate case.", []),  # before
        (AT_LARGE, "Police in Brek hope to arrest the gunman.", []),  # nothing has happened
        (AT_LARGE, "Police will go on until they arrest the gunman.", []),
    ],
)
def test_sought_then_held(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    assert _words(_courses(pipeline, one, other)) == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Charges are pending in Brek.", "Ivo Telk was charged with arson.", ["Charges are pending", "charged"]),
        (
            "Ivo Telk has not been charged.",
            "Prosecutors charged Ivo Telk with arson.",
            ["has not been charged", "charged"],
        ),
        ("Ivo Telk has not been charged.", "Prosecutors charged Ola Brandt with arson.", []),  # another
        ("Ivo Telk was charged with arson.", "Ivo Telk was charged with arson.", []),  # nothing new
        (
            "Police arrested a man in Brek.",
            "The man who was arrested in Brek was released on Tuesday.",
            ["arrested", "released"],
        ),
        ("Police arrested a man in Brek.", "The driver was released from hospital on Tuesday.", []),
        ("Ivo Telk was charged with arson.", "Ivo Telk was sentenced to six years.", ["charged", "sentenced"]),
    ],
)
def test_what_becomes_of_a_suspect(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    assert [word for word in _words(_courses(pipeline, one, other)) if not word.endswith("with")] == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (CRITICAL, "The girl from Brek is out of danger.", ["critical condition", "out of danger"]),
        (CRITICAL, "The 14-year-old from Brek is at home recovering.", ["critical condition", "at home recovering"]),
        (CRITICAL, "The girl died on Wednesday.", ["critical condition", "died"]),
        (CRITICAL, "The boy is out of danger.", []),  # somebody else
        (CRITICAL, "The 15-year-old is out of danger.", []),
        (CRITICAL, "The girl is out of danger. The driver is in stable condition.", []),  # one of two
        (CRITICAL + " Her sister died on Monday.", "The girl died.", []),  # perhaps the sister
        (CRITICAL + " Four people were injured.", "The girl is out of danger.", []),  # one of four
        (CRITICAL, "The girl's injuries are non-life-threatening.", []),
    ],
)
def test_the_condition_of_one_patient(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    assert _words(_courses(pipeline, one, other)) == told


def test_only_a_later_account_makes_an_earlier_one_out_of_date(pipeline: Pipeline) -> None:
    arrested = "Police arrested Ivo Telk in Brek."
    assert not _courses(pipeline, AT_LARGE, arrested, days=DAYS[:1] * 2)  # of one day
    assert not _courses(pipeline, arrested, AT_LARGE)  # perhaps another is at large
    assert not _courses(pipeline, AT_LARGE, arrested, AT_LARGE + " Police said so.")


def test_an_update_of_states(pipeline: Pipeline) -> None:
    texts = (CRITICAL, "The girl who was hit by a tram in Brek is out of danger.")
    articles = [
        Article(f"a{n}", text, language="en", outlet=outlet, published=Moment(day))
        for n, (text, day, outlet) in enumerate(zip(texts, DAYS, ("Echo", "Post"), strict=False))
    ]
    accounts = list(annotate(articles, pipeline))
    claims = corroborate(accounts, link(accounts), trace(accounts))
    [conflict] = [one for claim in claims for one in claim.conflicts]
    assert (conflict.kind, conflict.resolution) == (ConflictKind.WORDING, Resolution.UPDATE)
    told = "“critical condition” (Echo, Tuesday 14 March), then “out of danger” (Post, Wednesday 15 March)"
    assert conflict.note.endswith(told)


def test_ladders_are_whole() -> None:
    for ladder in ladders("en"):
        assert len(ladder.steps) > 1
        assert all(step.said or step.alone or step.befalls or step.does for step in ladder.steps)
    assert ladders("xx") == ()


def test_states_of_an_account_without_a_tree(pipeline: Pipeline) -> None:
    accounts = list(annotate([Article("a", "Der Mann ist in Haft.", language="de")], pipeline))
    assert not list(states_told(contexts(accounts, ())[0]))
