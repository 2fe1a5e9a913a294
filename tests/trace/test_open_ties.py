"""What stays open is said, with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.trace.accounts import OTHER, REPORT, account
from tests.trace.test_officials import COURIER, POST, pair

from twosource.model.lineage import OpenTie
from twosource.model.reading import Annotated, Attribution, AttributionKind
from twosource.model.span import Span
from twosource.trace import languages, trace


def only(accounts: list[Annotated]) -> OpenTie:
    (found,) = trace(accounts).open
    return found


def citing(made: Annotated, words: str) -> Annotated:
    """The account, with a source and its verb."""
    text, (source, _, cue) = made.body.text, words.rpartition(" ")
    at = text.index(words)
    spans = Span(at, at + len(source)), Span(at + len(words) - len(cue), at + len(words))
    said = Attribution((spans[0],), (spans[1],), (), AttributionKind.INDIRECT)
    return replace(made, body=replace(made.body, attributions=(said,)))


def test_a_release_is_named_by_whose_it_is() -> None:
    post, courier = pair(POST, COURIER.replace("spokesman", "force"))
    found = only([citing(post, "police said"), citing(courier, "the police force added")])
    assert "what police gave out" in found.reason
    assert found.passages


def test_a_release_of_nobody_in_particular_is_an_official_account() -> None:
    assert "one official account" in only(pair(POST, COURIER)).reason


def test_one_newsroom_is_named() -> None:
    follow_up = " ".join(["The dentist's dog was found on the Orla glacier.", *REPORT.split(". ")[3:5], OTHER])
    accounts = [account("a", REPORT, outlet="Orla Post"), account("b", follow_up, outlet="Orla Post")]
    assert all("Orla Post" in tie.reason or "share" in tie.reason for tie in trace(accounts).open)


@pytest.mark.parametrize(("language", "need"), [("de", "install twosource[multilingual]"), ("fi", "no encoder")])
def test_accounts_that_nobody_compared_are_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch, language: str, need: str
) -> None:
    monkeypatch.setattr(languages, "compares_languages", lambda: False)
    monkeypatch.setattr("twosource.trace.open_ties.compares_languages", lambda: False)
    english = account("a", "Zhelna police found 31 crates. Rado Stenk rang Orla at 19.")
    foreign = account("b", "Polizei Zhelna: 31 Kisten. Rado Stenk rief Orla um 19 an.")
    accounts = [
        replace(one, article=replace(one.article, language=code))
        for one, code in ((english, "en"), (foreign, language))
    ]
    reason = only(accounts).reason
    assert reason.startswith("Not compared across languages")
    assert need in reason


def test_accounts_that_are_apart_leave_nothing_open() -> None:
    assert trace([account("a", REPORT), account("b", OTHER)]).open == ()


def test_own_words_and_speech_just_below_their_bounds_stay_open_together() -> None:
    words = "The goatherd saw a red light blink on the ice and rang the mountain guard at once."
    speech = "“We lowered a medic on two hundred feet of cable and hauled the three men out one by one before dawn.”"
    filler = [" ".join(f"{stem}{first + n}" for n in range(90)) + "." for stem, first in (("ka", 100), ("lo", 300))]
    accounts = [account(name, f"{words} {speech} {rest}") for name, rest in zip("ab", filler, strict=True)]
    assert len(trace(accounts).open) == 1
    assert not trace([account(name, f"{words} {rest}") for name, rest in zip("ab", filler, strict=True)]).open
