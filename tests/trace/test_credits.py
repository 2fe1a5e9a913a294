"""Credits that stand in a text itself: at its foot, and stations by their call signs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.trace.accounts import account

from twosource.model.article import Article
from twosource.trace import Publishers
from twosource.trace.account import prepare
from twosource.trace.credits import credited
from twosource.trace.provenance import names
from twosource.trace.rewrite import NONE

BODY = "A barge sank off Selm on Monday. Nobody was hurt, the harbour master said."


@pytest.mark.parametrize(
    ("foot", "whole"),
    [
        ("Associated Press writer Ada Orn contributed to this report.", {"AP": True}),  # its own report
        ("The Associated Press contributed to this report.", {"AP": False}),  # a part of it
        ("Copyright 2016 The Associated Press.", {"AP": True}),
        ("Copyright 2016 Selm Herald.", {}),  # no agency
        ("Ada Orn contributed to this report.", {}),  # a colleague
    ],
)
def test_at_the_foot(foot: str, whole: dict[str, bool]) -> None:
    found = credited(Article("a", f"{BODY}\n\n{foot}"), Publishers.known())
    assert {one.name: one.whole for one in found if one.agency} == whole


@pytest.mark.parametrize(
    ("text", "outlet", "named"),
    [
        ("The boy's mother told WQRT-TV.", "wqrt.example", True),
        ("The boy's mother told WQRT 5.", "wqrt5.example", True),
        ("The WHO warned on Monday.", "selmherald.example", False),  # no station's site
        ("She walked to the water.", "wqrt.example", False),
    ],
)
def test_call_signs(text: str, outlet: str, named: bool) -> None:
    table = Publishers.known()
    teller, station = (prepare(account(name, text, outlet=name), table) for name in ("The Selm Herald", outlet))
    assert bool(names(teller, station, papers=False)) is named


def test_the_same_selection_needs_some_likeness_of_its_telling() -> None:
    told = replace(NONE, selection=0.8, left_share=0.5, right_share=0.5, left_matter=0.7, right_matter=0.7, mutual=0.4)
    assert told.same_selection
    assert not replace(told, selection=0.6).same_selection
    assert not replace(NONE, selection=0.8).same_selection
