"""Rough sentence vectors out of words alone, for readings that have no vectors.

Each word of a sentence, weighed by its rarity in news, is added at a place and with a sign that its code gives (feature
hashing: Weinberger and others, 2009), so that the cosine of two sentences is close to that of their words. They know no
synonyms, but who retells sentence by sentence keeps names, figures and odd words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.commonness import commonness
from twosource.text.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLACES = 512
"""Length of a vector: two sentences of 25 other words then have a cosine of 0 give or take 0.04."""


def rough_vectors(words: Words, sentences: Sequence[range]) -> NDArray[np.float32]:
    """One unit vector a sentence, shape (sentences, :data:`PLACES`); zero for a sentence without words."""
    rows = np.zeros((len(sentences), PLACES), np.float32)
    places = (words.codes % np.uint64(PLACES)).astype(np.int64)
    signs = np.where(words.codes >> np.uint64(63), 1.0, -1.0)
    for number, inside in enumerate(sentences):
        counts = Counter(words.folded[inside.start : inside.stop])
        first = {words.folded[index]: index for index in reversed(inside)}
        for word, count in counts.items():
            index = first[word]
            rows[number, places[index]] += signs[index] * (1 + np.log(count)) * -np.log(commonness(word))
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), np.float32)
