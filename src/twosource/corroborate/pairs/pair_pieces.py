"""What the pair reader sees of two texts: one row of pieces, [CLS] left [SEP] right [SEP].

Training and run time must agree on these to the last bit, so both read them from here. Beside its number and its case
a piece carries the side that it stands on, and whether its word stands on the other side too: what two sentences do
not share is where they may conflict, and a small encoder need not find that out by itself. A side longer than
``SIDE_PIECES`` is cut there, before anything else is computed of it, so that a page costs no more than a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from twosource.text.pieces import WORD_LETTERS, Divider, case_class

SIDE_PIECES = 124
"""Pieces of each side at most: two of them, [CLS] and two [SEP] are within the 256 that the encoder was made for."""

SIDES, MARKS = 2, 3
NO_WORD, SHARED, ALONE = range(MARKS)
"""What a piece is marked with: it is [CLS] or [SEP]; its word stands on both sides; on its own side alone."""

START, END = 101, 102
"""The numbers of [CLS] and [SEP] in the vocabulary of BERT."""

_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class PairPieces:
    """Two texts as the reader sees them; the rows are equally long.

    Attributes:
        ids: Piece numbers.
        cases: A case class (0 to 7) for each piece.
        sides: 0 for [CLS], the left text and its [SEP], 1 for the right text and its [SEP].
        marks: ``NO_WORD``, ``SHARED`` or ``ALONE`` for each piece.
    """

    ids: npt.NDArray[np.int64]
    cases: npt.NDArray[np.int64]
    sides: npt.NDArray[np.int64]
    marks: npt.NDArray[np.int64]


def lay_pairs(pairs: Sequence[tuple[str, str]], divider: Divider) -> list[PairPieces]:
    """Divide pairs of texts into pieces.

    Args:
        pairs: Left and right text of each.
        divider: Words to pieces.

    Returns:
        One row a pair, in order; each depends on its own pair alone.
    """
    words = [words_of(text) for pair in pairs for text in pair]
    divided = divider.word_pieces(words)
    sides = [_cut(*side) for side in zip(words, divided, strict=True)]
    return [_laid(left, right) for left, right in zip(sides[::2], sides[1::2], strict=True)]


def words_of(text: str) -> list[str]:
    """The first words and signs of a text, as many as can have a place.

    >>> words_of("It rose 3.5%.")
    ['It', 'rose', '3', '.', '5', '%', '.']
    """
    return [found.group()[:WORD_LETTERS] for found in islice(_WORD.finditer(text), SIDE_PIECES)]


_Side = list[tuple[str, list[int]]]


def _cut(words: Sequence[str], pieces: Sequence[list[int]]) -> _Side:
    kept: _Side = []
    room = SIDE_PIECES
    for word, found in zip(words, pieces, strict=True):
        room -= len(found)
        if room < 0:
            break
        kept.append((word, found))
    return kept


def _laid(left: _Side, right: _Side) -> PairPieces:
    rows = [(START, 0, 0, NO_WORD)]
    for number, (side, other) in enumerate(((left, right), (right, left))):
        there = {word.lower() for word, _ in other}
        for word, pieces in side:
            mark = SHARED if word.lower() in there else ALONE
            rows += [(piece, case_class(word), number, mark) for piece in pieces]
        rows.append((END, 0, number, NO_WORD))
    return PairPieces(*np.asarray(rows, dtype=np.int64).T.copy())
