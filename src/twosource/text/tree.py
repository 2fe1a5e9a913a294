"""Dependency trees over a reading's tokens.

Rules on syntax walk a tree: children, subtrees, the path to the root. The tokens of a reading only know their heads; a
tree adds the way down, once a reading, in linear time. Every walk is iterative, so no sentence is too deep for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from twosource.model.reading import Reading, Token
from twosource.model.span import Span


class Tree:
    """A reading's tokens with their children and their sentences.

    Attributes:
        reading: The reading; only its text, sentences, tokens and names need to be filled.
        tokens: The reading's tokens.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens: tuple[Token, ...] = reading.tokens

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indexes of its dependents, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                below[token.head].append(index)
        return tuple(map(tuple, below))

    @cached_property
    def sentence_ranges(self) -> tuple[range, ...]:
        """For each sentence the indexes of its tokens."""
        ranges, at = [], 0
        for sentence in self.reading.sentences:
            start = at
            while at < len(self.tokens) and self.tokens[at].span.start < sentence.end:
                at += 1
            ranges.append(range(start, at))
        return tuple(ranges)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each token the index of its sentence."""
        return tuple(number for number, tokens in enumerate(self.sentence_ranges) for _ in tokens)

    def child(self, index: int, *deprels: str) -> int | None:
        """The first dependent of a token with one of these relations; a relation also stands for its subtypes."""
        for below in self.children[index]:
            if self.tokens[below].deprel in deprels or self.tokens[below].deprel.split(":")[0] in deprels:
                return below
        return None

    def case_of(self, index: int, *deprels: str) -> str:
        """A phrase's preposition, or its first dependent with one of these relations; in lower case, empty for none."""
        case = self.child(index, *(deprels or ("case",)))
        return "" if case is None else self.tokens[case].text.lower()

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> list[int]:
        """Indexes of a token and all that hangs on it, in text order.

        Args:
            index: The token on top.
            without: Relations below the top whose branches are left out, such as ``{"acl:relcl", "punct"}``.
        """
        found, waiting = [], [index]
        while waiting:
            top = waiting.pop()
            found.append(top)
            waiting.extend(below for below in self.children[top] if self.tokens[below].deprel not in without)
        return sorted(found)

    def span(self, indexes: list[int] | range) -> Span:
        """The span from the first to the last of these tokens (in text order, not empty)."""
        return Span(self.tokens[indexes[0]].span.start, self.tokens[indexes[-1]].span.end)

    def path_up(self, index: int) -> list[int]:
        """A token, its head, its head's head, up to the root."""
        path = [index]
        while self.tokens[path[-1]].head != path[-1] and len(path) <= len(self.tokens):
            path.append(self.tokens[path[-1]].head)
        return path

    def tokens_in(self, span: Span) -> range:
        """Indexes of the tokens that lie in or touch ``span``, by binary search."""
        first = bisect_right(self.tokens, span.start, key=lambda token: token.span.end)
        return range(first, bisect_left(self.tokens, span.end, key=lambda token: token.span.start))

    def covered(self, spans: Iterable[Span]) -> bytearray:
        """For each token 1 where one of these spans touches it, else 0."""
        inside = bytearray(len(self.tokens))
        for span in spans:
            tokens = self.tokens_in(span)
            inside[tokens.start : tokens.stop] = b"\1" * len(tokens)
        return inside
