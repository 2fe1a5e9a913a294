"""``twosource compare`` on pairs of sentences that were labelled: ours, shared words, TF-IDF, cosine of sentence
vectors.

Of every dev set one half (by topic, claim, page …) served to tune a handful of weights; the other half is measured
here. Of vitaminc, which trains the weights of difference, a fifth of its pages was kept aside. A pair is one line
of two sentences without dates, read as ``compare`` reads it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score, roc_auc_score

from bench.data import report
from bench.pair_sets import Pair, claimdiff, ecbplus, emergent, fact_swaps, mrpc, rte, sample, vitaminc
from twosource.annotate import annotate, open_pipeline
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import Relation, RelationKind, compare
from twosource.corroborate.relation import cosine
from twosource.link import link
from twosource.model.article import Article
from twosource.model.reading import Annotated

HALF, FIFTH = 50, 20
SETS: dict[str, Callable[[], Iterable[Pair]]] = {
    "mrpc": mrpc,
    "ecbplus": ecbplus,
    "claimdiff": claimdiff,
    "rte": rte,
    "emergent": emergent,
    "fact-swaps": fact_swaps,
    "vitaminc": vitaminc,
}
SAYS = {
    RelationKind.SAME: "same",
    RelationKind.REFINES: "same",
    RelationKind.UPDATES: "conflict",
    RelationKind.CONFLICTS: "conflict",
    RelationKind.RELATED: "neither",
    RelationKind.UNRELATED: "neither",
}


def main() -> None:
    """Print a line a set: area under the curve of each scorer, and macro F1 where three labels are known."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=400, help="pairs a set")
    size = options.parse_args().sample
    pipeline = open_pipeline()
    figures = {}
    print(f"{'set':11}{'pairs':>6}{'ours':>7}{'words':>7}{'tf-idf':>7}{'cosine':>7}{'  macro F1':10}")
    for name, read in SETS.items():
        pairs = sample((pair for pair in read() if kept_aside(pair)), size)
        figures[name] = measure(pairs, pipeline)
        told = figures[name]
        line = "".join(f"{100 * told[key]:7.1f}" for key in ("auc", "auc_words", "auc_tfidf", "auc_cosine"))
        print(f"{name:11}{len(pairs):6}{line}{told.get('macro_f1', '')!s:>10}")
    report("pairs", {"sets": figures, "pairs_a_set": size})


def kept_aside(pair: Pair) -> bool:
    """Whether nothing was tuned or trained on a pair."""
    return pair.bucket < FIFTH / 2 if pair.set == "vitaminc" else pair.bucket >= HALF


def measure(pairs: Sequence[Pair], pipeline: Pipeline) -> dict[str, float]:
    """All figures of one set."""
    read = list(annotate(_articles(pairs), pipeline))
    sides = list(zip(read[::2], read[1::2], strict=True))
    told = [compare(left, right, link((left, right))) for left, right in sides]
    same = np.array([pair.label == "same" for pair in pairs])
    figures = {
        "auc": _area(same, [one.score for one in told]),
        "auc_words": _area(same, [_words(pair) for pair in pairs]),
        "auc_tfidf": _area(same, _tfidf(pairs)),
        "auc_cosine": _area(same, [_cosine(left, right) for left, right in sides]),
    }
    return figures | _classes(pairs, told)


def _classes(pairs: Sequence[Pair], told: Sequence[Relation]) -> dict[str, float]:
    """Macro F1 over the pairs whose label is one of three; for swapped facts, what was caught and what was left
    alone.
    """
    known = [(pair.label, SAYS[one.relation]) for pair, one in zip(pairs, told, strict=True) if pair.label != "other"]
    if {label for label, _ in known} == {"same", "conflict", "neither"}:
        gold, said = zip(*known, strict=True)
        return {"macro_f1": round(100 * float(f1_score(gold, said, average="macro")), 1)}
    if pairs[0].set == "fact-swaps":
        caught = [said == "conflict" for label, said in known if label == "conflict"]
        alone = [said != "conflict" for label, said in known if label == "same"]
        return {"caught": round(float(np.mean(caught)), 3), "left_alone": round(float(np.mean(alone)), 3)}
    return {}


def _articles(pairs: Sequence[Pair]) -> list[Article]:
    sides = (("l", "left"), ("r", "right"))
    return [Article(f"{n}{key}", getattr(pair, name)) for n, pair in enumerate(pairs) for key, name in sides]


def _area(same: np.ndarray, scores: Sequence[float]) -> float:
    return round(float(roc_auc_score(same, scores)), 4)


def _words(pair: Pair) -> float:
    left, right = set(pair.left.lower().split()), set(pair.right.lower().split())
    return len(left & right) / len(left | right)


def _tfidf(pairs: Sequence[Pair]) -> list[float]:
    rows = TfidfVectorizer().fit_transform([text for pair in pairs for text in (pair.left, pair.right)])
    return np.asarray(rows[::2].multiply(rows[1::2]).sum(axis=1)).ravel().tolist()


def _cosine(left: Annotated, right: Annotated) -> float:
    return cosine(left, right)


if __name__ == "__main__":
    main()
