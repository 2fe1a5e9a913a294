"""From pairs of texts to tensors: sampling by share, both orders, noise of case and punctuation, batches of one length.

A label is the set of the classes that may be true: a pair "not the same" conflicts or is neither, and a pair whose left
supports its right does not conflict when it is turned round. The loss asks only that the sum of what is allowed be 1.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.pair_data import Allowed, PairSource, TrainingPair
from twosource.corroborate.pairs.pair_pieces import NO_WORD, PairPieces, lay_pairs
from twosource.text.pieces import Divider

POOL = 2048
MASK, MASKED = 103, 0.03
LONGEST = 160
"""Pairs of more pieces are left out of training: they slow a batch, and news sentences are shorter."""

TURNED, TURNED_ONE_WAY = 0.5, 0.12
"""How often a pair is turned round whose label holds both ways, and one whose label then only excludes conflict."""

HEADLINE, LOWER, NO_STOP, CURLY = 0.03, 0.03, 0.15, 0.08


@dataclass(frozen=True, slots=True)
class PairBatch:
    """Padded tables (pair, piece), and which classes (pair, class) are allowed."""

    ids: Tensor
    cases: Tensor
    sides: Tensor
    marks: Tensor
    filled: Tensor
    allowed: Tensor


class PairBatches:
    """An endless stream of batches from a mixture of sets."""

    def __init__(self, sources: Sequence[PairSource], divider: Divider, seed: int, pieces: int) -> None:
        """Prepare the mixture.

        Args:
            sources: The sets.
            divider: Words to pieces.
            seed: Of the sampling and the noise.
            pieces: At most so many in a batch, padding with them.
        """
        self._sources, self._divider, self._pieces = sources, divider, pieces
        self._random = random.Random(seed)
        self._queues: list[list[TrainingPair]] = [[] for _ in sources]

    def __iter__(self) -> Iterator[PairBatch]:
        while True:
            pool = [noisy(turned(self._draw(), self._random), self._random) for _ in range(POOL)]
            laid = lay_pairs([(pair.left, pair.right) for pair in pool], self._divider)
            groups = list(self._groups(laid))
            self._random.shuffle(groups)
            for group in groups:
                yield self._batch([laid[place] for place in group], [pool[place].allowed for place in group])

    def _draw(self) -> TrainingPair:
        number = self._random.choices(range(len(self._sources)), [source.visits for source in self._sources])[0]
        if not self._queues[number]:
            self._queues[number] = list(self._sources[number].pairs)
            self._random.shuffle(self._queues[number])
        return self._queues[number].pop()

    def _groups(self, laid: Sequence[PairPieces]) -> Iterator[list[int]]:
        group: list[int] = []
        for place in sorted(range(len(laid)), key=lambda place: len(laid[place].ids)):
            longest = len(laid[place].ids)
            if longest > LONGEST:
                break
            if group and longest * (len(group) + 1) > self._pieces:
                yield group
                group = []
            group.append(place)
        if group:
            yield group

    def _batch(self, laid: Sequence[PairPieces], allowed: Sequence[Allowed]) -> PairBatch:
        names = ("ids", "cases", "sides", "marks")
        columns = {name: _padded([getattr(item, name) for item in laid]) for name in names}
        hidden = torch.from_numpy(
            np.array([[self._random.random() < MASKED for _ in row] for row in columns["marks"]])
        ) & (columns["marks"] != NO_WORD)
        columns["ids"] = torch.where(hidden, MASK, columns["ids"])
        filled = _padded([np.ones_like(item.ids) for item in laid])
        return PairBatch(**columns, filled=filled, allowed=torch.tensor(allowed, dtype=torch.bool))


def turned(pair: TrainingPair, dice: random.Random) -> TrainingPair:
    """Turn a pair round now and then; the label stays true."""
    if dice.random() >= (TURNED if pair.both_ways else TURNED_ONE_WAY):
        return pair
    if pair.both_ways:
        return TrainingPair(pair.right, pair.left, pair.allowed, both_ways=True)
    # Where the left supports the right, or decides nothing of it, the right does not conflict with the left.
    return TrainingPair(pair.right, pair.left, (True, pair.allowed[1], True), both_ways=False)


def noisy(pair: TrainingPair, dice: random.Random) -> TrainingPair:
    """Write a side as headlines and scrapers would, now and then."""
    return TrainingPair(_written(pair.left, dice), _written(pair.right, dice), pair.allowed, pair.both_ways)


def _written(text: str, dice: random.Random) -> str:
    found = dice.random()
    if found < HEADLINE:
        text = " ".join(word[:1].upper() + word[1:] for word in text.split())
    elif found < HEADLINE + LOWER:
        text = text.lower()
    if dice.random() < NO_STOP:
        text = text.rstrip(" .")
    return text.replace("'", "’") if dice.random() < CURLY else text


def _padded(rows: Sequence[np.ndarray]) -> Tensor:
    table = np.zeros((len(rows), max(len(row) for row in rows)), dtype=np.int64)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return torch.from_numpy(table)
