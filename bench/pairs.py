"""``twosource compare`` on pairs of sentences that were labelled, beside shared words, TF-IDF, the cosine of sentence
vectors, the pair reader alone, and typed comparison without it.

Of every dev set one half (by topic, claim, page …) served to fit the weights; the other half is measured here. Of
vitaminc, which trains the reader, a fifth of its pages was kept aside. A pair is one line
of two sentences without dates, read as ``compare`` reads it. *Mended* are pairs that the reader alone says wrong and
both together say right, *spoiled* the other way round; *typed* is ``compare`` with its weights for no reader.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score, roc_auc_score

from bench.data import report
from bench.pair_sets import DEV_SETS, Pair, Use, sample
from twosource.annotate import annotate, open_pipeline
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import RelationKind
from twosource.corroborate.pairs.reader import CLASSES, read_pairs
from twosource.corroborate.pairs.relation import Laid, lay, read_too, relate
from twosource.link import link
from twosource.model.article import Article

BATCH = 64
SAYS = {
    RelationKind.SAME: "same",
    RelationKind.REFINES: "same",
    RelationKind.UPDATES: "conflict",
    RelationKind.CONFLICTS: "conflict",
    RelationKind.RELATED: "neither",
    RelationKind.UNRELATED: "neither",
}
READER_SAYS = dict(zip(CLASSES, ("same", "conflict", "neither"), strict=True))
SCORERS = ("words", "cosine", "tf-idf", "reader", "typed", "ours")
JUDGES = ("reader", "typed", "ours")


def main() -> None:
    """Print three tables: the area under the curve of each scorer, how it ranks grades, and what the judges say."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=400, help="pairs a set")
    size = options.parse_args().sample
    pipeline = open_pipeline()
    chosen = {name: sample((p for p in read() if p.use is Use.MEASURE), size) for name, read in DEV_SETS.items()}
    figures = {name: measure(pairs, pipeline) for name, pairs in chosen.items()}
    print("area under the curve, 100 is best")
    print(f"{'set':11}{'pairs':>6}" + "".join(f"{name:>8}" for name in SCORERS))
    for name, told in figures.items():
        print(f"{name:11}{told['pairs']:6}" + "".join(f"{100 * told['auc'][key]:8.1f}" for key in SCORERS))
    print("\nrank correlation (Spearman) with the grades of sets that grade, 100 is best")
    for name, told in figures.items():
        if told["spearman"]:
            print(f"{name:11}{told['pairs']:6}" + "".join(f"{100 * told['spearman'][key]:8.1f}" for key in SCORERS))
    print("\nwhat is said: macro F1, swapped facts caught, and how often typed comparison mends or spoils the reader")
    for name, told in figures.items():
        print(f"{name:11}", ", ".join(f"{key} {value}" for key, value in told["said"].items()))
    report("pairs", {"sets": figures, "pairs_a_set": size})


def laid_pairs(pairs: Iterable[Pair], pipeline: Pipeline, *, read: bool = True) -> Iterator[Laid]:
    """Each pair laid side by side, as ``compare`` does it.

    Args:
        pairs: The pairs.
        pipeline: Reads their sentences.
        read: Whether the pair reader reads them too.
    """
    waiting = iter(pairs)
    while batch := list(islice(waiting, BATCH)):
        known = list(annotate(_articles(batch), pipeline))
        for pair, left, right in zip(batch, known[::2], known[1::2], strict=True):
            laid = lay(left, right, link((left, right)))
            yield read_too(laid, pair.left, pair.right) if read else laid


def _articles(pairs: Sequence[Pair]) -> list[Article]:
    sides = (("l", "left"), ("r", "right"))
    return [Article(f"{n}{key}", getattr(pair, name)) for n, pair in enumerate(pairs) for key, name in sides]


def measure(pairs: Sequence[Pair], pipeline: Pipeline) -> dict[str, Any]:
    """All figures of one set."""
    typed = list(laid_pairs(pairs, pipeline, read=False))
    both = [read_too(one, pair.left, pair.right) for one, pair in zip(typed, pairs, strict=True)]
    read = read_pairs([(pair.left, pair.right) for pair in pairs])
    related = {"typed": [relate(one) for one in typed], "ours": [relate(one) for one in both]}
    scores = {
        "words": [_words(pair) for pair in pairs],
        "cosine": [one.features["cosine"] for one in typed],
        "tf-idf": _tfidf(pairs),
        "reader": read[:, 0].tolist(),
        **{name: [one.score for one in found] for name, found in related.items()},
    }
    said = {name: [SAYS[one.relation] for one in found] for name, found in related.items()}
    said["reader"] = [READER_SAYS[CLASSES[best]] for best in read.argmax(axis=1)]
    same = np.array([pair.label == "same" for pair in pairs])
    grades = [pair.grade for pair in pairs if pair.grade is not None]
    return {
        "pairs": len(pairs),
        "auc": {name: round(float(roc_auc_score(same, scores[name])), 4) for name in SCORERS},
        "spearman": {name: _rank(grades, scores[name]) for name in SCORERS} if grades else {},
        "said": _said(pairs, said) | _changed(pairs, said),
    }


def _said(pairs: Sequence[Pair], said: dict[str, list[str]]) -> dict[str, float]:
    """Macro F1 over the pairs whose label is one of three; of swapped facts, what was caught and what left alone."""
    known = [place for place, pair in enumerate(pairs) if pair.label != "other"]
    gold = [pairs[place].label for place in known]
    figures: dict[str, float] = {}
    for name in JUDGES:
        told = [said[name][place] for place in known]
        if set(gold) == {"same", "conflict", "neither"}:
            figures[f"macro F1 {name}"] = round(100 * float(f1_score(gold, told, average="macro")), 1)
        elif pairs[0].set == "fact-swaps":
            swapped = np.array([one == "conflict" for one in gold])
            conflict = np.array([one == "conflict" for one in told])
            figures[f"caught {name}"] = round(float(conflict[swapped].mean()), 3)
            figures[f"left alone {name}"] = round(float(1.0 - conflict[~swapped].mean()), 3)
    return figures


def _changed(pairs: Sequence[Pair], said: dict[str, list[str]]) -> dict[str, float]:
    right = {
        name: np.array([_right(pair.label, word) for pair, word in zip(pairs, said[name], strict=True)])
        for name in JUDGES
    }
    return {
        "right reader": int(right["reader"].sum()),
        "right typed": int(right["typed"].sum()),
        "right ours": int(right["ours"].sum()),
        "mended": int((right["ours"] & ~right["reader"]).sum()),
        "spoiled": int((right["reader"] & ~right["ours"]).sum()),
    }


def _right(label: str, said: str) -> bool:
    """Whether what is said fits a label; ``other`` is all that is not the same."""
    return said != "same" if label == "other" else said == label


def _rank(grades: Sequence[float], scores: Sequence[float]) -> float:
    return round(float(spearmanr(grades, scores).statistic), 4)


def _words(pair: Pair) -> float:
    left, right = set(pair.left.lower().split()), set(pair.right.lower().split())
    return len(left & right) / len(left | right)


def _tfidf(pairs: Sequence[Pair]) -> list[float]:
    rows = TfidfVectorizer().fit_transform([text for pair in pairs for text in (pair.left, pair.right)])
    found: list[float] = np.asarray(rows[::2].multiply(rows[1::2]).sum(axis=1)).ravel().tolist()
    return found


if __name__ == "__main__":
    main()
