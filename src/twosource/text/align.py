"""Shared passages of two texts, exactly: the runs of words that stand in both, chained over small changes.

Seeds are runs of a few words that both texts have; seeds that follow one another on the same diagonal are one maximal
run; runs that lie close to one another in both texts are chained to a passage, which is kept if enough of it is shared
(the idea of passim: n-gram seeds, then local alignment; Smith, Cordell and Mullen, 2015). The invariants: passages do
not overlap in the left text, nor in the right; each begins and ends with a shared word; the cost is linear in the two
lengths, since a run of words that repeats is paired only with its counterpart in rank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.shingles import shingles

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEED_WORDS = 3
"""Words of a seed: of a text with every third word changed, runs of three still cover half, runs of five a tenth."""
GAP_WORDS = 5
"""Words that may differ between two runs of one passage, in either text."""
PASSAGE_WORDS = 8
"""Shared words that make a passage: shorter ones are phrases that any two reports share ("the prime minister said
on")."""
PASSAGE_DENSITY = 0.5
"""Part of the longer side of a passage that must be shared words."""
_ALL_PAIRS = 16  # occurrences left times right up to which every pairing of a seed is tried


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """``words`` words that stand at word ``left`` of the left text and at word ``right`` of the right one."""

    left: int
    right: int
    words: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs that belong together: one stretch of the left text and the stretch of the right one that repeats it."""

    runs: tuple[Run, ...]

    @property
    def left(self) -> tuple[int, int]:
        """First word and the word after the last, in the left text."""
        return self.runs[0].left, self.runs[-1].left + self.runs[-1].words

    @property
    def right(self) -> tuple[int, int]:
        """First word and the word after the last, in the right text."""
        return self.runs[0].right, self.runs[-1].right + self.runs[-1].words

    @property
    def words(self) -> int:
        """Shared words."""
        return sum(run.words for run in self.runs)


def passages(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> tuple[Passage, ...]:
    """The shared passages of two texts, in the order of the left one.

    Args:
        left, right: The two texts' word codes (see :mod:`twosource.text.words`).

    >>> words = np.arange(40, dtype=np.uint64)
    >>> [(one.left, one.right) for one in passages(words[5:30], words)]
    [((0, 25), (5, 30))]
    """
    chains = _chains(_runs(left, right))
    kept = [chain for chain in map(Passage, chains) if _is_passage(chain)]
    return _apart(kept, len(left), len(right))


def _is_passage(passage: Passage) -> bool:
    longer = max(passage.left[1] - passage.left[0], passage.right[1] - passage.right[0])
    return passage.words >= PASSAGE_WORDS and passage.words >= PASSAGE_DENSITY * longer


def _runs(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> list[Run]:
    """Maximal shared runs: seeds that follow one another on one diagonal."""
    at_left, at_right = _seeds(shingles(left, SEED_WORDS), shingles(right, SEED_WORDS))
    if not len(at_left):
        return []
    order = np.lexsort((at_left, at_left - at_right))
    at_left, at_right = at_left[order], at_right[order]
    breaks = np.flatnonzero((np.diff(at_left) != 1) | (np.diff(at_right) != 1)) + 1
    firsts = np.concatenate(([0], breaks))
    lengths = np.diff(np.concatenate((firsts, [len(at_left)]))) + SEED_WORDS - 1
    return [
        Run(*run) for run in zip(at_left[firsts].tolist(), at_right[firsts].tolist(), lengths.tolist(), strict=True)
    ]


def _seeds(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Positions of the seeds that both texts have: all pairings of a rare one, of a frequent one those of equal
    rank.
    """
    left_order, right_order = np.argsort(left, kind="stable"), np.argsort(right, kind="stable")
    left_sorted, right_sorted = left[left_order], right[right_order]
    shared = np.intersect1d(left_sorted, right_sorted)
    left_first, left_count = _places(left_sorted, shared)
    right_first, right_count = _places(right_sorted, shared)
    frequent = left_count * right_count > _ALL_PAIRS
    pairs = np.where(frequent, np.minimum(left_count, right_count), left_count * right_count)
    seed = np.repeat(np.arange(len(shared)), pairs)
    number = np.arange(len(seed)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    width = np.where(frequent, 1, right_count)[seed]
    left_rank = number // width
    right_rank = np.where(frequent[seed], number, number % width)
    return left_order[left_first[seed] + left_rank], right_order[right_first[seed] + right_rank]


def _places(values: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    first = np.searchsorted(values, wanted, side="left")
    return first, np.searchsorted(values, wanted, side="right") - first


def _chains(runs: list[Run]) -> list[tuple[Run, ...]]:
    """Runs joined to chains: each run goes to the chain that it continues with the smallest gap."""
    chains: list[list[Run]] = []
    open_chains: list[list[Run]] = []
    for run in sorted(runs):
        reach = run.left - GAP_WORDS
        open_chains = [chain for chain in open_chains if chain[-1].left + chain[-1].words >= reach]
        best = min(
            (chain for chain in open_chains if _continues(chain[-1], run)),
            key=lambda one: _gap(one[-1], run),
            default=None,
        )
        if best is None:
            best = []
            chains.append(best)
            open_chains.append(best)
        best.append(_clipped(best[-1], run) if best else run)
    return [tuple(chain) for chain in chains]


def _gap(before: Run, run: Run) -> int:
    return max(run.left - before.left - before.words, run.right - before.right - before.words)


def _overlap(before: Run, run: Run) -> int:
    return max(0, before.left + before.words - run.left, before.right + before.words - run.right)


def _continues(before: Run, run: Run) -> bool:
    return _gap(before, run) <= GAP_WORDS and run.right > before.right and _overlap(before, run) < run.words


def _clipped(before: Run, run: Run) -> Run:
    """The part of a run that lies behind the run before it, in both texts."""
    overlap = _overlap(before, run)
    return Run(run.left + overlap, run.right + overlap, run.words - overlap)


def _apart(candidates: list[Passage], left_length: int, right_length: int) -> tuple[Passage, ...]:
    """The longest passages first, each only as far as its words are not taken yet on either side."""
    left_free, right_free = np.ones(left_length, bool), np.ones(right_length, bool)
    chosen: list[Passage] = []
    for passage in sorted(candidates, key=lambda one: (-one.words, one.left, one.right)):
        runs = tuple(part for run in passage.runs for part in _free_part(run, left_free, right_free))
        rest = Passage(runs)
        if not runs or not _is_passage(rest) or not _free(rest, left_free, right_free):
            continue
        left_free[slice(*rest.left)] = False
        right_free[slice(*rest.right)] = False
        chosen.append(rest)
    return tuple(sorted(chosen, key=lambda one: one.left))


def _free(passage: Passage, left_free: NDArray[np.bool_], right_free: NDArray[np.bool_]) -> bool:
    return bool(left_free[slice(*passage.left)].all() and right_free[slice(*passage.right)].all())


def _free_part(run: Run, left_free: NDArray[np.bool_], right_free: NDArray[np.bool_]) -> tuple[Run, ...]:
    """The longest part of a run whose words are free on both sides, if there is one."""
    both = left_free[run.left : run.left + run.words] & right_free[run.right : run.right + run.words]
    if both.all():
        return (run,)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], both, [False])).astype(np.int8)))
    if not len(edges):
        return ()
    lengths = edges[1::2] - edges[::2]
    best = int(np.argmax(lengths))
    first = int(edges[2 * best])
    return (Run(run.left + first, run.right + first, int(lengths[best])),)
