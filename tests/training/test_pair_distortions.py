"""Pairs made of news sentences: what a change claims to be is what it is, and every choice hangs on the sentence."""

from __future__ import annotations

import random

import pytest
from training.pair_data import LABELS, plain
from training.pair_distortions import make_pairs, written
from training.pair_rewordings import REWORDINGS
from training.pair_twists import TWISTS, News


def news(text: str, **tags: str) -> News:
    words = tuple(text.split())
    return News(words, tuple(f"B-{tags[word]}" if word in tags else "O" for word in words))


CORPUS = [
    news("Mayor Brandt said on Monday that 14 workers were hurt in Torvik .", Brandt="per", Monday="tim", Torvik="geo"),
    news("Police in Norvik will arrest several smugglers after the raid in March .", Norvik="geo", March="tim"),
    news("Exports to Torvik rose by five percent , which surprised traders there .", Torvik="geo"),
    news("In Norvik , the council said it has opened the bridge again .", Norvik="geo"),
    news("Halvard met Brandt in the harbour and was not arrested afterwards .", Halvard="per", Brandt="per"),
]


def test_the_same_pairs_each_time() -> None:
    assert list(make_pairs(CORPUS)) == list(make_pairs(CORPUS))


def test_pairs_carry_known_labels_and_differ() -> None:
    made = list(make_pairs(CORPUS))
    assert made
    assert all(pair.label in LABELS and pair.left != pair.right for pair in made)


@pytest.mark.parametrize("number", range(len(TWISTS)))
def test_a_twist_changes_words_and_keeps_tags_beside_them(number: int) -> None:
    twist, _ = TWISTS[number]
    names = {("geo", ""): [("Osberg",)], ("per", ""): [("Lindqvist",)]}
    for one in CORPUS:
        changed = twist(one, random.Random(1), names)
        if changed is not None:
            assert len(changed.news.words) == len(changed.news.tags)
            assert changed.news.words != one.words


@pytest.mark.parametrize("number", range(len(REWORDINGS)))
def test_a_rewording_never_conflicts(number: int) -> None:
    reword, _ = REWORDINGS[number]
    for one in CORPUS:
        changed = reword(one, random.Random(1), {})
        assert changed is None or changed.label in ("same", "supports")


PLAIN = [
    ("He did n't go .", "He didn't go.", "contractions are joined"),
    ("Lee -LRB- 40 -RRB- won", "Lee (40) won", "brackets are written"),
    ("It cost $ 5 , he said", "It cost $5, he said", "signs are closed up"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), PLAIN)
def test_plain(text: str, expected: str, reason: str) -> None:
    assert plain(text) == expected, reason


def test_written_closes_up() -> None:
    words = ["The", "mayor", "'s", "plan", ",", "he", "said", ",", "is", "n't", "ready", "."]
    assert written(words) == "The mayor's plan, he said, isn't ready."
