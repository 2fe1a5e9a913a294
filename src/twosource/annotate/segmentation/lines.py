"""Which line breaks of a text end a sentence.

A blank line always does. A single break does as well (a list, a headline above its text), unless the lines were broken
to a width, as agency reports and mails are: then most are nearly as long as the longest, and stop in mid-sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
_BREAK = re.compile(r"\n[^\S\n]*+")
_BULLET = re.compile(r"\s*(?:[•●▪■◦‣*·–—-]\s|\(?\d{1,2}[.)]\s)")
_STOPS = '.!?:…"”’)'

NARROWEST, WIDEST = 50, 110
"""Widths of column, in characters, that text is broken to by hand or by a mail program (72, 76, 80, 100)."""

FULL = 0.7
"""A line of this part of the width may go on in the next: a long word did not fit. Agency reports of 1990, cut at
72, keep above it; lines of lists scatter."""

MOSTLY = 0.7
"""Part of the lines that are full, and that stop in mid-sentence, where a text was broken to a width. Such prose has
0.8 and more; lists, tables and headlines one below another have one of the two, hardly both."""

NEARLY_ALL = 0.95
"""A few lines may be longer than the width: a headline, an address."""

SOFTEST = 40
"""A shorter line that is followed by a small letter is no line of prose, but of a list or a table."""


def blocks(text: str) -> Iterator[tuple[int, int]]:
    r"""The stretches of a text that no sentence reaches across.

    >>> list(blocks("Ferry runs again\nThe ferry runs.\n\nNo one was hurt."))
    [(0, 16), (17, 32), (34, 50)]
    """
    paragraphs = list(_paragraphs(text))
    wide = _width(text, [gap for start, end in paragraphs for gap in _BREAK.finditer(text, start, end)])
    for start, end in paragraphs:
        breaks = list(_BREAK.finditer(text, start, end))
        width = wide or _width(text, breaks)
        hard = [gap for gap in breaks if not _is_soft(text, gap, width)]
        yield from zip([start, *(gap.end() for gap in hard)], [*(gap.start() for gap in hard), end], strict=True)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _line(text: str, gap: re.Match[str]) -> str:
    """The line before a break, with its indentation."""
    return text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()].rstrip()


def _width(text: str, breaks: list[re.Match[str]]) -> int:
    """The width that lines were broken to; 0 where there are fewer than two breaks or they stand for themselves."""
    if len(breaks) < 2:
        return 0
    lines = [_line(text, gap) for gap in breaks]
    longest = sorted(map(len, lines))[int(NEARLY_ALL * len(lines))]
    full = sum(len(line) >= FULL * longest for line in lines)
    going_on = sum(line[-1:] not in _STOPS for line in lines)
    broken = NARROWEST <= longest <= WIDEST and min(full, going_on) >= MOSTLY * len(lines)
    return longest if broken else 0


def _is_soft(text: str, gap: re.Match[str], width: int) -> bool:
    """Whether the sentence may go on behind a line break."""
    if _BULLET.match(text, gap.end()):
        return False
    line = _line(text, gap)
    if width:
        return len(line) >= FULL * width
    return len(line) >= SOFTEST and text[gap.end() : gap.end() + 1].islower() and line[-1:] not in _STOPS
