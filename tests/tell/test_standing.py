"""A line of the timeline says by itself whom it tells of and what was on its day."""

from __future__ import annotations

import pytest

from twosource.tell.standing import stands_alone


@pytest.mark.parametrize(
    ("text", "dated", "stands", "reason"),
    [
        ("Nine boats sank on Friday.", "on Friday", True, "names what sank"),
        ("It happened on Friday.", "on Friday", False, "what happened stands in the sentence before"),
        ("“They lost on Friday.", "on Friday", False, "a mark of quotation before the pronoun"),
        ("On Friday, they lost.", "Friday", False, "the day before the pronoun"),
        ("On Friday the crew lost.", "On Friday", True, "the day before the name"),
        ("Its crew left on Friday.", "on Friday", False, "whose crew is not said"),
        ("The port has been shut since Friday.", "Friday", False, "tells of the days after it"),
        ("The port is shut until Friday.", "until Friday", False, "the word that says so within the day's words"),
        ("Divers spoke of Friday's storm.", "Friday", False, "the storm was on Friday, not what they said"),
        ("The port sent help.", "", True, "no day is known"),
        ("", "", True, "nothing"),
    ],
)
def test_standing(text: str, dated: str, stands: bool, reason: str) -> None:
    assert stands_alone(text, dated) is stands, reason
