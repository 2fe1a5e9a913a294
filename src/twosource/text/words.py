"""Words as copies are compared on: folded, so that case, accents, look-alike letters and invisible signs do not count.

Reach for :func:`split` where the places of the words matter, and for :func:`codes` where only their sequence does; both
see the same words. The invariant: ``text[starts[n]:ends[n]]`` is the n-th word as it stands, and two words that a
reader cannot tell apart fold to the same string and the same code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from twosource.model.span import Span
from twosource.resources import load
from twosource.text.mixing import mix

if TYPE_CHECKING:
    from numpy.typing import NDArray

_INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_APOSTROPHES = "'’ʼ＇`´"
_JOINED = rf"[{_APOSTROPHES}{_INVISIBLE}\u0300-\u036f]"
# Scripts that put no blanks between words: each sign is a word of its own.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(
    rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+(?:(?:{_JOINED}+|(?<=\d)[.,](?=\d))(?:(?![{_UNSPACED}])[^\W_])+)*"
)
# The same words where no unspaced script occurs, without the look-ahead at each letter: three times as fast.
_SPACED_WORD = re.compile(rf"[^\W_]+(?:(?:{_JOINED}+|(?<=\d)[.,](?=\d))[^\W_]+)*")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# Signs that stand for plain ones in typeset text; with them gone most English text is ASCII, which is read at once.
_TYPOGRAPHY = (("’", "'"), ("‘", " "), ("“", " "), ("”", " "), ("—", " "), ("–", " "), ("\u00a0", " "), ("…", " "))
# What folding drops within ASCII words: marks within figures, then apostrophes and possessive endings. Each begins with
# the sign itself and looks behind it afterwards, so that the search leaps from sign to sign.
_MARKS_INSIDE = (re.compile(",(?<=[0-9].)(?=[0-9])"), re.compile("[.](?<=[0-9].)(?=[0-9])"))
_APOSTROPHES_INSIDE = re.compile("'(?<=[A-Za-z0-9].)'*(?:[sS](?![A-Za-z0-9])(?!'+[A-Za-z0-9])|(?=[A-Za-z0-9]))")
# What stands between blanks and is not all ASCII; tried at its beginning only, so that a long word costs its length.
_FOREIGN = re.compile(r"(?<!\S)[!-~]*[^\x00-\x7f]\S*")
_BASE = 0x5851F42D4C957F2D  # Knuth's multiplier for linear congruences; any odd number has an inverse
_LETTER = bytes(ord(chr(sign).lower()) if sign < 128 and chr(sign).isalnum() else 0 for sign in range(256))
"""Each byte of a word as folded, 0 for what is between words."""
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_INSIDE = re.compile(rf"[{_APOSTROPHES}.,]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text.

    Attributes:
        folded: Each word folded.
        starts, ends: Where each word stands, in code points.
        codes: One 64-bit code a folded word; equal words have equal codes.
    """

    folded: tuple[str, ...]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    codes: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.folded)

    def span(self, first: int, after: int) -> Span:
        """The stretch of text from word ``first`` up to, not including, word ``after``."""
        return Span(int(self.starts[first]), int(self.ends[after - 1]))

    def within(self, span: Span) -> range:
        """Indexes of the words that begin in ``span``."""
        return range(int(np.searchsorted(self.starts, span.start)), int(np.searchsorted(self.starts, span.end)))


def split(text: str) -> Words:
    """The words of a text with their places.

    >>> split("Кhorov’s 3,000 tonnes").folded
    ('khorov', '3000', 'tonnes')
    """
    places = [match.span() for match in _pattern(text).finditer(text)]
    edges = np.array(places, dtype=np.int64).reshape(-1, 2)
    folded = tuple(fold(text[start:end]) for start, end in places)
    return Words(folded, edges[:, 0], edges[:, 1], np.fromiter(map(_code, folded), np.uint64, len(folded)))


