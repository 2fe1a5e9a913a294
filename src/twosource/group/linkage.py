"""Accounts joined to stories: the likeliest pairs first, two groups only where their accounts agree on the whole.

Joining by single pairs chains one event to the next; here two groups are joined if the mean over pairs of their
accounts favours it (average linkage, Sokal and Michener, 1958, over the pairs that the index proposes). Pairs are taken
by falling score, and equal scores by the accounts' canonical order, so the order of the input does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

SAMPLE = 6
"""Accounts of a group that stand for it when two groups are compared, spread over its canonical order."""


def join(
    total: int, scored: Sequence[tuple[float, int, int]], compare: Callable[[int, int], float], threshold: float
) -> tuple[list[list[int]], list[tuple[int, int, float]]]:
    """Groups of accounts.

    Args:
        total: How many accounts there are; they are known by index, in canonical order.
        scored: Score and indexes of each pair that the index proposes.
        compare: Score of any pair.
        threshold: Score from which a pair, and the mean between two groups, speaks for one story.

    Returns:
        The groups, each sorted, and for each joining the pair that led to it with its score.
    """
    group = {index: [index] for index in range(total)}
    of = list(range(total))
    joinings: list[tuple[int, int, float]] = []
    for value, left, right in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if value < threshold:
            break
        one, other = of[left], of[right]
        if one == other or _mean(group[one], group[other], compare) < threshold:
            continue
        first, second = sorted((one, other))
        group[first] = sorted(group[first] + group.pop(second))
        for member in group[first]:
            of[member] = first
        joinings.append((left, right, value))
    return [group[key] for key in sorted(group)], joinings


def _mean(left: list[int], right: list[int], compare: Callable[[int, int], float]) -> float:
    ones, others = _sample(left), _sample(right)
    return sum(compare(one, other) for one in ones for other in others) / (len(ones) * len(others))


def _sample(members: list[int]) -> list[int]:
    if len(members) <= SAMPLE:
        return members
    return [members[index * (len(members) - 1) // (SAMPLE - 1)] for index in range(SAMPLE)]
