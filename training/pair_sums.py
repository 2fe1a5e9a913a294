"""The rules of *same* and *clash*, fitted on one half of each dev set: what ``compare`` reads as ``pair-sums.json``.

Boosted trees of three questions each over all features of a pair (Friedman 2001). Every set weighs the same, and both
answers in it, since what counts as the same and how often it occurs is each set's own matter. The other half of each
set is measured by ``python -m bench.pairs``. Trees rather than one logistic sum, since how much a difference counts
depends on how much is shared: fitted on one half of the tuning pairs and tried on the other, without the reader, they
led it by 1.1 points of AUC on average over the seven sets.

    python -m training.pair_sums [--most 1500] [--pipeline NAME]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bench.data import dataset
from bench.pair_sets import DEV_SETS, Pair, Use, sample
from bench.pairs import laid_pairs
from sklearn.ensemble import GradientBoostingClassifier

from training.data import columns
from training.pair_distortions import make_pairs
from training.pair_distortions import written as written_out
from training.pair_twists import News
from twosource.annotate import open_pipeline
from twosource.corroborate.sums import Rule

OUTPUT = Path("src/twosource/resources/en/pair-sums.json")
TREES, DEPTH, RATE, LEAF = 150, 3, 0.05, 40
"""Number of the rules, questions in each, their rate, pairs in a leaf at least. Tried in the same way, two or four
questions, 200 or 300 rules came within 0.3 points."""

SHARE = 0.3
"""Part of the features that each question may choose from, so that no strong one hides the others."""

FEWEST = 100
"""An answer with fewer pairs in a set than these weighs less: the news of RTE hold 28 contradictions."""


MADE_SET = "made"
MADE = {"same": "same", "supports": "same", "conflicts": "conflict", "apart": "neither"}
MADE_WEIGHT = 0.25
"""What the made pairs weigh beside a dev set: enough to settle copies, too little to outweigh real pairs. With 1 the
seven sets measured a point worse."""

COPIED = 4
"""Every so many of the sentences stand beside themselves, too."""


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
    typed = [name for name in found.rows[0] if name not in read]
    three = np.isin(found.sets, sorted(set(found.sets[found.labels == "conflict"]))) & (found.labels != "other")
    every = np.ones(len(found.labels), dtype=bool)
    record = {
        "command": f"python -m training.pair_sums --most {chosen.most}",
        "pairs": dict(sorted(Counter(found.sets.tolist()).items())),
    }
    sums = {
        "same": fitted(found, every, found.labels == "same", typed + read),
        "same unread": fitted(found, every, found.labels == "same", typed),
        "clash": fitted(found, three, found.labels == "conflict", typed + read),
        "clash unread": fitted(found, three, found.labels == "conflict", typed),
    }
    OUTPUT.write_text(written(record, sums), encoding="utf-8")
    print(f"{len(found.labels)} pairs, {len(typed) + len(read)} features -> {OUTPUT}")


def written(record: dict[str, Any], sums: dict[str, list[Rule]]) -> str:
    """JSON with a rule a line."""
    parts = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in record.items()]
    for name, rules in sums.items():
        parts.append(f"{json.dumps(name)}: [\n" + ",\n".join(map(json.dumps, rules)) + "\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def tuning_sample(most: int, pipeline: str | None) -> Sample:
    """The tuning halves with their features."""
    pairs: list[Pair] = []
    for read in (*DEV_SETS.values(), made_pairs):
        pairs += sample((pair for pair in read() if pair.use is Use.TUNE), most)
    laid = laid_pairs(pairs, open_pipeline(pipeline))
    rows = tuple(dict(one.features) for one in laid)
    return Sample(np.array([pair.set for pair in pairs]), np.array([pair.label for pair in pairs]), rows)


def made_pairs() -> Iterator[Pair]:
    """Sentences distorted, sentences reworded, and sentences beside themselves, made as the reader's are, but of a set
    that it never saw. No dev set holds a pair that is all but the same: without these, copies would be judged by rules
    learned from pairs whose words are the same and whose claims are not.
    """
    kinds = {"PER": "per", "ORG": "org", "LOC": "geo"}
    news = [
        News(tuple(words), tuple(f"I-{kinds[tag[2:]]}" if tag[2:] in kinds else "O" for tag in tags))
        for words, tags in columns(dataset("wikigold") / "CONLL-format" / "data" / "wikigold.conll.txt")
    ]
    for made in make_pairs(news):
        if made.label in MADE:
            yield Pair(MADE_SET, made.left, made.right, MADE[made.label], made.left)
    for one in news[::COPIED]:
        yield Pair(MADE_SET, written_out(one.words), written_out(one.words), "same", " ".join(one.words))


def fitted(found: Sample, chosen: np.ndarray, target: np.ndarray, names: Sequence[str]) -> list[Rule]:
    """The rules of one sum; it begins at even odds.

    Args:
        found: The pairs.
        chosen: Those to fit on.
        target: Which of them are to have a high sum.
        names: Features to ask for.
    """
    table = np.array([[row[name] for name in names] for row in found.rows])[chosen]
    wanted = target[chosen]
    model = GradientBoostingClassifier(
        n_estimators=TREES, max_depth=DEPTH, learning_rate=RATE, min_samples_leaf=LEAF, max_features=SHARE,
        init="zero", random_state=0,
    )  # fmt: skip
    model.fit(table, wanted, sample_weight=balanced(found.sets[chosen], wanted))
    return [_rule(one.tree_, 0, names) for one in model.estimators_[:, 0]]


def _rule(tree: Any, node: int, names: Sequence[str]) -> Rule:
    if tree.children_left[node] < 0:
        return round(RATE * float(tree.value[node][0][0]), 5)
    low, high = (_rule(tree, below[node], names) for below in (tree.children_left, tree.children_right))
    return [names[tree.feature[node]], round(float(tree.threshold[node]), 6), low, high]


def balanced(sets: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Weights by which every dev set, and in it both answers, count the same; 1 on average."""
    weighing = np.zeros(len(sets))
    for name in sorted(set(sets)):
        for answer in (True, False):
            inside = (sets == name) & (wanted == answer)
            weighing[inside] = (MADE_WEIGHT if name == MADE_SET else 1.0) / max(FEWEST, inside.sum())
    return weighing * len(sets) / weighing.sum()


if __name__ == "__main__":
    main()
