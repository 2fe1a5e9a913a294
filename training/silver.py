"""Silver names: what the last model reads in texts that nobody labelled, once the whole text has had its say.

A sentence often cannot say whether "Orlund" is a town or a man; its article can (``twosource.annotate.naming``). So the
article teaches the sentence: a text is read in 32 bits, its names agree, and the next model learns from each sentence
alone what the text knew. The invariants: only sets that ``sets.toml`` names are read, what is not sure stays
unlabelled, and a label that people gave is never overruled. Which sentences are read is chosen by their hash.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from training.data import Sentence, Source
from training.names import ANY, NAME_LABELS
from twosource.annotate.encoder import Encoder, Parsed
from twosource.annotate.naming import agree

FILE = "silver.jsonl"
"""The name of the silver names in a run's folder."""

SURE = 0.7
"""A name is sure where its sentence gives its labels this much on average, or another sentence of the text does."""

SURELY_NONE = 0.9
"""A word is no name for sure where its own sentence gives "outside" this much."""

WEIGHT = 0.5
"""What a sentence counts in the loss of names that has silver names alone."""

Key = tuple[str, str]


def write(sources: Sequence[Source], teacher: Encoder, file: Path) -> None:
    """Read the sets that have silver names, and write a line a sentence.

    Args:
        sources: the mixture.
        teacher: reads them.
        file: gets ``{"set", "words", "masks"}``; a mask is the set of labels that the word may have (``names.masks``).
    """
    with file.open("w", encoding="utf-8") as lines:
        for source in (source for source in sources if source.silver):
            for document in documents(source):
                for words, masks in zip(*read(document, teacher), strict=True):
                    row = {"set": source.name, "words": words, "masks": masks}
                    lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def documents(source: Source) -> Iterator[list[Sentence]]:
    """The chosen sentences, together where they stand in one text, by the hash of the text or the sentence."""
    gathered: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in source.sentences:
        gathered[sentence.document or " ".join(sentence.words)].append(sentence)
    for name, sentences in gathered.items():
        if int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) < source.silver_share * 2**32:
            yield sentences


def read(document: Sequence[Sentence], teacher: Encoder) -> tuple[list[list[str]], list[list[int]]]:
    """The words of a text's sentences, and the labels that they may have as far as the text is sure."""
    words = [sentence.words for sentence in document]
    alone = teacher.read(words)
    return words, list(sure_masks(words, alone, agree(words, alone)))


def sure_masks(
    sentences: Sequence[Sequence[str]], alone: Sequence[Parsed], together: Sequence[Parsed]
) -> Iterator[list[int]]:
    """Label what is sure.

    Args:
        sentences: the words of a text's sentences.
        alone: as each sentence reads by itself.
        together: with names that agree.

    Yields:
        For each sentence the sets of labels, ``ANY`` where it is not sure.
    """
    certain = set(_certain(sentences, together))
    for words, one, agreed in zip(sentences, alone, together, strict=True):
        masks = [1 if math.exp(row[0]) >= SURELY_NONE else ANY for row in one.scores]
        for start, end, kind in agreed.names:
            named = (" ".join(words[start:end]), kind) in certain
            masks[start:end] = _labels(kind, end - start) if named else [ANY] * (end - start)
        yield masks


def _certain(sentences: Sequence[Sequence[str]], together: Sequence[Parsed]) -> Iterator[Key]:
    """The names that some sentence of the text is sure of, with their types."""
    for words, one in zip(sentences, together, strict=True):
        for start, end, kind in one.names:
            columns = [mask.bit_length() - 1 for mask in _labels(kind, end - start)]
            chances = [one.scores[start + place, column] for place, column in enumerate(columns)]
            if sum(chances) / len(chances) >= math.log(SURE):
                yield " ".join(words[start:end]), kind


def _labels(kind: str, length: int) -> list[int]:
    inside = 1 << NAME_LABELS.index(f"I-{kind}")
    return [1 << NAME_LABELS.index(f"B-{kind}"), *[inside] * (length - 1)]


def joined(sources: Sequence[Source], file: Path) -> list[Source]:
    """The mixture with the silver names joined to its sentences; what is left without any label is dropped.

    Args:
        sources: the mixture.
        file: that ``write`` wrote; where there is none, only what has labels of its own is left.
    """
    found: dict[Key, list[int]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        row = json.loads(line)
        found[row["set"], " ".join(row["words"])] = row["masks"]
    told = [replace(source, sentences=tuple(_joined(source, found))) for source in sources]
    return [source for source in told if source.sentences]


def _joined(source: Source, found: dict[Key, list[int]]) -> Iterable[Sentence]:
    for sentence in source.sentences:
        taught = found.get((source.name, " ".join(sentence.words)))
        if taught and not sentence.masks:
            yield replace(sentence, masks=taught, weight=WEIGHT)
        elif taught:
            pairs = zip(sentence.masks, taught, strict=True)
            yield replace(sentence, masks=[_both(own, silver, source.silver) for own, silver in pairs])
        elif sentence.masks or sentence.upos:
            yield sentence


def _both(own: int, silver: int, manner: str) -> int:
    if own & silver:
        return own & silver
    return own | silver if manner == "doubt" else own
