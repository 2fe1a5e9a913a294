"""The leanings of names: what the fit learns, and what it leaves to the sentences."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from training import leanings
from twosource.annotate.names.makeup import NAMED, traits

EVEN = np.log(np.full(len(NAMED), 1 / 3))
PERSON, ORGANIZATION, PLACE = range(len(NAMED))


def example(offset: np.ndarray, trait: str, kind: int) -> leanings.Example:
    return offset, [float(trait == one) for one in leanings.TRAITS], kind


def said(kind: int) -> np.ndarray:
    return np.log(np.where(np.arange(len(NAMED)) == kind, 0.8, 0.1))


def test_a_trait_leans_to_the_type_that_it_comes_with_where_the_sentences_leave_it_open() -> None:
    open_calls = [example(EVEN, "given", PERSON)] * 50 + [example(EVEN, "ground", PLACE)] * 50
    clear = [example(said(kind), "", kind) for kind in range(3)] * 50
    weights = dict(zip(leanings.TRAITS, leanings.fitted(open_calls + clear), strict=True))
    assert weights["given"].argmax() == PERSON
    assert weights["ground"].argmax() == PLACE
    assert weights["sport"] == pytest.approx([0.0, 0.0, 0.0]), "never seen: it leans nowhere"


def test_what_the_sentences_know_is_not_learned_again() -> None:
    known = [example(said(kind), "given", kind) for kind in range(3)] * 50
    weights = dict(zip(leanings.TRAITS, leanings.fitted(known), strict=True))
    assert weights["given"] == pytest.approx([0.0, 0.0, 0.0], abs=1e-3)


def test_of_a_model_that_finds_no_names_nothing_is_learned() -> None:
    assert not leanings.fitted([]).any()


def test_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"a model")
    for name in leanings.SETS:
        (tmp_path / f"{name}.tar.gz").write_bytes(name.encode())
    monkeypatch.setattr("training.leanings.data.ARCHIVES", tmp_path)
    weights = np.arange(len(leanings.TRAITS) * len(NAMED), dtype=float).reshape(-1, len(NAMED))
    read = tomllib.loads(leanings.written(weights, tmp_path, 7))
    assert read["weights"]["capitals"] == {"person": 3.0, "organization": 4.0, "place": 5.0}
    assert len(read["sha256"]) == len(leanings.SETS) + 1


def test_every_trait_has_a_weight() -> None:
    names = ["TPA", "Aaron Tarn", "Tarnby Quay", "Velsted Energy", "Portugal"]
    found = {trait for name in names for trait in traits(name.split(), True, 0.02)}
    assert found == set(leanings.TRAITS)
