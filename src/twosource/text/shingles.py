"""Shingles: each run of a few words as one number, and the fixed fraction of them that is kept to find copies.

Keeping the shingles whose number falls below a bound keeps the same ones in every text, so what two texts share can be
estimated from the kept part alone, whatever their lengths: containment, not resemblance (FracMinHash: Irber and others,
"Lightweight compositional analysis of metagenomes with FracMinHash", 2022). Same words, same numbers, on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.mixing import ODD, mix

if TYPE_CHECKING:
    from numpy.typing import NDArray


_TOGETHER = 512  # texts that are worked on as one: some megabytes


def shingles(codes: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
    """One number for each run of ``size`` words.

    Args:
        codes: A text's word codes, in text order.
        size: Words in a run.

    Returns:
        The runs' numbers in text order; empty where the text has fewer words.

    >>> first = shingles(np.arange(9, dtype=np.uint64), 5)
    >>> len(first), bool((first == shingles(np.arange(9, dtype=np.uint64), 5)).all())
    (5, True)
    """
    count = len(codes) - size + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    rolled = codes[:count].copy()
    for offset in range(1, size):
        rolled *= ODD
        rolled += codes[offset : offset + count]
    return mix(rolled)


def samples(texts: Sequence[NDArray[np.uint64]], size: int, one_in: int) -> list[NDArray[np.uint64]]:
    """For each text the shingles that are kept, one in ``one_in`` on average, sorted, each once.

    Many texts are worked on as one, since each alone is short.
    """
    kept: list[NDArray[np.uint64]] = []
    for start in range(0, len(texts), _TOGETHER):
        part = texts[start : start + _TOGETHER]
        lengths = np.array([len(one) for one in part], np.int64)
        every = shingles(np.concatenate(part), size)
        owner = np.repeat(np.arange(len(part)), lengths)
        whole = owner[: len(every)] == owner[size - 1 :] if len(every) else np.zeros(0, bool)
        chosen = whole & (every < np.uint64((1 << 64) // one_in)) if one_in > 1 else whole
        values, owners = every[chosen], owner[: len(every)][chosen]
        bounds = np.searchsorted(owners, np.arange(len(part) + 1))
        kept += [np.unique(values[first:after]) for first, after in pairwise(bounds)]
    return kept
