"""Shingles: each run of a few words as one number, and the fixed fraction of them that is kept to find copies.

Keeping the shingles whose number falls below a bound keeps the same ones in every text, so what two texts share can be
estimated from the kept part alone, whatever their lengths: containment, not resemblance (FracMinHash: Irber and others,
"Lightweight compositional analysis of metagenomes with FracMinHash", 2022). Same words, same numbers, on every machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2**64 divided by the golden ratio, as in SplitMix64


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
        rolled *= _ODD
        rolled += codes[offset : offset + count]
    return _mix(rolled)


def sample(codes: NDArray[np.uint64], size: int, one_in: int) -> NDArray[np.uint64]:
    """The shingles that are kept, one in ``one_in`` on average, sorted, each once."""
    every = shingles(codes, size)
    return np.unique(every if one_in == 1 else every[every < np.uint64((1 << 64) // one_in)])


def _mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64's finaliser (Steele, Lea and Flood, 2014): every bit of the input moves half the bits of the
    output.
    """
    values ^= values >> np.uint64(30)
    values *= np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    values *= np.uint64(0x94D049BB133111EB)
    values ^= values >> np.uint64(31)
    return values
