from __future__ import annotations

from pathlib import Path

import pytest
from tests.trace.accounts import REPORT, account

from twosource.model.article import CreditKind
from twosource.model.moment import Moment
from twosource.trace.account import days_between, prepare
from twosource.trace.credits import credited
from twosource.trace.disguise import disguised
from twosource.trace.publishers import Publishers
from twosource.trace.translation import respelled


@pytest.mark.parametrize(
    ("name", "url", "family", "why"),
    [
        ("Daily Mirror", None, "Reach", "by name"),
        ("the daily mirror", None, "Reach", "case and article do not count"),
        (None, "https://www.mirror.co.uk/news/1", "Reach", "by host"),
        ("www.mirror.co.uk:80", None, "Reach", "an outlet that is given by its host"),
        (
            None,
            "https://web.archive.org/web/20190310/https://www.mirror.co.uk/1",
            "Reach",
            "by the archived page's host",
        ),
        (None, "http://[2001:db8", None, "an address that is none tells nothing"),
        ("Somebody's Blog", "https://somebody.example/1", None, "unknown stays unknown"),
    ],
)
def test_publishers(name: str | None, url: str | None, family: str | None, why: str) -> None:
    found = Publishers.known().find(name, url)
    assert (found.family if found else None) == family, why


def test_publishers_are_extended_by_a_file(tmp_path: Path) -> None:
    own = tmp_path / "mine.toml"
    own.write_text(
        '[[outlet]]\nname = "The Orla Post"\nfamily = "Glacier Media"\nhosts = ["orla.example"]\n', encoding="utf-8"
    )
    found = Publishers.known(own).find(None, "https://news.orla.example/x")
    assert found is not None
    assert found.family == "Glacier Media"


@pytest.mark.parametrize(
    ("text", "byline", "expected", "why"),
    [
        ("ORLA (AFP) — Three men fell.", None, ["AFP"], "a dateline"),
        ("Three men fell. (Reuters)", None, ["Reuters"], "a closing bracket"),
        ("Three men fell.", "By AFP", ["AFP"], "a byline"),
        ("Three men fell.", "Ida Quist with agencies and AP", ["AP"], "a byline with a second hand"),
        ("Three men fell (all guides).", "By Ida Quist", [], "brackets and people are no agencies"),
        ("ORLA (MNA) — Three men fell.", None, ["MNA"], "an agency that no table knows, by its dateline"),
        ("Three men fell.", "By MNA", ["MNA"], "and by its byline"),
        ("Three men fell. (END)", None, [], "capitals in a closing bracket may be anything"),
        ("Three men fell.", "STAFF", [], "a desk signs with a word"),
    ],
)
def test_credits_in_a_text_as_it_stands(text: str, byline: str | None, expected: list[str], why: str) -> None:
    article = account("a", text, byline=byline).article
    assert [one.name for one in credited(article, Publishers.known())] == expected, why


def test_a_picture_credits_nothing_and_one_mention_does_not_cover_the_article() -> None:
    table = Publishers.known()
    assert credited(account("a", "Text.", credit="AFP", kind=CreditKind.PICTURE).article, table) == ()
    inside = credited(account("a", "Text.", credit="AFP", kind=CreditKind.IN_TEXT).article, table)
    assert [one.whole for one in inside] == [False]


def test_a_station_s_own_mark_is_no_shared_credit() -> None:
    table = Publishers.known()
    own = account("a", "ORLA (WXYZ) — Three men fell.", url="https://www.wxyz.example/1").article
    other = account("b", "ORLA (WXYZ) — Three men fell.", outlet="The Orla Post").article
    assert [one.own for one in credited(own, table)] == [True]
    assert [one.own for one in credited(other, table)] == [False]


@pytest.mark.parametrize(
    ("outlet", "url", "expected"),
    [
        ("The  Orla Post", None, "the orla post"),
        ("www.orla.example:80", None, "orla.example"),
        (None, "http://news.orla.example/1", "news.orla.example"),
        (None, "http://[2001:db8", None),
        (None, None, None),
    ],
)
def test_an_outlet_is_known_by_name_or_address(outlet: str | None, url: str | None, expected: str | None) -> None:
    assert prepare(account("a", "Text.", outlet=outlet, url=url), Publishers.known()).outlet == expected


def test_disguise_needs_several_words() -> None:
    assert disguised("The trоops left.") == 0
    assert disguised("Thе trоops lеft.") == 3
    assert disguised("Москва и Троя, plainly foreign words") == 0


def test_days_between_minds_zones() -> None:
    assert days_between(Moment("2021-03-01T23:00:00+02:00"), Moment("2021-03-01T22:00:00+00:00")) == pytest.approx(
        1 / 24
    )
    assert days_between(Moment("2021-03-01"), Moment("2021-03-03T01:00:00+00:00")) == 2


def test_respelled_leaves_shared_names_alone() -> None:
    table = Publishers.known()
    left = prepare(account("a", "Zhorova met Marek in Zhelna."), table)
    right = prepare(account("b", "Schorowa met Marek in Zhelna."), table)
    assert respelled(left, right, [(0, 0)]) == (("Zhorova", "Schorowa"),)


def test_speech_is_measured_by_the_sentence() -> None:
    quoted = prepare(account("a", REPORT + " “We shall not go up there again this year.”"), Publishers.known())
    assert quoted.speech[:-1].max() == 0
    assert quoted.speech[-1] == 1
