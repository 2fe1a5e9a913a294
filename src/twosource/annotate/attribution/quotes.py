"""Quotations by their marks: straight, curly, German, guillemets, single or double, nested, run-on, or never closed.

Reach for ``find_quotations`` before any rule on who speaks. The invariants: quotations do not overlap, a quotation
never leaves its paragraph unless the next paragraph opens with a mark again (the newspaper's run-on quotation), and
the work is linear in the text, whatever the marks do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.model.span import Span

_MARK = re.compile(r"''|``|[\"“”„‟«»‘’'‚]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?<![.!?:;”\"»’']\n)[^\n]+)*")
"""Lines up to an empty one, or up to one that ends as a sentence does: hard-wrapped text stays whole."""

_RUNNING = re.compile(r"‘(?=\w)")
_AGAIN = re.compile(r"\s*‘(?=\w)")
_SINGLE = frozenset("‘’'‚")
_OPENING = frozenset("“„‟‘‚")
_CLOSING = frozenset("”")
_SURE = frozenset({"“", "„", "‟", "``"})
_BEFORE_OPENING = frozenset("([{-–—/:…")
_DEEPEST = 3
"""Openings deeper than this are taken as marks whose other half was forgotten: nobody quotes four voices deep."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks, the marks included.

    Attributes:
        parts: One span a paragraph; more than one where the quotation runs on.
        closed: Whether its last mark is there.
    """

    parts: tuple[Span, ...]
    closed: bool = True

    @property
    def start(self) -> int:
        """Where it opens."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.parts[-1].end


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in its order.

    Args:
        text: Any text; paragraphs end at an empty line, or at a line break after a sentence's end.

    >>> [part.start for one in find_quotations('"Yes," she said. "Perhaps."') for part in one.parts]
    [0, 17]
    """
    paragraphs = [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]
    found: list[Quotation] = []
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        runs_on = following is not None and _opens_with_mark(text, following)
        for quotation in _within(text, paragraph, runs_on):
            before = found[-1] if found else None
            if before and not before.closed and not text[before.end : quotation.start].strip():
                found[-1] = Quotation((*before.parts, *quotation.parts), quotation.closed)
            else:
                found.append(quotation)
    return tuple(found)


def _opens_with_mark(text: str, paragraph: Span) -> bool:
    """Whether a paragraph begins with a mark that can open."""
    start = paragraph.start
    while start < paragraph.end and text[start].isspace():
        start += 1
    match = _MARK.match(text, start)
    return match is not None and _can_open(text, match)


def _within(text: str, paragraph: Span, runs_on: bool) -> Iterator[Quotation]:
    """The outermost quotations of one paragraph, told by a stack of the marks that are open."""
    stack: list[re.Match[str]] = []
    closed: list[Span] = []
    singles = _single_closings(text, paragraph)
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if stack and _closes(text, mark, stack[-1], singles):
            closed.append(Span(stack.pop().start(), mark.end()))
        elif len(stack) < _DEEPEST and _can_open(text, mark):
            if mark.group() not in _SINGLE or mark.end() < singles[-1]:
                stack.append(mark)
        elif len(stack) > 1 and _closes(text, mark, stack[0], singles):
            closed.append(Span(stack[0].start(), mark.end()))
            stack.clear()
    doubles = [mark for mark in stack if mark.group() not in _SINGLE] or _left_open(text, paragraph, closed)
    if doubles and (runs_on or (not closed and doubles[0].group() in _OPENING)):
        left_open = Span(doubles[0].start(), paragraph.end)
        yield from map(_single_part, _outermost([span for span in closed if span.end <= left_open.start]))
        yield Quotation((left_open,), closed=False)
    else:
        yield from map(_single_part, _outermost(closed))


def _left_open(text: str, paragraph: Span, closed: Sequence[Span]) -> list[re.Match[str]]:
    """The single mark that opens a paragraph, where none closes one and the next paragraph opens with it again."""
    opening = _RUNNING.match(text, paragraph.start, paragraph.end)
    return [opening] if opening and not closed and _AGAIN.match(text, paragraph.end) else []


def _single_part(span: Span) -> Quotation:
    return Quotation((span,))


def _outermost(spans: list[Span]) -> Iterator[Span]:
    """Spans that no other holds, in text order; of spans that nest, the first to start is the widest."""
    end = 0
    for span in sorted(spans):
        if span.start >= end:
            yield span
            end = span.end


def _single_closings(text: str, paragraph: Span) -> list[int]:
    """Where single marks can close, with a 0 before them, so that the list's last says whether any is still to come."""
    marks = _MARK.finditer(text, paragraph.start, paragraph.end)
    return [0, *(mark.start() for mark in marks if mark.group() in _SINGLE and _ends_quote(text, mark))]


def _ends_quote(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return bool(before) and not before.isspace() and not after.isalnum()


def _can_open(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands where a quotation begins: after a blank, before a letter, unless its glyph only opens."""
    glyph = mark.group()
    if glyph in _CLOSING or glyph in _SURE:
        return glyph in _SURE
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if not after or after.isspace() or (glyph in _SINGLE and not (after.isalpha() or after in '"“')):
        return False
    return not before or before.isspace() or before in _BEFORE_OPENING or bool(_MARK.fullmatch(before))


def _closes(text: str, mark: re.Match[str], opening: re.Match[str], singles: list[int]) -> bool:
    """Whether a mark ends the quotation that ``opening`` began: same family, and no letter sticks to it."""
    glyph, first = mark.group(), opening.group()
    if (glyph in _SINGLE) != (first in _SINGLE):
        return False
    if first == "„":
        return glyph in '“”"‟'
    if first in "«»":
        return glyph in "«»" and glyph != first
    if glyph in _CLOSING:
        return True
    if glyph in _OPENING or not _ends_quote(text, mark) or mark.start() == opening.end():
        return False
    return glyph not in _SINGLE or _is_last_closing(text, mark, singles)


def _is_last_closing(text: str, mark: re.Match[str], singles: list[int]) -> bool:
    """A single mark after a plural's s ("the workers' demand") closes only where no other could."""
    return text[mark.start() - 1] != "s" or mark.start() == singles[-1]
