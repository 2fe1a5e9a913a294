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
ONE_IN = 4
"""One shingle in four is kept: with 30 % of the words changed one by one, 17 % of runs of five survive, so that a text
of 200 words still shares eight kept shingles; of one in eight it shares four, and one such copy in fifty is lost."""
KEEP_ALL_BELOW = 300_000
"""Words in all texts together up to which every shingle is kept: so little costs nothing, and short texts gain."""
LEAST_SHARED = 3
"""Kept shingles that a candidate pair must share; one or two are a phrase."""
LEAST_CONTAINMENT = 0.04
"""Part of the smaller text's kept shingles that must be shared: a quarter of what survives with a third of the words
changed."""
CROWD = 40
"""Texts up to which all pairs of those that share a shingle are taken; of more, each with its neighbour and the
first."""
_TEXT_BITS = np.uint64(24)
"""Bits for a text's index: as many texts as one run can hold, sixteen million."""
_TEXT = np.uint64((1 << 24) - 1)


def candidates(codes: Sequence[NDArray[np.uint64]]) -> NDArray[np.int64]:
    """Pairs of texts that may share passages.

    Args:
        codes: Each text's word codes; the texts in canonical order, for in a crowd each is paired with the first.

    Returns:
        Index pairs, shape (pairs, 2), the lower index first, sorted, each once.
    """
    one_in = 1 if sum(map(len, codes)) <= KEEP_ALL_BELOW else ONE_IN
    packed = [_packed(*some, one_in) for some in samples(codes, SHINGLE_WORDS, one_in)]
    kept = _each_once(np.concatenate([np.zeros(0, np.uint64), *packed]))[0]
    texts = kept & _TEXT
    sizes = np.bincount(texts.astype(np.int64), minlength=len(codes))
    return _frequent(_meetings(kept >> _TEXT_BITS, texts), sizes)


def _packed(shingles: NDArray[np.uint64], texts: NDArray[np.int64], one_in: int) -> NDArray[np.uint64]:
    """A shingle's upper forty bits and its text in one number, so that one plain sort brings like shingles together.

    Kept shingles are small numbers; ``one_in`` spreads them over all 64 bits again. Of thirty million a few hundred
    then fall on another one's number by chance, where a candidate asks for several in common.
    """
    return (shingles * np.uint64(one_in)) & ~_TEXT | texts.astype(np.uint64)


def _each_once(values: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The values sorted, each once, and how often each stood there; sorts in place."""
    values.sort()
    starts = np.flatnonzero(np.concatenate(([len(values) > 0], values[1:] != values[:-1])))
    return values[starts], np.diff(starts, append=len(values))


def _meetings(kept: NDArray[np.uint64], texts: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """For each shingle that several texts share, the pairs that it speaks for, both texts in one number.

    Args:
        kept: The shingles, sorted.
        texts: Which text each stands in, rising for equal shingles.
    """
    starts = np.flatnonzero(np.concatenate(([len(kept) > 0], kept[1:] != kept[:-1])))
    counts = np.diff(starts, append=len(kept))
    pairs = [np.zeros(0, np.uint64)]
    for size in range(2, CROWD + 1):
        rows = texts[starts[counts == size][:, None] + np.arange(size)]
        ones, others = np.triu_indices(size, 1)
        pairs.append((rows[:, ones] << _TEXT_BITS | rows[:, others]).ravel())
    for start, count in zip(starts[counts > CROWD].tolist(), counts[counts > CROWD].tolist(), strict=True):
        members = texts[start : start + count]
        pairs += [members[:-1] << _TEXT_BITS | members[1:], members[0] << _TEXT_BITS | members[2:]]
    return np.concatenate(pairs)


def _frequent(meetings: NDArray[np.uint64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The pairs that meet often enough."""
    pairs, counts = _each_once(meetings)
    often = counts >= LEAST_SHARED
    pairs, counts = pairs[often], counts[often]
    ones, others = (pairs >> _TEXT_BITS).astype(np.int64), (pairs & _TEXT).astype(np.int64)
    enough = counts >= LEAST_CONTAINMENT * np.minimum(sizes[ones], sizes[others])
    return np.stack((ones[enough], others[enough]), axis=1)
