"""Which line breaks of a text end a sentence.

A blank line always does. A single break does as well (a list, a headline above its text), unless the lines were broken
to a width, as agency reports and mails are: then a line is left only because the next word no longer fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
_BREAK = re.compile(r"\n[^\S\n]*+")
_FIRST_WORD = re.compile(r"\S{1,40}+")
_BULLET = re.compile(r"\s*(?:[•●▪■◦‣*·–—-]\s|\(?\d{1,2}[.)]\s)")

NARROWEST, WIDEST = 50, 110
"""Widths of column, in characters, that text is broken to by hand or by a mail program (72, 76, 80, 100)."""

SOFTEST = 40
"""A shorter line that is followed by a small letter is no line of prose, but of a list or a table."""


def blocks(text: str) -> Iterator[tuple[int, int]]:
    r"""The stretches of a text that no sentence reaches across.

    >>> list(blocks("Ferry runs again\nThe ferry runs.\n\nNo one was hurt."))
    [(0, 16), (17, 32), (34, 50)]
    """
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield from _lines(text, start, blank.start())
        start = blank.end()
    yield from _lines(text, start, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The blocks of a paragraph: its lines, those that are broken to a width joined."""
    breaks = list(_BREAK.finditer(text, start, end))
    width = _width(text, start, end, breaks) if breaks else 0
    line = start
    for gap in breaks:
        if not _is_soft(text, line, gap, end, width):
            yield start, gap.start()
            start = gap.end()
        line = gap.end()
    yield start, end


def _width(text: str, start: int, end: int, breaks: list[re.Match[str]]) -> int:
    """The width that a paragraph of three or more lines was broken to; 0 where it was not."""
    starts = [start, *(gap.end() for gap in breaks)]
    ends = [*(gap.start() for gap in breaks), end]
    longest = max(stop - begin for begin, stop in zip(starts, ends, strict=True))
    if len(breaks) < 2 or not NARROWEST <= longest <= WIDEST:
        return 0
    full = sum(
        ends[place] - starts[place] + 1 + _first_word(text, starts[place + 1], end) > longest
        for place in range(len(breaks))
    )
    return longest if 3 * full >= 2 * len(breaks) else 0


def _first_word(text: str, start: int, end: int) -> int:
    word = _FIRST_WORD.match(text, start, end)
    return len(word[0]) if word else 0


def _is_soft(text: str, line: int, gap: re.Match[str], end: int, width: int) -> bool:
    """Whether the sentence may go on behind a line break."""
    if _BULLET.match(text, gap.end(), end):
        return False
    length = gap.start() - line
    if width:
        return length + 1 + _first_word(text, gap.end(), end) > width
    going_on = text[gap.end() : gap.end() + 1].islower() and text[line : gap.start()].rstrip()[-1:] not in ".!?:"
    return length >= SOFTEST and going_on
