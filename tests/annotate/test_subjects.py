"""A word keeps one subject: which of two moves, where to, and that a tree stays a tree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.decoding.decode import best_tree
from twosource.annotate.decoding.subjects import DEAREST, one_subject

OTHER, SUBJECT, PASSIVE = range(3)


@pytest.mark.parametrize(
    ("second_best", "label", "expected", "why"),
    [
        (3.0 - DEAREST + 0.1, OTHER, [2, 3, 0], "a modifier before its noun, nearly as likely there"),
        (3.0 - DEAREST - 0.1, OTHER, [3, 3, 0], "too dear: both stay"),
        (2.9, SUBJECT, [2, 3, 0], "it may become the subject of a word that has none"),
    ],
)
def test_the_cheaper_one_moves(second_best: float, label: int, expected: list[int], why: str) -> None:
    arcs = np.full((4, 4), -9.0, dtype=np.float32)
    arcs[1, 2], arcs[1, 3], arcs[2, 3], arcs[3, 0] = second_best, 3.0, 3.0, 3.0
    labels = np.full((4, 4), OTHER)
    labels[1, 2], labels[1, 3], labels[2, 3] = label, SUBJECT, PASSIVE
    assert one_subject([3, 3, 0], arcs, labels, [SUBJECT, PASSIVE]) == expected, why


def test_not_to_a_word_that_has_a_subject() -> None:
    # Words 1 and 2 are subjects of 3, and 4 is the subject of 5, which hangs on 3.
    arcs = np.full((6, 6), -9.0, dtype=np.float32)
    for child, head in ((1, 3), (2, 3), (4, 5), (5, 3), (3, 0)):
        arcs[child, head] = 3.0
    arcs[1, 5] = 2.9
    assert one_subject([3, 3, 0, 5, 3], arcs, np.full((6, 6), SUBJECT), [SUBJECT]) == [3, 3, 0, 5, 3]


@pytest.mark.parametrize(
    ("heads", "expected", "why"),
    [
        ([4, 4, 4, 0], [2, 4, 4, 0], "Varn died, police said: who died, not who said"),
        ([5, 5, 2, 5, 0], [5, 5, 2, 5, 0], "the clause has a subject of its own"),
    ],
)
def test_the_first_of_two_around_a_clause_is_its_own(heads: list[int], expected: list[int], why: str) -> None:
    size, said = len(heads) + 1, 3
    labels = np.full((size, size), SUBJECT)
    labels[2, len(heads)] = said
    arcs = np.full((size, size), -9.0, dtype=np.float32)
    arcs[range(1, size), heads] = 3.0
    assert one_subject(heads, arcs, labels, [SUBJECT], [said]) == expected, why


def test_not_behind_a_verb_that_it_follows() -> None:
    # "Orlo (1) resigned (2), the council (3) said (4)": both fit "said"; the second would fit "resigned" sooner.
    arcs = np.full((5, 5), -9.0, dtype=np.float32)
    arcs[1, 4], arcs[1, 2], arcs[3, 4], arcs[3, 2], arcs[2, 4], arcs[4, 0] = 3.0, 2.5, 3.0, 2.8, 3.0, 3.0
    assert one_subject([4, 4, 4, 0], arcs, np.full((5, 5), SUBJECT), [SUBJECT]) == [2, 4, 4, 0]


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 9), st.integers(0, 10_000))
def test_a_tree_stays_a_tree(words: int, seed: int) -> None:
    dice = np.random.default_rng(seed)
    arcs = dice.normal(size=(words + 1, words + 1)).astype(np.float32)
    before = best_tree(arcs)
    after = one_subject(before, arcs, dice.integers(0, 2, size=arcs.shape), [SUBJECT])
    assert after.index(0) == before.index(0)
    for word in range(1, words + 1):
        path = [word]
        while after[path[-1] - 1]:
            path.append(after[path[-1] - 1])
            assert len(path) <= words, "a circle"
