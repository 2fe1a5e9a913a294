"""The pairs that the reader learns from, brought to one form: two texts and which of the three classes may be true.

The open sets are named in ``pair_sets.toml``; to them come pairs made of news sentences (``pair_distortions.py``).
The pages of vitaminc that ``bench/pair_sets.py`` keeps aside are kept aside here too.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bench.pair_sets import Pair, Use

from training.data import _root as unpacked
from training.data import columns
from training.pair_distortions import Made, make_pairs, written
from training.pair_twists import News

SETS_FILE = Path(__file__).with_name("pair_sets.toml")

Allowed = tuple[bool, bool, bool]
"""Whether the left may support the right, whether they may conflict, whether neither may be true."""

LABELS: dict[str, tuple[Allowed, bool]] = {
    "supports": ((True, False, False), False),
    "conflicts": ((False, True, False), True),
    "neither": ((False, False, True), False),
    "same": ((True, False, False), True),
    "apart": ((False, False, True), True),
    "not same": ((False, True, True), True),
    "not supported": ((False, True, True), False),
    "no conflict": ((True, False, True), False),
}
"""What each label allows, and whether it holds both ways."""


@dataclass(frozen=True, slots=True)
class TrainingPair:
    """Two texts and what is known of them."""

    left: str
    right: str
    allowed: Allowed
    both_ways: bool


@dataclass(frozen=True, slots=True)
class PairSource:
    """One set of the mixture with its pairs and its share of what training sees."""

    name: str
    licence: str
    visits: float
    pairs: tuple[TrainingPair, ...]


def load_pairs(folder: Path) -> tuple[list[PairSource], str]:
    """Read every set that ``pair_sets.toml`` names.

    Args:
        folder: holds ``<set>.tar.gz``, or ``<set>/`` where it was unpacked.

    Returns:
        The sets, and a SHA-256 over the table and all the files that were read.
    """
    table = tomllib.loads(SETS_FILE.read_text(encoding="utf-8"))
    names = {label: ours for ours, labels in table["labels"].items() for label in labels}
    digest = hashlib.sha256(SETS_FILE.read_bytes())
    sources = []
    with tempfile.TemporaryDirectory() as scratch:
        for entry in table["set"]:
            root = unpacked(folder, entry.get("archive", entry["name"]), Path(scratch))
            sources.append(_source(entry, _labelled(root, entry["files"], names, digest)))
        for entry in table["news"]:
            root = unpacked(folder, entry["name"], Path(scratch))
            sources.append(_source(entry, _made(make_pairs(_bio(root / entry["file"], digest)))))
        for entry in table["articles"]:
            root = unpacked(folder, entry["name"], Path(scratch))
            sources.append(_source(entry, _apart(root, entry["files"], digest)))
    return sources, digest.hexdigest()


def _source(entry: Mapping[str, Any], pairs: Iterable[TrainingPair]) -> PairSource:
    unique = {(pair.left, pair.right): pair for pair in pairs}
    return PairSource(entry["name"], entry["licence"], entry["visits"], tuple(unique.values()))


def _pair(left: str, right: str, label: str) -> TrainingPair:
    allowed, both_ways = LABELS[label]
    return TrainingPair(left, right, allowed, both_ways)


def _labelled(root: Path, files: Iterable[str], names: Mapping[str, str], digest: Any) -> Iterator[TrainingPair]:
    aside = _aside_cases(root)
    for file in files:
        content = (root / file).read_bytes()
        digest.update(content)
        for row in map(json.loads, content.decode("utf-8").splitlines()):
            label = names.get(row["label"])
            if label is not None and row.get("case") not in aside:
                yield _pair(plain(row["left"]), plain(row["right"]), label)


def _aside_cases(root: Path) -> frozenset[str]:
    """The cases of vitaminc whose pages are kept aside; revisions name the case alone."""
    file = root / "real.jsonl"
    if not file.exists():
        return frozenset()
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return frozenset(row["case"] for row in rows if Pair("vitaminc", "", "", "", row["page"]).use is not Use.TRAIN)


def _bio(file: Path, digest: Any) -> Iterator[News]:
    digest.update(file.read_bytes())
    for words, tags in columns(file):
        yield News(tuple(words), tuple(tags))


def _made(pairs: Iterable[Made]) -> Iterator[TrainingPair]:
    for made in pairs:
        yield _pair(made.left, made.right, made.label)


def _apart(root: Path, files: str, digest: Any) -> Iterator[TrainingPair]:
    """Sentences of one article, at most three apart: on one matter, about other things."""
    for file in sorted(root.glob(files)):
        digest.update(file.read_bytes())
        sentences: dict[str, list[str]] = {}
        for token in ElementTree.parse(file).iter("token"):
            sentences.setdefault(token.attrib["sentence"], []).append(token.text or "")
        texts = [written(words) for words in sentences.values() if 8 <= len(words) <= 50]
        for gap in (1, 2, 3):
            for left, right in zip(texts, texts[gap:], strict=False):
                yield _pair(left, right, "apart")


_MENDS = tuple(
    (re.compile(found), put)
    for found, put in (
        (r"-LRB- ?|-LSB- ?", "("),
        (r" ?-RRB-| ?-RSB-", ")"),
        (r"`` ?| ''", '"'),
        (r"�+", " "),
        (r" (n't\b|'s\b|'re\b|'ve\b|'ll\b|'d\b|'m\b)", r"\1"),
        (r" ([.,;:?!%)])", r"\1"),
        (r"([($]) ", r"\1"),
        (r"\s+", " "),
    )
)


def plain(text: str) -> str:
    """Undo the spacing and the brackets of treebanks, which news pages do not have.

    >>> plain("Ann Lee -LRB- born 1970 -RRB- did n't vote , she said .")
    "Ann Lee (born 1970) didn't vote, she said."
    """
    for found, put in _MENDS:
        text = found.sub(put, text)
    return text.strip()
