"""How the names of many sets come to one convention: what is cut off a span, and what a word may be."""

from __future__ import annotations

import pytest
from training.names import ANY, NAME_LABELS, OTHER, OUTSIDE, demonyms, is_proper, masks, spans_of, trimmed


@pytest.mark.parametrize(
    ("tags", "spans", "why"),
    [
        ("O B-X I-X O", [(1, 3, "X")], "BIO"),
        ("I-X I-X O", [(0, 2, "X")], "IO and IOB1 begin with I"),
        ("B-X B-X", [(0, 1, "X"), (1, 2, "X")], "two that touch"),
        ("B-X I-Y", [(0, 1, "X"), (1, 2, "Y")], "a change of type begins a new one"),
        ("O B-X", [(1, 2, "X")], "one that ends the sentence"),
    ],
)
def test_spans(tags: str, spans: list[tuple[int, int, str]], why: str) -> None:
    assert spans_of(tags.split()) == spans, why


@pytest.mark.parametrize(
    ("text", "person", "left", "why"),
    [
        ("the Tarnby Council", False, "Tarnby Council", "articles are outside"),
        ("Tarnby 's", False, "Tarnby", "so is the possessive"),
        ("Prime Minister Mara Velsted", True, "Mara Velsted", "so are titles of persons"),
        ("Secretary of State Velsted", True, "Velsted", "longer ones, too"),
        ("General Post", False, "General Post", "what is no person keeps its first word"),
        ("President", True, "President", "a title alone is left"),
    ],
)
def test_trimmed(text: str, person: bool, left: str, why: str) -> None:
    words = text.split()
    kept = trimmed(words, (0, len(words), "X"), person)
    assert kept is not None
    assert " ".join(words[kept[0] : kept[1]]) == left, why


def test_nothing_left() -> None:
    assert trimmed(["the"], (0, 1, "X"), person=False) is None


def label(name: str) -> int:
    return 1 << NAME_LABELS.index(name)


def test_masks() -> None:
    words = ["President", "Mara", "Velsted", "met", "Kenyan", "bankers", "in", "Tarnby"]
    spans = [(0, 3, "PER"), (4, 5, "LOC"), (7, 8, "LOC")]
    types = {"PER": "person", "LOC": "place|organization"}
    found = masks(words, spans, types, complete=False, unknown=False, nations=frozenset({"Kenyan"}))
    either = label("B-place") | label("B-organization")
    person = [OUTSIDE, label("B-person"), label("I-person")]
    assert found == [*person, OUTSIDE | OTHER, label("B-other"), OUTSIDE | OTHER, OUTSIDE | OTHER, either]


def test_partial_labels_leave_capitals_open() -> None:
    found = masks(["the", "Bank", "of", "Tarnby", "said"], [], {}, complete=False, unknown=True, nations=frozenset())
    assert found == [OUTSIDE | OTHER, ANY, ANY, ANY, OUTSIDE | OTHER]


def test_descriptions_are_not_learned_as_names() -> None:
    found = masks(
        ["the", "northern", "coast"],
        [(0, 3, "LOC")],
        {"LOC": "place"},
        complete=True,
        unknown=False,
        nations=frozenset(),
    )
    assert found == [ANY] * 3
    assert not is_proper(["northern", "coast"])


def test_demonyms_are_told_from_countries() -> None:
    tagged = [*[("Kenyan", "gpe")] * 3, ("Kenyan", "geo"), *[("Japan", "gpe")] * 2, *[("Japan", "geo")] * 9]
    assert demonyms(tagged) == frozenset({"Kenyan"})
