"""CoNLL-U in, CoNLL-U out: given words, predicted tags, features, lemmas, heads, relations and names.

Reach for it to score or to use the pipeline on words that were divided elsewhere. The invariant: comments, multiword
tokens and empty nodes pass through untouched, and so do the id, form and MISC of each word; a name is added to MISC as
``ner=B-person`` and ``ner=I-person``. Language-specific tags and enhanced relations are not predicted, and left empty.

The format: https://universaldependencies.org/format.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import tee

from twosource.annotate.parts import part
from twosource.annotate.pipeline import Pipeline
from twosource.errors import RecordError
from twosource.model.reading import Reading
from twosource.text.tree import Tree

COLUMNS = 10
ID, FORM, MISC = 0, 1, 9
_LONGEST = 500
"""A longer document is read in parts of this many sentences, so that memory is bounded."""


@dataclass(frozen=True, slots=True)
class Block:
    """One sentence of a file.

    Attributes:
        lines: All of its lines, without line ends.
        words: Places in ``lines`` of the words of its tree.
        forms: The words themselves.
    """

    lines: tuple[str, ...]
    words: tuple[int, ...]
    forms: tuple[str, ...]


def read_conllu(lines: Iterable[str]) -> Iterator[Block]:
    r"""Read sentences.

    Args:
        lines: Of a CoNLL-U file, with or without their ends.

    Yields:
        One block a sentence; comments alone are a block without words.

    Raises:
        RecordError: A line has not ten columns.

    >>> next(read_conllu(["# text = Ships", "1\tShips" + 8 * "\t_", ""])).forms
    ('Ships',)
    """
    held: list[str] = []
    for number, line in enumerate(lines, start=1):
        bare = line.rstrip("\r\n")
        if bare.strip():
            if not bare.startswith("#") and bare.count("\t") != COLUMNS - 1:
                raise RecordError(f"line {number}", f"a CoNLL-U line has {COLUMNS} columns, not {bare[:60]!r}")
            held.append(bare)
        elif held:
            yield _block(held)
            held = []
    if held:
        yield _block(held)


def _block(lines: Sequence[str]) -> Block:
    words = tuple(place for place, line in enumerate(lines) if line[0] != "#" and line.split("\t", 1)[ID].isdigit())
    return Block(tuple(lines), words, tuple(lines[place].split("\t", 2)[FORM] for place in words))


def annotate_conllu(lines: Iterable[str], pipeline: Pipeline) -> Iterator[str]:
    """Write predictions over the words of a CoNLL-U file.

    Args:
        lines: Of the file.
        pipeline: From ``open_pipeline``.

    Yields:
        Lines without their ends, an empty one behind each sentence.

    Raises:
        RecordError: A line has not ten columns.
    """
    given, read = tee(_documents(read_conllu(lines)))
    readings = pipeline.read_words([block.forms for block in document if block.forms] for document in read)
    for document, whole in zip(given, readings, strict=True):
        sentences = iter(whole.sentences)
        for block in document:
            written = _predicted(block, part(whole, next(sentences))) if block.forms else {}
            yield from (written.get(place, line) for place, line in enumerate(block.lines))
            yield ""


def _documents(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Sentences that are read together: those of a document where the file marks documents, else each by itself."""
    document: list[Block] = []
    marked = False
    for block in blocks:
        starts = any(line.startswith("# newdoc") for line in block.lines)
        if document and (starts or not marked or len(document) == _LONGEST):
            yield document
            document = []
        marked = marked or starts
        document.append(block)
    if document:
        yield document


def _predicted(block: Block, reading: Reading) -> dict[int, str]:
    """The lines of a sentence's words, with what was read in them."""
    names = _names(reading)
    ids = [block.lines[place].split("\t", 1)[ID] for place in block.words]
    written = {}
    for index, (place, token) in enumerate(zip(block.words, reading.tokens, strict=True)):
        columns = block.lines[place].split("\t")
        head = "0" if token.head == index else ids[token.head]
        misc = [part for part in columns[MISC].split("|") if part not in ("", "_") and not part.startswith("ner=")]
        misc += [f"ner={names[index]}"] if index in names else []
        tags = [token.lemma, token.upos, "_", token.feats or "_", head, token.deprel, "_"]
        written[place] = "\t".join([*columns[: FORM + 1], *tags, "|".join(misc) or "_"])
    return written


def _names(reading: Reading) -> dict[int, str]:
    """For the words of names, ``B-`` or ``I-`` and the type."""
    tree, labels = Tree(reading), {}
    for name in reading.names:
        words = tree.tokens_in(name.span)
        labels.update({index: f"{'B' if index == words.start else 'I'}-{name.type}" for index in words})
    return labels
