"""Monotone alignment of two texts' sentences: which sentence of the one retells which of the other, in the same order.

Two reporters of one event tell much the same, but seldom in the same order sentence by sentence; who rewrites or
translates a text keeps its order. Dynamic programming over sentence pairs finds the alignment in order with the largest
total gain, the gain of a pair being its cosine less a floor (the scheme of Needleman and Wunsch, 1970, without gap
costs; on sentence vectors as in Thompson and Koehn's Vecalign, 2019, without its merges). Where the readings have no
vectors, rough ones stand in, out of words alone: they know no synonyms, but who retells sentence by sentence keeps
names, figures and odd words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.commonness import commonness
from twosource.text.words import Words
from twosource.trace.thresholds import GAIN_FLOOR, WORDS_GAIN_FLOOR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twosource.trace.account import Account

PLACES = 512
"""Length of a vector: two sentences of 25 other words then have a cosine of 0 give or take 0.04."""


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


def rough_vectors(words: Words, sentences: Sequence[range]) -> NDArray[np.float32]:
    """One unit vector a sentence, shape (sentences, :data:`PLACES`); zero for a sentence without words.

    Each word, weighed by its rarity in news, is added at a place and with a sign that its code gives (feature hashing:
    Weinberger and others, 2009), so that the cosine of two sentences is close to that of their words.
    """
    rows = np.zeros((len(sentences), PLACES), np.float32)
    places = (words.codes % np.uint64(PLACES)).astype(np.int64)
    signs = np.where(words.codes >> np.uint64(63), 1.0, -1.0)
    for number, inside in enumerate(sentences):
        counts = Counter(words.folded[inside.start : inside.stop])
        first = {words.folded[index]: index for index in reversed(inside)}
        for word, count in counts.items():
            index = first[word]
            rows[number, places[index]] += signs[index] * (1 + np.log(count)) * -np.log(commonness(word))
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)
