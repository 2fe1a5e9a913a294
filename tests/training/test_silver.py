"""Silver names: what is sure in a text is labelled, what people said stands, what nobody said stays open."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from training.data import Sentence, Source
from training.names import ANY, NAME_LABELS, OTHER, OUTSIDE
from training.silver import documents, joined, sure_masks

from twosource.annotate.encoder import Parsed


def label(name: str) -> int:
    return 1 << NAME_LABELS.index(name)


def reading(labels: str, chances: list[float], names: tuple[tuple[int, int, str], ...]) -> Parsed:
    """A reading in which each word has its label with the given chance, and shares the rest among the others."""
    scores = np.zeros((len(chances), len(NAME_LABELS)), dtype=np.float32)
    for place, (name, chance) in enumerate(zip(labels.split(), chances, strict=True)):
        scores[place] = (1 - chance) / (len(NAME_LABELS) - 1)
        scores[place, NAME_LABELS.index(name)] = chance
    nothing = ("",) * len(chances)
    return Parsed(
        nothing, nothing, nothing, (0,) * len(chances), nothing, names, np.zeros(384, dtype=np.float32), np.log(scores)
    )


def test_another_sentence_makes_a_name_sure() -> None:
    words = [["Orlund", "sank", "."], ["Near", "Orlund", ",", "Mara", "waited", "."]]
    first = reading("B-person O O", [0.5, 0.99, 0.99], ((0, 1, "place"),))
    second = reading("O B-place O B-person O O", [0.99, 0.9, 0.99, 0.4, 0.8, 0.99], ((1, 2, "place"), (3, 4, "person")))
    masks = list(sure_masks(words, [first, second], [first, second]))
    assert masks[0] == [label("B-place"), OUTSIDE, OUTSIDE]
    assert masks[1] == [OUTSIDE, label("B-place"), OUTSIDE, ANY, ANY, OUTSIDE]


@pytest.mark.parametrize(
    ("manner", "own", "silver", "left"),
    [
        pytest.param("fill", ANY, label("B-place"), label("B-place"), id="what the set leaves open is filled"),
        pytest.param("fill", OUTSIDE | OTHER, label("B-other"), label("B-other"), id="so is what it leaves half open"),
        pytest.param("fill", label("B-person"), label("B-place"), label("B-person"), id="what people said stands"),
        pytest.param("doubt", 0b10, 0b100, 0b110, id="two that are doubtful: either"),
        pytest.param("doubt", label("B-person"), ANY, label("B-person"), id="nothing speaks against"),
    ],
)
def test_joined(tmp_path: Path, manner: str, own: int, silver: int, left: int) -> None:
    file = tmp_path / "silver.jsonl"
    file.write_text(json.dumps({"set": "x", "words": ["Orlund"], "masks": [silver]}) + "\n", encoding="utf-8")
    source = Source("x", "none", 1.0, (Sentence(["Orlund"], masks=[own]),), manner)
    assert joined([source], file)[0].sentences[0].masks == [left]


def test_what_nobody_labelled_is_dropped(tmp_path: Path) -> None:
    bare = Source("bare", "none", 1.0, (Sentence(["Orlund"]),), "fill")
    treed = Source("treed", "none", 1.0, (Sentence(["Orlund"], upos=["PROPN"]),), "fill")
    assert [source.name for source in joined([bare, treed], tmp_path / "none.jsonl")] == ["treed"]


def test_documents_stay_together() -> None:
    sentences = (
        Sentence(["a"], document="one"), Sentence(["b"]), Sentence(["c"], document="one"), Sentence(["d"]),
    )  # fmt: skip
    texts = [
        [sentence.words[0] for sentence in text] for text in documents(Source("x", "none", 1.0, sentences, "fill"))
    ]
    assert texts == [["a", "c"], ["b"], ["d"]]
    assert not list(documents(Source("x", "none", 1.0, sentences, "fill", silver_share=0.0)))
