"""Names: is this name that name, on labelled pairs, and spellings of one native name found again among others.

name-bench is small and serves both to learn and to measure, so it is cut in two halves: each half is judged with
weights and thresholds that were learnt from the other one (``crossed``). name-spellings is measured on native forms
that nothing was learnt from: recall at 99 % precision over variants against a hundred other native forms each, among
Latin spellings and of each script against Latin ones. The weights are those shipped, which were learnt from all of
name-bench.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice
from typing import Any

import jellyfish
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler, Levenshtein
from training.name_pairs import Labelled

from bench.data import dataset, report
from training import name_pairs
from twosource.link.keys import plain
from twosource.link.names import compare_names, weigh
from twosource.link.spelling import LATIN, NATIVE, script, similarity
from twosource.model.reading import EntityType

Scores = Callable[[Labelled], float]
OTHERS = 100
NATIVES = 1000
PRECISION = 0.99


def _folded(scorer: Callable[..., float], scale: float = 1.0) -> Scores:
    return lambda pair: scorer(plain(pair.left), plain(pair.right)) / scale


def _phonetic(key: Callable[[str], str]) -> Scores:
    """Part of the words of the shorter name whose phonetic key the other name has too."""

    def score(pair: Labelled) -> float:
        left, right = ({key(word) for word in plain(name).split()} for name in (pair.left, pair.right))
        return len(left & right) / max(1, min(len(left), len(right)))

    return score


BASELINES: dict[str, Scores] = {
    "Levenshtein": _folded(Levenshtein.normalized_similarity),
    "rapidfuzz ratio": _folded(fuzz.ratio, 100),
    "rapidfuzz token_sort_ratio": _folded(fuzz.token_sort_ratio, 100),
    "rapidfuzz token_set_ratio": _folded(fuzz.token_set_ratio, 100),
    "rapidfuzz WRatio": _folded(fuzz.WRatio, 100),
    "Jaro-Winkler": _folded(JaroWinkler.similarity),
    "Metaphone keys": _phonetic(jellyfish.metaphone),
    "Soundex keys": _phonetic(jellyfish.soundex),
}


def f1(scores: Sequence[float], same: Sequence[bool], threshold: float) -> float:
    """F1 of "the same" from a threshold on."""
    right = sum(score >= threshold and label for score, label in zip(scores, same, strict=True))
    said = sum(score >= threshold for score in scores)
    return 2 * right / (said + sum(same)) if said + sum(same) else 0.0


def best_threshold(scores: Sequence[float], same: Sequence[bool]) -> float:
    """The threshold with the highest F1."""
    return max(sorted(set(scores)), key=lambda threshold: f1(scores, same, threshold))


def crossed(pairs: Sequence[Labelled], scores: Sequence[float]) -> list[float]:
    """Decisions, 1 or 0, each half by the best threshold of the other half."""
    decided = [0.0] * len(pairs)
    for half in (0, 1):
        other = [place for place, pair in enumerate(pairs) if pair.half != half]
        threshold = best_threshold([scores[place] for place in other], [pairs[place].same for place in other])
        for place, pair in enumerate(pairs):
            if pair.half == half:
                decided[place] = float(scores[place] >= threshold)
    return decided


def ours(pairs: Sequence[Labelled]) -> list[float]:
    """Probabilities, each half by the weights that the other half teaches."""
    spelt = name_pairs.spelt_pairs(name_pairs.SPELT, aside=False)
    scores = [0.0] * len(pairs)
    for half in (0, 1):
        weights = name_pairs.learn_weights([pair for pair in pairs if pair.half != half] + spelt)
        for place, pair in enumerate(pairs):
            if pair.half == half:
                scores[place] = weigh(pair.left, pair.right, pair.type, weights).score
    return scores


def frozen() -> dict[tuple[str, str], float]:
    """The scores of the set's own best comparator, as stored with it."""
    path = next(dataset("name-bench").rglob("logicv2-frozen.csv"))
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["name1"], row["name2"]): float(row["score"]) for row in csv.DictReader(lines)}


def labelled_pairs() -> dict[str, dict[str, float]]:
    """F1 on name-bench for every comparator: all, persons, bodies."""
    pairs = name_pairs.benchmark()
    table = {"twosource": _row(pairs, [float(score >= 0.5) for score in ours(pairs)])}
    stored = frozen()
    known = [place for place, pair in enumerate(pairs) if (pair.left, pair.right) in stored]
    subset = [pairs[place] for place in known]
    table["logic_v2, threshold 0.7"] = _row(subset, [float(stored[pair.left, pair.right] >= 0.7) for pair in subset])
    table["logic_v2, best threshold"] = _row(
        subset, crossed(subset, [stored[pair.left, pair.right] for pair in subset])
    )
    for name, scorer in BASELINES.items():
        table[name] = _row(pairs, crossed(pairs, [scorer(pair) for pair in pairs]))
    return table


