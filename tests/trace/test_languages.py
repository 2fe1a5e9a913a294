"""Accounts in two languages, with the extra and without it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.trace.accounts import account

from twosource.model.lineage import CopyKind, Independence
from twosource.model.reading import Annotated
from twosource.trace import languages, trace

PAIRS = tomllib.loads((Path(__file__).parent / "translations.toml").read_text(encoding="utf-8"))["pair"]


def told(name: str, text: str, language: str) -> Annotated:
    one = account(name, text, published="2021-03-08")
    return replace(one, article=replace(one.article, language=language))


@pytest.fixture(name="alone")
def alone_fixture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "compares_languages", lambda: False)


def test_without_the_extra_a_foreign_account_is_no_voice_of_its_own(alone: None) -> None:
    english, german = told("en", PAIRS[0]["english"], "en"), told("de", PAIRS[0]["translation"], "de")
    other = told("other", PAIRS[0]["english"][:0] + "Nobody in Orla wished to speak. The bar was shut.", "en")
    lineage = trace([english, german, other])
    assert not lineage.copies
    assert lineage.origin_of("de").independence is Independence.UNKNOWN
    assert lineage.origin_of("de").unclear == (lineage.origin_of("en").id,)
    count = lineage.count(tuple(origin.id for origin in lineage.origins))
    assert (count.minimum, count.maximum) == (2, 3)


def test_without_the_extra_accounts_that_share_no_detail_stay_apart(alone: None) -> None:
    lineage = trace([told("en", PAIRS[0]["english"], "en"), told("it", PAIRS[3]["translation"], "it")])
    assert {origin.independence for origin in lineage.origins} == {Independence.INDEPENDENT}


def test_a_language_that_the_encoder_does_not_know_is_not_compared() -> None:
    lineage = trace([told("en", PAIRS[0]["english"], "en"), told("xx", PAIRS[0]["translation"], "lb")])
    assert lineage.origin_of("xx").independence is Independence.UNKNOWN


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['language']}-{pair['english'][2:20]}")
def test_a_translation_is_the_voice_of_its_original(pair: dict[str, str]) -> None:
    pytest.importorskip(languages.PACKAGE)
    english, foreign = told("en", pair["english"], "en"), told("fo", pair["translation"], pair["language"])
    lineage = trace([english, foreign])
    assert [copy.kind for copy in lineage.copies] == [CopyKind.TRANSLATION]
    assert len(lineage.origins) == 1


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if "independent" in pair], ids=lambda pair: pair["language"])
def test_an_independent_account_in_another_language_is_a_second_voice(pair: dict[str, str]) -> None:
    pytest.importorskip(languages.PACKAGE)
    lineage = trace([told("en", pair["english"], "en"), told("fo", pair["independent"], pair["language"])])
    assert not lineage.copies
    assert len(lineage.origins) == 2


def test_translations_of_other_reports_are_no_copies() -> None:
    pytest.importorskip(languages.PACKAGE)
    accounts = [told(f"en{place}", pair["english"], "en") for place, pair in enumerate(PAIRS)]
    accounts += [told(f"fo{place}", pair["translation"], pair["language"]) for place, pair in enumerate(PAIRS)]
    copies = trace(accounts).copies
    assert {frozenset((copy.source[2:], copy.copy[2:])) for copy in copies} == {
        frozenset((str(place),)) for place in range(len(PAIRS))
    }
