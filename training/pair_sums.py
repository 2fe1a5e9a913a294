"""The weights of *same* and *clash*, tuned on one half of each dev set: what ``compare`` reads as ``pair-sums.json``.

Sums of less than twenty features, each held to the sign that it must have: no set may teach that another figure speaks
for one claim. What is tuned is order within a set: of two pairs of one set the one that says more the same shall have
the higher sum, for what counts as the same and how often it occurs is each set's own matter. Pairs far on the wrong
side weigh no more than others there (a sigmoid for each, so that the loss is nearly one minus the area under the
curve); with a logistic loss the few sets whose sums must spread widest decided on all. Sources weigh the same, but for
those of propositions and grades, which weigh less; one line for all sets then turns the sum into a probability. The
features were chosen step by step on the tuning halves, by the area under the curve of one part's keys with the others'
weights and of each set with the weights of all others (which ``--without`` prints). The other half of each set is
measured by ``python -m bench.pairs``. More is not fitted on these sets: they serve to tune, and models are trained on
sets that allow it.

    python -m training.pair_sums [--most 700] [--pipeline NAME] [--laid FILE] [--without]

Reading the sentences takes most of the time. ``--laid`` keeps what was laid out of them by all but the pair reader;
where the file is there already, only the reader reads: so another reader needs some minutes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from bench.pair_sets import DEV_SETS, Pair, Use, lines, sample
from bench.pairs import laid_pairs
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from twosource.annotate import open_pipeline
from twosource.corroborate.pairs.reader import read_pairs
from twosource.corroborate.pairs.relation import Laid, read_too

OUTPUT = Path("src/twosource/resources/en/pair-sums.json")
SAME = {
    "reader supports claim": 1, "reader supports beside evidence": 1, "cosine unless doubted": 1, "shared nouns": 1,
    "shared verbs": 1, "longer": 0, "word exchanged": 0, "plain": -1, "pronoun exchanged": -1,
    "figures against each other": -1, "figures of claims": -1, "no figure fits": -1, "other persons": -1, "denial": -1,
    "hedges": -1, "negation of headlines": -1, "one asks": -1,
}  # fmt: skip
"""Features and the sign that their weights must have, 0 for either. A long pair has more to share and to differ in; a
word in another's place is harmless if it speaks against neither name nor figure."""

CLASH = {
    "reader sees conflict of sentences": 1, "plain": 1, "pronoun exchanged": 1, "name exchanged": 1,
    "figures against each other": 1, "negation": 1, "denial": 1, "hedges": 1, "word exchanged": 0,
}  # fmt: skip
PENALTY = 1e-3
"""Weight of the squares of the weights of standardised features beside the loss of one set."""

BESIDE = 4000
"""Pairs of a set's pairs that are laid beside each other, about."""

GRADE = 1.0
"""By how much one pair must say more the same than another to be laid beside it."""

SOFT = 0.7
"""Difference of two sums at which the order of two pairs is no longer a matter of chance; 0.4 to 1.2 do alike."""

LESS, WEIGH_LESS = 0.3, frozenset({"superpal", "qa", "nanco", "sts"})
"""Sources whose pairs were not made to tell the same claim from another, and their weight. On the tuning halves the
mean of the seven other sets is 77.6 with 1, 78.2 with 0.3 and 78.4 with 0, that of these six 83.1, 82.1 and 81.1."""

FEWEST = 100
"""An answer with fewer pairs in a set than these weighs less: the news of RTE hold 28 contradictions."""

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs with their features, ready to fit.

    Attributes:
        sets: Name of each pair's set.
        labels: What each pair is.
        grades: How much its sentences say the same; 1 and 0 where its set says no more than yes or no.
        rows: Its features by name.
    """

    sets: npt.NDArray[np.str_]
    labels: npt.NDArray[np.str_]
    grades: Numbers
    rows: tuple[Mapping[str, float], ...]

    def table(self, names: Mapping[str, int]) -> Numbers:
        """(pair, feature): these features."""
        return np.array([[row[name] for name in names] for row in self.rows])


def main() -> None:
    """Read the tuning halves, fit four sums, write them; or print how they do on a set that they do not know."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=700, help="pairs a set")
    options.add_argument("--pipeline", help="spaCy pipeline to read them with")
    options.add_argument("--laid", type=Path, help="file that keeps what all but the pair reader tells")
    options.add_argument("--without", action="store_true", help="print each set's AUC with the weights of all others")
    chosen = options.parse_args()
    found = tuning_sample(chosen.most, chosen.pipeline, chosen.laid)
    if chosen.without:
        for name, area in left_out(found, SAME).items():
            print(f"{name:12}{100 * area:6.1f}")
        return
    with_conflicts = sorted(set(found.sets[found.labels == "conflict"]))
    three = part(found, np.isin(found.sets, with_conflicts) & (found.labels != "other"))
    clashes = replace(three, grades=(three.labels == "conflict").astype(float))
    record = {
        "command": f"python -m training.pair_sums --most {chosen.most}",
        "pairs": dict(sorted(Counter(found.sets.tolist()).items())),
        "same": fitted(found, found.labels == "same", SAME),
        "same unread": fitted(found, found.labels == "same", _unread(SAME)),
        "clash": fitted(clashes, three.labels == "conflict", CLASH),
        "clash unread": fitted(clashes, three.labels == "conflict", _unread(CLASH)),
    }
    OUTPUT.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(f"{len(found.labels)} pairs, {len(SAME)} and {len(CLASH)} features -> {OUTPUT}")


def _unread(signs: Mapping[str, int]) -> dict[str, int]:
    return {name: sign for name, sign in signs.items() if not name.startswith("reader ")}


