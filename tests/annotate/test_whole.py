"""Names read in parts."""

from __future__ import annotations

import pytest

from twosource.annotate.names.whole import Name, made_whole, with_partners

CASES: list[tuple[str, list[Name], list[Name], str]] = [
    ("The U . N . met .", [(1, 2, "organization")], [(1, 5, "organization")], "its last letter's stop is its own"),
    ("It left the U . N .", [(3, 4, "place")], [(3, 6, "place")], "unless it ends the sentence"),
    ("The U . N met", [(1, 2, "place"), (3, 4, "place")], [(1, 4, "place")], "letters read one by one"),
    ("Ida K . Holm spoke .", [(0, 2, "person"), (3, 4, "person")], [(0, 4, "person")], "a middle initial"),
    ("Ida K . Holm spoke .", [(0, 2, "person")], [(0, 4, "person")], "the surname behind one, though it was missed"),
    ("He saw Ida K . and left", [(2, 4, "person")], [(2, 4, "person")], "no surname there"),
    ("Ida K . Holm left .", [(0, 2, "person"), (3, 4, "place")], [(0, 2, "person"), (3, 4, "place")], "two types"),
    ("Plan B . It failed .", [(0, 2, "other")], [(0, 2, "other")], "no letter follows"),
    ("The U.N. met .", [(1, 2, "place")], [(1, 2, "place")], "written as one word"),
    ("Bank of Lomna", [(0, 2, "organization"), (2, 3, "place")], [(0, 3, "organization")], "it goes on behind of"),
    (
        "Bank of Ida Holm",
        [(0, 2, "organization"), (2, 4, "person")],
        [(0, 1, "organization"), (2, 4, "person")],
        "a man",
    ),
    ("the Council of ministers", [(1, 3, "organization")], [(1, 2, "organization")], "a small word ends no name"),
    ("Southern Lomna", [(0, 1, "place"), (1, 2, "place")], [(0, 2, "place")], "a part of a country"),
    ("West Lomnans", [(0, 1, "place"), (1, 2, "other")], [(0, 2, "other")], "a part of a people"),
    ("Ostrel Lomna", [(0, 1, "place"), (1, 2, "place")], [(0, 1, "place"), (1, 2, "place")], "two places"),
    ("Ms Holm left", [(0, 1, "person"), (1, 2, "person")], [(1, 2, "person")], "a form of address is no name"),
    ("Gen. Holm left", [(0, 2, "person")], [(1, 2, "person")], "nor part of one"),
    ("Cpl. Ida Holm left", [(0, 1, "person"), (1, 3, "person")], [(1, 3, "person")], "a rank is none either"),
    ("of the", [(0, 2, "organization")], [], "nothing is left"),
    ("Ostrel eats kelsa", [(0, 1, "place"), (2, 3, "person")], [(0, 1, "place")], "a name has a capital"),
    ("Ostrel met al - Tarn", [(2, 5, "person")], [(2, 5, "person")], "somewhere"),
    ("ostrel met ida holm", [(0, 1, "place"), (2, 4, "person")], [(0, 1, "place"), (2, 4, "person")], "none there"),
    ("OSTREL FREED 7", [(0, 1, "place"), (2, 3, "other")], [(0, 1, "place"), (2, 3, "other")], "a figure has no case"),
]


@pytest.mark.parametrize(("text", "names", "whole", "why"), CASES)
def test_made_whole(text: str, names: list[Name], whole: list[Name], why: str) -> None:
    assert made_whole(text.split(), names) == whole, why


PARTNERS: list[tuple[str, list[Name], list[Name], str]] = [
    ("Velsted & Kolm sued", [(0, 1, "person"), (2, 3, "person")], [(0, 3, "organization")], "partners"),
    ("Orlund & Tarnby", [(0, 1, "place"), (2, 3, "place")], [(0, 1, "place"), (2, 3, "place")], "two places"),
    (
        "Ida Holm & Mara Velsted",
        [(0, 2, "person"), (3, 5, "person")],
        [(0, 2, "person"), (3, 5, "person")],
        "two people named in full",
    ),
    ("Velsted and Kolm", [(0, 1, "person"), (2, 3, "person")], [(0, 1, "person"), (2, 3, "person")], "and is no &"),
    ("Trinidad and Tobago", [(0, 1, "place"), (2, 3, "place")], [(0, 3, "place")], "a country of two parts"),
    ("Lomna Tin plc fell", [(0, 2, "place")], [(0, 3, "organization")], "a legal form"),
    ("Velsted , Inc. fell", [(0, 1, "person")], [(0, 3, "organization")], "behind a comma"),
    ("Lomna Tin Inc. fell", [(0, 3, "organization")], [(0, 3, "organization")], "it is there already"),
    ("Tin , Ltd", [(0, 1, "other"), (2, 3, "organization")], [(0, 1, "other"), (2, 3, "organization")], "no firm"),
    ("Lomna Tin ,", [(0, 2, "organization")], [(0, 2, "organization")], "nothing behind the comma"),
]


@pytest.mark.parametrize(("text", "names", "joined", "why"), PARTNERS)
def test_with_partners(text: str, names: list[Name], joined: list[Name], why: str) -> None:
    assert with_partners(text.split(), names) == joined, why
