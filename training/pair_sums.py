"""The weights of *same* and *clash*, tuned on one half of each dev set: what ``compare`` reads as ``pair-sums.json``.

Logistic sums of a dozen features, each held to the sign that it must have: no set may teach that another figure speaks
for one claim. Every set weighs the same, and both answers in it, and every set has an intercept of its own, since what
counts as the same and how often it occurs is each set's own matter; one line for all sets then turns the sum into a
probability. The features were chosen step by step on the tuning halves, by the area under the curve of one half's keys
with the other's weights and of each set with the weights of all others (which ``--without`` prints). The other half of
each set is measured by ``python -m bench.pairs``. More is not fitted on these sets: they serve to tune, and models are
trained on sets that allow it.

    python -m training.pair_sums [--most 1500] [--pipeline NAME] [--without]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench.pair_sets import DEV_SETS, Pair, Use, sample
from bench.pairs import laid_pairs
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from twosource.annotate import open_pipeline

OUTPUT = Path("src/twosource/resources/en/pair-sums.json")
SAME = {
    "reader supports claim": 1, "cosine": 1, "words of accounts": 1, "shared nouns": 1, "longer": 0,
    "word exchanged": 0, "plain": -1, "pronoun exchanged": -1, "figures against each other": -1, "no figure fits": -1,
    "other persons": -1, "other organizations": -1, "denial": -1, "hedges of headlines": -1,
    "negation of headlines": -1, "one asks": -1,
}  # fmt: skip
"""Features and the sign that their weights must have, 0 for either. A long pair has more to share and to differ in; a
word in another's place is harmless if it speaks against neither name nor figure."""

CLASH = {
    "reader sees conflict of sentences": 1, "plain": 1, "pronoun exchanged": 1, "name exchanged": 1,
    "figures against each other": 1, "negation": 1, "denial": 1, "hedges": 1, "word exchanged": 0,
}  # fmt: skip
PENALTY = 0.3
"""Inverse strength of the penalty on weights of standardised features."""

FREE = 3.0
"""Scale of the sets' intercepts, which makes the penalty on them a ninth."""

FEWEST = 100
"""An answer with fewer pairs in a set than these weighs less: the news of RTE hold 28 contradictions."""

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs with their features, ready to fit.

    Attributes:
        sets: Name of each pair's set.
        labels: What each pair is.
        rows: Its features by name.
    """

    sets: npt.NDArray[np.str_]
    labels: npt.NDArray[np.str_]
    rows: tuple[Mapping[str, float], ...]

    def table(self, names: Mapping[str, int]) -> Numbers:
        """(pair, feature): these features."""
        return np.array([[row[name] for name in names] for row in self.rows])


def main() -> None:
    """Read the tuning halves, fit four sums, write them; or print how they do on a set that they do not know."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=1500, help="pairs a set")
    options.add_argument("--pipeline", help="spaCy pipeline to read them with")
    options.add_argument("--without", action="store_true", help="print each set's AUC with the weights of all others")
    chosen = options.parse_args()
    found = tuning_sample(chosen.most, chosen.pipeline)
    every = np.ones(len(found.labels), dtype=bool)
    if chosen.without:
        for name, area in left_out(found, SAME).items():
            print(f"{name:12}{100 * area:6.1f}")
        return
    with_conflicts = sorted(set(found.sets[found.labels == "conflict"]))
    three = np.isin(found.sets, with_conflicts) & (found.labels != "other")
    record = {
        "command": f"python -m training.pair_sums --most {chosen.most}",
        "pairs": dict(sorted(Counter(found.sets.tolist()).items())),
        "same": fitted(found, every, found.labels == "same", SAME),
        "same unread": fitted(found, every, found.labels == "same", _unread(SAME)),
        "clash": fitted(found, three, found.labels == "conflict", CLASH),
        "clash unread": fitted(found, three, found.labels == "conflict", _unread(CLASH)),
    }
    OUTPUT.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(f"{len(found.labels)} pairs, {len(SAME)} and {len(CLASH)} features -> {OUTPUT}")


