"""Sentences and words found in raw text, against spaCy's sentencizer and tokenizer, and sentencex if it is installed.

The dev parts of UD English EWT (web: mails, reviews, blogs) and of GUM (academic, court, interviews, news), each
document laid out as it was, and GMB's news from Voice of America, whose sentences we join to paragraphs. A sentence or
word is right when both of its ends are. Word lists and rules were made on the training parts, and on other sentences of
GMB than are counted here.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import spacy

from bench.data import dataset, report
from twosource.annotate.segmentation.sentences import split_sentences
from twosource.annotate.segmentation.tokens import find_words

Spans = list[tuple[int, int]]
GMB_SENTENCES = 4000
GMB_PARAGRAPH = 5
_NO_BLANK_BEFORE = frozenset([".", ",", ";", ":", "?", "!", ")", "%", "'s", "n't", "'", "'re", "'ve", "'ll", "'d"])
_NO_BLANK_BEHIND = frozenset(["(", "$", "#"])
_QUOTES = frozenset({'"', "``", "''"})


@dataclass(frozen=True, slots=True)
class Document:
    """A raw text with where its words and sentences are; ``words`` is empty where they are not known."""

    text: str
    words: Spans
    sentences: Spans


def read_treebank(path: Path) -> Iterator[Document]:
    """The documents of a treebank, their texts put together again, a blank line before each paragraph."""
    text: str = ""
    words: Spans = []
    sentences: Spans = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        if text and any(line.startswith("# newdoc") for line in lines):
            yield Document(text, words, sentences)
            text, words, sentences = "", [], []
        if text and any(line.startswith("# newpar") for line in lines):
            text = text.rstrip(" ") + "\n\n"
        begin = len(text)
        text += next(line[9:] for line in lines if line.startswith("# text = "))
        found = list(_words(lines, text, begin))
        words += found
        sentences.append((found[0][0], found[-1][1]))
        text += "" if "SpaceAfter=No" in lines[-1] else " "
    yield Document(text, words, sentences)


def _words(lines: list[str], text: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the words stand; those of a multiword token divide it, unless their letters are not its own."""
    rows = [line.split("\t") for line in lines if line[0] != "#"]
    covered = 0
    for place, row in enumerate(rows):
        if "." in row[0] or (row[0].isdigit() and int(row[0]) <= covered):
            continue
        at = text.index(row[1], at)
        parts = [row[1]]
        if "-" in row[0]:
            first, covered = map(int, row[0].split("-"))
            parts = [part[1] for part in rows[place + 1 : place + 2 + covered - first]]
            parts = parts if "".join(parts) == row[1] else [row[1]]
        for part in parts:
            yield at, at + len(part)
            at += len(part)


def read_gmb(path: Path, most: int) -> Iterator[Document]:
    """Paragraphs of sentences, their words joined as they are printed."""
    blocks = islice(path.read_text(encoding="utf-8").strip().split("\n\n"), most)
    lines = [_printed([line.split("\t")[0] for line in block.split("\n")]) for block in blocks]
    for first in range(0, len(lines), GMB_PARAGRAPH):
        text, sentences = "", []
        for line in lines[first : first + GMB_PARAGRAPH]:
            sentences.append((len(text), len(text) + len(line)))
            text += line + " "
        yield Document(text, [], sentences)


def _printed(words: list[str]) -> str:
    """Words with the blanks of print: none before a stop, none within quotation marks."""
    joined, opened, blank = "", False, False
    for word in words:
        mark = word in _QUOTES
        closes = mark and opened
        joined += f" {word}" if blank and not closes and word not in _NO_BLANK_BEFORE else word
        opened ^= mark
        blank = not (mark and opened) and word not in _NO_BLANK_BEHIND
    return joined


def ours_sentences(document: Document) -> Spans:
    return [(span.start, span.end) for span in split_sentences(document.text)]


def ours_words(document: Document) -> Spans:
    found = find_words(document.text, split_sentences(document.text))
    return [word for sentence in found for word in sentence]


def naive_sentences(document: Document) -> Spans:
    return [found.span() for found in re.finditer(r"\S[^.!?\n]*[.!?\n]?", document.text)]


def naive_words(document: Document) -> Spans:
    return [found.span() for found in re.finditer(r"\w+|[^\w\s]", document.text)]


def spacy_readers() -> tuple[Callable[[Document], Spans], Callable[[Document], Spans]]:
    """SpaCy's rules for English: its sentencizer, its tokenizer."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    def sentences(document: Document) -> Spans:
        found = [sentence.text_with_ws for sentence in nlp(document.text).sents]
        return _stripped(document.text, found)

    def words(document: Document) -> Spans:
        doc = nlp.make_doc(document.text)
        return [(token.idx, token.idx + len(token)) for token in doc if not token.is_space]

    return sentences, words


def sentencex_sentences() -> Callable[[Document], Spans] | None:
    """Wikimedia's sentencex (MIT), if it is installed."""
    if importlib.util.find_spec("sentencex") is None:
        return None
    segment = importlib.import_module("sentencex").segment
    return lambda document: _stripped(document.text, list(segment("en", document.text)))


def _stripped(text: str, parts: list[str]) -> Spans:
    """Where parts of a text stand that follow one another, without the blanks around them."""
    spans, at = [], 0
    for part in parts:
        bare = part.strip()
        if bare:
            at = text.index(bare, at)
            spans.append((at, at + len(bare)))
            at += len(bare)
    return spans


def score(documents: Iterable[Document], read: Callable[[Document], Spans], gold: str) -> dict[str, float]:
    """Precision, recall and F1 in points, and words of running text a second."""
    right = given = wanted = letters = 0
    spent = 0.0
    for document in documents:
        began = time.process_time()
        found = set(read(document))
        spent += time.process_time() - began
        truth = set(getattr(document, gold))
        right, given, wanted = right + len(found & truth), given + len(found), wanted + len(truth)
        letters += len(document.text.split())
    precision, recall = 100 * right / given, 100 * right / wanted
    figures = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}
    return {name: round(figure, 2) for name, figure in figures.items()} | {"per_second": round(letters / spent, -3)}


def main() -> None:
    """Print the table and write it."""
    ewt = next(dataset("ud-ewt").glob("*dev.conllu"))
    gum = next(dataset("ud-gum-ccby").glob("*dev.conllu"))
    gmb = next(dataset("gmb").glob("*.bio"))
    sets = {
        "ewt dev": list(read_treebank(ewt)),
        "gum dev": list(read_treebank(gum)),
        "gmb": list(read_gmb(gmb, GMB_SENTENCES)),
    }
    spacy_sentences, spacy_words = spacy_readers()
    splitters = {
        "twosource": ours_sentences,
        "a stop and a break": naive_sentences,
        "spacy sentencizer": spacy_sentences,
    }
    other = sentencex_sentences()
    splitters |= {"sentencex": other} if other else {}
    dividers = {"twosource": ours_words, "letters or a sign": naive_words, "spacy tokenizer": spacy_words}
    figures: dict[str, dict[str, dict[str, float]]] = {}
    for kind, readers in (("sentences", splitters), ("words", dividers)):
        for name, documents in sets.items():
            if kind == "words" and not documents[0].words:
                continue
            for reader, read in readers.items():
                row = score(documents, read, kind)
                figures.setdefault(f"{kind}, {name}", {})[reader] = row
                print(f"{kind:10}{name:9}{reader:20}" + "".join(f"{key} {row[key]:>11,}  " for key in row))
    report("sentences", {"figures": figures, "sample": f"dev parts; the first {GMB_SENTENCES} sentences of GMB"})


if __name__ == "__main__":
    main()
