"""Labelled articles as accounts: what the benches of grouping and lineage read.

Each set becomes documents with the label that its makers gave (the event, the incident). Readings come from the bundled
pipeline; a folder of the user's keeps them between runs, for reading costs more than all that is measured on it.
"""

from __future__ import annotations

import json
import pickle
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from bench.data import dataset
from twosource.model.article import Article, Credit
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, Reading

_SPACED = re.compile(r" ([.,!?;:'’”)])")


@dataclass(frozen=True, slots=True)
class Document:
    """One article with its label.

    Attributes:
        event: What it is an account of, as labelled; documents of one event share it.
    """

    id: str
    text: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    event: str
    credits: tuple[Credit, ...] = ()

    def like(self, name: str, text: str) -> Document:
        """A document with another id and text, of no known outlet."""
        return replace(self, id=name, text=text, outlet=None, url=None, credits=())

    @property
    def article(self) -> Article:
        """The article."""
        published = Moment(self.published) if self.published else None
        return Article(
            self.id,
            self.text,
            url=self.url,
            outlet=self.outlet,
            title=self.title,
            published=published,
            credits=self.credits,
            language="en",
        )


def ecbplus() -> list[Document]:
    """Look-alike events: each topic holds two; the event is the topic with its half. The first sentence is the
    title.
    """
    found = []
    for path in sorted((dataset("ecbplus-dev") / "ECB+").glob("*/*.xml")):
        half = "plus" if path.stem.endswith("plus") else "ecb"
        sentences: dict[int, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            sentences.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
        lines = [_SPACED.sub(r"\1", " ".join(sentences[number])) for number in sorted(sentences)][half == "plus" :]
        if lines:
            event = f"{path.parent.name}{half}"
            found.append(Document(path.stem, " ".join(lines[1:]), lines[0], None, None, None, event))
    return found


def incidents() -> list[Document]:
    """Local news on shootings; the event is the incident. Short texts and error pages are left as they are."""
    found = []
    with (dataset("gva-dev") / "split" / "dev" / "articles.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = re.sub(r"\n\s*\n+", "\n\n", row["text"])
            found.append(
                Document(
                    row["doc_id"],
                    text,
                    row["title"],
                    row["date"] or None,
                    row.get("outlet"),
                    row["url"],
                    row["incident"],
                )
            )
    return found


def triplets() -> list[Document]:
    """Events as three outlets told them, each on its own."""
    found = []
    for path in sorted((dataset("basil-dev") / "articles").glob("*/*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(paragraph) for paragraph in row["body-paragraphs"])
        found.append(
            Document(path.stem, text, row["title"], row["date"], row["source"], row["url"], row["triplet-uuid"])
        )
    return found


def half(key: str) -> int:
    """0 (tuning) or 1 (reporting), drawn from the key alone."""
    return blake2b(key.encode(), digest_size=1).digest()[0] % 2


def read(documents: Sequence[Document]) -> list[Annotated]:
    """The documents as the bundled pipeline reads them: sentences, names and vectors, without the rules above."""
    kept = _kept()
    missing = [document for document in documents if _key(document) not in kept]
    if missing:
        from twosource.annotate import open_pipeline

        readings = open_pipeline().read(text for one in missing for text in (one.text, one.title or ""))
        for document in missing:
            body, title = next(readings), next(readings)
            kept[_key(document)] = (_light(body), _light(title) if document.title else None)
        _keep(kept)
    return [Annotated(document.article, *kept[_key(document)]) for document in documents]


def _light(reading: Reading) -> Reading:
    """A reading without its tokens, which neither grouping nor lineage asks for."""
    return replace(reading, tokens=())


def _key(document: Document) -> str:
    return blake2b(f"{document.title}\n{document.text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _store() -> Path:
    """A file for the readings of the pipeline as it is now: a new model or shape of readings begins a new file."""
    from twosource import resources

    model = resources.folder("en") / "model" / "model.json"
    shape = " ".join(one.name for one in fields(Reading)).encode()
    mark = blake2b(shape + (model.read_bytes() if model.is_file() else b""), digest_size=6).hexdigest()
    return Path(tempfile.gettempdir()) / "twosource-bench" / f"readings-{mark}.pickle"


def _kept() -> dict[str, Any]:
    path = _store()
    return pickle.loads(path.read_bytes()) if path.is_file() else {}


def _keep(readings: dict[str, Any]) -> None:
    path = _store()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(readings))
