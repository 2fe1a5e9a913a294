"""Quotation marks: every style that news uses, and every way to get them wrong."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.attribution.quotes import find_quotations

CASES = [
    (
        "He said: “One. Two.” Then “three”.",
        [["“One. Two.”"], ["“three”"]],
        "two sentences, a scare quote",
    ),
    ('"We go," he said, "or stay."', [['"We go,"'], ['"or stay."']], "straight marks, interrupted"),
    (
        "„Wir gehen“, sagte er. »Nein«, «oui».",
        [["„Wir gehen“"], ["»Nein«"], ["«oui»"]],
        "German marks, guillemets",
    ),
    (
        "‘We’ll go on.\n\n‘It was wrong.’\n\n‘Tis late.",
        [["‘We’ll go on.", "‘It was wrong.’"]],
        "single marks that run on; an apostrophe before a word opens nothing that runs on",
    ),
    ("''We go,'' she said.", [["''We go,''"]], "two apostrophes, as typewriters had them"),
    (
        "'We go now,' she said of the workers' cry.",
        [["'We go now,'"]],
        "a plural's apostrophe closes nothing",
    ),
    ("“He said ‘I am here’ today,” x", [["“He said ‘I am here’ today,”"]], "the outer of two is given"),
    ("“One.\n\n“Two.” No.", [["“One.", "“Two.”"]], "a quotation that runs on opens again and closes once"),
    ('"One.\n\n"Two," he said.', [['"One.', '"Two,"']], "the same with straight marks"),
    ("“Never closed.\n\nAfter.", [["“Never closed."]], "a mark left open ends with its paragraph"),
    ('"Never closed.\n\nAfter.', [], "a straight mark left open means nothing"),
    ("“No close. “Two,” he said. Done.", [["“Two,”"]], "of two openings and one closing, the inner pair holds"),
    ('A 6" pipe, 5\'10" long, is "it"', [['"it"']], "inches and feet open nothing"),
    ("the '90s and the dogs' bones", [], "apostrophes are no quotation"),
    ('He said "yes".She said "no".', [['"yes"'], ['"no"']], "no blank between sentences"),
    ('“mixed" and "mixed”', [['“mixed"'], ['"mixed”']], "marks of two families"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_marks(text: str, expected: list[list[str]], reason: str) -> None:
    found = [[part.of(text) for part in quotation.parts] for quotation in find_quotations(text)]
    assert found == expected, reason


@given(st.text(alphabet="a .,\n\"“”„‘’'«»", max_size=60))
def test_quotations_stand_apart_and_in_order(text: str) -> None:
    spans = [part for quotation in find_quotations(text) for part in quotation.parts]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)


@pytest.mark.parametrize("piece", ['"', "“", "“a ", "'a ", "“\n", "'a s' ", "„a “b» ", "\n \n"])
def test_hostile_marks_take_linear_time(piece: str, steps: Callable[[Callable[[], object]], int]) -> None:
    assert steps(lambda: find_quotations(piece * 1_600)) < 16 * steps(lambda: find_quotations(piece * 200))
