"""Correlation clustering: assertions to claims, the same whatever the order of the input.

Pairs join from the most alike down; two groups become one only if their members are alike on average and nothing
forbids the pairs across them, but for a few where so many tell of one thing that one of them was misread. Greedy
agglomeration is a known good approximation (Bansal, Blum and Chawla, 2004; Elsner and Schudy, 2009), and in stories of
this size it is nearly always exact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from twosource.corroborate.assertion import Assertion

JOIN = 0.5
"""Mean likeness across two groups from which on they are one: more likely the same than not."""


MOST = 40
"""Members of a group that are looked at before it joins another: a claim that a thousand sentences repeat needs no
more."""

Pair = tuple[int, int]


def cluster(
    count: int, scores: Mapping[Pair, float], forbids: Callable[[int, int], bool], tolerance: float = 0.0
) -> tuple[tuple[int, ...], ...]:
    """Group items ``0 … count - 1``, which must stand in an order that does not depend on the input's.

    Args:
        count: How many items there are.
        scores: How alike pairs are (``left < right``); a pair that was not compared has likeness 0.
        forbids: Whether a pair (``left < right``) must stay apart.
        tolerance: Part of the pairs across two groups that may be forbidden and the groups still join.

    Returns:
        The groups, each sorted, by their first item.

    >>> cluster(3, {(0, 1): 0.9, (1, 2): 0.8}, lambda left, right: (left, right) == (0, 2))
    ((0, 1), (2,))
    """
    group = list(range(count))
    members: dict[int, list[int]] = {item: [item] for item in range(count)}
    for left, right in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[left, right] < JOIN:
            break
        one, other = sorted((group[left], group[right]))
        if one != other and _may_join(members[one], members[other], scores, forbids, tolerance):
            for item in members[other]:
                group[item] = one
            members[one].extend(members.pop(other))
    return tuple(tuple(sorted(members[key])) for key in sorted(members, key=lambda key: min(members[key])))


def merged(
    groups: Sequence[tuple[Assertion, ...]], pairs: Iterable[tuple[Assertion, Assertion]]
) -> tuple[tuple[Assertion, ...], ...]:
    """The groups, with those in one that hold a pair.

    Args:
        groups: What clustering found.
        pairs: Members of these groups that are of one claim, whatever their groups' others are.
    """
    home = {id(one): number for number, group in enumerate(groups) for one in group}
    into = list(range(len(groups)))
    for pair in pairs:
        low, high = sorted(_root(into, home[id(one)]) for one in pair)
        into[high] = low
    joined: dict[int, list[Assertion]] = defaultdict(list)
    for number, group in enumerate(groups):
        joined[_root(into, number)].extend(group)
    return tuple(tuple(sorted(group, key=lambda one: one.key)) for _, group in sorted(joined.items()))


def _root(into: Sequence[int], number: int) -> int:
    while into[number] != number:
        number = into[number]
    return number


def _may_join(
    left: Sequence[int],
    right: Sequence[int],
    scores: Mapping[Pair, float],
    forbids: Callable[[int, int], bool],
    tolerance: float,
) -> bool:
    across = [(min(one, other), max(one, other)) for one in left[:MOST] for other in right[:MOST]]
    if sum(scores.get(pair, 0.0) for pair in across) < JOIN * len(across):
        return False
    return sum(forbids(*pair) for pair in across) <= tolerance * len(across)
