"""What a user would find copies with: MinHash, the cosine of TF-IDF, and passim's n-gram seeds with local alignment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from bench.accounts import Document
from bench.smith_waterman import smith_waterman

Pairs = set[tuple[str, str]]
NGRAM, LEAST_NGRAMS, CROWD, LEAST_SCORE = 5, 5, 100, 20
"""passim's defaults: n-grams of five words, in at most a hundred texts, five of them in common; fifty letters, which
are about ten words, aligned (two points a word)."""


def by_minhash(documents: Sequence[Document], threshold: float = 0.5) -> Pairs:
    """datasketch: MinHash LSH, 128 permutations, 5-word shingles."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=128)
    found: Pairs = set()
    for one in documents:
        words = one.text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)] or [b""])
        found.update((other, one.id) for other in index.query(sketch))
        index.insert(one.id, sketch)
    return found


def by_cosine(documents: Sequence[Document], threshold: float = 0.5) -> Pairs:
    """scikit-learn: cosine of TF-IDF."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform([one.text for one in documents])
    near = (vectors @ vectors.T).tocoo()
    return {
        (documents[row].id, documents[column].id)
        for row, column, value in zip(near.row, near.col, near.data, strict=True)
        if row < column and value >= threshold
    }


def by_passim(documents: Sequence[Document]) -> Pairs:
    """The method of passim (Smith, Cordell and Mullen, 2015): pairs with enough n-grams in common, locally aligned."""
    known: dict[str, int] = {}
    words = [np.array([known.setdefault(word, len(known)) for word in one.text.lower().split()]) for one in documents]
    holders: dict[tuple[int, ...], list[int]] = {}
    for place, text in enumerate(words):
        listed = text.tolist()
        for ngram in sorted({tuple(listed[at : at + NGRAM]) for at in range(len(listed) - NGRAM + 1)}):
            holders.setdefault(ngram, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= CROWD:
            shared.update(combinations(places, 2))
    return {
        (documents[one].id, documents[other].id)
        for (one, other), count in shared.items()
        if count >= LEAST_NGRAMS and smith_waterman(words[one], words[other]) >= LEAST_SCORE
    }
