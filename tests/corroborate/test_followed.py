"""Numbers that move with the hours: who is held, who is without power, what shares cost, and what is past."""

from __future__ import annotations

import pytest
from tests.corroborate.test_counted_again import EVENING, LATER, MORNING, STANDS, UPDATE, shown
from tests.corroborate.test_figures import read

from twosource.annotate.pipeline import Pipeline

BANK = "Gunmen stormed a bank in Karl. "
STORM = "A storm hit the town of Karl. "
FIRM = "Thieves copied the records of the chemist Tavo. "
NEXT_DAY, TWO_DAYS = "2023-03-15T20:00:00", "2023-03-16T09:00:00"

CASES = [
    (
        (MORNING, BANK + "They took 27 people hostage."),
        (EVENING, BANK + "Twelve people are still being held, police said. The hostages are in the vault."),
        UPDATE,
        "hostages are let go",
    ),
    (
        (MORNING, BANK + "They took 27 people hostage."),
        (EVENING, BANK + "They have released nine of the hostages. The gunmen released nine hostages."),
        [],
        "who is let go is some of those who were held",
    ),
    (
        (MORNING, STORM + "More than 300,000 homes were without electricity."),
        (EVENING, STORM + "Some 41,000 homes were still without power."),
        UPDATE,
        "the lights come on again",
    ),
    (
        (MORNING, STORM + "At the peak, 310,000 homes were without electricity."),
        (NEXT_DAY, STORM + "At its height, the outage left 450,000 homes without power."),
        STANDS,
        "two peaks are no course of time",
    ),
    (
        (MORNING, STORM + "At the peak, 310,000 homes were without electricity."),
        (MORNING, STORM + "In the evening 41,000 homes were without electricity."),
        [],
        "the most that there were is not as many as there were at an hour",
    ),
    (
        (MORNING, FIRM + "Shares in Tavo had lost 9 percent by midday."),
        (EVENING, FIRM + "Shares in Tavo closed down 14 percent."),
        UPDATE,
        "a price falls through the day",
    ),
    (
        ("2023-03-15", FIRM + "The shares fell 9 percent on Tuesday."),
        ("2023-03-16", FIRM + "A quarter of the firm's value had gone by the closing bell on Tuesday."),
        STANDS,
        "who tells of a day that is over knows how it ended",
    ),
    (
        (MORNING, FIRM + "Shares in Tavo fell 9 percent."),
        (LATER, FIRM + "Shares in Tavo rose 4 percent."),
        [],
        "a rise is no fall",
    ),
    (
        (MORNING, FIRM + "The shares dropped 9 percent to 382 pence."),
        (LATER, FIRM + "Shares in Tavo closed at 377 pence."),
        UPDATE,
        "a price is quoted anew",
    ),
    (
        (MORNING, "Riots broke out in Karl. Police arrested 46 people on Tuesday."),
        (EVENING, "Riots broke out in Karl. More than 70 people have been arrested over four nights."),
        [],
        "what has come together over several days",
    ),
]


@pytest.mark.parametrize(("first", "second", "expected", "why"), CASES, ids=[case[3] for case in CASES])
def test_two_states(
    pipeline: Pipeline, first: tuple[str, str], second: tuple[str, str], expected: list[object], why: str
) -> None:
    assert shown(pipeline, first, second) == expected, why


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Fourteen people are being held at a police station in Karl.", "arrest"),
        ("Gunmen stormed the bank and took hostages. Fourteen people are being held inside.", "abduction"),
        ("The judges held 14 people in contempt.", None),
        ("Fourteen people held a vigil in Karl.", None),
    ],
)
def test_the_account_tells_who_is_held(pipeline: Pipeline, text: str, outcome: str | None) -> None:
    assert read(pipeline, text)[-1].topic.predicate == outcome


@pytest.mark.parametrize(
    ("text", "counted", "earlier"),
    [
        ("The storm left 480 homes without power. By noon the number had fallen to 22.", ["home", "home"], True),
        ("Tavo won by 1,412 votes. By Sunday noon it was 968.", [None, None], True),
        ("At the peak, 480 homes were without power. By noon the number had fallen to 22.", ["home", "home"], False),
        ("The storm left 480 homes without power. The mayor climbed to 22.", ["home"], False),
    ],
)
def test_a_number_is_followed_to_the_next(
    pipeline: Pipeline, text: str, counted: list[str | None], earlier: bool
) -> None:
    told = read(pipeline, text)
    assert [one.topic.subject for one in told] == counted
    assert told[0].topic.earlier is earlier
    assert len({one.topic.predicate for one in told}) == 1


@pytest.mark.parametrize("text", ["Posted 2 March 11: 55 P.M. by the editors of Karl.", "The 000 people came to Karl."])
def test_the_rest_of_a_torn_number_counts_nothing(pipeline: Pipeline, text: str) -> None:
    assert not [one for one in read(pipeline, text) if one.focus.start and text[one.focus.start] in "05"]
