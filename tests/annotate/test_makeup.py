"""What a name's own words, and the matter of the article, say of its type."""

from __future__ import annotations

import pytest

from twosource.annotate.names.makeup import NAMED, leaning, sport_share

CASES = [
    ("Velsted Energy", False, 0.0, "organization", "a word of bodies in it"),
    ("Tarnby Quay", False, 0.0, "place", "a word of places ends it"),
    ("Aaron Velsted", False, 0.0, "person", "a given name begins it"),
    ("Portugal", False, 0.0, "place", "a country"),
    ("Orlund", False, 0.03, "organization", "one word in a report on a match: a club"),
    ("Mara Tarn", True, 0.0, "person", "a name that is said once and holds no word that is known"),
]


@pytest.mark.parametrize(("name", "alone", "sport", "kind", "why"), CASES)
def test_leaning(name: str, alone: bool, sport: float, kind: str, why: str) -> None:
    assert NAMED[int(leaning(name.split(), alone, sport).argmax())] == kind, why


def test_results_by_the_hundred_weigh_no_more_than_a_match() -> None:
    assert leaning(["Orlund"], False, 0.04).tolist() == leaning(["Orlund"], False, 0.9).tolist()


def test_sport_share() -> None:
    assert sport_share([["the", "striker", "say"], ["a", "goal"]]) == 0.4
    assert sport_share([]) == 0.0
