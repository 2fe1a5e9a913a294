"""The weights of *same* and *clash*, tuned on one half of each dev set: what ``compare`` reads as ``pair-sums.json``.

Logistic sums of sixteen features. Every set weighs the same, and both answers in it, and every set has an intercept of
its own, since what counts as the same and how often it occurs is each set's own matter; one line for all sets then
turns the sum into a probability. The other half of each set is measured by ``python -m bench.pairs``. More is not
fitted on these sets: they serve to tune, and models are trained on sets that allow it.

    python -m training.pair_sums [--most 1500] [--pipeline NAME]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bench.pair_sets import DEV_SETS, Pair, Use, sample
from bench.pairs import laid_pairs
from sklearn.linear_model import LogisticRegression

from twosource.annotate import open_pipeline

OUTPUT = Path("src/twosource/resources/en/pair-sums.json")
TYPED = (
    "same words", "cosine", "shared of left", "shared of right", "differ", "plain", "denial of left", "hedge of left",
    "other person", "any figure apart",
)  # fmt: skip
PENALTY = 0.3
"""Inverse strength of the penalty on weights of standardised features."""

FREE = 3.0
"""Scale of the sets' intercepts, which makes the penalty on them a ninth."""

FEWEST = 100
"""An answer with fewer pairs in a set than these weighs less: the news of RTE hold 28 contradictions."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs with their features, ready to fit.

    Attributes:
        sets: Number of each pair's set.
        labels: What each pair is.
        rows: Its features by name.
    """

    sets: np.ndarray
    labels: np.ndarray
    rows: tuple[dict[str, float], ...]


def main() -> None:
    """Read the tuning halves, fit four sums, write them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=1500, help="pairs a set")
    options.add_argument("--pipeline", help="spaCy pipeline to read them with")
    chosen = options.parse_args()
    found = tuning_sample(chosen.most, chosen.pipeline)
    read = [name for name in found.rows[0] if name.startswith("read ")]
    typed = list(TYPED)
    three = np.isin(found.sets, sorted(set(found.sets[found.labels == "conflict"]))) & (found.labels != "other")
    every = np.ones(len(found.labels), dtype=bool)
    record: dict[str, Any] = {
        "command": f"python -m training.pair_sums --most {chosen.most}",
        "pairs": dict(sorted(Counter(found.sets.tolist()).items())),
    }
    sums = {
        "same": fitted(found, every, found.labels == "same", typed + read),
        "same unread": fitted(found, every, found.labels == "same", typed),
        "clash": fitted(found, three, found.labels == "conflict", typed + read),
        "clash unread": fitted(found, three, found.labels == "conflict", typed),
    }
    OUTPUT.write_text(json.dumps(record | sums, indent=2) + "\n", encoding="utf-8")
    print(f"{len(found.labels)} pairs, {len(typed) + len(read)} features -> {OUTPUT}")


def tuning_sample(most: int, pipeline: str | None) -> Sample:
    """The tuning halves with their features."""
    pairs: list[Pair] = []
    for read in DEV_SETS.values():
        pairs += sample((pair for pair in read() if pair.use is Use.TUNE), most)
    laid = laid_pairs(pairs, open_pipeline(pipeline))
    rows = tuple(dict(one.features) for one in laid)
    return Sample(np.array([pair.set for pair in pairs]), np.array([pair.label for pair in pairs]), rows)


def fitted(found: Sample, chosen: np.ndarray, target: np.ndarray, names: Sequence[str]) -> dict[str, float]:
    """Weights by feature, and the bias, of one sum.

    Args:
        found: The pairs.
        chosen: Those to fit on.
        target: Which of them are to have a high sum.
        names: Features to weigh.
    """
    table = np.array([[row[name] for name in names] for row in found.rows])[chosen]
    sets, wanted = found.sets[chosen], target[chosen]
    scale = table.std(axis=0)
    own = np.array([sets == name for name in sorted(set(sets))], dtype=float).T * FREE
    weighing = balanced(sets, wanted)
    model = LogisticRegression(C=PENALTY, max_iter=5000, fit_intercept=False)
    model.fit(np.hstack([(table - table.mean(axis=0)) / scale, own]), wanted, sample_weight=weighing)
    weights = model.coef_[0][: len(names)] / scale
    line = LogisticRegression(C=1e6).fit((table @ weights)[:, None], wanted, sample_weight=weighing)
    slope, offset = float(line.coef_[0, 0]), float(line.intercept_[0])
    return {
        "bias": round(offset, 4),
        **{name: round(slope * float(weight), 4) for name, weight in zip(names, weights, strict=True)},
    }


def balanced(sets: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Weights by which every dev set, and in it both answers, count the same; 1 on average."""
    weighing = np.zeros(len(sets))
    for name in sorted(set(sets)):
        for answer in (True, False):
            inside = (sets == name) & (wanted == answer)
            weighing[inside] = 1.0 / max(FEWEST, inside.sum())
    return weighing * len(sets) / weighing.sum()


if __name__ == "__main__":
    main()
