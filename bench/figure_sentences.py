"""The sentences that figures are labelled in, by set, document and place.

Labels hold no text, so that each set is cut into sentences here, the same way every time: by its own sentences where it
has them, else by lines and by a full stop before a capital. Sets of single tokens are put together again as print
would set them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bench.data import dataset

Key = tuple[str, str, int]
"""Set, document, and the number of the sentence (or of the line in gva-dev)."""
_ABBREVIATIONS = "".join(
    rf"(?<!\b{word}\.)" for word in ("Mr", "Ms", "Mrs", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Inc")
)
_END = re.compile(rf"(?<=[a-z0-9)][.!?]){_ABBREVIATIONS}[\"”’']?\s+(?=[A-Z\"“‘])|\n\s*\n")
_TIGHT_BEFORE = re.compile(r" ([.,;:!?)\]%…]|'s\b|’s\b|n't\b|n’t\b|'re\b|'ve\b|'ll\b|’re\b|’ve\b|’ll\b)")
_TIGHT_BEHIND = re.compile(r"([(\[$£€#]) ")
_NOT_JOINED = (
    "a an and as at but for from he her his if in is it its not of on or she some that the their there they this to "
    "was we what which who with you"
)
_HYPHEN = re.compile(rf"(?<=\w) - (?=(?!(?:{_NOT_JOINED.replace(' ', '|')})\b)\w)")
_QUOTED = re.compile(r"\" ([^\"]*) \"")


def texts() -> dict[Key, str]:
    """Every sentence of the labelled sets."""
    readers = (_paraphrases, _incidents, _triplets, _wikievents, _finance, _welle, _attributed, _timed)
    return {key: text for read in readers for key, text in read()}


def _paraphrases() -> Iterator[tuple[Key, str]]:
    pairs = next(dataset("mrpc-train").rglob("msr_paraphrase_train_without_dev.txt"))
    for line in pairs.read_text(encoding="utf-8-sig").split("\n"):
        cells = line.split("\t")
        if len(cells) == 5:
            yield ("mrpc-train", cells[1], 0), cells[3]


def _incidents() -> Iterator[tuple[Key, str]]:
    for record in _lines(next(dataset("gva-dev").rglob("articles.jsonl"))):
        yield from _numbered("gva-dev", record["doc_id"], record["text"].split("\n"))


def _triplets() -> Iterator[tuple[Key, str]]:
    for path in sorted((dataset("basil-dev") / "articles").rglob("*.json")):
        paragraphs = json.loads(path.read_text(encoding="utf-8"))["body-paragraphs"]
        yield from _numbered("basil-dev", path.stem, (each for paragraph in paragraphs for each in paragraph))


def _wikievents() -> Iterator[tuple[Key, str]]:
    for record in _lines(dataset("wikievents-dev") / "dev.jsonl"):
        yield from _numbered("wikievents-dev", record["doc_id"], (each[1] for each in record["sentences"]))


def _finance() -> Iterator[tuple[Key, str]]:
    for path in sorted(dataset("finer-dev").glob("*.bio")):
        yield from _numbered("finer-dev", path.stem, _tokenised(path))


def _welle() -> Iterator[tuple[Key, str]]:
    for path in sorted(dataset("dwie-dev").glob("*.bio")):
        yield from _numbered("dwie-dev", path.stem, _tokenised(path))


def _attributed() -> Iterator[tuple[Key, str]]:
    for path in sorted((dataset("polnear-dev") / "data").rglob("text/*.txt")):
        yield from _numbered("polnear-dev", path.stem, _cut(path.read_text(encoding="utf-8")))


def _timed() -> Iterator[tuple[Key, str]]:
    for path in sorted(dataset("tempeval3-tbaq").rglob("*.tml")):
        body = ElementTree.parse(path).getroot().find("TEXT")
        text = "".join(body.itertext()) if body is not None else ""
        yield from _numbered("tempeval3-tbaq", path.stem, (re.sub(r"\s+", " ", each).strip() for each in _cut(text)))


def _numbered(name: str, document: str, listed: Iterable[str]) -> Iterator[tuple[Key, str]]:
    for at, text in enumerate(listed):
        yield (name, document, at), text


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _cut(text: str) -> list[str]:
    return _END.split(text)


def _tokenised(path: Path) -> Iterator[str]:
    """The sentences of a file with a token a line."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        words = " ".join(line.split("\t")[0] for line in block.split("\n"))
        words = _TIGHT_BEHIND.sub(r"\1", _TIGHT_BEFORE.sub(r"\1", words))
        yield _QUOTED.sub(r'"\1"', _HYPHEN.sub("-", words))
