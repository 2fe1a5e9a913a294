"""Monotone alignment of two texts' sentences: which sentence of the one retells which of the other, in the same order.

Two reporters of one event tell much the same, but seldom in the same order sentence by sentence; who rewrites or
translates a text keeps its order. Dynamic programming over sentence pairs finds the alignment in order with the largest
total gain, the gain of a pair being its cosine less a floor (the scheme of Needleman and Wunsch, 1970, without gap
costs; on sentence vectors as in Thompson and Koehn's Vecalign, 2019, without its merges). Where the readings have no
vectors, cosines of rare words stand in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.trace.account import Account
from twosource.trace.thresholds import GAIN_FLOOR, WORDS_GAIN_FLOOR

if TYPE_CHECKING:
    from numpy.typing import NDArray


def gains(left: Account, right: Account, ones: Sequence[int], others: Sequence[int]) -> NDArray[np.float64]:
    """Cosine less floor for each of these sentences of the left text with each of those of the right.

    Args:
        left, right: The texts.
        ones, others: Indexes of their sentences.

    Returns:
        Shape (len(ones), len(others)).
    """
    if left.vectors is not None and right.vectors is not None:
        cosines = left.vectors[list(ones)] @ right.vectors[list(others)].T
        return np.asarray(cosines, np.float64) - GAIN_FLOOR
    cosines = left.rough[list(ones)] @ right.rough[list(others)].T
    return np.asarray(cosines, np.float64) - WORDS_GAIN_FLOOR


def monotone(gain: NDArray[np.float64]) -> tuple[tuple[int, int], ...]:
    """The pairs, rising in both indexes, whose gains add up to the most; pairs without gain are left out.

    >>> monotone(np.array([[0.1, 0.0], [0.3, 0.2]]))
    ((0, 0), (1, 1))
    """
    rows, columns = gain.shape
    best = np.zeros((rows + 1, columns + 1))
    for row in range(rows):
        taken = best[row, :-1] + gain[row]
        best[row + 1, 1:] = np.maximum.accumulate(np.maximum(taken, best[row, 1:]))
    pairs = []
    row, column = rows, columns
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return tuple(reversed(pairs))


def total(gain: NDArray[np.float64]) -> float:
    """The total gain of the best alignment in order, without the pairs: what :func:`monotone` reaches."""
    best = np.zeros(gain.shape[1] + 1)
    for row in gain:
        best[1:] = np.maximum.accumulate(np.maximum(best[:-1] + row, best[1:]))
    return float(best[-1])
