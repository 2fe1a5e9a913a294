"""Which pairs of accounts are worth comparing: each account with those that share most of its rare words.

An inverted index over the vectors of rare words. A word that a large part of a large input has points to as many
accounts only as may be read, the first in order, so the cost grows with the postings, not with the square of the input.
It may not be left out: where everything is one event, or one text in a thousand reprints, there are no other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.group.rarity import Weighed

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEIGHBOURS = 40
"""Accounts that each is compared with, at most; on the labelled sets the 40 nearest hold 99 % of an event's
accounts."""
LEAST_COSINE = 0.05
"""Below this no two accounts of one event were seen."""
_COMMON = 0.2  # a word points to this part of the input at most
_ALWAYS = 1000  # …or to this many accounts, if that is more


def candidates(accounts: Sequence[Weighed]) -> list[tuple[int, int]]:
    """Index pairs of accounts worth comparing, each once, sorted."""
    postings = _postings(accounts)
    found: set[tuple[int, int]] = set()
    for index, account in enumerate(accounts):
        found.update(
            (min(index, other), max(index, other)) for other in _nearest(index, account, postings, len(accounts))
        )
    return sorted(found)


def _postings(accounts: Sequence[Weighed]) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    lists: dict[str, tuple[list[int], list[float]]] = {}
    for index, account in enumerate(accounts):
        for word, weight in account.words.items():
            places, weights = lists.setdefault(word, ([], []))
            places.append(index)
            weights.append(weight)
    most = max(_ALWAYS, int(_COMMON * len(accounts)))
    return {
        word: (np.array(places[:most]), np.array(weights[:most]))
        for word, (places, weights) in lists.items()
        if len(places) > 1
    }


def _nearest(
    index: int,
    account: Weighed,
    postings: dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]],
    total: int,
) -> list[int]:
    cosines = np.zeros(total)
    for word, weight in account.words.items():
        if word in postings:
            places, weights = postings[word]
            cosines[places] += weight * weights
    cosines[index] = 0.0
    order = np.argsort(-cosines, kind="stable")[:NEIGHBOURS]
    return [int(other) for other in order if cosines[other] >= LEAST_COSINE]
