"""What the student learns from silver trees: of every word the teacher's likeliest answers with their probabilities.

Learning these rather than the best alone tells it also how sure the teacher was (Hinton et al. 2015).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils.rnn import pad_sequence

from training.batches import POOL, noisy
from training.data import Sentence
from training.losses import absent, total
from training.network import Network
from twosource.text.pieces import Divider, Pieces

Soft = dict[str, tuple[Tensor, Tensor]]
"""By head: numbers (word, alternative) and their probabilities, which sum to one."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with what is likely in it; ``best`` is the likeliest tree, words counting from 1."""

    words: list[str]
    best: list[int]
    soft: Soft


def save(sentences: Sequence[Read], file: Path) -> None:
    """Write sentences: each head's numbers and probabilities of all words in one table."""
    soft = {
        name: tuple(torch.cat([item.soft[name][part] for item in sentences]) for part in (0, 1))
        for name in sentences[0].soft
    }
    words, best = [item.words for item in sentences], [item.best for item in sentences]
    torch.save({"words": words, "best": best, "soft": soft}, file)


def load(file: Path) -> list[Read]:
    """Read what ``save`` wrote."""
    state = torch.load(file, weights_only=True)
    lengths = [len(words) for words in state["words"]]
    soft = {name: [table.split(lengths) for table in tables] for name, tables in state["soft"].items()}
    return [
        Read(words, best, {name: (numbers[place], shares[place]) for name, (numbers, shares) in soft.items()})
        for place, (words, best) in enumerate(zip(state["words"], state["best"], strict=True))
    ]


def tensors(read: Sequence[Pieces]) -> tuple[Tensor, ...]:
    """Padded pieces, cases, which places are filled, first pieces, shapes and suffixes."""

    def padded(name: str) -> Tensor:
        rows = [torch.from_numpy(getattr(item, name)) for item in read]
        return pad_sequence(rows, batch_first=True)

    filled = pad_sequence([torch.ones(len(item.ids), dtype=torch.long) for item in read], True)
    return padded("ids"), padded("cases"), filled, padded("firsts"), padded("shapes"), padded("suffixes")


class Silver:
    """An endless stream of losses on silver sentences.

    Args:
        file: that ``save`` wrote.
        divider: words to pieces.
        seed: of the order and the noise.
        pieces: at most so many in a batch.
    """

    def __init__(self, file: Path, divider: Divider, seed: int, pieces: int) -> None:
        self._sentences = load(file)
        self._divider, self._pieces, self._random = divider, pieces, random.Random(seed)
        self._groups = self._endless()

    def loss(self, network: Network) -> Tensor:
        """The weighted sum of the heads' losses on the next batch."""
        sentences, read = next(self._groups)
        ids, cases, filled, firsts, shapes, suffixes = tensors(read)
        tags, _, arcs, labels, names = network.words(network.body(ids, cases, filled), firsts, shapes, suffixes)
        heads = pad_sequence([torch.tensor([0, *item.best]) for item in sentences], True)
        hidden = network.tag_layer(tags)
        scores = {
            "upos": network.upos(hidden),
            "feats": network.feats(hidden),
            "arcs": network.arcs(arcs) + absent(firsts)[:, None, :],
            "labels": network.labels_of(labels, heads),
            "names": network.names(network.name_layer(names)),
        }
        losses = {name: _soft_loss(table, [item.soft[name] for item in sentences]) for name, table in scores.items()}
        return total(losses)

    def _endless(self) -> Iterator[tuple[list[Read], list[Pieces]]]:
        while True:
            order = list(range(len(self._sentences)))
            self._random.shuffle(order)
            for start in range(0, len(order), POOL):
                pool = [self._noisy(self._sentences[place]) for place in order[start : start + POOL]]
                divided = self._divider.word_pieces([item.words for item in pool])
                read = [self._divider.assemble(item.words, found) for item, found in zip(pool, divided, strict=True)]
                cut = list(groups(read, self._pieces))
                self._random.shuffle(cut)
                for group in cut:
                    yield [pool[place] for place in group], [read[place] for place in group]

    def _noisy(self, item: Read) -> Read:
        # Everything hangs on the last word here, so the final stop stays: its alternatives count on it.
        given = Sentence(item.words, heads=[len(item.words)])
        return Read(noisy(given, self._random).words, item.best, item.soft)


def groups(read: Sequence[Pieces], pieces: int) -> Iterator[list[int]]:
    """Places of sentences of about one length, the longest first, so many pieces together."""
    order = sorted(range(len(read)), key=lambda place: len(read[place].ids))
    while order:
        some = max(1, pieces // len(read[order[-1]].ids))
        yield order[-some:]
        order = order[:-some]


def _soft_loss(scores: Tensor, soft: Sequence[tuple[Tensor, Tensor]]) -> Tensor:
    """Cross entropy to the alternatives, averaged over the words; row 0 is the root."""
    numbers = pad_sequence([functional.pad(one.long(), (0, 0, 1, 0)) for one, _ in soft], True)
    shares = pad_sequence([functional.pad(one.float(), (0, 0, 1, 0)) for _, one in soft], True)
    logs = scores.float().log_softmax(-1).gather(-1, numbers)
    return -(logs * shares).sum() / sum(len(one) for one, _ in soft)
