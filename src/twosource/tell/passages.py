"""An article's text cut at the borders of its cited passages, so that each can be marked and linked to.

Passages may overlap. The text is cut wherever one begins or ends; a piece is marked if any passage covers it, and
carries the names of the passages that begin with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from twosource.tell.citation import Citation


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two borders.

    Attributes:
        anchors: Names of the passages that begin here.
        marked: Whether any passage covers it.
    """

    text: str
    anchors: tuple[str, ...]
    marked: bool


def paragraphs(text: str, cited: Iterable[Citation]) -> list[list[Piece]]:
    """The text's paragraphs, each as its pieces in order.

    Args:
        text: The article's text; an empty line ends a paragraph.
        cited: Passages of this text, in any order; those that are empty are left out.
    """
    spans = sorted({(one.start, one.end, one.anchor) for one in cited if one.start < one.end})
    starts: dict[int, list[str]] = {}
    change: dict[int, int] = {0: 0, len(text): 0}
    for start, end, anchor in spans:
        starts.setdefault(start, []).append(anchor)
        change[start] = change.get(start, 0) + 1
        change[end] = change.get(end, 0) - 1
    found: list[list[Piece]] = [[]]
    depth, borders = 0, sorted(change)
    for border, following in pairwise(borders):
        depth += change[border]
        anchors = tuple(starts.get(border, ()))
        for number, part in enumerate(text[border:following].split("\n\n")):
            if number:
                found.append([])
            if part or (anchors and not number):
                found[-1].append(Piece(part, () if number else anchors, depth > 0))
    return [paragraph for paragraph in found if paragraph]
