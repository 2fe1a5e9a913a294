"""What may never be one claim, and what always should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.alignment.likeness import Rarity, likeness
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.lexicon import lexicon
from twosource.model.reading import Modality
from twosource.model.value import Quantity

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
    ships = make.figure("a", 9, 9, counted="ship", outcome=None)
    ships = replace(ships, value=Quantity(9, 9, False, None, "ships", "nine ships"))
    assert alike(ships, make.figure("b", 9, 9, outcome=None)) == 0


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


def test_two_weights_of_one_cargo_are_one_claim(make: Make) -> None:
    words = "salt barge hold"
    one, other = make.measure("a", 640, "salt", words=words), make.measure("b", 1150, "salt", words=words)
    assert alike(one, other) > 0.5
    assert alike(one, make.measure("b", 1150, "coal", words=words)) < 0.5


def test_a_count_of_another_size_counts_something_else(make: Make) -> None:
    one, other = make.figure("a", 1300000, 1300000), make.figure("b", 7000, 7000)
    assert alike(one, other) < alike(make.figure("a", 8000, 8000), other)


def test_what_is_announced_for_one_day_is_one_event(make: Make) -> None:
    day = date(2021, 5, 14)
    one, other = make.dated("a", day, concept="open", phase=None), make.dated("b", day, concept="enter", phase=None)
    coming = [replace(side, modality=Modality.EXPECTED) for side in (one, other)]
    assert alike(one, other) == 0, "told as done: two events"
    assert alike(coming[0], coming[1]) > 0.5


def test_a_denial_is_laid_beside_what_it_denies(make: Make) -> None:
    one, other = make.quote("a", "we found no oil in tank 3", "e1"), make.quote("b", "oil was kept in tank 3", "e2")
    named = frozenset({"oil", "tank", "3"})
    one, other = (replace(side, topic=replace(side.topic, things=named)) for side in (one, other))
    assert alike(replace(one, negated=True), other) > alike(one, other)
