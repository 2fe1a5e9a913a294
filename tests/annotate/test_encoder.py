"""The bundled encoder: what it reads in plain sentences, that company does not matter, and that nothing breaks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from twosource.annotate.encoder import Encoder, Parsed
from twosource.errors import PipelineError

PLAIN_TEXT = (
    "Mara Velsted told reporters in Tarnby on Monday that the Ministry of Fisheries had cancelled three sailings ."
)
PLAIN = PLAIN_TEXT.split()


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load(threads=1)


@pytest.fixture(scope="module")
def plain(encoder: Encoder) -> Parsed:
    return encoder.read([PLAIN])[0]


def test_tree(plain: Parsed) -> None:
    told = PLAIN.index("told")
    assert plain.heads[told] == told
    assert plain.deprels[told] == "root"
    assert (plain.heads[0], plain.deprels[0]) == (told, "nsubj")
    cancelled = PLAIN.index("cancelled")
    assert (plain.heads[cancelled], plain.deprels[cancelled]) == (told, "ccomp")
    assert plain.deprels.count("root") == 1


def test_words(plain: Parsed) -> None:
    assert plain.lemmas[PLAIN.index("told")] == "tell"
    assert plain.lemmas[PLAIN.index("sailings")] == "sailing"
    assert plain.upos[PLAIN.index("three")] == "NUM"
    assert "Tense=Past" in plain.feats[PLAIN.index("told")].split("|")
    assert plain.feats[-1] == ""


def test_names(plain: Parsed) -> None:
    assert (0, 2, "person") in plain.names
    assert (5, 6, "place") in plain.names
    assert (10, 13, "organization") in plain.names


def test_vectors_are_near_for_like_sentences(encoder: Encoder) -> None:
    read = encoder.read(
        [
            ["The", "ferry", "to", "the", "island", "was", "cancelled", "because", "of", "the", "storm", "."],
            ["Sailings", "to", "the", "island", "were", "called", "off", "as", "the", "storm", "came", "in", "."],
            ["The", "central", "bank", "raised", "its", "interest", "rate", "again", "."],
        ]
    )
    first, second, other = (parsed.vector for parsed in read)
    assert np.linalg.norm(first) == pytest.approx(1.0, abs=1e-5)
    assert first.dtype == np.float32
    assert float(first @ second) > float(first @ other) + 0.2


def same(left: Parsed, right: Parsed) -> bool:
    fields = ("upos", "feats", "lemmas", "heads", "deprels", "names")
    return all(getattr(left, name) == getattr(right, name) for name in fields) and bool(
        (left.vector == right.vector).all()
    )


def test_company_does_not_matter(encoder: Encoder, plain: Parsed) -> None:
    others = [["A", "short", "one", "."], PLAIN, ["AND", "A", "LOUD", "ONE", "!"] * 9]
    pair = Encoder.load(threads=2)
    for reader in (encoder, pair):
        assert same(reader.read(others)[1], plain)
        assert same(reader.read(list(reversed(others)))[1], plain)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "no words"),
        (("",), "an empty word"),
        ((" ", "\u200b", "\x00", "\x07"), "blanks and control characters leave no piece"),
        (("🚢", "👩‍👩‍👧‍👦", "e\u0301\u0301\u0301"), "emoji and combining marks"),
        (("ميناء", "נמל", "港口", "порт"), "other scripts"),
        (("a" * 50_000,), "a word without end"),
        (("-" * 50_000,), "a line drawn in hyphens"),
        (("\ud800",), "half a surrogate pair"),
        (("[CLS]", "[SEP]", "[MASK]"), "the vocabulary's own marks"),
    ],
)
def test_nothing_breaks_it(encoder: Encoder, words: tuple[str, ...], why: str) -> None:
    parsed = encoder.read([words])[0]
    for name in ("upos", "feats", "lemmas", "heads", "deprels"):
        assert len(getattr(parsed, name)) == len(words), why
    assert np.isfinite(parsed.vector).all(), why


def test_a_long_sentence_is_one_tree(encoder: Encoder) -> None:
    words = [*["Then", "the", "ferry", "left", "and", "the", "harbour", "closed", ","]] * 120
    parsed = encoder.read([words])[0]
    assert len(parsed.heads) == len(words)
    assert parsed.deprels.count("root") == 1
    assert all(climbs(parsed.heads, place) for place in range(len(words)))
    assert all(0 <= start < end <= len(words) for start, end, _ in parsed.names)


def climbs(heads: tuple[int, ...], place: int) -> bool:
    for _ in heads:
        if heads[place] == place:
            return True
        place = heads[place]
    return False


def test_time_grows_with_length_only(encoder: Encoder, steps: Callable[[Callable[[], object]], int]) -> None:
    short, long = (["harbour", "wall"] * 10 * times for times in (10, 80))
    assert steps(lambda: encoder.read([long])) < 16 * steps(lambda: encoder.read([short]))


def test_no_model(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="no English model in"):
        Encoder.load(tmp_path)
