"""Denials and what they deny."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.findings.gainsaid import gainsays
from twosource.model.reading import Modality


def said(make: Make, article: str, speaker: str, things: str, negated: bool) -> Assertion:
    one = make.quote(article, things, speaker)
    return replace(one, negated=negated, topic=replace(one.topic, things=frozenset(things.split())))


@pytest.mark.parametrize(
    ("left", "right", "denies"),
    [
        (("e1", "munition hall 9 trace", True), ("e2", "munition base hall 9", False), True),  # the same things
        (("e1", "munition hall 9 trace", True), ("e1", "munition base hall 9", False), False),  # one speaker
        (("e1", "munition hall 9 trace", True), ("e2", "munition base hall 9", True), False),  # both deny
        (("e1", "gun client people court lawyer", True), ("e2", "gun street", False), False),  # one thing of six
        (("e1", "gun bedroom", True), ("e2", "gun bedroom girl neck firearm parent moment", False), False),
    ],
)
def test_pairs(make: Make, left: tuple[str, str, bool], right: tuple[str, str, bool], denies: bool) -> None:
    one, other = said(make, "a", *left), said(make, "b", *right)
    assert gainsays(one, other) is gainsays(other, one) is denies


def test_two_quotations_on_one_matter(make: Make) -> None:
    """A "not" in one of two quotations denies nothing that the other alleges."""
    one, other = (
        replace(said(make, article, speaker, "munition hall 9", negated), modality=Modality.REPORTED)
        for article, speaker, negated in (("a", "e1", True), ("b", "e2", False))
    )
    assert not gainsays(one, other)
