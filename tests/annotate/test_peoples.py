"""What names a people and no body."""

from __future__ import annotations

import pytest

from twosource.annotate.names.peoples import names_people


@pytest.mark.parametrize(
    ("text", "people", "why"),
    [
        ("Catholics", True, "a plural in -s"),
        ("Frenchmen", True, "another plural"),
        ("roman catholic", True, "two words, in small letters"),
        ("Afro - Cuban", True, "cut at its hyphen"),
        ("Shi’ite", True, "a curly apostrophe"),
        ("Norwegian Muslims", True, "one beside the other"),
        ("ex-Soviet", True, "behind a prefix"),
        ("Danish-led", True, "before a participle"),
        ("ex-led", False, "without a people"),
        ("Catholic League", False, "a body of theirs"),
        ("Norway", False, "the state itself"),
        ("", False, "nothing"),
    ],
)
def test_names_people(text: str, people: bool, why: str) -> None:
    assert names_people(text.split()) is people, why
