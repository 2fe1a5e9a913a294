"""What the encoder sees of a word: its pieces, its case, its shape and its last letters.

Training and run time must agree on these to the last bit, so both read them from here. The pieces are uncased
(the pretrained encoder knows no capitals), so the case class is what tells a name from a noun; shape and suffix
are hashed into fixed tables with CRC-32, which is the same on every machine.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

CASES = 8
SHAPES = 512
SUFFIXES = 4096
WORD_PIECES = 12
"""A word's pieces beyond these are dropped: an address or a run of symbols says no more in its 13th piece."""

WORD_LETTERS = 120
"""A word is cut here before it is divided, so that a text without spaces costs no more than its length."""

_RUNS = re.compile(r"(.)\1{2,}")
_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence as the encoder reads it; the root stands before the words, at [CLS].

    Attributes:
        ids: piece numbers, [CLS] and [SEP] with them.
        cases: a case class (0 to 7) for each piece.
        firsts: for the root and each word, the place of its first piece in ``ids``.
        shapes: for the root and each word, its hashed shape.
        suffixes: for the root and each word, its hashed last three letters.
    """

    ids: _Ints
    cases: _Ints
    firsts: _Ints
    shapes: _Ints
    suffixes: _Ints


def case_class(word: str) -> int:
    """Say how a word is written.

    Returns:
        0 no letter, 1 lower, 2 capital and lower, 3 capitals, 4 one capital, 5 mixed, 6 with a digit, 7 not cased.

    >>> [case_class(word) for word in (",", "iron", "Iron", "NATO", "I", "iPad", "2nd")]
    [0, 1, 2, 3, 4, 5, 6]
    """
    if any(letter.isdigit() for letter in word):
        return 6
    if not any(letter.isalpha() for letter in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 3 if sum(letter.isalpha() for letter in word) > 1 else 4
    if word[:1].isupper() and word[1:].islower():
        return 2
    return 5 if word.lower() != word else 7


def shape(word: str) -> str:
    """Write X for a capital, x for a letter, d for a digit; runs of more than two are cut.

    >>> shape("Covid-19"), shape("U.S.")
    ('Xxx-dd', 'X.X.')
    """
    drawn = "".join(_drawn(letter) for letter in word[:WORD_LETTERS])
    return _RUNS.sub(r"\1\1", drawn)


def _drawn(letter: str) -> str:
    if letter.isdigit():
        return "d"
    if letter.isalpha():
        return "X" if letter.isupper() else "x"
    return letter


def _bucket(text: str, buckets: int) -> int:
    # Bucket 0 is the root's own.
    return 1 + zlib.crc32(text.encode("utf-8", "surrogatepass")) % (buckets - 1)


@lru_cache(maxsize=65536)
def surface(word: str) -> tuple[int, int, int]:
    """The case class, the shape's bucket and the suffix's bucket of a word."""
    return case_class(word), _bucket(shape(word), SHAPES), _bucket(word[-3:].lower(), SUFFIXES)


class Divider:
    """Divides sentences of words into pieces, by the vocabulary in a ``tokenizer.json``."""

    def __init__(self, tokenizer_file: Path) -> None:
        """Load the vocabulary.

        Args:
            tokenizer_file: a WordPiece tokenizer in the format of the ``tokenizers`` library.
        """
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        numbers = self._tokenizer.get_vocab()
        self._start, self._end, self._unknown = (numbers[name] for name in ("[CLS]", "[SEP]", "[UNK]"))

    def whole_words(self) -> frozenset[str]:
        """The words of letters that are a piece of their own: what the vocabulary knows as words, lower case."""
        return frozenset(piece for piece in self._tokenizer.get_vocab() if len(piece) > 1 and piece.isalpha())

    def word_pieces(self, sentences: Sequence[Sequence[str]]) -> list[list[list[int]]]:
        """Divide every word; a word that leaves no piece (a control character, say) becomes the unknown piece.

        Args:
            sentences: the words of each sentence.

        Returns:
            For each sentence, for each word, one to ``WORD_PIECES`` piece numbers.
        """
        cut = [[clean(word) for word in words] for words in sentences]
        encodings = self._tokenizer.encode_batch(cut, is_pretokenized=True, add_special_tokens=False)
        divided = []
        for words, encoding in zip(sentences, encodings, strict=True):
            pieces: list[list[int]] = [[] for _ in words]
            for piece, word in zip(encoding.ids, encoding.word_ids, strict=True):
                if word is not None and len(pieces[word]) < WORD_PIECES:
                    pieces[word].append(piece)
            divided.append([found or [self._unknown] for found in pieces])
        return divided

    def assemble(self, words: Sequence[str], pieces: Sequence[Sequence[int]]) -> Pieces:
        """Lay the words' pieces between [CLS] and [SEP], with what else the encoder sees of them.

        Args:
            words: the words of a sentence, or of a window of one.
            pieces: their pieces, from ``word_pieces``.
        """
        surfaces = [surface(word[:WORD_LETTERS]) for word in words]
        ids, cases, firsts = [self._start], [0], [0]
        for found, (case, _, _) in zip(pieces, surfaces, strict=True):
            firsts.append(len(ids))
            ids.extend(found)
            cases.extend([case] * len(found))
        ids.append(self._end)
        cases.append(0)
        columns = (ids, cases, firsts, [0, *(item[1] for item in surfaces)], [0, *(item[2] for item in surfaces)])
        return Pieces(*(np.asarray(column, dtype=np.int64) for column in columns))


def clean(word: str) -> str:
    """Cut a word to ``WORD_LETTERS`` and replace lone surrogates, which no tokenizer takes."""
    return word[:WORD_LETTERS].encode("utf-8", "replace").decode("utf-8")


def windows(lengths: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence into runs of words whose pieces fit.

    Args:
        lengths: pieces of each word.
        most: pieces in a run at most; a word never has more.

    Yields:
        Half-open runs of word indexes, one after another, without overlap.

    >>> list(windows([1, 2, 2, 1], 3))
    [(0, 2), (2, 4)]
    """
    start, filled = 0, 0
    for place, length in enumerate(lengths):
        if filled + length > most:
            yield start, place
            start, filled = place, 0
        filled += length
    yield start, len(lengths)
