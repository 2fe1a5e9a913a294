"""What stands in quotation marks, by the marks alone.

Speech that is quoted word for word is the speaker's text, whoever prints it: two reports that share it have not copied
one another. Marks pair up within a paragraph, an opened one that is never closed runs to the paragraph's end (a
quotation that goes on in the next paragraph is opened there again), and one pass over the text is enough.
"""

from __future__ import annotations

import re

from twosource.model.span import Span

_MARK = re.compile('["“”„«»‟＂]|\n\n')
_OPENING, _CLOSING = "“„«‟", "”»"
SHORTEST = 15
"""Characters of a quotation; between closer marks stand titles and single words, which are no speech."""


def quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches with their marks, in text order.

    >>> text = 'She said: "We found no trace of it at all." He did not.'
    >>> [span.of(text) for span in quotations(text)]
    ['"We found no trace of it at all."']
    """
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark == "\n\n":
            if opened is not None:
                found.append(Span(opened, match.start()))
            opened = None
        elif opened is None:
            opened = None if mark in _CLOSING else match.start()
        elif mark not in _OPENING or text[opened] == "„":
            found.append(Span(opened, match.end()))
            opened = None
    if opened is not None:
        found.append(Span(opened, len(text)))
    return tuple(span for span in found if len(span) >= SHORTEST)
