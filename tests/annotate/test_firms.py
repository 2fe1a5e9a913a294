"""Firms of partners, legal forms, countries of two parts."""

from __future__ import annotations

import pytest

from twosource.annotate.firms import Name, with_partners

CASES: list[tuple[str, list[Name], list[Name], str]] = [
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


@pytest.mark.parametrize(("text", "names", "joined", "why"), CASES)
def test_with_partners(text: str, names: list[Name], joined: list[Name], why: str) -> None:
    assert with_partners(text.split(), names) == joined, why
