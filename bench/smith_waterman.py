"""Local alignment of two texts' words, as passim verifies its candidates."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def smith_waterman(left: NDArray[np.int64], right: NDArray[np.int64]) -> int:
    """Score of the best local alignment of two texts' words: two for a match, less one for another word or a gap.

    A row at a time; a gap along the row is the greatest of what lies before it, less the way (Smith and Waterman,
    1981).

    >>> smith_waterman(np.array([7, 1, 2, 3, 9]), np.array([1, 2, 8, 3]))
    5
    """
    way = np.arange(len(right) + 1)
    row = np.zeros(len(right) + 1, np.int64)
    best = 0
    for word in left:
        new = np.maximum(row - 1, 0)
        new[1:] = np.maximum(new[1:], row[:-1] + np.where(right == word, 2, -1))
        row = np.maximum.accumulate(new + way) - way
        best = max(best, int(row.max(initial=0)))
    return best
