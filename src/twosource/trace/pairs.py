"""Which pairs of accounts are judged: those that may share passages, and those that may retell one another.

The first come from the sketch, the second are all pairs of a story's worth of accounts, or, in a larger input, each
account with its nearest by the mean of its sentence vectors (of rough ones out of its words where there are none).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from twosource.trace import sketch
from twosource.trace.account import Account
from twosource.trace.graph import joined

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALL_PAIRS = 40
"""Accounts up to which every pair is judged."""
NEAREST = 12
"""Accounts of a larger input that each is compared with for a retelling."""
LEAST_NEARNESS = 0.5
"""Cosine of two accounts' means from which a retelling is looked for; retellings of the tuning half have 0.8 and
more."""
LEAST_ROUGH_NEARNESS = 0.3
"""The same for rough vectors."""
_BLOCK = 1024


def pairs(accounts: Sequence[Account]) -> dict[tuple[int, int], bool]:
    """Index pairs to judge, the lower first, in order; the value tells whether they may share passages.

    Of a crowd of copies the sketch names only some pairs; so any two that its pairs join, if by way of others, may.

    Args:
        accounts: In canonical order.
    """
    near = set(combinations(range(len(accounts)), 2)) if len(accounts) <= ALL_PAIRS else _near(accounts)
    exact = {(int(one), int(other)) for one, other in sketch.candidates([account.words.codes for account in accounts])}
    root = joined(len(accounts), exact)
    return {(one, other): root[one] == root[other] for one, other in sorted(exact | near)}


def _near(accounts: Sequence[Account]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    with_vectors = [index for index, account in enumerate(accounts) if account.vectors is not None]
    without = [index for index, account in enumerate(accounts) if account.vectors is None]
    for places, least in ((with_vectors, LEAST_NEARNESS), (without, LEAST_ROUGH_NEARNESS)):
        if places:
            found |= _nearest(places, np.stack([accounts[index].mean for index in places]), least)
    return found


def _nearest(places: Sequence[int], means: NDArray[np.float32], least: float) -> set[tuple[int, int]]:
    """Each with its nearest, in blocks of rows: no table of all with all is ever held."""
    found: set[tuple[int, int]] = set()
    for start in range(0, len(places), _BLOCK):
        cosines = means[start : start + _BLOCK] @ means.T
        cosines[np.arange(len(cosines)), start + np.arange(len(cosines))] = -1
        best = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
        for row, others in enumerate(best):
            one = places[start + row]
            close = (places[int(other)] for other in others if cosines[row, other] >= least)
            found.update((min(one, other), max(one, other)) for other in close)
    return found
