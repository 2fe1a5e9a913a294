"""Figures that differ and contradict nothing, for they do not count the same whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.corroborate.conftest import Make

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.claims import assertions
from twosource.corroborate.context import contexts
from twosource.corroborate.lexicon import lexicon
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ClaimType
from twosource.model.moment import Moment
from twosource.model.value import Quantity

ENGLISH = lexicon("en")


def told(pipeline: Pipeline, text: str) -> list[Assertion]:
    """The figures that an account of one text asserts."""
    article = Article("a", text, language="en", published=Moment("2019-03-12"))
    accounts = list(annotate([article], pipeline))
    entities = link(accounts)
    read = [one for context in contexts(accounts, entities) for one in assertions(context, Voices(entities))]
    return [one for one in read if one.type is ClaimType.FIGURE]


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("Three men were wounded at the mill on Monday.", "Three men", set()),  # the whole, of the story's event
        ("When officers arrived, they found two men with gunshot wounds.", "two men", {"glimpsed"}),
        ("Two people remain in hospital after the shooting.", "Two people", {"glimpsed"}),  # what is left
        ("The town has had 45 homicides in 2018.", "45 homicides", {"elsewhen"}),  # of a year
        ("It came six weeks after a gunman killed 49 people in Orlen.", "49 people", {"elsewhen"}),  # an earlier event
        ("Four people are dead after the worst fire of this year.", "Four people", set()),  # among what it is the worst
        ("At least 35 people have been shot since Friday.", "35 people", {"elsewhen"}),  # a running tally
        ("Seven people were hurt in shootings across the city.", "Seven people", {"elsewhen"}),  # several events
        ("Varn had 19 prior arrests.", "19", {"elsewhen"}),  # a record
        ("A gunman killed two people and then himself.", "two people", {"doer_dead"}),  # three, with the doer
        ("Three people, including the gunman, were killed.", "Three people", {"doer_dead"}),
    ],
)
def test_marks(pipeline: Pipeline, text: str, words: str, marks: set[str]) -> None:
    (one,) = (one for one in told(pipeline, text) if one.value is not None and words in one.value.text)
    assert {name for name in ("glimpsed", "elsewhen", "doer_dead") if getattr(one.topic, name)} == marks


@pytest.mark.parametrize(
    ("text", "words", "outcome"),
    [
        ("Nine people were shot, one fatally, at the mill.", "Nine people", "casualty"),  # one of the nine is dead
        ("The shots left six people wounded, two mortally.", "six people", "casualty"),
        ("One person died at the scene, and 19 were transported to a hospital.", "19", "hospital"),  # died has its own
    ],
)
def test_whose_fate(pipeline: Pipeline, text: str, words: str, outcome: str) -> None:
    (one,) = (one for one in told(pipeline, text) if one.value is not None and words in one.value.text)
    assert one.topic.predicate == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Officers arrested Ilse Varn and Tomas Okel, both 24.",  # ages
        "He picked up a .38 revolver.",  # a calibre
        "He drove onto the 55 Freeway.",  # a name
        "Two, why was the gun not locked up?",  # a point of a list
    ],
)
def test_no_count(pipeline: Pipeline, text: str) -> None:
    assert told(pipeline, text) == []


def test_a_part_contradicts_nothing(make: Make) -> None:
    two, five = make.figure("a", 2, 2), make.figure("b", 5, 5)
    assert forbidden(two, five, ENGLISH) == ""
    for marked in (replace(two.topic, glimpsed=True), replace(two.topic, elsewhen=True)):
        part = replace(two, topic=marked)
        assert forbidden(part, five, ENGLISH)
        assert forbidden(five, part, ENGLISH)
        assert forbidden(part, make.figure("b", 2, 2), ENGLISH) == ""  # where they agree, it is one claim


def test_a_sort_is_part_of_the_larger_figure(make: Make) -> None:
    men = make.figure("a", 2, 2)
    men = replace(men, value=Quantity(2, 2, False, "person", "men", "two men"))
    assert forbidden(men, make.figure("b", 5, 5), ENGLISH) == "one counts only man"
    assert forbidden(men, make.figure("b", 1, 1, "one person"), ENGLISH) == ""  # two men are no part of one


def test_a_hundred_times_as_many_are_others(make: Make) -> None:
    army, brigade = make.figure("a", 1_300_000, 1_300_000), make.figure("b", 7_000, 7_000)
    assert forbidden(army, brigade, ENGLISH) == "one counts a hundred times as many"
    assert forbidden(make.figure("a", 21, 21), make.figure("b", 12, 12), ENGLISH) == ""


def test_with_and_without_the_doer(make: Make) -> None:
    two = make.figure("a", 2, 2)
    two = replace(two, topic=replace(two.topic, doer_dead=True))
    assert forbidden(two, make.figure("b", 3, 3), ENGLISH) == "one may count the doer"
    assert forbidden(two, make.figure("b", 4, 4), ENGLISH) == ""


@pytest.mark.parametrize(
    ("text", "other", "apart"),
    [
        ("Five people were shot at the Orlen mill.", "A shooting left one dead and four others hurt.", True),
        ("Five people were shot at the Orlen mill.", "A shooting left one dead and three others hurt.", False),
        ("One person died and five people were hurt.", "A shooting left one dead and four others hurt.", False),
    ],
)
def test_all_who_were_hit_are_the_dead_and_the_hurt(pipeline: Pipeline, text: str, other: str, apart: bool) -> None:
    one = next(each for each in told(pipeline, text) if "five" in each.text.lower() and each.topic.predicate != "death")
    two = next(each for each in told(pipeline, other) if each.topic.predicate == "injury")
    why = forbidden(one, replace(two, passage=replace(two.passage, article="b")), ENGLISH)
    assert (why == "one counts the dead among those who were hit") is apart


@pytest.mark.parametrize(
    ("text", "other", "apart"),
    [
        (
            "They stood outside all 142 polling stations.",
            "31 polling stations opened late.",
            True,
        ),  # all that there are
        ("Some 142 polling stations opened late.", "31 polling stations opened late.", False),
    ],
)
def test_all_there_are(pipeline: Pipeline, text: str, other: str, apart: bool) -> None:
    (one,), (two,) = told(pipeline, text), told(pipeline, other)
    assert (
        forbidden(one, replace(two, passage=replace(two.passage, article="b")), ENGLISH) == "one counts all there are"
    ) is apart


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("In August 2009, 12 people died when a minibus ran off the same road.", True),
        ("The minibus in which 12 people died in 2009 ran off the Korrin road.", False),
    ],
)
def test_a_toll_of_long_ago_bears_out_no_new_one(pipeline: Pipeline, other: str, apart: bool) -> None:
    text = "Twelve people have now died on the Korrin road." if not apart else "Twelve people have now died."
    (now,), (then,) = told(pipeline, text), told(pipeline, other)
    assert bool(forbidden(now, then, ENGLISH)) is apart
