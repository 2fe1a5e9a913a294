"""What may never be one claim, and what always should."""

from __future__ import annotations

from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.lexicon import lexicon
from twosource.corroborate.likeness import Rarity, likeness

RARITY = Rarity([frozenset({"blast", "port"}), frozenset({"blast"})])


def alike(left: Assertion, right: Assertion) -> float:
    one, other = likeness(left, right, RARITY, lexicon("en")), likeness(right, left, RARITY, lexicon("en"))
    assert one.score == pytest.approx(other.score)
    return one.score


def test_killed_and_injured_are_two_claims(make: Make) -> None:
    assert alike(make.figure("a", 41, 41), make.figure("b", 41, 41, outcome="injury")) == 0


def test_two_tolls_are_two_values_of_one_claim(make: Make) -> None:
    assert alike(make.figure("a", 12, 12, words="blast"), make.figure("b", 21, 21, words="blast")) > 0.5


def test_dozens_and_164_are_one_claim(make: Make) -> None:
    assert alike(make.figure("a", 24, 99), make.figure("b", 164, 164)) > 0.5


def test_ships_and_people_are_two_claims(make: Make) -> None:
    assert alike(make.figure("a", 9, 9, counted="ship", outcome=None), make.figure("b", 9, 9, outcome=None)) == 0


def test_a_part_is_not_the_whole(make: Make) -> None:
    assert alike(make.figure("a", 6, 6, partial=True), make.figure("b", 47, 47)) == 0


def test_one_account_that_gives_two_figures_means_two_things(make: Make) -> None:
    assert alike(make.figure("a", 3, 3), make.figure("a", 5, 5, at=90)) == 0


def test_beginning_and_end_are_two_claims(make: Make) -> None:
    day = date(2021, 5, 4)
    assert alike(make.dated("a", day), make.dated("b", day, phase="end")) == 0
    assert alike(make.dated("a", day), make.dated("b", day)) > 0.5


def test_another_holder_is_another_claim(make: Make) -> None:
    assert alike(make.role("a", "premier"), make.role("b", "premier", person="e2")) == 0


def test_rise_and_fall_are_two_claims(make: Make) -> None:
    assert alike(make.event("a", "rise", "rose"), make.event("b", "fall", "fell")) == 0
