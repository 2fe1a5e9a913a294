from __future__ import annotations

import numpy as np
import pytest
from bench.smith_waterman import smith_waterman


@pytest.mark.parametrize(
    ("left", "right", "score", "why"),
    [
        ([1, 2, 3], [1, 2, 3], 6, "two a word"),
        ([7, 1, 2, 3, 9], [1, 2, 8, 3], 5, "a word too many costs one"),
        ([1, 2, 3, 4], [1, 9, 3, 4], 5, "so does another word"),
        ([1, 2], [3, 4], 0, "nothing in common"),
        ([], [1], 0, "nothing at all"),
    ],
)
def test_smith_waterman(left: list[int], right: list[int], score: int, why: str) -> None:
    assert smith_waterman(np.array(left, np.int64), np.array(right, np.int64)) == score, why
