"""Offset maps: from clean text back to the raw input, through every cleaning step.

Cleaning deletes and replaces stretches of text. A map records the stretches that were kept as they stand; everything
between two kept stretches was replaced (or deleted). The invariants: a kept stretch quotes the raw text exactly; every
span of the clean text maps back to a raw span that covers its source; maps compose, so a chain of steps is one map.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from twosource.model.span import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``span`` of a text by ``replacement``; an empty replacement deletes."""

    span: Span
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """``length`` code points that stand unchanged at ``raw`` in the raw and at ``clean`` in the clean text."""

    raw: int
    clean: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way back from a clean text to its raw text.

    Attributes:
        kept: Unchanged stretches, none empty, in order in both texts.
        raw_length: Length of the raw text, in code points.
        clean_length: Length of the clean text, in code points.
    """

    kept: tuple[Kept, ...]
    raw_length: int
    clean_length: int

    def to_raw(self, span: Span) -> Span:
        """The smallest raw span that covers the source of ``span``.

        A boundary within a replaced stretch widens to the whole of that stretch; an empty span maps to the place
        where it would stand.

        Raises:
            ValueError: ``span`` reaches past the clean text.

        >>> clean, back = edit("Hello,  world", [Edit(Span(5, 8), " ")])
        >>> clean, back.to_raw(Span(6, 11)), back.to_raw(Span(5, 6))
        ('Hello world', Span(start=8, end=13), Span(start=5, end=8))
        """
        if span.end > self.clean_length:
            raise ValueError(f"span {span.start}..{span.end} reaches past the text's end at {self.clean_length}")
        start = self._raw_start(span.start)
        return Span(start, max(start, self._raw_end(span.end) if len(span) else start))

    def _raw_start(self, clean: int) -> int:
        """Raw position of the code point at ``clean``; the start of its replaced stretch, if it stands in one."""
        index = bisect_right(self.kept, clean, key=lambda kept: kept.clean) - 1
        if index < 0:
            return 0
        kept = self.kept[index]
        return kept.raw + min(clean - kept.clean, kept.length)

    def _raw_end(self, clean: int) -> int:
        """Raw position behind the code point before ``clean``; the end of its replaced stretch, if it stands in one."""
        index = bisect_right(self.kept, clean - 1, key=lambda kept: kept.clean) - 1
        if index >= 0 and clean <= self.kept[index].clean + self.kept[index].length:
            return self.kept[index].raw + clean - self.kept[index].clean
        following = index + 1
        return self.kept[following].raw if following < len(self.kept) else self.raw_length

    def after(self, earlier: OffsetMap) -> OffsetMap:
        """The map of two steps: ``earlier`` from raw to a middle text, this one from there to clean.

        Raises:
            ValueError: The middle texts differ in length.
        """
        if self.raw_length != earlier.clean_length:
            raise ValueError(f"maps do not meet: {earlier.clean_length} and {self.raw_length} code points")
        kept: list[Kept] = []
        before = 0
        for later in self.kept:
            while before < len(earlier.kept) and earlier.kept[before].clean + earlier.kept[before].length <= later.raw:
                before += 1
            index = before
            while index < len(earlier.kept) and earlier.kept[index].clean < later.raw + later.length:
                first = earlier.kept[index]
                start = max(first.clean, later.raw)
                end = min(first.clean + first.length, later.raw + later.length)
                kept.append(Kept(first.raw + start - first.clean, later.clean + start - later.raw, end - start))
                index += 1
        return OffsetMap(tuple(kept), earlier.raw_length, self.clean_length)


def edit(raw: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Apply edits to a text.

    Args:
        raw: The text that the edits' spans point into.
        edits: In any order; they may touch, but not overlap.

    Returns:
        The clean text, and the map from it back to ``raw``.

    Raises:
        ValueError: Two edits overlap, or one reaches past the text.
    """
    parts: list[str] = []
    kept: list[Kept] = []
    raw_at = clean_at = 0
    for change in [*sorted(edits, key=lambda one: one.span), Edit(Span(len(raw), len(raw)))]:
        if change.span.start < raw_at or change.span.end > len(raw):
            raise ValueError(
                f"edit at {change.span.start}..{change.span.end} overlaps another or reaches past the text"
            )
        length = change.span.start - raw_at
        if length:
            kept.append(Kept(raw_at, clean_at, length))
        parts += (raw[raw_at : change.span.start], change.replacement)
        clean_at += length + len(change.replacement)
        raw_at = change.span.end
    return "".join(parts), OffsetMap(tuple(kept), len(raw), clean_at)
