from __future__ import annotations

import pytest

from twosource.group.headlines import headline, site_names

TITLES = [
    "Fire in Orla - Channel 4 | News, Weather & Sports",
    "Flood in Zell - Channel 4 | News, Weather & Sports",
    "Frost in Tarn - Channel 4 | News, Weather & Sports",
    "Vote in Vardovia – president resigns",
    "Vote in Vardovia – general wins",
    "Fire in Orla « Radio Zell",
    "Fire in Orla « Radio Zell",
    "Fire in Orla « Radio Zell",
]


@pytest.mark.parametrize(
    ("title", "expected", "why"),
    [
        (TITLES[0], "Fire in Orla", "both endings come with three headlines"),
        (TITLES[3], TITLES[3], "an ending that is the news"),
        (TITLES[5], TITLES[5], "one headline three times shows no ending to be the site's"),
        ("Channel 4", "Channel 4", "a title is never cut to nothing"),
        ("", "", "no title"),
    ],
)
def test_headlines_lose_the_name_of_their_site(title: str, expected: str, why: str) -> None:
    assert headline(title, site_names(TITLES)) == expected, why


def test_a_title_of_marks_alone_costs_little() -> None:
    hostile = " - " * 50_000
    assert headline(hostile, site_names([hostile, "a - b", "c - b", "d - b"])) is not None
