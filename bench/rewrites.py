"""Simulated plagiarism of books: paraphrased or round-trip translated sentences, against sentences that are only alike.

The sentences are put together to texts of one, three and eight, each against its paraphrases or against its
look-alikes in the same order, so that order alone decides nothing. Figures are areas under the ROC curve of what
lineage weighs and of what a user would pick, and what lineage makes of texts long enough to be judged. Books are far
from news, and nothing was tuned on them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from bench.accounts import Document, read
from bench.data import dataset, report
from twosource.model.reading import Annotated
from twosource.trace import Publishers
from twosource.trace.account import Account, prepare
from twosource.trace.tie import judge

SENTENCES = (1, 3, 8)
_Texts = list[tuple[str, str, bool]]


def texts(sentences: int, size: int) -> _Texts:
    """Pairs of texts of so many sentences, left and right, and whether the right one paraphrases the left one."""
    lines = (dataset("pan-paraphrase-dev") / "pan_test.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    found = []
    for label in ("paraphrase", "not_paraphrase"):
        pairs = [(_closed(row["left"]), _closed(row["right"])) for row in rows if row["label"] == label][:size]
        for start in range(0, len(pairs) - sentences + 1, sentences):
            lefts, rights = zip(*pairs[start : start + sentences], strict=True)
            found.append((" ".join(lefts), " ".join(rights), label == "paraphrase"))
    return found


def _closed(sentence: str) -> str:
    sentence = sentence.strip()
    return sentence if sentence.endswith((".", "!", "?", '"', "”")) else f"{sentence}."


def accounts(pairs: _Texts) -> list[tuple[Annotated, Annotated]]:
    """The pairs as the pipeline reads them."""
    plain = [text for left, right, _ in pairs for text in (left, right)]
    readings = iter(read([Document(str(n), text, None, None, None, None, "") for n, text in enumerate(plain)]))
    return list(zip(readings, readings, strict=True))


def measure(sentences: int, size: int) -> dict[str, Any]:
    """Areas under the curve for texts of so many sentences; verdicts of lineage on both kinds."""
    from sklearn.metrics import roc_auc_score

    pairs = texts(sentences, size)
    prepared = [tuple(prepare(one, Publishers.known()) for one in pair) for pair in accounts(pairs)]
    ties = [judge(left, right, Counter()) for left, right in prepared]
    truth = [paraphrased for *_, paraphrased in pairs]
    scores = {
        "alignment, log-odds of a rewrite": [tie.retelling.odds for tie in ties],
        "alignment, mean cosine of its pairs": [_aligned(tie.left, tie.right, tie.retelling.pairs) for tie in ties],
        "shared passages": [tie.reuse.share for tie in ties],
        "TF-IDF cosine": _tfidf(pairs),
        "cosine of mean sentence vectors": [float(left.mean @ right.mean) for left, right in prepared],
    }
    verdicts = Counter((tie.standing.value, told) for tie, told in zip(ties, truth, strict=True))
    return {
        "texts": len(pairs),
        "area under the curve": {name: round(float(roc_auc_score(truth, found)), 4) for name, found in scores.items()},
        "paraphrases": {standing: verdicts[standing, True] for standing in ("copy", "unclear", "apart")},
        "look-alikes": {standing: verdicts[standing, False] for standing in ("copy", "unclear", "apart")},
    }


def _aligned(left: Account, right: Account, pairs: Sequence[tuple[int, int]]) -> float:
    if left.vectors is None or right.vectors is None or not pairs:
        return 0.0
    return float(sum(left.vectors[one] @ right.vectors[other] for one, other in pairs)) / min(
        len(left.sentences), len(right.sentences)
    )


def _tfidf(pairs: _Texts) -> list[float]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(
        [text for left, right, _ in pairs for text in (left, right)]
    )
    return [float(value) for value in np.asarray(vectors[::2].multiply(vectors[1::2]).sum(axis=1)).ravel()]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=240, help="sentence pairs of each kind")
    chosen = parser.parse_args()
    figures: dict[str, Any] = {}
    for sentences in SENTENCES:
        name = f"texts of {sentences} sentences"
        figures[name] = row = measure(sentences, chosen.size)
        print(f"{name}: {row['texts']}; paraphrases {row['paraphrases']}, look-alikes {row['look-alikes']}")
        for score, area in row["area under the curve"].items():
            print(f"  {score:40s} {area:.3f}")
    report("rewrites", figures)


if __name__ == "__main__":
    main()
