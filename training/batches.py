"""From sentences to tensors: sampling by share, noise of case and punctuation, batches of about one length.

A pool of some thousand sentences is drawn by the sets' shares, sorted by length and cut into batches of as many pieces
as asked, so that little is padding and every batch still mixes all tasks.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from training.data import Sentence, Source
from training.names import NAME_LABELS
from twosource.annotate.decoding.lemma import script_of
from twosource.text.pieces import Divider, Pieces

POOL = 2048
MASK, MASKED = 103, 0.04
"""The number of [MASK], and the share of pieces hidden behind it, so that context carries unseen names."""

RARE = 3
"""Labels seen fewer times than this are not learned."""

CASE_NOISE = (("upper", 0.05), ("lower", 0.06), ("title", 0.04))
PUNCTUATION_NOISE = (("curly", 0.10), ("no stop", 0.08))
_CURLY = {"'": "’", "n't": "n’t", "'s": "’s", "'re": "’re", "'ve": "’ve", "'ll": "’ll", "'d": "’d", "'m": "’m"}


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories, in the order of the network's outputs."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...] = NAME_LABELS

    def sizes(self) -> dict[str, int]:
        """How many labels each head has."""
        return {name: len(getattr(self, name)) for name in ("upos", "feats", "lemmas", "deprels", "names")}


def inventory(sources: Sequence[Source]) -> Labels:
    """Count the labels of all trees; most frequent first, so that files differ little between runs."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("upos", "feats", "lemmas", "deprels")}
    for sentence in (item for source in sources for item in source.sentences if item.upos):
        counts["upos"].update(sentence.upos)
        counts["feats"].update(sentence.feats)
        counts["deprels"].update(sentence.deprels)
        counts["lemmas"].update(map(script_of, sentence.words, sentence.lemmas))
    kept = {
        name: tuple(
            label for label, seen in sorted(found.items(), key=lambda item: (-item[1], item[0])) if seen >= RARE
        )
        for name, found in counts.items()
    }
    return Labels(**kept)


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors; targets are -1 (masks 0) where there is nothing to learn. Column 0 of words is the root."""

    ids: Tensor
    cases: Tensor
    filled: Tensor
    firsts: Tensor
    shapes: Tensor
    suffixes: Tensor
    upos: Tensor
    feats: Tensor
    lemmas: Tensor
    heads: Tensor
    deprels: Tensor
    masks: Tensor
    weights: Tensor


class Batches:
    """An endless stream of batches from a mixture."""

    def __init__(self, sources: Sequence[Source], labels: Labels, divider: Divider, seed: int, pieces: int) -> None:
        """Prepare the mixture.

        Args:
            sources: the sets.
            labels: the label inventories.
            divider: words to pieces.
            seed: of the sampling and the noise.
            pieces: at most so many in a batch, padding with them.
        """
        self._sources, self._divider, self._pieces = sources, divider, pieces
        self._numbers = {
            name: {label: place for place, label in enumerate(getattr(labels, name))} for name in labels.sizes()
        }
        self._random = random.Random(seed)
        self._queues: list[list[Sentence]] = [[] for _ in sources]

    def __iter__(self) -> Iterator[Batch]:
        while True:
            pool = [noisy(self._draw(), self._random) for _ in range(POOL)]
            divided = self._divider.word_pieces([item.words for item in pool])
            read = [self._divider.assemble(item.words, pieces) for item, pieces in zip(pool, divided, strict=True)]
            order = sorted(range(POOL), key=lambda place: len(read[place].ids))
            groups = list(self._groups(order, read))
            self._random.shuffle(groups)
            for group in groups:
                yield self._batch([pool[place] for place in group], [read[place] for place in group])

    def _draw(self) -> Sentence:
        number = self._random.choices(range(len(self._sources)), [source.visits for source in self._sources])[0]
        if not self._queues[number]:
            self._queues[number] = list(self._sources[number].sentences)
            self._random.shuffle(self._queues[number])
        return self._queues[number].pop()

    def _groups(self, order: Sequence[int], read: Sequence[Pieces]) -> Iterator[list[int]]:
        group: list[int] = []
        for place in order:
            longest = len(read[place].ids)
            if group and longest * (len(group) + 1) > self._pieces:
                yield group
                group = []
            if longest <= self._pieces:
                group.append(place)
        if group:
            yield group

    def _batch(self, sentences: Sequence[Sentence], read: Sequence[Pieces]) -> Batch:
        rows = [self._targets(sentence) for sentence in sentences]
        return Batch(
            ids=_padded([self._hide(item.ids) for item in read], 0),
            cases=_padded([item.cases for item in read], 0),
            filled=_padded([np.ones(len(item.ids), dtype=np.int64) for item in read], 0),
            firsts=_padded([item.firsts for item in read], 0),
            shapes=_padded([item.shapes for item in read], 0),
            suffixes=_padded([item.suffixes for item in read], 0),
            **{
                name: _padded([row[name] for row in rows], -1)
                for name in ("upos", "feats", "lemmas", "heads", "deprels")
            },
            masks=_padded([[0, *(sentence.masks or [0] * len(sentence.words))] for sentence in sentences], 0),
            weights=torch.tensor([sentence.weight for sentence in sentences]),
        )

    def _hide(self, ids: Sequence[int]) -> list[int]:
        inner = range(1, len(ids) - 1)
        hidden = {place for place in inner if self._random.random() < MASKED}
        return [MASK if place in hidden else int(piece) for place, piece in enumerate(ids)]

    def _targets(self, sentence: Sentence) -> dict[str, list[int]]:
        nothing = [-1] * (len(sentence.words) + 1)
        if not sentence.upos:
            return dict.fromkeys(("upos", "feats", "lemmas", "heads", "deprels"), nothing)
        scripts = map(script_of, sentence.words, sentence.lemmas)
        return {
            "upos": [-1, *(self._numbers["upos"].get(label, -1) for label in sentence.upos)],
            "feats": [-1, *(self._numbers["feats"].get(label, -1) for label in sentence.feats)],
            "lemmas": [-1, *(self._numbers["lemmas"].get(label, -1) for label in scripts)],
            "heads": [-1, *sentence.heads],
            "deprels": [-1, *(self._numbers["deprels"].get(label, -1) for label in sentence.deprels)],
        }


def _padded(rows: Sequence[Sequence[int]], empty: int) -> Tensor:
    width = max(len(row) for row in rows)
    table = np.full((len(rows), width), empty, dtype=np.int64)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return torch.from_numpy(table)


def noisy(sentence: Sentence, dice: random.Random) -> Sentence:
    """Write a sentence as headlines, forums and scrapers would, now and then; the labels stay true."""
    found = dice.random()
    for kind, share in CASE_NOISE:
        if found < share:
            sentence = replace(sentence, words=[_WRITE[kind](word) for word in sentence.words])
            break
        found -= share
    if dice.random() < dict(PUNCTUATION_NOISE)["curly"]:
        sentence = replace(sentence, words=_curly(sentence.words))
    if dice.random() < dict(PUNCTUATION_NOISE)["no stop"]:
        sentence = _without_stop(sentence)
    return sentence


_WRITE = {"upper": str.upper, "lower": str.lower, "title": lambda word: word[:1].upper() + word[1:]}


def _curly(words: Sequence[str]) -> list[str]:
    written, opening = [], True
    for word in words:
        if word == '"':
            written.append("“" if opening else "”")
            opening = not opening
        else:
            written.append(_CURLY.get(word, word))
    return written


def _without_stop(sentence: Sentence) -> Sentence:
    last = len(sentence.words)
    if last < 3 or sentence.words[-1] not in (".", "!", "?") or last in sentence.heads:
        return sentence
    return replace(
        sentence,
        **{
            name: getattr(sentence, name)[:-1]
            for name in ("words", "upos", "feats", "lemmas", "heads", "deprels", "masks")
        },
    )
