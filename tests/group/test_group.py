from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.group import group
from twosource.group.likeness import Features, score
from twosource.group.profile import profile
from twosource.group.twins import difference
from twosource.model.article import Article
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, Reading
from twosource.model.span import Span


def account(name: str, title: str, text: str = "", published: str | None = None) -> Annotated:
    article = Article(name, text, title=title or None, published=Moment(published) if published else None)
    body = Reading(text, (Span(0, len(text)),) if text else ())
    return Annotated(article, body, Reading(title, (Span(0, len(title)),)) if title else None)


GLACIER = [
    account(
        "g1",
        "Three climbers saved from Orla glacier",
        "Three climbers were pulled from a crevasse on the Orla glacier after nineteen hours, the mountain guard said. "
        "A goatherd had seen their red light from the valley.",
        "2021-03-01",
    ),
    account(
        "g2",
        "Goatherd's alarm rescues rope team on the Orla",
        "A goatherd who saw a red light on the Orla glacier has saved three climbers who lay in a crevasse all night, "
        "according to the mountain guard.",
        "2021-03-02",
    ),
    account(
        "g3",
        "Frostbite but alive: Orla climbers home",
        "The three climbers whom the mountain guard hauled out of a crevasse on the Orla glacier have frostbite. "
        "They thanked the goatherd.",
    ),
]
BAKERY = [
    account(
        "b1",
        "Tallow Street bakery wins golden whisk again",
        "The bakery on Tallow Street has won the golden whisk for the fifth year. Judges praised its rye loaf.",
        "2021-03-01",
    ),
    account(
        "b2",
        "Fifth golden whisk for Tallow Street",
        "Judges gave the golden whisk to the bakery on Tallow Street for its rye loaf, the fifth in a row.",
    ),
]


def groups(accounts: list[Annotated]) -> list[list[str]]:
    return sorted(sorted(story.articles) for story in group(accounts))


def test_two_events_are_two_stories() -> None:
    assert groups(GLACIER + BAKERY) == [["b1", "b2"], ["g1", "g2", "g3"]]


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_does_not_matter(chance: random.Random) -> None:
    accounts = GLACIER + BAKERY
    shuffled = list(accounts)
    chance.shuffle(shuffled)
    assert group(shuffled) == group(accounts)


def test_links_give_reasons() -> None:
    story = next(story for story in group(BAKERY) if len(story.articles) == 2)
    assert len(story.links) == 1
    assert "“" in story.links[0].reason


@pytest.mark.parametrize("accounts", [[], [account("a", "")], [account("a", ""), account("b", "")]])
def test_little_or_nothing(accounts: list[Annotated]) -> None:
    assert len(group(accounts)) == len(accounts)


TWINS = [
    ("EU adopts 12th package of sanctions", "EU adopts 13th package of sanctions", "ordinal", "ordinals as figures"),
    ("Union adopts twelfth package", "Union adopts 13th package", "ordinal", "as a word and as a figure"),
    ("Exports of grain fell in May", "Imports of grain fell in May", "opposite", "words that exclude each other"),
    ("Budget for 2019 passed in Zhelna", "Budget for 2020 passed in Zhelna", "year", "years"),
    ("41 killed in Zhelna port blast", "47 killed in Zhelna port blast", None, "a toll that rises is one event"),
    ("EU adopts 12th package of sanctions", "Council agrees on 12th package", None, "the same ordinal"),
    ("First snow falls on Orla", "Mayor of Zhelna loses second vote", None, "nothing in common otherwise"),
]


@pytest.mark.parametrize(("left", "right", "kind", "why"), TWINS)
def test_twins(left: str, right: str, kind: str | None, why: str) -> None:
    found = difference(profile(account("a", left)), profile(account("b", right)))
    assert (found.kind if found else None) == kind, why


def test_headlines_alone() -> None:
    accounts = [
        account("1", "Three climbers saved from Orla glacier", published="2021-03-01"),
        account("2", "Orla glacier: three climbers rescued from crevasse", published="2021-03-01"),
        account("3", "Tallow Street bakery wins golden whisk", published="2021-03-01"),
    ]
    assert groups(accounts) == [["1", "2"], ["3"]]


def test_twin_packages_stay_apart() -> None:
    text = "The Union has adopted its {} package of sanctions against Vardovia. It bars the sale of pumps and of pipes."
    twelfth = [account(f"12-{n}", "Union adopts 12th package against Vardovia", text.format("12th")) for n in range(2)]
    thirteenth = [
        account(f"13-{n}", "Union adopts 13th package against Vardovia", text.format("13th")) for n in range(2)
    ]
    assert groups(twelfth + thirteenth) == [["12-0", "12-1"], ["13-0", "13-1"]]


def test_near_dates_speak_for_one_event_and_a_missing_one_tells_little() -> None:
    def at(days: int | None) -> float:
        return score(Features(0.3, 0.3, 0.4, 0.3, None, days, headlines=False, twin=None))

    assert at(0) > at(3) > at(None) > at(20)


@pytest.mark.parametrize(
    ("text", "title", "reason"),
    [
        ("Fog on the Orla.\nNo boat left.", "Fog on the Orla. No boat left.", "a short text is its own title"),
        (
            "Nine boats lay in the harbour of Tallow on Monday, and none of them had left by nightfall.",
            "Nine boats lay in the harbour of Tallow on Monday, and none of them had left by …",
            "a longer one is cut at a word",
        ),
        ("", "", "no text, no title"),
    ],
)
def test_an_account_without_a_title_is_called_by_its_first_words(text: str, title: str, reason: str) -> None:
    assert profile(account("x", "", text)).title == title, reason


def test_a_text_in_more_reprints_than_are_looked_up_is_one_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word is in every account then, and no word may be passed over for being common."""
    monkeypatch.setattr("twosource.group.neighbours._ALWAYS", 20)
    reprints = [account(f"r{number:02}", BAKERY[0].article.title or "", BAKERY[0].article.text) for number in range(60)]
    assert [len(story.articles) for story in group([*reprints, *GLACIER])] in ([60, 3], [3, 60])
