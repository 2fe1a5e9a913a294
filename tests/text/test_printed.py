"""What a page prints before a sentence, and sentences that say again what another one says."""

from __future__ import annotations

import pytest

from twosource.text.printed import is_printed, says_again, stamp


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("4:31 pm January 5, 2011 The pier broke.", "The pier broke."),
        ("Posted on January 5, 2011, 3:37 PM EDT The pier broke.", "The pier broke."),
        ("PUBLISHED: THURSDAY, MAY 2, 2013, 1:32 PM UPDATED: FRIDAY, MAY 3, 2013 The pier broke.", "The pier broke."),
        ("Monday, 6 May 2019 The pier broke.", "The pier broke."),
        ("On January 5, 2011 Brek fell.", "On January 5, 2011 Brek fell."),
        ("May 3, 2013, was a Friday.", "May 3, 2013, was a Friday."),
        ("2016 Olympic champion Varn won.", "2016 Olympic champion Varn won."),
        ("164 people died.", "164 people died."),
        ("Friday's storm broke it.", "Friday's storm broke it."),
    ],
)
def test_a_stamp_ends_where_the_sentence_begins(text: str, rest: str) -> None:
    assert text[stamp(text) :] == rest


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The pier broke.", False),
        ("NATO and the EU spoke of 9 ships.", False),
        ("FIVE DEAD AFTER FIRE A man called for help.", True),
        ("WE ASKED HIM WHY THE PIER BROKE.", True),
        ("Five dead | 02:16 A man called.", True),
        ("@BrekPolice put out a picture.", True),
        ("Crowds gather where they...", True),
        ("The mayor answered on Monday:", True),
    ],
)
def test_what_is_no_plain_sentence(text: str, printed: bool) -> None:
    assert is_printed(text) == printed


def test_a_longer_sentence_does_not_say_again_what_a_shorter_says() -> None:
    short, long = (
        "Two officers shot in Brek.",
        "One of two officers shot in Brek died in hospital, his chief announced.",
    )
    assert says_again(short, long)
    assert not says_again(long, short)
