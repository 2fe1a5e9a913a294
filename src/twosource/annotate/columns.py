"""What the encoder read, as the columns that a spaCy ``Doc`` takes at once.

Filling a ``Doc`` word by word costs as much as reading it; an array costs next to nothing. Blank tokens, which the
encoder never saw, hang on the word before them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from twosource.annotate.encoder import Parsed

ATTRIBUTES: list[int | str] = ["POS", "MORPH", "LEMMA", "DEP", "HEAD"]

_UNSIGNED = 1 << 64
"""Hashes are unsigned, so a head to the left, which is counted from its word, is written as this less its distance."""


class Columns:
    """One row a token, in the order of ``ATTRIBUTES``."""

    def __init__(self, length: int, vocab: Vocab) -> None:
        self._vocab = vocab
        self._words: list[int] = []
        self._rows: list[tuple[int, int, int, int, int]] = []
        self._length = length

    def fill(self, words: list[int], parsed: Parsed) -> None:
        """Add a sentence.

        Args:
            words: Indexes of its words in the ``Doc``.
            parsed: What the encoder read in it.
        """
        add, feats = self._vocab.strings.add, self._vocab.morphology.add
        columns = zip(words, parsed.upos, parsed.feats, parsed.lemmas, parsed.deprels, parsed.heads, strict=True)
        for index, upos, feat, lemma, deprel, head in columns:
            self._rows.append((add(upos), feats(feat), add(lemma), add(deprel), (words[head] - index) % _UNSIGNED))
        self._words.extend(words)

    def array(self) -> NDArray[np.uint64]:
        """The whole, for ``Doc.from_array``."""
        whole = np.zeros((self._length, len(ATTRIBUTES)), dtype=np.uint64)
        whole[:, 0], whole[1:, 4] = self._vocab.strings.add("SPACE"), _UNSIGNED - 1
        if self._rows:
            whole[self._words] = np.array(self._rows, dtype=np.uint64)
        return whole
