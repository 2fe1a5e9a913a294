"""Phrases of a word list, found in a sequence of pieces, the longest first.

Reach for it where a resource maps phrases ("more than", "no fewer than") to something. A look-up costs as many steps
as the longest phrase with that first word has words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from twosource.annotate.pieces import Piece, scan

Entry = TypeVar("Entry")


class PhraseMatcher(Generic[Entry]):
    """A mapping from phrases to entries that is asked at a place in a text."""

    def __init__(self, entries: Mapping[str, Entry], *, case: bool = False) -> None:
        """Build the look-up.

        Args:
            entries: Phrases, as a person writes them.
            case: Whether "US" is other than "us".
        """
        self._case = case
        self._phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for phrase, entry in entries.items():
            words = tuple(self._form(piece) for piece in scan(phrase))
            self._phrases.setdefault(words[0], []).append((words, entry))
        for found in self._phrases.values():
            found.sort(key=lambda one: -len(one[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words that its phrases begin with, in lower case."""
        return frozenset(word.lower() for word in self._phrases)

    @property
    def all_words(self) -> frozenset[str]:
        """Every word of its phrases, in lower case."""
        return frozenset(word.lower() for entries in self._phrases.values() for words, _ in entries for word in words)

    def _form(self, piece: Piece) -> str:
        return (piece.text if self._case else piece.lower).replace("’", "'")

    def at(self, pieces: tuple[Piece, ...], index: int) -> tuple[Entry, int] | None:
        """The entry of the longest phrase that starts at ``index``, and the index behind it.

        >>> PhraseMatcher({"more than": ">", "more": "+"}).at(scan("no more than two"), 1)
        ('>', 3)
        """
        if not 0 <= index < len(pieces):
            return None
        found = self._phrases.get(self._form(pieces[index]))
        for words, entry in found or ():
            if len(words) == 1 or self._matches(pieces, index, words):
                return entry, index + len(words)
        return None

    def before(self, pieces: tuple[Piece, ...], index: int, reach: int) -> tuple[Entry, int] | None:
        """The entry of the longest phrase that ends just before ``index``, and where it starts.

        Args:
            pieces: The text.
            index: Index of the piece behind the phrase.
            reach: Most pieces that a phrase may have.
        """
        for start in range(max(0, index - reach), index):
            found = self.at(pieces, start)
            if found and found[1] == index:
                return found[0], start
        return None

    def _matches(self, pieces: tuple[Piece, ...], index: int, words: tuple[str, ...]) -> bool:
        if index + len(words) > len(pieces):
            return False
        for at, word in enumerate(words[1:], index + 1):
            piece = pieces[at]
            if self._form(piece) != word or piece.breaks:
                return False
        return True