def codes(text: str) -> NDArray[np.uint64]:
    """The codes of a text's words, without their places; many times as fast as :func:`split`."""
    for sign, plain in _TYPOGRAPHY:
        text = text.replace(sign, plain)
    if not text.isascii():
        text = _FOREIGN.sub(_plain, text)
    if text.isascii():
        return _ascii_codes(_joined(text))
    words = _pattern(text).findall(text)
    return np.fromiter(map(_raw_code, words), np.uint64, len(words))


def _plain(chunk: re.Match[str]) -> str:
    """What stands between two blanks, its words folded, if they are then plain letters and figures."""
    folded = [fold(word) for word in _pattern(chunk[0]).findall(chunk[0])]
    return " ".join(folded) if all(word.isascii() and word.isalnum() for word in folded) else chunk[0]


def _joined(text: str) -> str:
    """An ASCII text without the signs that folding drops within its words."""
    for mark in _MARKS_INSIDE:
        text = mark.sub("", text)
    return _APOSTROPHES_INSIDE.sub("", text.replace("`", "'"))


def _ascii_codes(text: str) -> NDArray[np.uint64]:
    """All words at once: the polynomial of each word's bytes as a difference of two sums over the text.

    With b the base, the sum of byte * b**place from a word's first to its last byte, times b**-first, is the word's own
    polynomial; all modulo 2**64, where an odd b has an inverse.
    """
    letters = np.frombuffer(text.encode().translate(_LETTER), np.uint8)
    inside = np.zeros(len(letters) + 2, np.bool_)
    inside[1:-1] = letters
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    first, after = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << max(12, len(letters).bit_length()))
    sums = np.zeros(len(letters) + 1, np.uint64)
    np.cumsum(letters * powers[: len(letters)], out=sums[1:])
    return mix((sums[after] - sums[first]) * inverses[first])


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """One word without case, accents, invisible signs, possessive ending, and with look-alike letters made Latin.

    >>> fold("Zhelna's"), fold("ZHE\u200bLNA"), fold("Жe")
    ('zhelna', 'zhelna', 'жe')
    """
    plain = word if word.isascii() else _without_marks(word)
    plain = _INSIDE.sub("", _POSSESSIVE.sub("", plain)).casefold()
    return plain if plain.isascii() else plain.translate(_lookalikes())


def _without_marks(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in decomposed if unicodedata.category(sign) not in ("Mn", "Cf"))


@cache
def _lookalikes() -> dict[int, str]:
    return {ord(sign): latin for sign, latin in load("common", "lookalikes")["letters"].items()}


def _pattern(text: str) -> re.Pattern[str]:
    return _WORD if not text.isascii() and _HAS_UNSPACED.search(text) else _SPACED_WORD


@lru_cache(maxsize=1 << 19)
def _code(folded: str) -> int:
    """One word's code: the polynomial of its bytes in :data:`_BASE`, mixed; the same as :func:`_ascii_codes` gives
    it.
    """
    total = 0
    for byte in reversed(folded.encode("utf-8", "surrogatepass")):
        total = (total * _BASE + byte) & 0xFFFF_FFFF_FFFF_FFFF
    return int(mix(np.array([total], np.uint64))[0])


@lru_cache(maxsize=1 << 19)
def _raw_code(word: str) -> int:
    return _code(fold(word))


@lru_cache(maxsize=4)
def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The base's powers from 0 on, and their inverses modulo 2**64."""
    inverse = pow(_BASE, -1, 1 << 64)
    steps = np.ones((2, count), np.uint64)
    steps[0, 1:], steps[1, 1:] = np.uint64(_BASE), np.uint64(inverse)
    powers = np.cumprod(steps, axis=1, dtype=np.uint64)
    return powers[0], powers[1]


def shared_start(left: Sequence[str], right: Sequence[str]) -> int:
    """How many items, words of a text or letters of a word, two sequences begin with alike.

    >>> shared_start(["in", "the", "port"], ["in", "the", "town"])
    2
    """
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))
