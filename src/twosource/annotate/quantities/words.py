"""The number words of a language, from ``resources/<language>/numbers.toml``, and a text's pieces seen through them.

The invariant: nothing in this package names a word of a language; it asks here.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.matcher import PhraseMatcher
from twosource.annotate.pieces import Kind, Piece
from twosource.annotate.quantities.style import Style


@dataclass(frozen=True, slots=True)
class Vague:
    """An amount that is an interval by itself: "dozens". ``exact`` where the words only sound vague ("a couple")."""

    low: Fraction
    high: Fraction
    exact: bool


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A language's words for numbers, each as its table in the resource; see there for examples."""

    group: str
    articles: frozenset[str]
    joiners: frozenset[str]
    negative: frozenset[str]
    either_sign: frozenset[str]
    point: frozenset[str]
    part_of: frozenset[str]
    part_before: frozenset[str]
    endings: frozenset[str]
    not_ordinal: frozenset[str]
    metre_before: frozenset[str]
    short_scales: frozenset[str]
    compounds: bool
    cardinals: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    fractions: dict[str, Fraction]
    halves: dict[str, Fraction]
    ordinals: dict[str, int]
    vague: PhraseMatcher[Vague]


@cache
def number_words(language: str) -> NumberWords:
    """The number words of a language.

    Raises:
        LanguageError: There are none.
    """
    table = resources.load(language, "numbers")
    exact, ends = set(table["exact"]["words"]), table["vague"].items()
    vague = {words: Vague(Fraction(low), Fraction(high), words in exact) for words, (low, high) in ends}
    return filled(
        NumberWords,
        table,
        fractions={word: Fraction(*part) for word, part in table["fractions"].items()},
        halves={word: Fraction(*part) for word, part in table["halves"].items()},
        vague=PhraseMatcher(vague),
    )


_END = Piece("", "", 0, 0, Kind.MARK, spaced=True, breaks=True)


@dataclass(frozen=True, slots=True)
class Numbering:
    """A text's pieces with the number words and the digit style that they are read by.

    Attributes:
        pieces: The text.
        words: Its language's number words.
        style: How it marks thousands and decimals.
    """

    pieces: tuple[Piece, ...]
    words: NumberWords
    style: Style

    def at(self, index: int) -> Piece:
        """The piece at ``index``; an empty one outside the text."""
        return self.pieces[index] if 0 <= index < len(self.pieces) else _END

    def lower(self, index: int) -> str:
        """The word at ``index`` in lower case; empty outside the text."""
        return self.at(index).lower

    def past_point(self, index: int) -> int:
        """The index behind the point of a shortened scale that ends before ``index`` ("2 Mio. Euro")."""
        short = self.lower(index - 1) in self.words.short_scales and self.at(index).text == "."
        return index + 1 if short and not self.at(index).spaced else index

    def same_line(self, index: int) -> bool:
        """Whether the piece at ``index`` goes on in the line of the piece before it."""
        return 0 < index < len(self.pieces) and not self.pieces[index].breaks

    def past_hyphen(self, index: int) -> int:
        """The index behind a hyphen at ``index`` that joins two words, or ``index`` itself."""
        joins = self.at(index).text in _HYPHENS and not self.at(index).spaced and not self.at(index + 1).spaced
        return index + 1 if joins and index + 1 < len(self.pieces) else index


_HYPHENS = frozenset("-‐‑–")


def numbering(pieces: tuple[Piece, ...], language: str) -> Numbering:
    """A text's pieces, ready for reading numbers.

    Raises:
        LanguageError: There are no number words for the language.
    """
    words = number_words(language)
    return Numbering(pieces, words, Style.of(pieces, words.group))
