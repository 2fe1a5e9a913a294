"""Clustering: pairs that belong together, pairs that must not, and no trace of the order of the input."""

from __future__ import annotations

from itertools import permutations

import pytest

from twosource.corroborate.alignment.cluster import Pair, cluster


@pytest.mark.parametrize(
    ("count", "scores", "apart", "groups"),
    [
        (0, {}, set(), ()),  # nothing
        (2, {(0, 1): 0.9}, set(), ((0, 1),)),  # a pair
        (2, {(0, 1): 0.4}, set(), ((0,), (1,))),  # less likely than not
        (2, {(0, 1): 0.9}, {(0, 1)}, ((0,), (1,))),  # forbidden, however alike
        (3, {(0, 1): 0.9, (1, 2): 0.8}, {(0, 2)}, ((0, 1), (2,))),  # what is forbidden across keeps apart
        (3, {(0, 1): 0.9, (1, 2): 0.6}, set(), ((0, 1), (2,))),  # one tie of two is not enough on average
        (3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.5}, set(), ((0, 1, 2),)),  # all three alike
    ],
)
def test_cases(count: int, scores: dict[Pair, float], apart: set[Pair], groups: tuple[tuple[int, ...], ...]) -> None:
    assert cluster(count, scores, lambda left, right: (left, right) in apart) == groups


def test_order_of_pairs_does_not_matter() -> None:
    scores = {(0, 1): 0.8, (1, 2): 0.8, (2, 3): 0.8, (0, 2): 0.4, (1, 3): 0.6}
    results = {cluster(4, dict(order), lambda *_: False) for order in permutations(scores.items())}
    assert len(results) == 1


def test_a_few_forbidden_pairs_among_many_may_be_borne() -> None:
    scores = {(one, other): 0.9 for other in range(6) for one in range(other)} | {(0, 5): 0.0}
    assert cluster(6, scores, lambda *pair: pair == (0, 5), tolerance=0.2) == ((0, 1, 2, 3, 4, 5),)
    assert len(cluster(6, scores, lambda *pair: pair == (0, 5))) == 2
