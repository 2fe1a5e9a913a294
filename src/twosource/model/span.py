"""Half-open stretches of text, in Unicode code points.

Every value that is quoted from an article carries a span into the article's text, and the invariant is that
``text[span.start:span.end]`` is exactly the quoted string. Nothing else in the program stores positions.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The stretch ``text[start:end]``.

    >>> Span(7, 12).of("Hello, world")
    'world'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0 or later, not from {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The quoted string itself."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether at least one code point lies in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether all of ``other`` lies within."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same stretch, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)
