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
from twosource.corroborate.states.naming import namings
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


def _namings(pipeline: Pipeline, *texts: str, days: tuple[str, ...] = DAYS) -> list[Assertion]:
    articles = [
        Article(f"a{n}", text, language="en", published=Moment(day))
        for n, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    return list(namings(contexts(accounts, entities), Voices(entities)))


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
        ("Ivo Telk pleaded guilty to arson.", "Ivo Telk was sentenced to six years.", ["pleaded guilty", "sentenced"]),
        ("Ivo Telk was charged with arson.", "Ivo Telk is due to be sentenced in June.", []),  # not yet
        ("Ivo Telk was charged with arson.", "Ivo Telk faces ten years when he is sentenced.", []),
        (
            "Ivo Telk and Ola Brandt were charged with arson.",
            "Ola Brandt was found guilty of arson.",
            ["charged", "found guilty"],
        ),
        (
            "Officers have not filed any charges.",
            "Ivo Telk was charged with arson.",
            ["have not filed any charges", "charged"],
        ),
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
        (
            CRITICAL,
            "The girl is out of danger. The driver is in stable condition.",
            ["critical condition", "out of danger"],
        ),
        (CRITICAL + " Her sister died on Monday.", "The girl died.", []),  # perhaps the sister
        (CRITICAL + " Four people were injured.", "The victim is out of danger.", []),  # one of four
        (CRITICAL + " Three girls were injured.", "The girl is out of danger.", []),  # one of three
        (CRITICAL, "Jonas Telk is out of danger.", []),  # a man's name
        (CRITICAL, "Dunja Varn, 31, is out of danger.", []),  # not 14
        (
            "Two people were hurt. A 31-year-old man and a 15-year-old girl are in serious condition.",
            "The 15-year-old girl is out of danger.",
            ["serious condition", "out of danger"],
        ),
        (
            "A 14-year-old girl was hit by a tram in Brek. She suffered life-threatening injuries.",
            "The girl is expected to survive.",
            ["life-threatening", "expected to survive"],
        ),
        (
            "Two men were hurt in Brek. A 31-year-old man is in critical but stable condition.",
            "Two men were hurt in Brek, a 31-year-old man and another. The man is in stable condition.",
            ["critical but stable condition", "stable condition"],
        ),
        (CRITICAL, "The girl was taken to hospital.", []),  # no later state
        (
            "Dunja Varn was taken to hospital in Brek.",
            "Dunja Varn was released from the hospital.",
            ["taken to hospital", "released from the hospital"],
        ),
        (CRITICAL, "The girl's injuries are non-life-threatening.", []),
    ],
)
def test_the_condition_of_one_patient(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    assert _words(_courses(pipeline, one, other)) == told


def test_only_a_later_account_makes_an_earlier_one_out_of_date(pipeline: Pipeline) -> None:
    arrested = "Police arrested Ivo Telk in Brek."
    safe = "The girl from Brek is out of danger."
    assert not _courses(pipeline, CRITICAL, safe, days=DAYS[:1] * 2)  # of one day: two words of one state, perhaps
    assert not _courses(pipeline, arrested, AT_LARGE)  # perhaps another is at large
    assert not _courses(pipeline, AT_LARGE, arrested, AT_LARGE + " Police said so.")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Police questioned Ivo Telk. Charges are pending in Brek.",
            "Ivo Telk was charged with arson.",
            ["Charges are pending", "charged"],
        ),
        ("Charges are pending in Brek.", "Ivo Telk was charged with arson.", []),  # another, perhaps
        ("No arrests have been made in Brek.", "Police arrested Ivo Telk.", ["No arrests", "arrested"]),
        ("Ivo Telk has not been charged.", "Ivo Telk was charged with arson.", ["has not been charged", "charged"]),
        ("A driver has not been charged.", "Ivo Telk was charged with arson.", []),  # two, perhaps
    ],
)
def test_nobody_goes_back_on_one_day(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    words = _words(_courses(pipeline, one, other, days=DAYS[:1] * 2))
    assert [word for word in words if not word.endswith("with")] == told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Police have not identified the victim.",
            "Dunja Varn was killed in Brek, police said.",
            ["have not identified the victim", "Dunja Varn"],
        ),
        (
            "The names of the victims were not released.",
            "The dead were identified as Dunja Varn and Jonas Telk.",
            ["names of the victims were not released", "Dunja Varn"],
        ),
        (
            "A man, whose name has not been released, died in Brek.",
            "Jonas Telk, 31, was killed in Brek.",
            ["whose name has not been released", "Jonas Telk"],
        ),
        (
            "Police did not name the suspect.",
            "Jonas Telk was arrested in Brek.",
            ["did not name the suspect", "Jonas Telk"],
        ),
        (
            "No names were released until the families have been notified.",
            "Dunja Varn was killed in Brek.",
            ["No names were released", "Dunja Varn"],
        ),
        ("A witness, who was not identified, heard shots.", "Dunja Varn was killed in Brek.", []),
        ("A victim did not want to be identified.", "Dunja Varn was shot in Brek.", []),
        ("Police have not identified the woman who died.", "Jonas Telk was killed in Brek.", []),  # a man
        ("Police have not identified the victim.", "Jonas Telk was arrested in Brek.", []),  # a suspect
        ("Dunja Varn died. Police have not identified the second victim.", "Dunja Varn was killed in Brek.", []),
        ("Police have not identified the victim.", "Mara Holm was hurt, “it was loud,” said Mara Holm.", []),
    ],
)
def test_a_name_that_is_held_back_then_given(pipeline: Pipeline, one: str, other: str, told: list[str]) -> None:
    named = [each for each in _namings(pipeline, one, other) if each.value]
    assert [each.value.text for each in named if each.value] == told


def test_a_name_is_given_by_no_earlier_account(pipeline: Pipeline) -> None:
    held, given = "Police have not identified the victim.", "Dunja Varn was killed in Brek."
    assert not _namings(pipeline, given, held)
    assert not _namings(pipeline, held, given, held + " Police said so.")
    assert _namings(pipeline, held, given, days=DAYS[:1] * 2)


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
