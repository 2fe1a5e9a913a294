"""What stands in quotation marks, by the marks alone.

Speech that is quoted word for word is the speaker's text, whoever prints it: two reports that share it have not copied
one another. Marks pair up within a paragraph. One that is never closed runs to the paragraph's end where the next
paragraph opens with a mark again, or where that end is near; else it is a slip, or all that a cut has left of a
quotation, and must not turn the rest of a report into speech. One pass over the text is enough.
"""

from __future__ import annotations

import re

from twosource.model.span import Span

_MARK = re.compile('["“”„«»‟＂]|\n\n')
_OPENING, _CLOSING = "“„«‟", "”»"
SHORTEST = 15
"""Characters of a quotation; between closer marks stand titles and single words, which are no speech."""
LONGEST_OPEN = 600
"""Characters up to which a mark that is never closed is taken for a quotation: a long paragraph of speech."""


def quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches with their marks, in text order.

    >>> text = 'She said: "We found no trace of it at all." He did not.'
    >>> [span.of(text) for span in quotations(text)]
    ['"We found no trace of it at all."']
    """
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        start = match.start()
        if match[0] == "\n\n":
            found += _never_closed(opened, start, runs_on=text[match.end() : match.end() + 1] in ('"', "“", "„", "«"))
            opened = None
        elif opened is None:
            opened = None if match[0] in _CLOSING or _ends(text, match) else start
        elif _begins(text, match) and text[opened] != "„":
            found += _never_closed(opened, start, runs_on=False)
            opened = start
        else:
            found.append(Span(opened, match.end()))
            opened = None
    found += _never_closed(opened, len(text), runs_on=False)
    return tuple(span for span in found if len(span) >= SHORTEST)


def _never_closed(opened: int | None, end: int, *, runs_on: bool) -> list[Span]:
    near = opened is not None and end - opened <= LONGEST_OPEN
    return [Span(opened, end)] if opened is not None and (near or runs_on) else []


def _begins(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark can only open: by its shape, or since a straight one stands before a word and not after one."""
    return mark[0] in _OPENING or (mark[0] not in _CLOSING and _touches(text, mark) == (False, True))


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark can only close: it stands after a word or its full stop, and not before one."""
    return mark[0] not in _OPENING and _touches(text, mark) == (True, False)


def _touches(text: str, mark: re.Match[str]) -> tuple[bool, bool]:
    """Whether something printed stands right before a mark, an opening bracket or dash aside, and right behind it."""
    before, behind = text[max(0, mark.start() - 1) : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(before.strip("([{-–—/ \t\n\u00a0")), bool(behind.strip())
