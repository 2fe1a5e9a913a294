"""Which texts may share passages: sampled shingles, joined.

Every text keeps the same fixed fraction of its shingles (see :mod:`twosource.text.shingles`); texts that share a few
kept ones become candidates, whether the one holds the other, both hold parts of a third, or every fifth word was
changed. What is found here is only worth a look: :mod:`twosource.trace.reuse` verifies it. The cost is that of a sort,
and a shingle that a thousand texts share gives a thousand pairs, not half a million.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.shingles import samples

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHINGLE_WORDS = 5
ONE_IN = 8
"""One shingle in eight is kept: with 30 % of the words changed one by one, 17 % of runs of five survive, so that a text
of
300 words still shares six kept shingles; one in sixteen loses a tenth of such copies, one in four finds no more."""
KEEP_ALL_BELOW = 300_000
"""Words in all texts together up to which every shingle is kept: so little costs nothing, and short texts gain."""
LEAST_SHARED = 2
"""Kept shingles that a candidate pair must share; one alone is a phrase."""
LEAST_CONTAINMENT = 0.03
"""Part of the smaller text's kept shingles that must be shared: a sixth of what survives with a third of the words
changed."""
CROWD = 40
"""Texts up to which all pairs of those that share a shingle are taken; of more, each with its neighbour and the
first."""


def candidates(codes: Sequence[NDArray[np.uint64]]) -> NDArray[np.int64]:
    """Pairs of texts that may share passages.

    Args:
        codes: Each text's word codes; the texts in canonical order, for in a crowd each is paired with the first.

    Returns:
        Index pairs, shape (pairs, 2), the lower index first, sorted, each once.
    """
    one_in = 1 if sum(map(len, codes)) <= KEEP_ALL_BELOW else ONE_IN
    kept = samples(codes, SHINGLE_WORDS, one_in)
    sizes = np.array([len(one) for one in kept], np.int64)
    if not sizes.sum():
        return np.zeros((0, 2), np.int64)
    texts = np.repeat(np.arange(len(codes), dtype=np.int64), sizes)
    left, right = _meetings(np.concatenate(kept), texts)
    return _frequent(left, right, sizes)


def _meetings(kept: NDArray[np.uint64], texts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each shingle that several texts share, the pairs that it speaks for."""
    order = np.lexsort((texts, kept))
    kept, texts = kept[order], texts[order]
    starts = np.flatnonzero(np.concatenate(([True], kept[1:] != kept[:-1])))
    counts = np.diff(np.concatenate((starts, [len(kept)])))
    lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for size in range(2, CROWD + 1):
        rows = texts[starts[counts == size][:, None] + np.arange(size)]
        ones, others = np.triu_indices(size, 1)
        lefts.append(rows[:, ones].ravel())
        rights.append(rows[:, others].ravel())
    for start, count in zip(starts[counts > CROWD].tolist(), counts[counts > CROWD].tolist(), strict=True):
        members = texts[start : start + count]
        lefts += [members[:-1], np.full(count - 2, members[0])]
        rights += [members[1:], members[2:]]
    return np.concatenate(lefts), np.concatenate(rights)


def _frequent(left: NDArray[np.int64], right: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pairs that meet often enough."""
    total = len(sizes)
    keys, counts = np.unique(left * total + right, return_counts=True)
    ones, others = keys // total, keys % total
    enough = (counts >= LEAST_SHARED) & (counts >= LEAST_CONTAINMENT * np.minimum(sizes[ones], sizes[others]))
    return np.stack((ones[enough], others[enough]), axis=1)
