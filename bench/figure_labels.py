"""Figures in news against our own labels: value F1, with the unit, and with the unit or the counted thing.

The labels (``bench/labels/figures.toml``) name sentences of the development sets and hold no text. Half of them, by a
checksum, served to mend rules; the other half is reported. A figure is right where it overlaps the label and its value
is the same: both ends for exact ones, a common part for approximate ones. The last score is the hardest: a measure has
its unit, and a plain count the noun that it counts. The implied one of "a man was shot", the zero of "nobody",
"several" and ranks are not scored, since the labels leave them out.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.figure_sentences import texts
from twosource.annotate import open_pipeline
from twosource.annotate.quantities import find_quantities
from twosource.model.reading import Reading
from twosource.text.tree import Tree

_LABELS = Path(__file__).resolve().parent / "labels" / "figures.toml"
_NUMBER = re.compile(r"\d|one\b|single\b", re.I)
_UNLABELLED = re.compile(
    r"(?:no|nobody|none|no-one)\b(?! (?:more|fewer|less))|one of\b"
    r"|(?:several|(?:a )?few)\b(?! (?:dozen|hundred|thousand|million|billion))",
    re.I,
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
    """A figure that is labelled or found; open ends are ``None``.

    Attributes:
        counted: The noun that a label's plain count counts, or the words that a found one does.
        elided: Whether what is counted stands elsewhere: persons and nothing are both right.
        optional: Whether it is neither asked for nor held against anybody.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    counted: str | None = None
    elided: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A labelled sentence."""

    text: str
    figures: tuple[Figure, ...]


def sentences(*, tuning: bool) -> Iterator[Sentence]:
    """The labelled sentences of a half whose text is still the one that was labelled."""
    known = texts()
    for entry in tomllib.loads(_LABELS.read_text(encoding="utf-8"))["sentence"]:
        key = (entry["set"], entry["document"], entry["place"])
        text = known.get(key, "")
        same = hashlib.sha256(text.encode()).hexdigest().startswith(entry["check"])
        if same and (zlib.crc32("/".join(map(str, key)).encode()) % 2 == 0) is tuning:
            yield Sentence(text, tuple(_figure(text, each) for each in entry["figures"]))


def _figure(text: str, entry: dict[str, Any]) -> Figure:
    counted = text[slice(*entry["counted"])] if "counted" in entry else None
    flags = [entry.get(name, False) for name in ("elided", "optional")]
    ends = entry.get("min"), entry.get("max"), entry.get("approximate", False)
    return Figure(entry["start"], entry["end"], *ends, entry.get("unit"), counted, *flags)


def _ours(reading: Reading) -> list[Figure]:
    found = []
    for mention in find_quantities(Tree(reading)):
        quantity, span = mention.quantity, mention.span
        ends = quantity.minimum, quantity.maximum
        implied = ends == (1, 1) and not _NUMBER.search(quantity.text.split("-old")[-1])
        if quantity.unit != "ordinal" and not implied and not _UNLABELLED.match(quantity.text):
            found.append(Figure(span.start, span.end, *ends, quantity.approximate, quantity.unit, quantity.counted))
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
    """F1 of value, with unit, and with unit or counted thing, in percent, on one half of the labels."""
    chosen = list(sentences(tuning=tuning))
    labelled = given = valued = united = counted = 0
    for reading, sentence in zip(open_pipeline().read(each.text for each in chosen), chosen, strict=True):
        free = _without_optional(find(reading), sentence.figures)
        wanted = [each for each in sentence.figures if not each.optional]
        labelled, given = labelled + len(wanted), given + len(free)
        for label in wanted:
            hits = [each for each in free if _overlap(label, each)]
            hit = next((each for each in hits if _same_value(label, each, loose=loose)), None)
            if hit:
                free.remove(hit)
                valued += 1
                united += _same_unit(label, hit, loose=loose)
                counted += _same_unit(label, hit, loose=loose) and _same_thing(label, hit)
    total = max(1, labelled + given)
    names = ("value F1", "value with unit F1", "value with unit or counted thing F1")
    return {name: round(200 * right / total, 1) for name, right in zip(names, (valued, united, counted), strict=True)}


def _without_optional(found: list[Figure], labels: tuple[Figure, ...]) -> list[Figure]:
    """The figures found, less those that stand where a label leaves it open."""
    open_ones = [each for each in labels if each.optional]
    return [each for each in found if not any(_overlap(label, each) for label in open_ones)]


def _overlap(label: Figure, found: Figure) -> bool:
    return found.start < label.end and label.start < found.end


def _same_unit(label: Figure, found: Figure, *, loose: bool) -> bool:
    if loose and {label.unit, found.unit} <= {None, "person", "score"}:
        return True
    return label.unit == found.unit or (label.elided and {label.unit, found.unit} <= {None, "person"})


def _same_thing(label: Figure, found: Figure) -> bool:
    """Whether the counted noun is among the words that a figure is said to count; a measure needs none."""
    if label.unit not in {None, "person"} or label.elided:
        return True
    words = (found.counted or "").lower().split()
    return label.counted.lower() in words if label.counted else not words


def in_news(*, tuning: bool) -> dict[str, Any]:
    """The table for ours and quantulum3, with the number of sentences and figures."""
    chosen = list(sentences(tuning=tuning))
    return {
        "twosource": score(_ours, tuning=tuning),
        "quantulum3, bounds not asked for": score(_quantulum, tuning=tuning, loose=True),
        "sentences": len(chosen),
        "figures": sum(not figure.optional for each in chosen for figure in each.figures),
    }
