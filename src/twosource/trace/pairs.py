"""Which pairs of accounts are judged: those that may share passages, and those that may retell one another.

The first come from the sketch, the second are all pairs of a story's worth of accounts, or, in a larger input, each
account with its nearest by the mean of its sentence vectors (by rare words where there are none).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.commonness import RARE, commonness
from twosource.trace import sketch
from twosource.trace.account import Account

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALL_PAIRS = 40
"""Accounts up to which every pair is judged."""
NEAREST = 12
"""Accounts of a larger input that each is compared with for a retelling."""
LEAST_NEARNESS = 0.5
"""Cosine of two accounts' means from which a retelling is looked for; retellings of the tuning half have 0.8 and
more."""
_BLOCK = 1024
_HELD_BY_FEW = 30


def pairs(accounts: Sequence[Account], held: Mapping[str, int]) -> dict[tuple[int, int], bool]:
    """Index pairs to judge, the lower first, in order; the value tells whether they may share passages.

    Args:
        accounts: In canonical order.
        held: How many accounts have each folded word.
    """
    near = _all(len(accounts)) if len(accounts) <= ALL_PAIRS else _near(accounts, held)
    exact = {(int(one), int(other)) for one, other in sketch.candidates([account.words.codes for account in accounts])}
    return {pair: pair in exact for pair in sorted(exact | near)}


def _all(total: int) -> set[tuple[int, int]]:
    return {(one, other) for other in range(total) for one in range(other)}


def _near(accounts: Sequence[Account], held: Mapping[str, int]) -> set[tuple[int, int]]:
    means = [account.mean for account in accounts]
    known = [index for index, mean in enumerate(means) if mean is not None]
    found = _nearest(known, np.array([means[index] for index in known], np.float32)) if known else set()
    rest = frozenset(range(len(accounts))) - frozenset(known)
    return found | _by_words(accounts, rest, held)


def _nearest(known: Sequence[int], means: NDArray[np.float32]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for start in range(0, len(known), _BLOCK):
        cosines = means[start : start + _BLOCK] @ means.T
        cosines[np.arange(len(cosines)), start + np.arange(len(cosines))] = -1
        best = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
        for row, others in enumerate(best):
            one = known[start + row]
            close = (int(other) for other in others if cosines[row, other] >= LEAST_NEARNESS)
            found.update((min(one, known[other]), max(one, known[other])) for other in close)
    return found


def _by_words(accounts: Sequence[Account], indexes: frozenset[int], held: Mapping[str, int]) -> set[tuple[int, int]]:
    """For accounts without vectors: those that share most of their rare words, each word held by few."""
    postings: dict[str, list[int]] = {}
    for index in sorted(indexes):
        for word in sorted(frozenset(accounts[index].words.folded)):
            if 1 < held[word] <= _HELD_BY_FEW and commonness(word) <= RARE:
                postings.setdefault(word, []).append(index)
    shared: dict[tuple[int, int], int] = {}
    for holders in postings.values():
        for place, other in enumerate(holders):
            for one in holders[:place]:
                shared[one, other] = shared.get((one, other), 0) + 1
    ranked: dict[int, list[tuple[int, int, int]]] = {}
    for (one, other), count in shared.items():
        ranked.setdefault(one, []).append((-count, one, other))
        ranked.setdefault(other, []).append((-count, one, other))
    return {(one, other) for kept in ranked.values() for _, one, other in sorted(kept)[:NEAREST]}
