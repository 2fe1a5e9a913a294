"""The lineage as a picture, for the HTML brief: a tree with a row an article, copies below and right of their source.

Only articles that take from others or are taken from are drawn: the rest would be boxes without a line.

Where each box stands is decided here; how it looks is decided by the page's style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.tell.citation import Source
from twosource.tell.view import CopyView, StoryView

COLUMN, ROW = 36, 42
BOX_WIDTH, BOX_HEIGHT = 230, 34
STEM = 16
"""Where on a box's lower side the lines to its copies begin."""


@dataclass(frozen=True, slots=True)
class Box:
    """An article in the picture; ``x`` and ``y`` are its upper left corner, in SVG user units."""

    source: Source
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """An edge, from below the earlier article down, and then across to the left side of the later one."""

    copy: CopyView
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes and lines with the size of the whole."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


def graph(story: StoryView) -> Graph:
    """Where everything stands: articles of one origin in neighbouring rows, each to the right of what it takes from."""
    depth = _depths(story)
    tied = {end.id for copy in story.copies for end in (copy.earlier, copy.later)}
    members = (_walk(origin.sources, story.copies) for origin in story.origins)
    ordered = [source for walked in members for source in walked if source.id in tied]
    boxes = {source.id: Box(source, depth[source.id] * COLUMN, row * ROW) for row, source in enumerate(ordered)}
    lines = tuple(_line(copy, boxes[copy.earlier.id], boxes[copy.later.id]) for copy in story.copies)
    width = max((box.x for box in boxes.values()), default=0) + BOX_WIDTH + 4
    return Graph(tuple(boxes.values()), lines, width, len(ordered) * ROW)


def _line(copy: CopyView, earlier: Box, later: Box) -> Line:
    return Line(copy, earlier.x + STEM, earlier.y + BOX_HEIGHT, later.x, later.y + BOX_HEIGHT // 2)


def _depths(story: StoryView) -> dict[str, int]:
    """How many copies lie between an article and the first text of its line."""
    above = {copy.later.id: copy.earlier.id for copy in story.copies}
    depths = {}
    for source in story.sources:
        seen = [source.id]
        while (parent := above.get(seen[-1])) is not None and parent not in seen:
            seen.append(parent)
        depths[source.id] = len(seen) - 1
    return depths


def _walk(members: Sequence[Source], copies: Sequence[CopyView]) -> list[Source]:
    """An origin's articles with each copy right after what it takes from."""
    later = {copy.later.id for copy in copies}
    below: dict[str, list[Source]] = {}
    for copy in copies:
        below.setdefault(copy.earlier.id, []).append(copy.later)
    ordered: dict[str, Source] = {}
    waiting = [source for source in reversed(members) if source.id not in later]
    while waiting:
        source = waiting.pop()
        if source.id not in ordered:
            ordered[source.id] = source
            waiting.extend(reversed(below.get(source.id, [])))
    return [*ordered.values(), *(source for source in members if source.id not in ordered)]
