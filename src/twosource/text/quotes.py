"""What stands in quotation marks, by the marks alone, and what is given in full without marks, by its announcement.

Speech that is quoted word for word is the speaker's text, whoever prints it: two reports that share it have not copied
one another. Marks pair up within a paragraph. One that is never closed runs to the paragraph's end where the next
paragraph opens with a mark again, or where that end is near; else it is a slip, or all that a cut has left of a
quotation, and must not turn the rest of a report into speech. One pass over the text is enough.

A statement that a paper prints whole often has no marks: "The school board released the following statement:" opens it,
and it goes on as long as somebody says "we".
"""

from __future__ import annotations

import re
from functools import cache

from twosource.model.span import Span
from twosource.resources import listed
from twosource.text.words import fold

_MARK = re.compile('["“”„«»‟＂]|\n\n')
_OPENING, _CLOSING = "“„«‟", "”»"
SHORTEST = 15
"""Characters of a quotation; between closer marks stand titles and single words, which are no speech."""
LONGEST_OPEN = 600
"""Characters up to which a mark that is never closed is taken for a quotation: a long paragraph of speech."""
_WORD = re.compile(r"[^\W\d_]+")
_COLON = re.compile(r":(?=\s)")
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?\n]")
LONGEST_ANNOUNCEMENT = 200
"""Characters before a colon that may announce a statement."""


_MARKS_AROUND = "\"“”„«»‟＂‘’'"
_ABBREVIATION = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+[^\W\d_]$")


def unmarked(text: str) -> str:
    """Some words of a text as they are quoted: without the marks around them and the comma that a speech ends with, and
    with the point of an abbreviation at their end, which a cut takes for the sentence's.

    >>> unmarked('"The gates were shut,"'), unmarked("at 1:40 a.m"), unmarked("“the workers’ hall")
    ('The gates were shut', 'at 1:40 a.m.', 'the workers’ hall')
    """
    bare = text.strip().strip(_MARKS_AROUND).rstrip(" ,;:")
    return f"{bare}." if _ABBREVIATION.search(bare) else bare


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


def statements(text: str, language: str = "en") -> tuple[Span, ...]:
    r"""The statements that are announced with a colon and given in full without marks, in text order.

    Args:
        text: An article's text.
        language: ISO 639-1 code; without a list of its announcing words there are none.

    >>> text = "The board released a statement:\n\nWe are grieved.\n\nOur doors stay shut.\n\nTwo men were held."
    >>> [span.of(text) for span in statements(text)]
    ['We are grieved.\n\nOur doors stay shut.']
    """
    announcing, speaking = _statement_words(language)
    found: list[Span] = []
    for colon in _COLON.finditer(text) if announcing else ():
        opening = max(0, colon.start() - LONGEST_ANNOUNCEMENT)
        sentence = _SENTENCE_END.split(text[opening : colon.start()])[-1]
        behind = not found or colon.start() >= found[-1].end
        if behind and not announcing.isdisjoint(map(fold, _WORD.findall(sentence))):
            found += _given(text, colon.end(), speaking)
    return tuple(found)


def _given(text: str, start: int, speaking: frozenset[str]) -> list[Span]:
    """The paragraph from here on, and the ones behind it up to the last that says "we", with one between at most."""
    end = gap = 0
    for paragraph in _PARAGRAPH.finditer(text, start):
        speaks = not speaking.isdisjoint(map(fold, _WORD.findall(paragraph[0])))
        if end and not speaks:
            gap += 1
            if gap > 1:
                break
        elif paragraph[0].strip():
            end, gap = paragraph.end(), 0
    return [Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end)] if end else []


@cache
def _statement_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    table = listed(language, "officials")
    return frozenset(map(fold, table.get("releases", ()))), frozenset(map(fold, table.get("speaking", ())))
