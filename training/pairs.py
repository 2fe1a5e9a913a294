"""The weights by which two sentences differ, learned from open pairs: what ``compare`` reads as ``pairs.json``.

Pairs that share most of their words and yet contradict each other (a figure, a name, a negation changed) against pairs
that say the same. Only features of difference are learned here, from sets whose licence allows it; how much likeness
and the pair reader count beside them is fitted on the dev halves by ``training/pair_sums.py``.

    python -m training.pairs [--share 0.6] [--pipeline NAME]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench.pair_sets import Pair, Use, open_sets, sample, vitaminc
from bench.pairs import laid_pairs
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from twosource.annotate import open_pipeline
from twosource.corroborate.evidence import ALIKE

OUTPUT = Path("src/twosource/resources/en/pairs.json")
SUMMED = ("differ", "plain")
"""What is made of the features, and no feature itself."""

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
    rows = [one.features for one in laid_pairs(pairs, open_pipeline(chosen.pipeline), read=False)]
    names = [name for name in rows[0] if name not in ALIKE and name not in SUMMED]
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
    for pair in (*open_sets(), *(one for one in vitaminc() if one.use is Use.TRAIN)):
        if pair.label in ("same", "conflict"):
            by_set.setdefault(pair.set, []).append(pair)
    for name, most in MOST.items():
        yield from sample(by_set[name], int(most * share))


if __name__ == "__main__":
    main()