def _unread(signs: Mapping[str, int]) -> dict[str, int]:
    return {name: sign for name, sign in signs.items() if not name.startswith("reader ")}


def tuning_sample(most: int, pipeline: str | None) -> Sample:
    """The tuning halves with their features."""
    pairs: list[Pair] = []
    for read in DEV_SETS.values():
        pairs += sample((pair for pair in read() if pair.use is Use.TUNE), most)
    rows = tuple(one.features for one in laid_pairs(pairs, open_pipeline(pipeline)))
    return Sample(np.array([pair.set for pair in pairs]), np.array([pair.label for pair in pairs]), rows)


def left_out(found: Sample, signs: Mapping[str, int]) -> dict[str, float]:
    """The area under the curve of each set, with the weights that all others give."""
    areas = {}
    wanted, table = found.labels == "same", found.table(signs)
    for name in sorted(set(found.sets)):
        mine = found.sets == name
        weights = fitted(found, ~mine, wanted, signs)
        areas[name] = float(roc_auc_score(wanted[mine], table[mine] @ [weights[one] for one in signs]))
    return areas


def fitted(found: Sample, chosen: Flags, target: Flags, signs: Mapping[str, int]) -> dict[str, float]:
    """Weights by feature, and the bias, of one sum.

    Args:
        found: The pairs.
        chosen: Those to fit on.
        target: Which of them are to have a high sum.
        signs: Features to weigh, with their signs.
    """
    table, sets, wanted = found.table(signs)[chosen], found.sets[chosen], target[chosen]
    scale = table.std(axis=0) + 1e-9
    own = np.array([sets == name for name in sorted(set(sets))], dtype=float).T * FREE
    weighing = balanced(sets, wanted)
    bounds = [(0.0 if sign > 0 else None, 0.0 if sign < 0 else None) for sign in signs.values()]
    columns = np.hstack([(table - table.mean(axis=0)) / scale, own])
    weights = logistic(columns, wanted, weighing, [*bounds, *[(None, None)] * own.shape[1]])[: len(signs)] / scale
    line = LogisticRegression(C=1e6).fit((table @ weights)[:, None], wanted, sample_weight=weighing)
    slope, offset = float(line.coef_[0, 0]), float(line.intercept_[0])
    return {
        "bias": round(offset, 4),
        **{name: round(slope * float(weight), 4) for name, weight in zip(signs, weights, strict=True)},
    }


def logistic(
    columns: Numbers, wanted: Flags, weighing: Numbers, bounds: list[tuple[float | None, float | None]]
) -> Numbers:
    """Weights of a penalised logistic regression whose weights keep within bounds.

    Args:
        columns: (pair, feature).
        wanted: Which pairs are to have a high sum.
        weighing: How much each pair weighs.
        bounds: Lowest and highest weight of each feature.
    """
    signs = np.where(wanted, 1.0, -1.0)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margins = signs * (columns @ weights)
        slopes = -signs * weighing / (1.0 + np.exp(np.clip(margins, -40.0, 40.0)))
        total = PENALTY * float((weighing * np.logaddexp(0.0, -margins)).sum()) + 0.5 * float(weights @ weights)
        return total, PENALTY * columns.T @ slopes + weights

    found = minimize(loss, np.zeros(columns.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x, dtype=np.float64)


def balanced(sets: npt.NDArray[np.str_], wanted: Flags) -> Numbers:
    """Weights by which every dev set, and in it both answers, count the same; 1 on average."""
    weighing = np.zeros(len(sets))
    for name in sorted(set(sets)):
        for answer in (True, False):
            inside = (sets == name) & (wanted == answer)
            weighing[inside] = 1.0 / max(FEWEST, int(inside.sum()))
    return np.asarray(weighing * len(sets) / weighing.sum())


if __name__ == "__main__":
    main()
