"""The weights by which two sentences differ, learned from open pairs: what ``compare`` reads as ``pairs.json``.

Pairs that share most of their words and yet contradict each other (a figure, a name, a negation changed) against pairs
that say the same. Only features of difference are learned here, from sets whose licence allows it; how much likeness
counts beside them is tuned on the dev halves, and stands in ``corroborate/relation.py``.

    python -m training.pairs [--share 0.6] [--pipeline NAME]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np
from bench.pair_sets import Pair, open_sets, sample, vitaminc
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from twosource.annotate import annotate, open_pipeline
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.context import contexts
from twosource.corroborate.evidence import ALIKE, Evidence
from twosource.corroborate.relation import cosine
from twosource.corroborate.words import Pairing, Side
from twosource.link import link
from twosource.model.article import Article

OUTPUT = Path("src/twosource/resources/en/pairs.json")
KEPT_ASIDE = 20  # buckets of vitaminc's pages that are never trained on
MOST = {
    "vitaminc": 7000,
    "vitaminc-synthetic": 2000,
    "paws": 3000,
    "mnli_dev": 5000,
    "breaking_nli": 500,
    "semantoneg": 600,
    "wikifactcheck": 300,
    "snli_dev": 600,
    "snli_counterfactual_train": 800,
    "glue_diagnostic": 1102,
    "nan_nli": 258,
    "fever_symmetric_dev": 708,
    "fever_symmetric_test": 711,
    "foolmetwice_dev": 1169,
    "foolmetwice_test": 1379,
    "fever-adversarial": 764,
    "negnli_mnli": 400,
}
PENALTY = 0.02


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--share", type=float, default=0.6, help="part of the chosen pairs to read")
    options.add_argument("--pipeline", help="spaCy pipeline to read them with")
    chosen = options.parse_args()
    pairs = list(training_pairs(chosen.share))
    rows = list(features(pairs, open_pipeline(chosen.pipeline)))
    names = [name for name in rows[0] if name not in ALIKE]
    table = np.array([[row[name] for name in names] for row in rows])
    scaler = StandardScaler().fit(table)
    labels = [pair.label == "conflict" for pair in pairs]
    model = LogisticRegression(C=PENALTY, max_iter=1000).fit(scaler.transform(table), labels)
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    written = {
        "command": f"python -m training.pairs --share {chosen.share}",
        "pairs": dict(sorted(Counter(pair.set for pair in pairs).items())),
        "differ": {
            "bias": round(bias, 4),
            **{name: round(float(w), 4) for name, w in zip(names, weights, strict=True)},
        },
    }
    OUTPUT.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs, {len(names)} features -> {OUTPUT}")


def training_pairs(share: float) -> Iterator[Pair]:
    """Pairs that say the same or contradict each other, so many of each set."""
    by_set: dict[str, list[Pair]] = {}
    for pair in (*open_sets(), *(one for one in vitaminc() if one.bucket >= KEPT_ASIDE)):
        if pair.label in ("same", "conflict"):
            by_set.setdefault(pair.set, []).append(pair)
    for name, most in MOST.items():
        yield from sample(by_set[name], int(most * share))


def features(pairs: Iterable[Pair], pipeline: Pipeline) -> Iterator[dict[str, float]]:
    """The features of each pair, as ``compare`` sees them."""
    waiting = iter(pairs)
    while batch := list(islice(waiting, 64)):
        sides = [
            Article(f"{number}{side}", text)
            for number, pair in enumerate(batch)
            for side, text in (("l", pair.left), ("r", pair.right))
        ]
        read = list(annotate(sides, pipeline))
        for left, right in zip(read[::2], read[1::2], strict=True):
            one, other = contexts((left, right), link((left, right)))
            yield Evidence(Pairing(Side(one), Side(other)), cosine(left, right)).features()


if __name__ == "__main__":
    main()
