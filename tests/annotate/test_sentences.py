"""Sentences: each case with the reason it is there, and what holds for any text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.segmentation.lines import blocks
from twosource.annotate.segmentation.sentences import split_sentences

# A bar stands where a sentence begins; the text is the same without it.
ONE_LINE = [
    ("Mr. Halloran met Gen. Ode Brandt.", "titles before names"),
    ("J. P. Ferring and Ida K. Holm won.", "initials"),
    ("It opened Jan. 5 in Ostrel. |Nobody came.", "a month before its day"),
    ("He lives at No. 5. |She lives at No. 6.", "an abbreviation before a figure alone"),
    ("He said no. |Then he left.", "the same letters as a word"),
    ("The U.S. Senate met. |It sat in the U.S. |The vote failed.", "an acronym before a name, and before a beginning"),
    ("They met at 5 p.m. Monday. |Talks began at 9 a.m. |Police kept watch.", "an hour before its day, and at an end"),
    ("Lomna Inc. said profits fell 3.5 percent to $1.2 million. |Shares rose.", "a company, and stops within figures"),
    ("“We will stay.” |“No one leaves,” she said.", "a closing mark stays with its sentence"),
    ("“Why now?” Holm asked. |Nobody knew.", "the speaker of a question goes with it"),
    ("“Stop!” the guard shouted. |He ran.", "a small letter behind a quotation"),
    ('"It is over." |"It is not."', "straight marks"),
    ("ZHELNA, Vardovia (CPS) — The port reopened. |Ships came.", "a dateline"),
    ("ST. MAREN, Fla. (CPS) — A bus fell. |Two died.", "a dateline in capitals with abbreviations"),
    ("He came (she did not.) |Then rain fell.", "a bracket closes with its sentence"),
    ("Wait... what was that? |… Nothing.", "dots that end nothing"),
    ("The mayor spoke.|The crowd left.", "sentences that a page ran together"),
    ("See ostrel.com for more. |Or www.holm.org. |It is free.", "dots within addresses"),
    ("It cost $3.5m. |Ostrel paid.", "a stop within a figure makes no abbreviation of it"),
    ("Write to holm@ostrel.com. |Brandt reads it.", "nor within an address"),
    ("The U . S . Senate met . |Mr . Holm and Mara W . Tarn spoke .", "tokenised text, its stops apart"),
    ("1. Read it. |2. Sign it.", "a number stays with its item"),
    ("It ended 3-2. |40 people stayed.", "a figure begins a sentence"),
    ("it is late. |we are tired. |See you.", "careless text without capitals"),
    ("Ferring et al. found it. |So did Holm vs. Brandt.", "abbreviations before small letters and names"),
    ("Bread, salt, etc. |Then wine.", "an abbreviation that mostly ends a sentence"),
    ("It fell.[3] |It rose.", "a note's number"),
    ("He won! |She lost? |Yes.", "other marks"),
    ("他来了。|她走了。", "a script without blanks"),
]


@pytest.mark.parametrize(("marked", "reason"), ONE_LINE)
def test_sentences_of_a_line(marked: str, reason: str) -> None:
    text = marked.replace("|", "")
    assert [span.of(text) for span in split_sentences(text)] == [part.strip() for part in marked.split("|")], reason


PARAGRAPHS = [
    ("Port reopens\n\nShips came.", ["Port reopens", "Ships came."], "a headline needs no stop"),
    ("Port reopens\nShips came.", ["Port reopens", "Ships came."], "nor above a single break"),
    ("• bread\n• salt", ["• bread", "• salt"], "a list, an item a line"),
    ("Bring • bread • salt", ["Bring", "• bread", "• salt"], "a list in one line"),
    ("Ships came. The\n\nport was shut.", ["Ships came.", "The\n\nport was shut."], "a page break within a sentence"),
    (
        "   THE FERRY THAT LINKS THE OLD HARBOUR OF OSTREL WITH UPPER MAREN AND\n"
        "LOWER MAREN RAN AGAIN TODAY, SAID HOLM.\n\n"
        "   NOBODY WAS ON BOARD BUT THE CREW AND A REPORTER, ACCORDING TO THE\n"
        "HARBOUR MASTER'S OFFICE IN OSTREL.",
        2,
        "paragraphs of two lines each, broken to a width",
    ),
    ("Ferry runs again\nTwelve hurt in bus fall near Upper Maren\nHolm resigns", 3, "headlines one below another"),
    ("", [], "nothing"),
    (" \n\t\n", [], "nothing visible"),
    (
        "The ferry that links the old harbour of Ostrel to\nthe island ran again on Friday.",
        ["The ferry that links the old harbour of Ostrel to\nthe island ran again on Friday."],
        "a break before a small letter, behind a long line",
    ),
    (
        "The ferry that links the old harbour of Ostrel with the islands of\n"
        "Upper Maren and Lower Maren ran again on Friday, said the office of\n"
        "Harbour Master Ida Holm. Nobody was on board but the crew of twenty\nHolm said.",
        2,
        "lines broken to a width",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), PARAGRAPHS)
def test_sentences_of_paragraphs(text: str, expected: list[str] | int, reason: str) -> None:
    found = [span.of(text) for span in split_sentences(text)]
    if isinstance(expected, int):
        assert len(found) == expected, reason
    else:
        assert found == expected, reason


def test_a_language_without_lists_still_has_sentences() -> None:
    text = "Der Hafen ist offen. Schiffe kamen."
    assert [span.of(text) for span in split_sentences(text, "xx")] == ["Der Hafen ist offen.", "Schiffe kamen."]


HOSTILE = st.text(st.sampled_from("aZ9 .!?…'\"“”’()[]-•。\n\r\t\x00\x1f\x85\u2028\u200b\u0301😀م"), max_size=60)


@given(st.one_of(HOSTILE, st.text(max_size=80)))
def test_nothing_visible_is_left_outside(text: str) -> None:
    at = 0
    for sentence in split_sentences(text):
        assert sentence.start >= at
        assert sentence.of(text) == sentence.of(text).strip() != ""
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()


@given(HOSTILE)
def test_blocks_follow_each_other(text: str) -> None:
    found = list(blocks(text))
    assert all(start <= end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@pytest.mark.parametrize("unit", ["word ", ".", "A. ", " ", "\n", "Mr. ", '"! Ab ', "a" * 60 + "\n", "• x", ".”)"])
def test_time_is_linear(unit: str, steps: Callable[[Callable[[], object]], int]) -> None:
    assert steps(lambda: split_sentences(unit * 1_600)) < 16 * steps(lambda: split_sentences(unit * 200))
