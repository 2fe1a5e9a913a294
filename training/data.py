"""Sentences of every set in one form: words, and whatever the set says of them.

A sentence without trees leaves heads at -1, one without names leaves its masks at 0; the losses skip both. All words
are cut at hyphens, as UD English cuts them, so that one tokenisation serves every head.
"""

from __future__ import annotations

import hashlib
import json
import re
import tarfile
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training import names

SETS_FILE = Path(__file__).with_name("sets.toml")
LONGEST = 100
"""Sentences of more words are left out of training: they are lists and tables, and they slow a batch."""

_COMPOUND = re.compile(r"\w+(?:-\w+)+")
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\w+(?:,\d{3})*(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\d+(?:[.,]\d+)*|\w+|\S"
)
_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z\"“])|\n+")
_QUOTES = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


@dataclass(slots=True)
class Sentence:
    """Words with their labels; lists are as long as the words, heads count from 1 and 0 is the root."""

    words: list[str]
    upos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[str] = field(default_factory=list)
    masks: list[int] = field(default_factory=list)
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """One set of the mixture with its sentences and its share of what training sees."""

    name: str
    licence: str
    visits: float
    sentences: tuple[Sentence, ...]


def load(folder: Path) -> tuple[list[Source], str]:
    """Read every set that ``sets.toml`` names.

    Args:
        folder: holds ``<set>.tar.gz``, or ``<set>/`` where it was unpacked.

    Returns:
        The sets, and a SHA-256 over all the files that were read.
    """
    table = tomllib.loads(SETS_FILE.read_text(encoding="utf-8"))["set"]
    digest = hashlib.sha256(SETS_FILE.read_bytes())
    archives = {entry["name"]: entry.get("archive", entry["name"]) for entry in table}
    with opened(folder, archives.values()) as roots_by_archive:
        roots = {name: roots_by_archive[archive] for name, archive in archives.items()}
        nations = _nations(roots["gmb"] / "train.bio", roots["ud-ewt"] / "en_ewt-ud-train.REBUILT.conllu")
        sources = [_source(entry, roots[entry["name"]], nations, digest) for entry in table]
    return sources, digest.hexdigest()


@contextmanager
def opened(folder: Path, archives: Iterable[str]) -> Iterator[dict[str, Path]]:
    """The folders of archives, unpacked as long as they are needed if they are not already."""
    with tempfile.TemporaryDirectory() as scratch:
        yield {name: _root(folder, name, Path(scratch)) for name in archives}


def _root(folder: Path, name: str, scratch: Path) -> Path:
    if not (folder / name).is_dir() and not (scratch / name).is_dir():
        with tarfile.open(folder / f"{name}.tar.gz") as archive:
            archive.extractall(scratch / name, filter="data")
    base = folder / name if (folder / name).is_dir() else scratch / name
    return next(child for child in sorted(base.iterdir()) if child.is_dir())


def _nations(silver: Path, trees: Path) -> frozenset[str]:
    tagged: list[tuple[str, str]] = []
    for words, tags in columns(silver):
        tagged += [(words[end - 1], kind) for _, end, kind in names.spans_of(tags) if kind in ("geo", "gpe")]
    for sentence in conllu(trees):
        pairs = zip(sentence.words, sentence.upos, strict=True)
        tagged += [(word, tag) for word, tag in pairs if tag == "ADJ" and word[:1].isupper() and word[1:].islower()]
    return names.demonyms(tagged)


def _source(entry: dict[str, Any], root: Path, nations: frozenset[str], digest: Any) -> Source:
    sentences: list[Sentence] = []
    for file in entry["files"]:
        for path in sorted((root / file).glob("*.json")) if entry["reader"] == "re3d" else [root / file]:
            digest.update(path.read_bytes())
        sentences += _READERS[entry["reader"]](root / file, entry, nations)
    unique = {" ".join(item.words): item for item in sentences if 0 < len(item.words) <= LONGEST}
    return Source(entry["name"], entry["licence"], entry["visits"], tuple(unique.values()))


def conllu(file: Path) -> Iterator[Sentence]:
    """Read the words (no ranges, no empty nodes) of a CoNLL-U file."""
    for block in _blocks(file):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if rows and all(row[6].isdigit() for row in rows):
            yield Sentence(
                words=[row[1] for row in rows],
                upos=[row[3] for row in rows],
                feats=[row[5] for row in rows],
                lemmas=[row[2] for row in rows],
                heads=[int(row[6]) for row in rows],
                deprels=[row[7] for row in rows],
            )


