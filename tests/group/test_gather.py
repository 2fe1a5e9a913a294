"""Lone accounts join the story that they are likest to, if it is clear which."""

from __future__ import annotations

import pytest

from twosource.group.gather import gather


@pytest.mark.parametrize(
    ("likeness", "groups", "reason"),
    [
        ({(0, 4): 0.3}, [[0, 1, 4], [2, 3]], "like one of the first story, like none of the second"),
        ({(0, 4): 0.05}, [[0, 1], [2, 3], [4]], "too little"),
        ({(0, 4): 0.3, (2, 4): 0.2}, [[0, 1], [2, 3], [4]], "twins: neither is guessed"),
        ({(1, 4): 0.1, (2, 4): 0.6}, [[0, 1], [2, 3, 4]], "six times likelier"),
    ],
)
def test_gather(likeness: dict[tuple[int, int], float], groups: list[list[int]], reason: str) -> None:
    found, joinings = gather(
        [[0, 1], [2, 3], [4]], lambda one, other: likeness.get((min(one, other), max(one, other)), 0.0)
    )
    assert found == groups, reason
    assert len(joinings) == 3 - len(groups)


def test_nothing_to_join() -> None:
    assert gather([[0], [1]], lambda one, other: 0.9) == ([[0], [1]], [])