def tuning_sample(most: int, pipeline: str | None = None, laid: Path | None = None) -> Sample:
    """The tuning halves with their features.

    Args:
        most: Pairs a set.
        pipeline: Reads their sentences.
        laid: Keeps what all but the pair reader tells of them, or has kept it.
    """
    if laid and laid.is_file():
        pairs, typed = kept(laid)
    else:
        pairs = [pair for read in DEV_SETS.values() for pair in sample((p for p in read() if p.use is Use.TUNE), most)]
        typed = [dict(one.features) for one in laid_pairs(pairs, open_pipeline(pipeline), read=False)]
    if laid and not laid.is_file():
        keep(laid, pairs, typed)
    read_pairs([sides for pair in pairs for sides in ((pair.left, pair.right), (pair.right, pair.left))])  # remembered
    rows = tuple(
        read_too(Laid(features, None), pair.left, pair.right).features
        for pair, features in zip(pairs, typed, strict=True)
    )
    grades = np.array([float(pair.label == "same") if pair.grade is None else pair.grade for pair in pairs])
    return Sample(np.array([pair.set for pair in pairs]), np.array([pair.label for pair in pairs]), grades, rows)


def keep(path: Path, pairs: Sequence[Pair], typed: Sequence[Mapping[str, float]]) -> None:
    """Write pairs with their features, a line each."""
    rows = ({**asdict(pair), "features": features} for pair, features in zip(pairs, typed, strict=True))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def kept(path: Path) -> tuple[list[Pair], list[dict[str, float]]]:
    """What ``keep`` wrote."""
    rows = list(lines(path))
    typed = [row.pop("features") for row in rows]
    return [Pair(**row) for row in rows], typed


def part(found: Sample, chosen: Flags) -> Sample:
    """Some of the pairs."""
    rows = tuple(row for row, wanted in zip(found.rows, chosen, strict=True) if wanted)
    return Sample(found.sets[chosen], found.labels[chosen], found.grades[chosen], rows)


def left_out(found: Sample, signs: Mapping[str, int]) -> dict[str, float]:
    """The area under the curve of each set, with the weights that all others give."""
    areas = {}
    wanted, table = found.labels == "same", found.table(signs)
    for name in sorted(set(found.sets)):
        mine = found.sets == name
        weights = fitted(part(found, ~mine), wanted[~mine], signs)
        areas[name] = float(roc_auc_score(wanted[mine], table[mine] @ [weights[one] for one in signs]))
    return areas


def fitted(found: Sample, wanted: Flags, signs: Mapping[str, int]) -> dict[str, float]:
    """Weights by feature, and the bias, of one sum.

    Args:
        found: The pairs; by ``grades`` their sums are brought into order.
        wanted: Which of them are to have a probability above one half.
        signs: Features to weigh, with their signs.
    """
    table = found.table(signs)
    scale = table.std(axis=0) + 1e-9
    higher, lower, weighing = beside(found)
    bounds = [(0.0 if sign > 0 else None, 0.0 if sign < 0 else None) for sign in signs.values()]
    weights = ordering((table[higher] - table[lower]) / scale, weighing, bounds) / scale
    line = LogisticRegression(C=1e6).fit((table @ weights)[:, None], wanted, sample_weight=balanced(found.sets, wanted))
    slope, offset = float(line.coef_[0, 0]), float(line.intercept_[0])
    return {
        "bias": round(offset, 4),
        **{name: round(slope * float(weight), 4) for name, weight in zip(signs, weights, strict=True)},
    }


def beside(found: Sample) -> tuple[Places, Places, Numbers]:
    """Pairs of one set laid beside each other: which shall have the higher sum, which the lower, and their weight.

    Each pair meets the next in its set, then the one after, until there are enough: no chance is in it. Sets drawn from
    one (the same name up to its hyphen) share one weight.
    """
    names = sorted(set(found.sets))
    drawn = Counter(name.partition("-")[0] for name in names)
    blocks: list[tuple[Places, Places, Numbers]] = []
    for name in names:
        higher, lower = (np.concatenate(side)[:BESIDE] for side in zip(*_met(found, name), strict=True))
        source = name.partition("-")[0]
        share = (LESS if source in WEIGH_LESS else 1.0) / drawn[source]
        blocks.append((higher, lower, np.full(len(higher), share / len(higher))))
    higher, lower, weighing = (np.concatenate(column) for column in zip(*blocks, strict=True))
    return higher, lower, weighing / weighing.sum()


def _met(found: Sample, name: str) -> Iterator[tuple[Places, Places]]:
    mine = np.flatnonzero(found.sets == name)
    enough = 0
    for step in range(1, len(mine) // 2 + 1):
        other = np.roll(mine, -step)
        more = found.grades[mine] - found.grades[other] >= GRADE
        less = found.grades[other] - found.grades[mine] >= GRADE
        yield np.concatenate([mine[more], other[less]]), np.concatenate([other[more], mine[less]])
        enough += int(more.sum() + less.sum())
        if enough >= BESIDE:
            return


def ordering(gaps: Numbers, weighing: Numbers, bounds: list[tuple[float | None, float | None]]) -> Numbers:
    """Weights that bring pairs into order, and keep within bounds.

    Args:
        gaps: (pair of pairs, feature): by how much the one that shall be higher has more of each.
        weighing: How much each pair of pairs weighs.
        bounds: Lowest and highest weight of each feature.
    """

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        wrong = 1.0 / (1.0 + np.exp(np.clip(gaps @ weights / SOFT, -40.0, 40.0)))
        slopes = -weighing * wrong * (1.0 - wrong) / SOFT
        return float(weighing @ wrong) + PENALTY * float(weights @ weights), gaps.T @ slopes + 2 * PENALTY * weights

    found = minimize(loss, np.zeros(gaps.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds)
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
