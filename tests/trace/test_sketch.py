from __future__ import annotations

import numpy as np
from tests.trace.accounts import OTHER, REPORT, sentences

from twosource.text.words import codes
from twosource.trace.sketch import CROWD, KEEP_ALL_BELOW, candidates


def test_finds_excerpts_and_merges_not_strangers() -> None:
    texts = [REPORT, OTHER, " ".join(sentences(REPORT)[3:5]), " ".join(sentences(REPORT)[5:] + sentences(OTHER)[:4])]
    assert candidates([codes(text) for text in texts]).tolist() == [[0, 2], [0, 3], [1, 3]]


def test_finds_short_copies_with_every_third_word_changed_in_an_archive_that_is_sampled() -> None:
    chance = np.random.default_rng(5)
    texts = [chance.integers(1 << 40, size=200, dtype=np.uint64) for _ in range(KEEP_ALL_BELOW // 200)]
    edited = [
        np.where(chance.random(200) < 0.3, chance.integers(1 << 40, size=200, dtype=np.uint64), text)
        for text in texts[:200]
    ]
    found = set(map(tuple, candidates([*texts, *edited]).tolist()))
    assert sum((place, len(texts) + place) in found for place in range(200)) >= 196


def test_a_crowd_gives_pairs_in_proportion() -> None:
    crowd = [codes(f"{REPORT} number{number}") for number in range(5 * CROWD)]
    assert len(candidates(crowd)) <= 2 * len(crowd)


def test_nothing_to_compare() -> None:
    assert candidates([]).shape == (0, 2)
    assert candidates([np.zeros(0, np.uint64), codes("three words only")]).shape == (0, 2)
