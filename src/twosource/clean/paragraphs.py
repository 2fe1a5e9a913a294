"""Lines to paragraphs: what was kept is put together, with a map back to the page.

Scraped text breaks lines where the page was narrow, or where a scraper broke them; a paragraph may lie in two lines
or in two blocks. The invariants: paragraphs are set apart by an empty line; a sentence that a line end broke is one
again; the map leads every character back to where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from twosource.clean.keywords import Cut
from twosource.clean.lines import Line, Marks
from twosource.model.offsets import Edit, OffsetMap, edit
from twosource.model.span import Span
from twosource.resources import languages, load
from twosource.text.commonness import RARE, commonness

_BROKEN_WORD = re.compile(r"(?P<left>[^\W\d_]{1,40})(?P<break>-[ \t]*\n[ \t]*)(?P<right>[a-zà-ÿ]{1,40})")
_BLANKS = re.compile(
    r"[ \n\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\n\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]+")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENATING = 0.05  # of a page's line ends; real compounds stand at 1 or 2 of 100, typeset columns break 5 to 20
_LAST_WORD = re.compile(r"[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page's text that is kept, within one line."""

    span: Span
    line: Line


def assemble(
    text: str, lines: Sequence[Line], marks: Marks, cuts: Sequence[Cut], language: str | None
) -> tuple[str, OffsetMap]:
    """The article's text, and the map back to the page's.

    Args:
        text: The page's text.
        lines: Its lines.
        marks: Lines that are left out.
        cuts: Stretches within lines that are left out.
        language: Of the page.
    """
    pieces = [piece for index, line in enumerate(lines) if index not in marks for piece in _pieces(text, line, cuts)]
    if not pieces:
        return edit(text, [Edit(Span(0, len(text)))] if text else [])
    edits = [Edit(Span(0, pieces[0].span.start)), Edit(Span(pieces[-1].span.end, len(text)))]
    for before, after in pairwise(pieces):
        edits.append(_seam(text, before, after, language))
    mended = _mended(text, pieces)
    joined = frozenset(edge for one in mended for edge in range(one.span.start, one.span.end))
    edits += mended
    for piece in pieces:
        edits += _inner(text, piece.span, joined)
    return edit(text, [one for one in edits if len(one.span) or one.replacement])


def _pieces(text: str, line: Line, cuts: Sequence[Cut]) -> list[Piece]:
    """What the cuts and the bullet leave of a line; cuts lie at its ends."""
    start, end = line.span.start + line.bullet, line.span.end
    for cut in cuts:
        if cut.span.start < line.span.end and line.span.start < cut.span.end:
            if cut.span.start <= start:
                start = max(start, cut.span.end)
            else:
                end = min(end, cut.span.start)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Piece(Span(start, end), line)] if start < end else []


def _seam(text: str, before: Piece, after: Piece, language: str | None) -> Edit:
    """How two kept pieces are put together."""
    gap = Span(before.span.end, after.span.start)
    left, first = before.span.of(text), text[after.span.start]
    if after.line.bullet and after.line is not before.line:
        return Edit(gap, "\n\n")
    if _HYPHENATED.search(left[-2:]) and first.islower() and not after.line.gap:
        return Edit(Span(gap.start - 1, gap.end), "")
    broken = not before.line.ends or (
        before.span.end < before.line.span.end and not left.endswith((".", "!", "?", "”", '"'))
    )
    if broken and (first.islower() or _goes_on(left, language)):
        return Edit(gap, " ")
    return Edit(gap, "\n\n")


@cache
def _joints(language: str | None) -> frozenset[str]:
    known = language if language and language in languages("publication") else "en"
    return frozenset(load(known, "publication")["words"]["joints"])


def _goes_on(left: str, language: str | None) -> bool:
    """Whether a line breaks off at a word that cannot end a sentence."""
    match = _LAST_WORD.search(left[-20:])
    return bool(match) and len(left.split(None, 6)) > 5 and match[0] in _joints(language)  # type: ignore[index]


def _mended(text: str, pieces: Sequence[Piece]) -> list[Edit]:
    """Words that a line end broke within pieces: the hyphen goes where it was set for the line's sake.

    The page's own words decide; where they do not, pages that hyphenate do so often, and a hyphen that is rare at line
    ends joins two words ("Arvin-born").
    """
    breaks = [match for piece in pieces for match in _BROKEN_WORD.finditer(text, piece.span.start, piece.span.end)]
    if not breaks:
        return []
    known = set(_TOKEN.findall(text.lower()))
    often = len(breaks) >= _HYPHENATING * text.count("\n")
    edits = []
    for match in breaks:
        left, right = match["left"].lower(), match["right"]
        whole = left + right in known or commonness(left + right) > RARE
        compound = f"{left}-{right}" in known or match["left"][0].isupper()
        edits.append(Edit(Span(*match.span("break")), "" if whole or (often and not compound) else "-"))
    return edits


def _inner(text: str, span: Span, joined: frozenset[int]) -> list[Edit]:
    """Blanks and invisible characters within a piece made plain."""
    blanks = [Edit(Span(*match.span()), " ") for match in _BLANKS.finditer(text, span.start, span.end)]
    hidden = [Edit(Span(*match.span())) for match in _INVISIBLE.finditer(text, span.start, span.end)]
    return [one for one in [*blanks, *hidden] if one.span.start not in joined and one.span.end < span.end]
