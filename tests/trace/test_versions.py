"""One article at two times: by its place on the web, by its number, by its day; and what is none."""

from __future__ import annotations

import pytest
from tests.trace.accounts import OTHER, REPORT, account, sentences

from twosource.model.reading import Annotated
from twosource.trace import trace
from twosource.trace.addresses import days_apart, place

TOLD = " ".join([sentences(REPORT)[0], *sentences(OTHER)[1:]])
"""One sentence of the report is kept, all others are replaced."""
SITE = "https://post.example/inland"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("http://www.post.example/inland/orla/", "https://post.example/inland/orla?utm_id=123", "one path"),
        ("https://post.example/1819691/two-fell", "https://post.example/1819691/three-saved", "one number"),
        (
            "https://web.archive.org/web/20160626040813/http://post.example/a/article_83a47a72-0184-11e6-95f3-f7f303c9c375",
            "https://post.example/b/article_83a47a72-0184-11e6-95f3-f7f303c9c375.html",
            "one key, also where an archive keeps the page",
        ),
        ("https://post.example/a/RRi79vlYnOSmwQsUpkrIwN", "https://post.example/b/RRi79vlYnOSmwQsUpkrIwN", "one key"),
    ],
)
def test_addresses_of_one_article(one: str, other: str, why: str) -> None:
    assert place(one) == place(other) is not None, why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("https://post.example/", "https://post.example/", "front pages"),
        ("https://post.example/story?id=4711", "https://post.example/story?id=4712", "the query tells which"),
        ("https://post.example/20210301/fall", "https://post.example/20210301/rescue", "a date is no number"),
        ("https://post.example/1819691/fall", "https://bote.example/1819691/fall", "another site, though one desk"),
        ("https://post.example/one-1819691", "https://post.example/one-1819692", "another number"),
        ("http://[2001:db8/orla", "http://[2001:db8/orla", "no address"),
    ],
)
def test_addresses_that_tell_nothing(one: str, other: str, why: str) -> None:
    assert place(one) is None or place(one) != place(other), why


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (f"{SITE}/orla-monday", f"{SITE}/orla-tuesday-evening", ("evening", "monday", "tuesday")),
        (f"{SITE}/orla-montag", f"{SITE}/orla-dienstag", ("dienstag", "montag")),
        (f"{SITE}/orla-monday", "https://post.example/sport/orla-tuesday", ()),
        (f"{SITE}/orla-fall-monday", f"{SITE}/orla-rescue-tuesday", ()),
        (f"{SITE}/part-1", f"{SITE}/part-2", ()),
        (f"{SITE}/monday", f"{SITE}/tuesday", ()),
    ],
)
def test_addresses_that_differ_in_the_day_alone(one: str, other: str, days: tuple[str, ...]) -> None:
    assert days_apart(one, other) == days


@pytest.mark.parametrize("slugs", [("orla", "orla"), ("orla-monday", "orla-tuesday")])
def test_a_text_that_was_replaced_at_its_place_is_one_article(slugs: tuple[str, str]) -> None:
    lineage = trace(_states(*slugs))
    assert [(one.earlier, one.later) for one in lineage.versions] == [("old", "new")]
    assert len(lineage.origins) == 1 and not lineage.copies
    assert "most of the text is replaced" in lineage.versions[0].reason
    changes = [(one.source.of(REPORT), one.copy.of(TOLD)) for one in lineage.versions[0].changes]
    assert changes == [(REPORT[len(sentences(REPORT)[0]) + 1 :], ""), ("", TOLD[len(sentences(REPORT)[0]) + 1 :])]


def test_a_changed_sentence_stands_beside_its_former_form() -> None:
    later = TOLD.replace("Three climbers", "Four climbers")
    changes = trace(_states("orla", "orla", later)).versions[0].changes
    assert changes[0].source.of(REPORT) == sentences(REPORT)[0]
    assert changes[0].copy.of(later).startswith("Four climbers")


def test_another_article_of_the_outlet_is_no_version() -> None:
    assert not trace(_states("orla-fall", "orla-rescue")).versions


def test_another_event_at_one_address_is_no_version() -> None:
    first, second = _states("inland", "inland", OTHER)
    assert not trace([first, second]).versions


def _states(one: str, other: str, later: str = TOLD) -> list[Annotated]:
    kept = [0] if later != OTHER else [30]
    return [
        account(
            "old",
            REPORT,
            published="2021-03-01T09:00",
            url=f"{SITE}/{one}",
            outlet="The Orla Post",
            meanings=list(range(10)),
        ),
        account(
            "new",
            later,
            published="2021-03-02T18:00",
            url=f"{SITE}/{other}",
            outlet="The Orla Post",
            meanings=[*kept, *range(20, 27)],
        ),
    ]
