"""Articles to stories: look-alike events, incidents, events told by three outlets; whole articles and headlines alone.

Figures come from the reporting half of the events; weights and thresholds were chosen on the tuning half
(``--tuning``). Against TF-IDF with DBSCAN and with average linkage (scikit-learn), each at the threshold that is best
for it on the tuning half, and against headlines compared by shared words.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.accounts import Document, ecbplus, half, incidents, read, triplets
from bench.data import report
from twosource.group import group
from twosource.model.reading import Annotated, Reading

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Labels = list[str]
Grouping = Callable[[Sequence[Document]], Labels]
HEADLINE_JACCARD = 0.3


def samples(part: int, size: int) -> dict[str, list[Document]]:
    """The sets of one half: 0 for tuning, 1 for reporting. Look-alike events stay together in one half."""
    look_alikes = [one for one in ecbplus() if int(one.event.rstrip("ecbplus")) % 2 == part]
    shootings = [one for one in incidents() if half(one.event) == part][:size]
    told = [one for one in triplets() if half(one.event) == part]
    return {
        "look-alike events": look_alikes,
        "incidents": shootings,
        "three outlets": told,
        "all mixed": [*look_alikes, *shootings, *told],
    }


def ours(documents: Sequence[Document], *, headlines: bool = False) -> Labels:
    """Our stories."""
    accounts = [_headline(one) for one in read(documents)] if headlines else read(documents)
    story = {article: one.id for one in group(accounts) for article in one.articles}
    return [story[one.id] for one in documents]


def _headline(account: Annotated) -> Annotated:
    vectors = account.title.vectors if account.title else None
    empty = Reading("", vectors=np.zeros((0, 384), np.float32) if vectors is not None else None)
    return Annotated(replace(account.article, text=""), empty, account.title)


def dbscan(threshold: float) -> Grouping:
    """TF-IDF and DBSCAN, as many story groupers do."""

    def label(documents: Sequence[Document]) -> Labels:
        from sklearn.cluster import DBSCAN

        found = DBSCAN(eps=threshold, min_samples=2, metric="cosine").fit_predict(_vectors(documents))
        return [f"alone {place}" if one < 0 else str(one) for place, one in enumerate(found)]

    return label


def linkage(threshold: float) -> Grouping:
    """TF-IDF and average linkage."""

    def label(documents: Sequence[Document]) -> Labels:
        from sklearn.cluster import AgglomerativeClustering

        model = AgglomerativeClustering(None, metric="cosine", linkage="average", distance_threshold=threshold)
        return [str(one) for one in model.fit_predict(_vectors(documents).toarray())]

    return label


def _vectors(documents: Sequence[Document]) -> csr_matrix:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(
        [f"{one.title or ''} {one.text}" for one in documents]
    )


def by_headlines(documents: Sequence[Document]) -> Labels:
    """Headlines that share enough of their words, joined in chains."""
    words = [frozenset((one.title or one.id).lower().split()) for one in documents]
    label = list(range(len(documents)))

    def root(place: int) -> int:
        while label[place] != place:
            label[place] = label[label[place]]
            place = label[place]
        return place

    for place, one in enumerate(words):
        for other in range(place):
            if len(one & words[other]) >= HEADLINE_JACCARD * len(one | words[other]):
                label[root(place)] = root(other)
    return [str(root(place)) for place in range(len(words))]


def scores(documents: Sequence[Document], found: Labels) -> dict[str, float]:
    """B-cubed (Bagga and Baldwin, 1998), V-measure, adjusted Rand index."""
    from sklearn.metrics import adjusted_rand_score, v_measure_score

    gold = [one.event for one in documents]
    events, stories = defaultdict(set), defaultdict(set)
    for place, (event, story) in enumerate(zip(gold, found, strict=True)):
        events[event].add(place)
        stories[story].add(place)
    shared = [len(events[event] & stories[story]) for event, story in zip(gold, found, strict=True)]
    precision = float(np.mean([count / len(stories[story]) for count, story in zip(shared, found, strict=True)]))
    recall = float(np.mean([count / len(events[event]) for count, event in zip(shared, gold, strict=True)]))
    return {
        "B3 precision": precision,
        "B3 recall": recall,
        "B3 F1": 2 * precision * recall / (precision + recall),
        "V": float(v_measure_score(gold, found)),
        "ARI": float(adjusted_rand_score(gold, found)),
        "stories": len(stories),
        "events": len(events),
    }


def best(make: Callable[[float], Grouping], tuning: dict[str, list[Document]]) -> Grouping:
    """A baseline at the threshold with the best mean B-cubed F1 on the tuning half."""
    tried = [round(float(value), 2) for value in np.arange(0.5, 0.96, 0.05)]
    kept = {name: documents for name, documents in tuning.items() if name != "all mixed"}

    def mean(threshold: float) -> float:
        return float(np.mean([scores(one, make(threshold)(one))["B3 F1"] for one in kept.values()]))

    return make(max(tried, key=lambda threshold: (mean(threshold), -threshold)))


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=600, help="articles on incidents")
    parser.add_argument("--tuning", action="store_true", help="the tuning half instead of the reporting half")
    chosen = parser.parse_args()
    tuning = samples(0, chosen.size)
    measured = tuning if chosen.tuning else samples(1, chosen.size)
    methods: dict[str, Grouping] = {
        "twosource": ours,
        "twosource, headlines alone": lambda documents: ours(documents, headlines=True),
        "TF-IDF, DBSCAN": best(dbscan, tuning),
        "TF-IDF, average linkage": best(linkage, tuning),
        "headlines, shared words": by_headlines,
    }
    figures: dict[str, Any] = {}
    for name, documents in measured.items():
        for method, run in methods.items():
            read(documents)
            begun = time.process_time()
            figures[f"{name}: {method}"] = found = scores(documents, run(documents))
            found["seconds"] = round(time.process_time() - begun, 1)
            text = "  ".join(
                f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in found.items()
            )
            print(f"{name:18s} {method:28s} {text}", flush=True)
    if not chosen.tuning:
        report("groups", {"sample": {name: len(documents) for name, documents in measured.items()}, **figures})


if __name__ == "__main__":
    main()
