"""Lines to paragraphs: what was kept is put together, with a map back to the page.

Scraped text breaks lines where the page was narrow, or where a scraper broke them; a paragraph may lie in two lines or in
two blocks. The invariants: paragraphs are set apart by an empty line; a sentence that a line end broke is one again; the
map leads every character back to where it stood.
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

_BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]+")
_HYPHENATED = re.compile(r"[a-zà-ÿ]-$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")

# A page is wrapped where, of the line ends within blocks, at least this share break a sentence. Chosen on invented pages:
# one paragraph a line gives 0 to 0.2, text wrapped at 60 to 100 characters 0.6 and more.
_WRAPPED_SHARE = 0.4
_SHORT_LINE = 0.6  # of the typical width: a wrapped line that ends earlier ends its paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page's text that is kept, within one line."""

    span: Span
    line: Line


def assemble(text: str, lines: Sequence[Line], marks: Marks, cuts: Sequence[Cut], language: str | None) -> tuple[str, OffsetMap]:
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
    wrapped = _width(text, pieces)
    edits = [Edit(Span(0, pieces[0].span.start)), Edit(Span(pieces[-1].span.end, len(text)))]
    for before, after in pairwise(pieces):
        edits.append(_seam(text, before, after, wrapped, language))
    for piece in pieces:
        edits += _inner(text, piece.span, edits)
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


def _width(text: str, pieces: Sequence[Piece]) -> int:
    """The typical width of a page that was wrapped; 0 for a page with a paragraph a line."""
    inner = [before for before, after in pairwise(pieces) if not after.line.gap and not after.line.bullet]
    broken = [piece for piece in inner if not piece.line.ends and len(piece.span) > 30]
    if len(inner) < 3 or len(broken) < _WRAPPED_SHARE * len(inner):
        return 0
    widths = sorted(len(piece.span) for piece in broken)
    return widths[len(widths) // 2] if widths[len(widths) // 2] < 140 else 0


def _seam(text: str, before: Piece, after: Piece, width: int, language: str | None) -> Edit:
    """How two kept pieces are put together."""
    gap = Span(before.span.end, after.span.start)
    left, first = before.span.of(text), text[after.span.start]
    if after.line.bullet and after.line is not before.line:
        return Edit(gap, "\n\n")
    if _HYPHENATED.search(left[-2:]) and first.islower() and not after.line.gap:
        return Edit(Span(gap.start - 1, gap.end), "")
    broken = not before.line.ends or before.span.end < before.line.span.end and not left.endswith((".", "!", "?", "”", '"'))
    if width and not after.line.gap and (len(before.span) >= _SHORT_LINE * width or first.islower()):
        return Edit(gap, " ")
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


def _inner(text: str, span: Span, seams: Sequence[Edit]) -> list[Edit]:
    """Blanks and invisible characters within a piece made plain."""
    blanks = [Edit(Span(*match.span()), " ") for match in _BLANKS.finditer(text, span.start, span.end)]
    hidden = [Edit(Span(*match.span())) for match in _INVISIBLE.finditer(text, span.start, span.end)]
    return [one for one in [*blanks, *hidden] if one.span.end < span.end]
