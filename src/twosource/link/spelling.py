"""How far apart two spellings of one word of a name are: an edit distance whose costs were learnt from real variants.

Letters and letter groups are put against each other ("sch" against "zh", "ou" against "u"); each pairing costs what
it is rare among spellings of one native name, against how often its sides occur. The invariants: equal spellings are
at distance 0; the distance is symmetric; the cost is bounded by the words' lengths.

A joint multigram model by its best paths, after Bisani and Ney, "Joint-sequence models for grapheme-to-phoneme
conversion" (2008), on the idea of Ristad and Yianilos, "Learning string-edit distance" (1998).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, lru_cache

from twosource.link.keys import plain, share_key, sounded
from twosource.resources import load

LONGEST_WORD = 40
"""Words are compared on their first 40 letters: the longest words of names have about 25."""
_UNLIKELY = 1.0  # cost of a letter against one that variants never put in its place; also of a letter left out

_SAME_SOUND = 0.15
"""Cost of a letter group against another that some convention reads as the same consonants ("sch", "zh"): the set
that the costs were learnt from holds few German and French spellings."""

_ROUNDING = 1e-9  # costs are sums of decimals

Cost = Callable[[str, str], float]
Steps = dict[tuple[int, int], tuple[int, int]]


@lru_cache(maxsize=1 << 18)
def similarity(left: str, right: str, least: float = 0.0) -> float:
    """Likeness of two words of names, 1 for the same spelling down to 0; the nearer of two ways to drop accents counts.

    Args:
        left: A word.
        right: Another.
        least: A likeness below it is not worked out, and given as 0.

    >>> similarity("Zhorin", "Schorin") > 0.8 > similarity("Zhorin", "Morin")
    True
    """
    pairs = {(plain(left), plain(right)), (sounded(left), sounded(right))}
    return max(_similarity(one, other, least) for one, other in sorted(pairs))


def _similarity(left: str, right: str, least: float) -> float:
    if left == right:
        return 1.0
    left, right = left[:LONGEST_WORD], right[:LONGEST_WORD]
    if not left or not right:
        return 0.0
    letters = (len(left) + len(right)) / 2
    most = (1.0 - least) * letters + _ROUNDING
    return max(0.0, 1.0 - distance(left, right, learnt_cost, most) / letters)


def distance(left: str, right: str, cost: Cost, most: float = math.inf) -> float:
    """The least cost to pair off two words, letter groups of both sides against each other.

    Args:
        left: A romanised word.
        right: Another.
        cost: What it costs to put one group against another; an empty group is a letter left out.
        most: A higher cost is given as infinite; the less may be spent, the fewer ways are tried.
    """
    steps = _cheapest(left, right, cost, most)
    return math.inf if steps is None else sum(price for _, _, price in _path(left, right, steps, cost))


def pairing(left: str, right: str, cost: Cost) -> list[tuple[str, str, float]]:
    """The cheapest way to pair two words off: groups of letters with their price, in order."""
    steps = _cheapest(left, right, cost, math.inf)
    return [] if steps is None else _path(left, right, steps, cost)


def _cheapest(left: str, right: str, cost: Cost, most: float) -> Steps | None:
    """From where each place in the two words is reached most cheaply; ``None`` if the ends cost more than ``most``."""
    ends_left, ends_right = _ends(left), _ends(right)
    best: list[list[float]] = [[math.inf] * (len(right) + 1) for _ in range(len(left) + 1)]
    steps: Steps = {}
    best[0][0] = 0.0
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            here = best[i][j]
            if here == math.inf:
                continue
            for to_left, to_right in _moves(i, j, ends_left, ends_right):
                total = here + cost(left[i:to_left], right[j:to_right])
                if total < best[to_left][to_right] and total <= most:
                    best[to_left][to_right] = total
                    steps[to_left, to_right] = (i, j)
    return steps if best[-1][-1] <= most else None


def _path(left: str, right: str, steps: Steps, cost: Cost) -> list[tuple[str, str, float]]:
    at, path = (len(left), len(right)), []
    while at != (0, 0):
        before = steps[at]
        one, other = left[before[0] : at[0]], right[before[1] : at[1]]
        path.append((one, other, cost(one, other)))
        at = before
    return path[::-1]


def _ends(word: str) -> list[tuple[int, ...]]:
    """For each place of a word where the groups that begin there end: one letter, or a group of the table."""
    groups = _groups()
    found = []
    for at in range(len(word)):
        longer = tuple(
            at + length for length in (2, 3, 4) if word[at : at + length] in groups and at + length <= len(word)
        )
        found.append((at + 1, *dict.fromkeys(longer)))
    return found


def _moves(
    i: int, j: int, ends_left: list[tuple[int, ...]], ends_right: list[tuple[int, ...]]
) -> list[tuple[int, int]]:
    """Where a step may lead: a group on either side, or a single letter left out on one."""
    lefts = ends_left[i] if i < len(ends_left) else ()
    rights = ends_right[j] if j < len(ends_right) else ()
    moves = [(to_left, to_right) for to_left in lefts for to_right in rights]
    if lefts:
        moves.append((i + 1, j))
    if rights:
        moves.append((i, j + 1))
    return moves


def learnt_cost(left: str, right: str) -> float:
    """What it costs to put one group of letters against another, by the learnt table; symmetric."""
    if left == right:
        return 0.0
    pair = (left, right) if left <= right else (right, left)
    return _price(*pair)


@lru_cache(maxsize=1 << 16)
def _price(left: str, right: str) -> float:
    learnt = _costs().get(f"{left}:{right}", _UNLIKELY * max(len(left), len(right)))
    return min(learnt, _SAME_SOUND) if left and len(left) + len(right) > 2 and share_key(left, right) else learnt


@cache
def _costs() -> dict[str, float]:
    costs: dict[str, float] = load("common", "spelling-costs")["costs"]
    return costs


@cache
def _groups() -> frozenset[str]:
    groups: list[str] = load("common", "letter-groups")["groups"]
    return frozenset(groups)
