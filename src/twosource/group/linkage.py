"""Accounts joined to stories: the likeliest pairs first, two groups only where their accounts agree on the whole.

Joining by single pairs chains one event to the next; here two groups are joined if the mean over pairs of their
accounts favours it (average linkage, Sokal and Michener, 1958, over the pairs that the index proposes). Pairs are taken
by falling score, and equal scores by the accounts' canonical order, so the order of the input does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

CLOSEST = 3
"""Accounts of a group that a lone one must be close to, to be put there."""
SAMPLE = 8
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
    joinings += _settle(group, of, scored, compare, threshold)
    return [group[key] for key in sorted(group)], joinings


def _settle(
    group: dict[int, list[int]],
    of: list[int],
    scored: Sequence[tuple[float, int, int]],
    compare: Callable[[int, int], float],
    threshold: float,
) -> list[tuple[int, int, float]]:
    """Put lone accounts to the group that holds their likeliest partners.

    A feature or an early flash has little in common with most accounts of its event, and enough with some. Only groups
    that stood before are joined, so that no account leads another on.
    """
    joinings = []
    standing = {key: list(members) for key, members in group.items() if len(members) >= CLOSEST}
    near: dict[int, set[int]] = {}
    for value, *pair in scored:
        for one, other in (pair, pair[::-1]):
            if value >= threshold and of[one] == one and len(group[one]) == 1 and of[other] in standing:
                near.setdefault(one, set()).add(of[other])
    for lone, keys in sorted(near.items()):
        closeness, key = max((_closest(lone, standing[key], compare), -key) for key in keys)
        if closeness >= threshold:
            partner = max(_sample(standing[-key]), key=lambda member: (compare(lone, member), -member))
            joinings.append((min(lone, partner), max(lone, partner), compare(lone, partner)))
            group[-key] = sorted([*group[-key], lone])
            del group[lone]
    return joinings


def _closest(lone: int, members: list[int], compare: Callable[[int, int], float]) -> float:
    """Mean score with the :data:`CLOSEST` likeliest partners among a group's sample."""
    return sum(sorted((compare(lone, member) for member in _sample(members)), reverse=True)[:CLOSEST]) / CLOSEST


def _mean(left: list[int], right: list[int], compare: Callable[[int, int], float]) -> float:
    ones, others = _sample(left), _sample(right)
    return sum(compare(one, other) for one in ones for other in others) / (len(ones) * len(others))


def _sample(members: list[int]) -> list[int]:
    if len(members) <= SAMPLE:
        return members
    return [members[index * (len(members) - 1) // (SAMPLE - 1)] for index in range(SAMPLE)]
