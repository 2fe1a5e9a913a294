"""Things by what they share: the streets and the sites of a place, the fields of a post.

Reach for it where two accounts name one thing by more or fewer of its parts, and only two that share none exclude each
other. The invariant: every number stands on one side, and two that share a key on the same.
"""

from __future__ import annotations

from collections.abc import Sequence


def sides_by_keys(things: Sequence[frozenset[str]]) -> tuple[tuple[int, ...], ...]:
    """Things by what they share: two that a third joins ("the underpass in Mill Lane") are one.

    Args:
        things: The keys of each.

    Returns:
        Their numbers, by side.

    >>> sides_by_keys([frozenset({"mill lane"}), frozenset({"underpass"}), frozenset({"mill lane", "oak road"})])
    ((0, 2), (1,))
    """
    groups: list[tuple[set[str], list[int]]] = []
    for number, keys in enumerate(things):
        joined = [group for group in groups if group[0] & keys]
        merged = (keys.union(*(group[0] for group in joined)), [n for group in joined for n in group[1]] + [number])
        groups = [*(group for group in groups if group not in joined), (set(merged[0]), merged[1])]
    return tuple(sorted(tuple(sorted(numbers)) for _, numbers in groups))
