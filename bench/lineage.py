"""Who copied whom: made families of copies among real articles, and independent accounts that must stay apart.

Figures come from the reporting half of the events; bounds were chosen on the tuning half (``--tuning`` shows it).
``--separation`` prints how the features of copies and of independent accounts lie on either side of each bound, which
is what to look at after a new model.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import numpy as np

from bench.accounts import Document, ecbplus, half, incidents, read, triplets
from bench.data import report
from bench.families import KINDS, Derived, families
from bench.reuse_baselines import Pairs, by_cosine, by_minhash, by_passim
from twosource.model.article import Credit, CreditKind
from twosource.model.lineage import Lineage
from twosource.model.reading import Annotated
from twosource.trace import Publishers, trace
from twosource.trace.account import prepare
from twosource.trace.rewrite import retelling

SEED = 1
BASELINES = {
    "datasketch MinHash LSH 0.5": by_minhash,
    "TF-IDF cosine 0.5": by_cosine,
    "passim's method": by_passim,
}
WORDS = (150, 600)


@dataclass(frozen=True, slots=True)
class Sample:
    """The archive: bases, what was made of them, and accounts of the bases' events that others wrote."""

    bases: list[Document]
    derived: list[Derived]
    others: list[Document]

    @property
    def documents(self) -> list[Document]:
        """All of them."""
        return [*self.bases, *(one.document for one in self.derived), *self.others]


def sample(part: int, size: int) -> Sample:
    """The tuning (0) or the reporting (1) half, ``size`` bases from each set at most."""
    told = [one for one in triplets() if half(one.event) == part]
    bases = (
        _first(told, size)
        + _first(_right_length(incidents(), part), size)
        + _first(_right_length(ecbplus(), part), size)
    )
    bases = [_placed(base, place) for place, base in enumerate(bases)]
    chosen = {base.id for base in bases}
    made = [_dated(one, {base.id: base for base in bases}) for one in families(bases, SEED)]
    return Sample(bases, made, [one for one in told if one.id not in chosen])


def _first(documents: Sequence[Document], size: int) -> list[Document]:
    """The first document of each event."""
    events: dict[str, Document] = {}
    for document in documents:
        events.setdefault(document.event, document)
    return list(events.values())[:size]


def _right_length(documents: Sequence[Document], part: int) -> list[Document]:
    return [
        one
        for one in documents
        if half(one.event) == part and WORDS[0] <= len(one.text.split()) <= WORDS[1] and one.text.count(".") >= 8
    ]


def _placed(base: Document, place: int) -> Document:
    """A base with an outlet of its own; every third without a date."""
    day = None if place % 4 == 2 else str(date(2020, 1, 1) + timedelta(days=place))
    return replace(base, outlet=f"Paper {place}", published=day, url=None)


def _dated(one: Derived, bases: dict[str, Document]) -> Derived:
    """Two families in four with true dates, one without dates, one with forged early dates and a byline that tells."""
    base = bases[one.parents[0]]
    way = list(bases).index(base.id) % 4
    document = replace(one.document, outlet=f"Reprint {one.document.id}", published=None)
    if way in (0, 1):
        document = replace(document, published=_shifted(base, 1 + way))
    elif way == 3:
        byline = (Credit(base.outlet or "", CreditKind.BYLINE, f"Text: {base.outlet}"),)
        document = replace(document, published=_shifted(base, -2), credits=byline)
    return replace(one, document=document)


def _shifted(base: Document, days: int) -> str:
    return str(date.fromisoformat(base.published or "2020-01-01") + timedelta(days=days))


def score(made: Sample, pairs: set[tuple[str, str]]) -> dict[str, Any]:
    """Precision and recall of pairs that were called copies, by how the copy was made.

    A pair is right if both go back to one base; a copy is found if it is paired with any of its family.
    """
    roots = {base.id: frozenset([base.id]) for base in made.bases}
    roots |= {one.document.id: frozenset(one.parents) for one in made.derived}
    roots |= {one.id: frozenset([one.id]) for one in made.others}
    right = sum(1 for one, other in pairs if roots[one] & roots[other])
    paired = defaultdict(set)
    for one, other in pairs:
        paired[one].add(other)
        paired[other].add(one)
    found: dict[str, list[bool]] = defaultdict(list)
    for one in made.derived:
        for parent in one.parents:
            found[one.made].append(any(parent in roots[other] for other in paired[one.document.id]))
    recall = {made_as: float(np.mean(hits)) for made_as, hits in found.items()}
    precision = right / len(pairs) if pairs else 0.0
    return {"precision": precision, "recall": recall, "pairs": len(pairs)}


def baseline(made: Sample, method: Callable[[Sequence[Document]], Pairs]) -> dict[str, Any]:
    """Another method's figures on the same archive."""
    begun = time.process_time()
    found = method(made.documents)
    seconds = time.process_time() - begun
    return score(made, found) | {"CPU-seconds": round(seconds, 1)}