def _row(pairs: Sequence[Labelled], decided: Sequence[float]) -> dict[str, float]:
    def of(kind: Callable[[Labelled], bool]) -> float:
        places = [place for place, pair in enumerate(pairs) if kind(pair)]
        return round(f1([decided[place] for place in places], [pairs[place].same for place in places], 0.5), 3)

    return {
        "all": of(lambda pair: True),
        "persons": of(lambda pair: pair.type is EntityType.PERSON),
        "bodies": of(lambda pair: pair.type is not EntityType.PERSON),
        "pairs": len(pairs),
    }


def spelling_pairs() -> list[Labelled]:
    """Variants of kept-aside native forms, and each form against a hundred others of its script.

    The others are drawn by a hash, not picked as the likest: the likest spellings with another native form are mostly
    variants as well (Sheppard and Shepard), which the set cannot know. One that differs in its accents alone is left
    out.
    """
    found = []
    several = ((native, latin, others) for native, latin, others in natives() if len(latin) > 1)
    for _, latin, others in islice(several, NATIVES):
        found += [Labelled(*pair, EntityType.PERSON, True) for pair in combinations(latin, 2)]
        found += [Labelled(latin[0], other, EntityType.PERSON, False) for other in others]
    return found


def native_pairs(of_script: str) -> list[Labelled]:
    """Native forms of a script against their Latin spellings, and each against those of a hundred others."""
    found = []
    for native, latin, others in islice((one for one in natives() if script(one[0]) == of_script), NATIVES // 4):
        found += [Labelled(native, one, EntityType.PERSON, True) for one in latin]
        found += [Labelled(native, other, EntityType.PERSON, False) for other in others]
    return found


def natives() -> Iterator[tuple[str, list[str], list[str]]]:
    """Kept-aside native forms in a mixed order: the form, its spellings, and a hundred of others of its script."""
    kept = [(native, latin) for native, latin in name_pairs.spellings().items() if name_pairs.kept_aside(native)]
    kept.sort(key=lambda entry: name_pairs.bucket(entry[0], 1 << 30))
    pools: dict[str, list[str]] = {}
    for native, latin in kept:
        pools.setdefault(script(native), []).append(latin[0])
    for native, latin in kept:
        if len(native) > 3:
            pool, own = pools[script(native)], {plain(one) for one in latin}
            start = name_pairs.bucket(native + "|", len(pool))
            others = (pool[(start + step) % len(pool)] for step in range(OTHERS))
            yield native, latin, [one for one in others if plain(one) not in own]


def recall_at(pairs: Sequence[Labelled], scores: Sequence[float]) -> float:
    """The highest recall at which at least ``PRECISION`` of what is called the same is the same."""
    ranked = sorted(zip(scores, (pair.same for pair in pairs), strict=True), key=lambda entry: -entry[0])
    best, right = 0.0, 0
    for place, (score, same) in enumerate(ranked, 1):
        right += same
        ends = place == len(ranked) or ranked[place][0] < score
        if ends and right / place >= PRECISION:
            best = right / sum(pair.same for pair in pairs)
    return round(best, 3)


def spellings() -> dict[str, Any]:
    """Recall at 99 % precision on spellings, for every comparator."""
    sets = {LATIN: spelling_pairs(), **{name: native_pairs(name) for name in NATIVE}}
    scorers: dict[str, Scores] = {
        "twosource, comparison": lambda pair: compare_names(pair.left, pair.right, pair.type).score,
        "twosource, learnt distance": lambda pair: similarity(pair.left, pair.right),
        **BASELINES,
    }
    table = {
        name: {of: recall_at(pairs, [scorer(pair) for pair in pairs]) for of, pairs in sets.items()}
        for name, scorer in scorers.items()
    }
    return {
        "variants": {of: sum(pair.same for pair in pairs) for of, pairs in sets.items()},
        "others": {of: sum(not pair.same for pair in pairs) for of, pairs in sets.items()},
        "recall": table,
    }


def main() -> None:
    """Print both tables and write them."""
    first, second = labelled_pairs(), spellings()
    print(f"{'name-bench, F1':32}{'all':>8}{'persons':>9}{'bodies':>8}{'pairs':>7}")
    for name, row in first.items():
        print(f"{name:32}{row['all']:8.3f}{row['persons']:9.3f}{row['bodies']:8.3f}{row['pairs']:7.0f}")
    print(f"\n{'name-spellings, recall at 99 %':32}" + "".join(f"{of:>10}" for of in second["variants"]))
    for name, recall in second["recall"].items():
        print(f"{name:32}" + "".join(f"{value:10.3f}" for value in recall.values()))
    report("names", {"name-bench F1, halves crossed": first, "name-spellings, kept-aside native forms": second})


if __name__ == "__main__":
    main()