def columns(file: Path, column: int = -1) -> Iterator[tuple[list[str], list[str]]]:
    """Read words and one column of tags, the last if none is given; blank lines between sentences."""
    for block in _blocks(file):
        rows = [re.split(r"[ \t]+", line.strip()) for line in block if not line.startswith("-DOCSTART-")]
        rows = [row for row in rows if len(row) > 1]
        if rows:
            yield [_QUOTES.get(row[0], row[0]) for row in rows], [row[column] for row in rows]


def iob2(file: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Read Universal NER: number, word, tag, two more columns."""
    for block in _blocks(file):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        if rows:
            yield [row[1] for row in rows], [row[2] for row in rows]


def cut_hyphens(words: Sequence[str], tags: Sequence[str]) -> tuple[list[str], list[str], list[bool]]:
    """Cut compounds as UD English does.

    Returns:
        Words, tags, and for each word whether it came out of an untagged compound with a capital ("Kabul-based"),
        where the set cannot say which part is a name.
    """
    cut_words: list[str] = []
    cut_tags: list[str] = []
    unsure: list[bool] = []
    for word, tag in zip(words, tags, strict=True):
        parts = re.split("(-)", word) if _COMPOUND.fullmatch(word) else [word]
        cut_words += parts
        cut_tags += [tag, *[tag.replace("B-", "I-")] * (len(parts) - 1)]
        unsure += [len(parts) > 1 and tag == "O" and not word.islower()] * len(parts)
    return cut_words, cut_tags, unsure


def _named(words: Sequence[str], tags: Sequence[str], entry: dict[str, Any], nations: frozenset[str]) -> Sentence:
    cut_words, cut_tags, unsure = cut_hyphens(words, tags)
    allowed = names.masks(
        cut_words,
        names.spans_of(cut_tags),
        entry.get("types", {}),
        complete=entry.get("complete", False),
        unknown=entry.get("unknown", False),
        nations=nations,
    )
    allowed = [names.ANY if doubt else mask for mask, doubt in zip(allowed, unsure, strict=True)]
    return Sentence(words=cut_words, masks=allowed, weight=entry.get("weight", 1.0))


def _re3d(folder: Path, entry: dict[str, Any], nations: frozenset[str]) -> Iterator[Sentence]:
    entities: dict[str, list[dict[str, Any]]] = {}
    for row in json_lines(folder / "entities.json"):
        entities.setdefault(row["documentId"], []).append(row)
    for document in json_lines(folder / "documents.json"):
        found = sorted(entities.get(document["_id"], []), key=lambda row: row["begin"] - row["end"])
        for start, end in _sentence_spans(document["text"]):
            tokens = [(start + hit.start(), start + hit.end()) for hit in _TOKEN.finditer(document["text"][start:end])]
            if tokens:
                yield _re3d_sentence(document["text"], tokens, found, entry, nations)


def _re3d_sentence(
    text: str,
    tokens: Sequence[tuple[int, int]],
    found: Sequence[dict[str, Any]],
    entry: dict[str, Any],
    nations: frozenset[str],
) -> Sentence:
    # Longest first, so that a name inside a longer one does not break it.
    tags = ["O"] * len(tokens)
    for row in found:
        inside = [place for place, (start, end) in enumerate(tokens) if start >= row["begin"] and end <= row["end"]]
        if inside and row["type"] in entry["types"] and all(tags[place] == "O" for place in inside):
            for place in inside:
                tags[place] = ("B-" if place == inside[0] else "I-") + row["type"]
    return _named([text[start:end] for start, end in tokens], tags, entry, nations)


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _END.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def json_lines(file: Path) -> Iterator[dict[str, Any]]:
    """Read a file of JSON objects, one a line."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _blocks(file: Path) -> Iterator[list[str]]:
    block: list[str] = []
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


_READERS: dict[str, Any] = {
    "conllu": lambda file, entry, nations: list(conllu(file)),
    "columns": lambda file, entry, nations: [_named(*pair, entry, nations) for pair in columns(file)],
    "iob2": lambda file, entry, nations: [_named(*pair, entry, nations) for pair in iob2(file)],
    "re3d": lambda file, entry, nations: list(_re3d(file, entry, nations)),
}
