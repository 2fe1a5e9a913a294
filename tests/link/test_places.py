from __future__ import annotations

import pytest

from twosource.link.places import capital_of, country, is_adjective, is_known
from twosource.resources import load


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("the Netherlands", "Netherlands"),
        ("Bolivia", "Bolivia"),
        ("Zhelnik", None),
    ],
)
def test_countries(name: str, expected: str | None) -> None:
    assert country(name) == expected


def test_adjectives_are_no_places() -> None:
    assert is_adjective("Bolivian")
    assert is_adjective("Bolivians")
    assert not is_adjective("Bolivia")


def test_seats_of_government() -> None:
    assert capital_of("Lima") == "Peru"
    assert capital_of("Cusco") is None
    assert is_known("Cusco") or not is_known("Zhelnik")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("common", "romanisation"),
        ("common", "name-words"),
        ("common", "places"),
        ("common", "spelling-costs"),
        ("common", "name-weights"),
        ("common", "letter-groups"),
        ("en", "titles"),
        ("en", "given-names"),
        ("en", "name-contexts"),
    ],
)
def test_every_list_names_its_source(language: str, name: str) -> None:
    assert load(language, name)["source"]
