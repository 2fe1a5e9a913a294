"""Speakers where parsers hang them elsewhere, and how far what they say goes."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline
from twosource.annotate.attribution import find_attributions
from twosource.text.tree import Tree


def said(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    """Sources and contents of a text, in the order of their cues."""
    reading = next(iter(pipeline.read([text])))
    found = find_attributions(Tree(reading))
    return [(" ".join(part.of(text) for part in one.source), one.content[0].of(text)) for one in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # Who is told says nothing.
        ("Two men died, reporters were told by Ana Lorn.", "Ana Lorn", "Two men died"),
        # The newspaper quotes, the mayor says; parsers give "quotes" two subjects.
        ("The newspaper quotes Mayor Ivo Telk as saying that 12 died.", "Mayor Ivo Telk", "that 12 died"),
        # All of a sentence that a comma and a source close.
        (
            "A girl was grazed and a man was hit after shots were fired in Brek, according to Brek police.",
            "Brek police",
            "A girl was grazed and a man was hit after shots were fired in Brek",
        ),
        # A speaker behind a list is none of its members.
        (
            "The fire took 12 homes, a truck and a boat, the governor of the region, Ana Lorn, told reporters.",
            "the governor of the region, Ana Lorn",
            "The fire took 12 homes, a truck and a boat",
        ),
        # A second clause that parsers tie to "said".
        (
            "Police said his parents were away and he had several friends over at the farm.",
            "Police",
            "his parents were away and he had several friends over at the farm",
        ),
        # A day is nothing that is reported on.
        ("The ministry reported 12 deaths in Brek on Friday.", "The ministry", "12 deaths in Brek"),
        # Two speakers behind what they say.
        (
            "The tunnel flooded on Friday, and two boats sank, miners and the fire brigade said.",
            "miners and the fire brigade",
            "The tunnel flooded on Friday, and two boats sank",
        ),
        # Whichever clause a parser hangs "according to" on, all of the sentence that it opens or closes is X's.
        (
            "According to police, the 7-year-old has died, the 8-year-old is in hospital.",
            "police",
            "the 7-year-old has died, the 8-year-old is in hospital",
        ),
        (
            "According to Brek Police, the four injured in the shooting are all males, between the ages of 20-29.",
            "Brek Police",
            "the four injured in the shooting are all males, between the ages of 20-29",
        ),
        (
            "All three people were released, and at this time, nobody has been charged, which may change, "
            "according to Brek police on Tuesday afternoon.",
            "Brek police",
            "All three people were released, and at this time, nobody has been charged, which may change",
        ),
        # Behind an aside stands who is told.
        (
            '"Pupils are no pawns," Ana Lorn, who leads the parents\' council, told Radio Brek.',
            "Ana Lorn",
            '"Pupils are no pawns,"',
        ),
        # What goes before a claim is part of it.
        (
            "With 90 percent of ballots counted, 51.2 percent were in favour of the canal, the Brek Commission said.",
            "the Brek Commission",
            "With 90 percent of ballots counted, 51.2 percent were in favour of the canal",
        ),
        # A number has its bounds, a speaker no adverb.
        (
            "More than 200 people rang to say the smell was unbearable.",
            "More than 200 people",
            "the smell was unbearable",
        ),
        # The whole description that "who" stands for, and no verb.
        (
            "A truck hit the bakery. It was the baker's 30-year-old nephew who told police that the brakes had failed.",
            "the baker's 30-year-old nephew who",
            "that the brakes had failed",
        ),
        ("According to Ivo Telk, who said two boats sank, it was dark.", "Ivo Telk who", "two boats sank"),
    ],
)
def test_speakers_and_what_they_say(pipeline: Pipeline, text: str, source: str, content: str) -> None:
    assert (source, content) in said(pipeline, text)


def test_what_they_believe_is_said(pipeline: Pipeline) -> None:
    text = (
        "Investigators said they believe that the 13-year-old and Telk came to Brek to sell tyres and picked up Orlo, "
        "who officers said pulled a gun."
    )
    found = dict(said(pipeline, text))
    assert found["Investigators"].startswith("they believe that the 13-year-old")


@pytest.mark.parametrize(
    "text",
    [
        "The police walk down Main Street on March 13. (Photo: Ivo Telk, Brek Images)",  # a credit
        "PREVIOUS STORY: Another miner from the shaft has died.",  # a label
        "to remarks by the council: the plan for 12 homes is dead",  # the rest of a cut sentence
        "The fire has claimed 12 lives.",  # harm, no statement
    ],
)
def test_nobody_speaks(pipeline: Pipeline, text: str) -> None:
    assert said(pipeline, text) == []


def test_a_quotation_goes_on_from_who_spoke_last(pipeline: Pipeline) -> None:
    text = (
        "“Snow will fall on the hills,” said Ivo Telk. The mayor said that two things were new.\n\n"
        "“The first is that it moves slowly. It will stay for three days.”"
    )
    found = find_attributions(Tree(next(iter(pipeline.read([text])))))
    quoted = [one for one in found if any("It will stay" in part.of(text) for part in one.content)]
    assert [one.source[0].of(text) for one in quoted] == ["The mayor"]


def test_who_stands_before_a_colon_is_not_quoted(pipeline: Pipeline) -> None:
    text = 'Ivo Telk is hopeful: "A town without floods is within reach," he said in a speech in Brek.'
    found = find_attributions(Tree(next(iter(pipeline.read([text])))))
    assert not any("Telk" in part.of(text) for one in found for part in one.content)


def test_who_said_it_announces_what_follows(pipeline: Pipeline) -> None:
    text = "“I owe the families an answer, and they will have it,” she said, and announced that ships may enter."
    assert said(pipeline, text)[-1] == ("she", "that ships may enter")
