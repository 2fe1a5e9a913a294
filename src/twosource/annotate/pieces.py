"""Texts cut into pieces for the grammars of figures and times: words, digits, single marks, with their offsets.

These pieces are finer than a pipeline's tokens and the same under every pipeline ("49-year-old" is five, "$1.2bn" is
three), so that the grammars work without a parse. The invariant: pieces run in text order, do not overlap and leave
out nothing but blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from twosource.model.span import Span

_PIECE = re.compile(
    r"(?P<number>[0-9]+(?:[.,][0-9]+)*|(?<![\w.])\.[0-9]+|[½⅓⅔¼¾⅛])"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[oO]['’]clock|['’][sS](?!\w)|[^\W\d_]+)"
    r"|(?P<mark>\S)"
)


class Kind(Enum):
    """What a piece is made of."""

    NUMBER = auto()
    WORD = auto()
    MARK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a run of digits with inner points and commas, or a single mark.

    Attributes:
        lower: The text in lower case.
        spaced: Whether a blank stands before it.
        breaks: Whether a line break stands before it.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: Kind
    spaced: bool
    breaks: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def scan(text: str) -> tuple[Piece, ...]:
    """Cut a text into pieces, in one pass.

    >>> [piece.text for piece in scan("The 49-year-old paid $1.2bn at 9 p.m.")]
    ['The', '49', '-', 'year', '-', 'old', 'paid', '$', '1.2', 'bn', 'at', '9', 'p.m.']
    """
    pieces, end = [], 0
    kinds = {"number": Kind.NUMBER, "word": Kind.WORD, "mark": Kind.MARK}
    for match in _PIECE.finditer(text):
        start = match.start()
        gap = text[end:start]
        kind = kinds[match.lastgroup or "mark"]
        word = match.group()
        pieces.append(Piece(word, word.lower(), start, match.end(), kind, bool(gap), "\n" in gap))
        end = match.end()
    return tuple(pieces)


def span_of(pieces: tuple[Piece, ...], start: int, end: int) -> Span:
    """The text span of ``pieces[start:end]``, which is not empty."""
    return Span(pieces[start].start, pieces[end - 1].end)
