"""Shingles: each run of a few words as one number, and the fixed fraction of them that is kept to find copies.

Keeping the shingles whose number falls below a bound keeps the same ones in every text, so what two texts share can be
estimated from the kept part alone, whatever their lengths: containment, not resemblance (FracMinHash: Irber and others,
"Lightweight compositional analysis of metagenomes with FracMinHash", 2022). Same words, same numbers, on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.mixing import ODD, mix

if TYPE_CHECKING:
    from numpy.typing import NDArray


_TOGETHER = 64  # texts that are worked on as one: what a core keeps close by


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


def samples(
    texts: Sequence[NDArray[np.uint64]], size: int, one_in: int
) -> Iterator[tuple[NDArray[np.uint64], NDArray[np.int64]]]:
    """The shingles that are kept, one in ``one_in`` on average, in text order, repeated ones too.

    Many texts are worked on as one, since each alone is short.

    Yields:
        For some texts at a time the kept shingles, and for each the index of its text.
    """
    for start in range(0, len(texts), _TOGETHER):
        part = texts[start : start + _TOGETHER]
        every = shingles(np.concatenate(part), size)
        owners = np.repeat(np.arange(start, start + len(part)), [len(one) for one in part])
        kept = owners[: len(every)] == owners[size - 1 :] if len(every) else np.zeros(0, bool)
        if one_in > 1:
            kept &= every < np.uint64((1 << 64) // one_in)
        yield every[kept], owners[: len(every)][kept]
