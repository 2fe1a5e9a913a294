"""Mixing of 64-bit numbers, so that what was alike no longer is: the same on every machine and in every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ODD = np.uint64(0x9E3779B97F4A7C15)
"""2**64 divided by the golden ratio, as in SplitMix64."""


def mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64's finaliser (Steele, Lea and Flood, 2014), in place: every bit in moves half the bits out.

    >>> int(mix(np.array([1], np.uint64))[0])
    6238072747940578789
    """
    values ^= values >> np.uint64(30)
    values *= np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    values *= np.uint64(0x94D049BB133111EB)
    values ^= values >> np.uint64(31)
    return values
