"""Paragraphs of an article that extraction left out."""

from __future__ import annotations

import pytest

from twosource.clean.blocks import Block, blocks_of
from twosource.clean.gaps import filled

FIRST, MISSED, LAST = (
    "The roof fell in at noon.",
    "Police asked people not to post any pictures of it.",
    "Nobody knows why.",
)
ENTRY = ("div live", "div entry", "p ")


def block(text: str, region: str | None = None, setting: tuple[str, ...] = ENTRY) -> Block:
    return Block(text, region, setting)


@pytest.mark.parametrize(
    ("page", "kept", "why"),
    [
        ([block(FIRST), block(MISSED), block(LAST)], True, "between two paragraphs, set as they are"),
        ([block(FIRST), block("M (@m)"), block(MISSED), block(LAST)], True, "beside what is left out"),
        ([block(MISSED), block(FIRST), block(LAST)], False, "above the article"),
        ([block(FIRST), block(LAST), block(MISSED)], False, "below it"),
        ([block(FIRST), block(MISSED, "teaser"), block(LAST)], False, "in a part of the page that is none of it"),
        ([block(FIRST), block(MISSED, None, ("div box", "p ")), block(LAST)], False, "set otherwise"),
        ([block(FIRST), block("More from Arvin"), block(LAST)], False, "no prose"),
    ],
)
def test_what_is_put_back(page: list[Block], kept: bool, why: str) -> None:
    assert filled([FIRST, LAST], page) == ([FIRST, MISSED, LAST] if kept else [FIRST, LAST]), why


def test_a_paragraph_in_two_blocks_stays_one() -> None:
    whole = f"{FIRST} {MISSED}"
    assert filled([whole, LAST], [block(FIRST), block(MISSED), block(LAST)]) == [whole, LAST]


def test_blocks_know_their_setting() -> None:
    from lxml.html import fromstring

    tree = fromstring('<body><div class="b a"><p>One <b>bold</b> word.</p></div></body>')
    assert [one.setting for one in blocks_of(tree)] == [("div a b", "p ")]