def edges(made: Sample, lineage: Lineage) -> dict[str, Any]:
    """Kind and direction of the edges between a made text and its parents."""
    how = {one.document.id: one for one in made.derived}
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    courses: dict[str, Counter[str]] = defaultdict(Counter)
    for copy in lineage.copies:
        for child, parent in ((copy.copy, copy.source), (copy.source, copy.copy)):
            if child in how and parent in how[child].parents:
                kinds[how[child].made][copy.kind.value] += 1
                verdict = "unknown" if copy.direction.value == "unknown" else "right" if child == copy.copy else "wrong"
                courses[how[child].made][verdict] += 1
    right = sum(one["right"] for one in courses.values())
    decided = right + sum(one["wrong"] for one in courses.values())
    as_made = sum(count[KINDS[name]] for name, count in kinds.items())
    return {
        "kind right": as_made / max(1, sum(sum(one.values()) for one in kinds.values())),
        "kinds": {name: dict(sorted(one.items())) for name, one in kinds.items()},
        "direction right of decided": right / max(1, decided),
        "direction decided": decided / max(1, sum(sum(one.values()) for one in courses.values())),
        "directions": {name: dict(sorted(one.items())) for name, one in courses.items()},
    }


def independents(part: int | None) -> dict[str, Any]:
    """Events that three outlets told each on its own: pairs called copies, and pairs left open."""
    documents = [one for one in triplets() if part is None or half(one.event) == part]
    events: dict[str, list[Document]] = defaultdict(list)
    for one in documents:
        events[one.event].append(one)
    readings = {one.article.id: one for one in read(documents)}
    copies, unclear, total = [], 0, 0
    for told in events.values():
        lineage = trace([readings[one.id] for one in told])
        copies += [(one.source, one.copy, one.kind.value, one.reason) for one in lineage.copies]
        unclear += sum(len(origin.unclear) for origin in lineage.origins) // 2
        total += len(told) * (len(told) - 1) // 2
    return {"pairs": total, "called copies": len(copies), "left open": unclear, "which": copies}


def separation(made: Sample, readings: dict[str, Annotated]) -> None:
    """Print the features of retold pairs and of independent ones, in percentiles."""
    table = Publishers.known()
    accounts = {key: prepare(one, table) for key, one in readings.items()}
    retold = [(one.parents[0], one.document.id) for one in made.derived if one.made in ("spun", "translation-like")]
    apart = [
        (one.id, other.id) for one, other in combinations([*made.others, *made.bases], 2) if one.event == other.event
    ]
    for name, pairs in (("retold", retold), ("independent", apart)):
        told = [retelling(accounts[one], accounts[other], Counter()) for one, other in pairs]
        rows = np.array([(one.mutual, one.least_share, one.novel, one.odds) for one in told])
        print(f"{name}: {len(rows)} pairs; percentiles of mutual, least share, novel, odds")
        for percent in (2, 5, 25, 50, 75, 95, 98):
            print(f"  {percent:3d}  " + "  ".join(f"{value:6.2f}" for value in np.percentile(rows, percent, axis=0)))


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=20, help="bases from each set")
    parser.add_argument("--tuning", action="store_true", help="the tuning half instead of the reporting half")
    parser.add_argument("--separation", action="store_true", help="only how the features separate")
    chosen = parser.parse_args()
    part = 0 if chosen.tuning else 1
    made = sample(part, chosen.size)
    readings = {one.article.id: one for one in read(made.documents)}
    if chosen.separation:
        separation(made, readings)
        return
    begun = time.process_time()
    lineage = trace(list(readings.values()))
    seconds = time.process_time() - begun
    ours = score(made, {(one.source, one.copy) for one in lineage.copies}) | edges(made, lineage)
    figures = {
        "sample": f"{len(made.bases)} bases, {len(made.derived)} made texts, {len(made.others)} independent ones",
        "twosource": ours | {"CPU-seconds": round(seconds, 1)},
        **{name: baseline(made, method) for name, method in BASELINES.items()},
        "independent accounts, this half": independents(part),
    }
    show(figures)
    if not chosen.tuning:
        report("lineage", figures)


def show(figures: dict[str, Any]) -> None:
    """Print the table."""
    names = ["twosource", *BASELINES]
    print(figures["sample"])
    print(f"{'recall':24s}" + "".join(f"{name:>28s}" for name in names))
    for made_as in KINDS:
        print(f"{made_as:24s}" + "".join(f"{figures[name]['recall'][made_as]:28.3f}" for name in names))
    for figure in ("precision", "CPU-seconds"):
        print(f"{figure:24s}" + "".join(f"{figures[name][figure]:28.3f}" for name in names))
    ours = figures["twosource"]
    decided, right = ours["direction decided"], ours["direction right of decided"]
    print(f"kind right {ours['kind right']:.3f}; direction decided {decided:.3f}, right of these {right:.3f}")
    for name in KINDS:
        print(f"  {name:22s} {ours['kinds'].get(name)} {ours['directions'].get(name)}")
    apart = figures["independent accounts, this half"]
    print(f"independent pairs {apart['pairs']}, called copies {apart['called copies']}, left open {apart['left open']}")
    for which in apart["which"]:
        print("  ", *which)


if __name__ == "__main__":
    main()
