"""The pair reader: the same numbers in any company, a stated cut, and no text that it fails on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.corroborate.pairs.pair_pieces import ALONE, END, NO_WORD, SHARED, SIDE_PIECES, START, lay_pairs, words_of
from twosource.corroborate.pairs.reader import CLASSES, PairReader, Reading, bundled_reader, read_pairs
from twosource.errors import PipelineError
from twosource.resources import folder
from twosource.text.pieces import Divider

SUPPORTS, CONFLICTS, NEITHER = range(3)

FERRY = "The ferry Halvard sank off Norvik on Tuesday and 12 passengers drowned, the coast guard said."
PAIRS = [
    (FERRY, "Twelve passengers died when the ferry Halvard sank."),
    (FERRY, "The ferry Halvard sank off Norvik and 40 passengers drowned."),
    (FERRY, "The coast guard bought two helicopters last year."),
]


@pytest.fixture(scope="module")
def divider() -> Divider:
    return Divider(Path(str(folder("en") / "model" / "tokenizer.json")))


def test_a_pair_reads_the_same_in_any_company() -> None:
    together = read_pairs(PAIRS)
    alone = np.vstack([PairReader.load().read([pair]) for pair in reversed(PAIRS)])[::-1]
    assert (together == alone).all()


def test_probabilities_sum_to_one() -> None:
    read = read_pairs(PAIRS)
    assert read.shape == (3, len(CLASSES))
    assert np.allclose(read.sum(axis=1), 1.0)


def test_a_text_supports_itself() -> None:
    assert read_pairs([(FERRY, FERRY)]).tolist() == [[1.0, 0.0, 0.0]]


def test_nothing_to_read() -> None:
    assert read_pairs([]).shape == (0, len(CLASSES))


CASES = [
    ("The bank raised its rate on Friday.", "On Friday the bank raised its rate.", SUPPORTS, "word order alone"),
    (FERRY, "The ferry Halvard sank off Norvik.", SUPPORTS, "less than the whole"),
    ("Mayor Ilse Brandt resigned on Monday.", "Mayor Ilse Brandt did not resign.", CONFLICTS, "a denial"),
    ("Exports rose by 4 percent in May.", "Exports fell by 4 percent in May.", CONFLICTS, "the other direction"),
    ("Police arrested nine people in Torvik.", "Police arrested 30 people in Torvik.", CONFLICTS, "another figure"),
    ("The bridge was opened by the king.", "Two trains were late this morning.", NEITHER, "another matter"),
    ("The bridge was opened.", "The bridge was opened by the king in 1991.", NEITHER, "more than is known"),
]


@pytest.mark.parametrize(("left", "right", "expected", "reason"), CASES)
def test_plain_cases(left: str, right: str, expected: int, reason: str) -> None:
    assert int(read_pairs([(left, right)])[0].argmax()) == expected, reason


def test_a_conflict_conflicts_both_ways() -> None:
    conflicts = [pair[:2] for pair in CASES if pair[2] == CONFLICTS]
    there = read_pairs(conflicts)[:, CONFLICTS]
    back = read_pairs([(right, left) for left, right in conflicts])[:, CONFLICTS]
    assert (np.minimum(there, back) > 0.5).all()


def test_support_holds_one_way() -> None:
    whole, part = FERRY, "The ferry Halvard sank off Norvik."
    there, back = read_pairs([(whole, part), (part, whole)])
    assert there[SUPPORTS] > back[SUPPORTS]


def test_a_side_is_cut_where_it_says(divider: Divider) -> None:
    [laid] = lay_pairs([("harbour " * 5000, "pier " * 5000)], divider)
    assert len(laid.ids) == 2 * SIDE_PIECES + 3
    assert read_pairs([("harbour " * 5000, "x")]).tolist() == read_pairs([("harbour " * SIDE_PIECES, "x")]).tolist()


def test_marks_and_sides(divider: Divider) -> None:
    [laid] = lay_pairs([("Ships sank", "ships rose")], divider)
    assert laid.ids[[0, -1]].tolist() == [START, END]
    assert laid.sides.tolist() == [0, 0, 0, 0, 1, 1, 1]
    assert laid.marks.tolist() == [NO_WORD, SHARED, ALONE, NO_WORD, SHARED, ALONE, NO_WORD]


HOSTILE = ["", " ", "\x00", "\ud800", "a" * 100_000, "…" * 5000, "🙂" * 300, "x " * 50_000, "12" * 40_000, "﷽"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text(text: str) -> None:
    assert np.isfinite(read_pairs([(text, "The pier is open."), ("The pier is open.", text), (text, text)])).all()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_read(left: str, right: str) -> None:
    read = bundled_reader().read([(left, right)])[0]
    assert isinstance(read, Reading)
    assert abs(sum(read) - 1.0) < 1e-6


def test_words_are_as_many_as_can_have_a_place() -> None:
    assert len(words_of("a b " * 10_000)) == SIDE_PIECES


def test_a_missing_reader_is_told(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="no pair reader in"):
        PairReader.load(tmp_path)
