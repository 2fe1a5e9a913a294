"""Figures in news against our own labels: value F1, and value with unit.

The labels (``bench/labels/figures.toml``) name sentences of the development sets and hold no text. Half of them, by a
checksum, served to mend rules; the other half is reported. A figure is right where it overlaps the label and its value
is the same: both ends for exact ones, a common part for approximate ones. The implied one of "a man was shot", the
zero of "nobody", "several" and ranks are not scored, since the labels leave them out.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.data import dataset
from twosource.annotate import open_pipeline
from twosource.annotate.quantities import find_quantities
from twosource.model.reading import Reading
from twosource.text.tree import Tree

_LABELS = Path(__file__).resolve().parent / "labels" / "figures.toml"
_ARTICLE = re.compile(r"an?\b", re.I)
_UNLABELLED = re.compile(
    r"(?:no|nobody|none|no-one|several|(?:a )?few|one of)\b(?! (?:dozen|hundred|thousand|million|billion))", re.I
)
_QUANTULUM_UNITS = {
    "percentage": "percent",
    "dollar": "USD",
    "pound sterling": "GBP",
    "euro": "EUR",
    "cent": "USD",
    "foot": "foot",
    "inch": "inch",
    "acre": "acre",
    "pound-mass": "pound",
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that is labelled or found; open ends are ``None``."""

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence."""

    text: str
    figures: tuple[Figure, ...]


def sentences(*, tuning: bool) -> Iterator[Sentence]:
    """The labelled sentences of a half whose text is still the one that was labelled."""
    texts = _texts()
    for entry in tomllib.loads(_LABELS.read_text(encoding="utf-8"))["sentence"]:
        key = (entry["set"], entry["document"], entry["place"])
        text = texts.get(key, "")
        same = hashlib.sha256(text.encode()).hexdigest().startswith(entry["check"])
        if same and (zlib.crc32("/".join(map(str, key)).encode()) % 2 == 0) is tuning:
            yield Sentence(text, tuple(map(_figure, entry["figures"])))


def _figure(entry: dict[str, Any]) -> Figure:
    ends = entry.get("min"), entry.get("max")
    return Figure(entry["start"], entry["end"], *ends, entry.get("approximate", False), entry.get("unit"))


def _texts() -> dict[tuple[str, str, int], str]:
    """Every sentence of the labelled sets, by set, document and place."""
    found = {}
    pairs = next(dataset("mrpc-train").rglob("msr_paraphrase_train_without_dev.txt"))
    for line in pairs.read_text(encoding="utf-8-sig").split("\n"):
        cells = line.split("\t")
        if len(cells) == 5:
            found["mrpc-train", cells[1], 0] = cells[3]
    for record in _lines(next(dataset("gva-dev").rglob("articles.jsonl"))):
        found |= {("gva-dev", record["doc_id"], at): text for at, text in enumerate(record["text"].split("\n"))}
    for path in sorted((dataset("basil-dev") / "articles").rglob("*.json")):
        paragraphs = json.loads(path.read_text(encoding="utf-8"))["body-paragraphs"]
        listed = [sentence for paragraph in paragraphs for sentence in paragraph]
        found |= {("basil-dev", path.stem, at): text for at, text in enumerate(listed)}
    for record in _lines(dataset("wikievents-dev") / "dev.jsonl"):
        found |= {("wikievents-dev", record["doc_id"], at): each[1] for at, each in enumerate(record["sentences"])}
    return found


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _ours(reading: Reading) -> list[Figure]:
    found = []
    for mention in find_quantities(Tree(reading)):
        quantity, span = mention.quantity, mention.span
        ends = quantity.minimum, quantity.maximum
        implied = ends == (1, 1) and _ARTICLE.match(quantity.text)
        if quantity.unit != "ordinal" and not implied and not _UNLABELLED.match(quantity.text):
            found.append(Figure(span.start, span.end, *ends, quantity.approximate, quantity.unit))
    return found


def _quantulum(reading: Reading) -> list[Figure]:
    """What quantulum3 finds; it has no persons, so a bare number passes for them."""
    from quantulum3 import parser

    try:
        parsed = parser.parse(reading.text)
    except Exception:  # it raises on some inputs; a crash is a miss
        return []
    found = []
    for each in parsed:
        unit = _QUANTULUM_UNITS.get(each.unit.name)
        value = each.value / 100 if each.unit.name == "cent" else each.value
        slack = (each.uncertainty or 0) + 0.0
        found.append(Figure(each.span[0], each.span[1], value - slack, value + slack, slack > 0, unit))
    return found


def _same_value(label: Figure, found: Figure, *, loose: bool) -> bool:
    """Whether the values agree; ``loose``: a bound or a width is not asked for, as quantulum3 has none."""
    if label.approximate or loose:
        low, high = (
            (label.low if label.low is not None else label.high),
            label.high if label.high is not None else label.low,
        )
        other_low = found.low if found.low is not None else found.high
        other_high = found.high if found.high is not None else found.low
        if low is None or high is None or other_low is None or other_high is None:
            return False
        return other_low <= high * 1.000001 and low <= other_high * 1.000001
    return _near(label.low, found.low) and _near(label.high, found.high) and not found.approximate


def _near(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-6 * max(1.0, abs(left))


def score(find: Callable[[Reading], list[Figure]], *, tuning: bool, loose: bool = False) -> dict[str, float]:
    """Value F1 and value-with-unit F1 in percent on one half of the labels."""
    chosen = list(sentences(tuning=tuning))
    labelled = given = valued = united = 0
    for reading, sentence in zip(open_pipeline().read(each.text for each in chosen), chosen, strict=True):
        free = find(reading)
        labelled, given = labelled + len(sentence.figures), given + len(free)
        for label in sentence.figures:
            hits = [each for each in free if each.start < label.end and label.start < each.end]
            hit = next((each for each in hits if _same_value(label, each, loose=loose)), None)
            if hit:
                free.remove(hit)
                valued += 1
                united += label.unit == hit.unit or (loose and {label.unit, hit.unit} <= {None, "person", "score"})
    total = max(1, labelled + given)
    return {"value F1": round(200 * valued / total, 1), "value with unit F1": round(200 * united / total, 1)}


def in_news(*, tuning: bool) -> dict[str, Any]:
    """The table for ours and quantulum3, with the number of sentences and figures."""
    chosen = list(sentences(tuning=tuning))
    return {
        "twosource": score(_ours, tuning=tuning),
        "quantulum3, bounds not asked for": score(_quantulum, tuning=tuning, loose=True),
        "sentences": len(chosen),
        "figures": sum(len(each.figures) for each in chosen),
    }
