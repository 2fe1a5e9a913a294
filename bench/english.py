"""The English model on given words: tags, features, lemmas, trees, names, vectors, speed.

    python -m bench.english [--sample 4] [--aside] [--full training/runs/en/full]

``--full`` is a folder that ``python -m training full`` wrote: in it is the untouched encoder that training began with,
whose vectors are then measured too. ``--aside`` also reads the articles on which nothing was chosen. What 8 bits cost
is told by ``bench.english_bits``.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score
from spacy.language import Language
from spacy.tokens import Doc
from training.data import Sentence, conllu

from bench.data import dataset, report
from bench.english_names import SETS, articles, aside, rivals, table
from twosource.annotate.encoder import Encoder, Parsed

TREES = {
    "ud-ewt dev": ("ud-ewt", "en_ewt-ud-dev.conllu"),
    "ud-ewt test": ("ud-ewt", "en_ewt-ud-test.conllu"),
    "ud-gum-ccby dev": ("ud-gum-ccby", "en_gum_ccby-dev.conllu"),
    "ud-gum-ccby test": ("ud-gum-ccby", "en_gum_ccby-test.conllu"),
}


def trees(encoder: Encoder, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Accuracies over all words, punctuation with them; LAS by universal relations, and with subtypes."""
    return accuracies(sentences, encoder.read([item.words for item in sentences]))


def accuracies(sentences: Sequence[Sentence], read: Sequence[Parsed]) -> dict[str, float]:
    """The same of what was read."""
    hits: dict[str, int] = dict.fromkeys(("upos", "feats", "lemma", "uas", "las", "las with subtypes"), 0)
    words = 0
    for gold, parsed in zip(sentences, read, strict=True):
        for place, head in enumerate(gold.heads):
            right = parsed.heads[place] == (head - 1 if head else place)
            same = parsed.deprels[place].split(":")[0] == gold.deprels[place].split(":")[0]
            hits["upos"] += parsed.upos[place] == gold.upos[place]
            hits["feats"] += (parsed.feats[place] or "_") == gold.feats[place]
            hits["lemma"] += parsed.lemmas[place] == gold.lemmas[place]
            hits["uas"] += right
            hits["las"] += right and same
            hits["las with subtypes"] += right and parsed.deprels[place] == gold.deprels[place]
        words += len(gold.words)
    return {name: round(100 * count / words, 2) for name, count in hits.items()}


def written(sentences: Sequence[Sentence], write: Callable[[str], str]) -> list[Sentence]:
    """The same sentences in another case; lemmas are left out of account there."""
    return [
        Sentence([write(word) for word in item.words], item.upos, item.feats, item.lemmas, item.heads, item.deprels)
        for item in sentences
    ]


def all_trees(encoder: Encoder, sample: int) -> dict[str, dict[str, float]]:
    """Every treebank, and the first in capitals, in lower case, and without its final stops."""
    read = {name: list(conllu(dataset(archive) / file))[::sample] for name, (archive, file) in TREES.items()}
    first = read["ud-ewt dev"]
    read["ud-ewt dev, capitals"], read["ud-ewt dev, lower case"] = written(first, str.upper), written(first, str.lower)
    return {name: trees(encoder, sentences) for name, sentences in read.items()}


def speed(sentences: Sequence[Sequence[str]]) -> dict[str, int]:
    """Words a second of the whole reading, the best of three.

    On one thread in time of the processor, so that a busy machine does not count; on two in time as it passes.
    """
    words = sum(map(len, sentences))
    figures = {}
    for threads, clock in ((1, time.process_time), (2, time.perf_counter)):
        encoder = Encoder.load(threads=threads)
        figures[f"ours, threads: {threads}"] = round(words / _quickest(partial(encoder.read, sentences), clock))
    for name, pipeline in rivals():
        spent = _quickest(partial(_piped, pipeline, sentences), time.process_time)
        figures[f"{name}, threads: 1"] = round(words / spent)
    return figures


def _piped(pipeline: Language, sentences: Sequence[Sequence[str]]) -> None:
    for _ in pipeline.pipe(Doc(pipeline.vocab, words=list(words)) for words in sentences):
        pass


def _quickest(act: Callable[[], object], clock: Callable[[], float]) -> float:
    spent = []
    for _ in range(3):
        start = clock()
        act()
        spent.append(clock() - start)
    return min(spent)


def pairs_auc(encoder: Encoder, sample: int = 1) -> float:
    """How well the cosine tells MRPC's same-meaning pairs of news sentences: area under the ROC curve."""
    lefts, rights, same = (part[::sample] for part in _pairs())
    left, right = (np.stack([one.vector for one in encoder.read(side)]) for side in (lefts, rights))
    return round(100 * float(roc_auc_score(same, (left * right).sum(axis=1))), 2)


def shared_words() -> float:
    """The same by the share of common words: the baseline that a cosine must beat."""
    lefts, rights, same = _pairs()
    bags = [
        ({word.lower() for word in left}, {word.lower() for word in right})
        for left, right in zip(lefts, rights, strict=True)
    ]
    return round(100 * float(roc_auc_score(same, [len(left & right) / len(left | right) for left, right in bags])), 2)


def _pairs() -> tuple[list[list[str]], list[list[str]], list[int]]:
    lefts, rights, same = [], [], []
    for file in sorted(dataset("mrpc-train").glob("MSRP_Corpus/msr_paraphrase_*.txt")):
        for row in file.read_text(encoding="utf-8-sig").splitlines():
            fields = row.split("\t")
            if fields[0] in ("0", "1"):
                same.append(int(fields[0]))
                lefts.append(re.findall(r"\w+|[^\w\s]", fields[-2]))
                rights.append(re.findall(r"\w+|[^\w\s]", fields[-1]))
    return lefts, rights, same


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.english")
    parser.add_argument("--sample", type=int, default=4, help="read every so many-th article or sentence of the sets")
    parser.add_argument("--full", type=Path, help="folder with the untouched encoder, for its vectors")
    parser.add_argument("--aside", action="store_true", help="names also on all articles on which nothing was chosen")
    given = parser.parse_args()
    start = time.process_time()
    encoder = Encoder.load(threads=2)
    figures: dict[str, Any] = {"seconds to load": round(time.process_time() - start, 2), "sample": given.sample}
    figures["trees"] = all_trees(encoder, given.sample)
    figures["peak memory after reading the trees, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures["names, F1"] = {name: table(encoder, name, given.sample) for name in SETS}
    if given.aside:
        figures["names in articles kept aside, F1"] = {name: aside(encoder, name) for name in SETS}
    figures["words a second"] = speed([words for article in articles("dwie-dev", 16) for words, _ in article])
    figures["vectors, MRPC AUC"] = {"ours": pairs_auc(encoder), "shared words": shared_words()}
    if given.full:
        figures["vectors, MRPC AUC"]["untouched MiniLM"] = pairs_auc(Encoder.load(given.full / "untouched"))
    _print(figures)
    report("english", figures)


def _print(figures: dict[str, Any], depth: int = 0) -> None:
    for name, value in figures.items():
        if isinstance(value, dict) and any(isinstance(item, dict) for item in value.values()):
            print("  " * depth + name)
            _print(value, depth + 1)
        else:
            print("  " * depth + f"{name}: {value}")


if __name__ == "__main__":
    main()
