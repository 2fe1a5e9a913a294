"""Figures as assertions: whose they are, what happened to them, and which are parts of a whole."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.figures import figures
from twosource.link import link
from twosource.model.article import Article


def read(pipeline: Pipeline, text: str) -> list[Assertion]:
    """The figures that an account of ``text`` asserts."""
    accounts = list(annotate([Article("a", text)], pipeline))
    entities = link(accounts)
    (context,) = contexts(accounts, entities)
    return list(figures(context, Voices(entities)))


OUTCOMES = [
    (
        "Four men of the crew are dead; two young officers lie in Elmwood.",
        [("death", False), (None, False)],
        "behind a semicolon begins another clause",
    ),
    ("Four people were shot in Elmwood.", [("injury", False)], "who is shot is hurt, where nobody is dead"),
    (
        "One sailor died and nine others were injured.",
        [("death", False), ("injury", False)],
        "others beside the dead are all of the hurt",
    ),
    (
        "A man accused of fatally shooting three people was held.",
        [("death", False)],
        "the adverb right before a verb is that verb's",
    ),
    (
        "Twelve people died in three villages.",
        [("death", False), (None, False)],
        "what happened somewhere did not befall the place",
    ),
    (
        "With seven workers missing from the list, the true figure was 71.",
        [("missing", False)],
        "what a total is tells its own noun",
    ),
    (
        '"Fifty-eight came through our doors, the fourteen dead not included," says the director.',
        [(None, False), ("death", False)],
        "the dead are those whom another figure counts",
    ),
    (
        "There were six arrests, compared with 47 on Sunday.",
        [("arrest", False), ("arrest", False)],
        "a bare number leaves out what the one before counts",
    ),
    (
        "Three are dead and five are in critical condition.",
        [("death", False), ("injury", False)],
        "a condition is a harm",
    ),
    ("Four women and two boys were injured.", [("injury", True), ("injury", True)], "sorts are parts of a whole"),
    ("He faces four counts of murder.", [(None, False)], "nothing befalls a charge"),
    ("The victim died in hospital.", [], "who is known already is not counted"),
    ("The man, 31, later died.", [], "an age is no toll"),
    ("Sixty-three people were arrested in Elmwood.", [("arrest", False)], "a number in two words is one"),
    ("Twelve protesters were arrested in Elmwood.", [("arrest", False)], "the verb says what became of them"),
    ("About 80,000 protesters filled the square.", [("protest", False)], "else what they did"),
    ("Forty injured people were taken to hospital.", [("injury", False)], "the count is of the injured"),
    (
        "Fourteen officers and 31 demonstrators were injured.",
        [("injury", True), ("injury", True)],
        "the verb is that of both",
    ),
    ("The coach sold his striker for 38 million florins.", [(None, False)], "a striker of a team does not strike"),
    ("Among the dead is a girl of eleven.", [("death", True)], "one of the dead; her age is no count"),
    ("Among the injured were two nurses of the clinic.", [("injury", True)], "behind the verb, some of them"),
    ("Among the 12 dead was the driver.", [("death", False)], "before the verb, all of them"),
    ("The brigade lost 30 soldiers.", [("death", False)], "an army's lost men are dead"),
    ("A fire killed five of his mates.", [("death", False)], "his mates are no toll that was told before"),
    ("Three of the 12 workers were killed.", [("death", True), (None, False)], "not all of the 12"),
    ("Nine of the 39 concerned the vote.", [("vote", True)], "nor need a bare number be told at all"),
    ("They counted 214 ballot packs.", [(None, False)], "a sort of things is nothing that befell them"),
    ("Three murder suspects were arrested.", [("arrest", False)], "nor is it of people who are alive"),
    ("Two murder victims were found.", [("death", False)], "victims of it are dead"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), OUTCOMES)
def test_what_happened_to_them(pipeline: Pipeline, text: str, wanted: list[tuple[str | None, bool]], why: str) -> None:
    found = [(each.topic.predicate, each.topic.partial) for each in read(pipeline, text)]
    assert found == wanted, why


def test_a_run_of_nouns_is_counted_by_its_last(pipeline: Pipeline) -> None:
    (found,) = read(pipeline, "Two gunshot victims were treated in Elmwood.")
    assert found.topic.subject == "person", "victims, no gunshots"


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("The number of arrests has grown from 47 on Saturday to 63 on Sunday.", [True, False]),
        ("Police said 63 people were arrested, up from 47 on Saturday.", [False, True]),
        ("Police said 63 people were arrested on the road from Elmwood.", [False]),
    ],
)
def test_what_a_number_was_before(pipeline: Pipeline, text: str, former: list[bool]) -> None:
    assert [each.topic.earlier for each in read(pipeline, text)] == former


def test_a_number_that_came_answers_the_one_before(pipeline: Pipeline) -> None:
    text = "The police spoke of 6,000 demonstrators. The organisers claimed that 15,000 had come."
    assert [each.topic.subject for each in read(pipeline, text)] == ["protester", "protester"]


def test_who_gives_a_number_is_not_what_it_counts(pipeline: Pipeline) -> None:
    told = read(
        pipeline, "That is not how it was: five delegates and the woman who served the soup put it at close to 45."
    )
    assert [one.topic.subject for one in told] == ["delegate"]


def test_what_is_counted_may_stand_before_its_figure(pipeline: Pipeline) -> None:
    (found,) = read(pipeline, "The director of the museum put the number of stolen objects at 17.")
    assert found.topic.subject == "object"


def test_minutes_of_an_hour_that_stand_apart_count_nothing(pipeline: Pipeline) -> None:
    told = read(
        pipeline, "Updated: March 13, 2024, 11: 34 AM The ferry Solenne ran aground off Torsey with 34 sailors."
    )
    assert [one.topic.subject for one in told if one.topic.subject] == ["crew"], "34 AM is no 34 of anything"
