"""Transcripts: a turn is its speaker's to the end of the paragraph."""

from __future__ import annotations

from twosource.annotate import Pipeline
from twosource.annotate.attribution import find_attributions
from twosource.text.tree import Tree

TURNS = (
    "PRESENTER: Good evening. Fourteen people are dead after the roof fell in.",
    "HUGO PELL: The fire chief Tomas Bell told me that two people lie under the rubble. One of them talks to them.",
    "DAN IREK: I wrote to them twice. Nobody came.",
)


def speakers(pipeline: Pipeline, text: str, said: str) -> list[str]:
    """Who is given as the source of a piece of text."""
    place = text.index(said)
    found = find_attributions(Tree(next(iter(pipeline.read([text])))))
    held = (one for one in found if any(part.start <= place < part.end for part in one.content))
    return sorted(" ".join(part.of(text) for part in one.source) for one in held)


def test_all_of_a_turn_is_its_speakers(pipeline: Pipeline) -> None:
    text = "\n\n".join(TURNS)
    assert speakers(pipeline, text, "Nobody came") == ["DAN IREK"]
    assert speakers(pipeline, text, "One of them talks") == ["HUGO PELL"]
    assert "Tomas Bell" in " ".join(speakers(pipeline, text, "two people"))
    assert speakers(pipeline, text, "Fourteen people") == [], "the station's own voice"


def test_a_label_in_a_report_goes_no_further_than_its_sentence(pipeline: Pipeline) -> None:
    text = f"{TURNS[2]}\n\nThe roof fell in at noon.\n\nTwo people are missing."
    assert speakers(pipeline, text, "Nobody came") == []
