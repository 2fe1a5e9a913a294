"""Plain text to an account: each line is judged, what is left becomes paragraphs.

This page orders the judgements. Sources and captions first, for their credits must be read; then what the line says,
the head, sections, repetition, and the edges. The first reason that a line gets stays. The invariant: every line ends
in the text, or in ``dropped`` with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.clean.credits import credits_in_text
from twosource.clean.datelines import Dateline, parse_dateline
from twosource.clean.furniture import find_furniture
from twosource.clean.head import Head, read_head
from twosource.clean.keywords import Cut, find_keywords
from twosource.clean.lines import Line, Marks, split
from twosource.clean.names import agency_named
from twosource.clean.paragraphs import assemble
from twosource.clean.pictures import is_caption, is_captioned_above, looks_like_caption, picture_credit
from twosource.clean.repetition import find_repetition
from twosource.clean.sections import find_sections
from twosource.clean.sources import Sources, find_sources
from twosource.clean.tail import fill, find_labels, find_leavings, find_tail
from twosource.model.article import Credit, CreditKind, Dropped
from twosource.model.offsets import OffsetMap
from twosource.model.span import Span


@dataclass(frozen=True, slots=True)
class Account:
    """What cleaning made of a page's text.

    Attributes:
        text: The article.
        origin: Map back to the page's text.
        head: What stood above it.
        sources: What it says of its sources.
        dateline: The dateline that was cut off, if any.
        credits: All of them, each once, in the order byline, dateline, text, pictures.
        dropped: In page order.
    """

    text: str
    origin: OffsetMap
    head: Head
    sources: Sources
    dateline: Dateline | None
    credits: tuple[Credit, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class _Pictures:
    credits: tuple[Credit, ...]
    marks: Marks
    cuts: tuple[Cut, ...]


def read_account(
    text: str, language: str | None, title: str | None = None, outlet: str | None = None, frames: Marks | None = None
) -> Account:
    """Clean a page's plain text.

    Args:
        text: The page's lines.
        language: Its language.
        title: The headline, where the container gave it.
        outlet: The outlet, where it is known already.
        frames: Lines that the outlet shows on other pages too.
    """
    lines = split(text)
    sources = find_sources(lines, language)
    keywords, cuts = find_keywords(lines)
    pictures = _pictures(lines, {**keywords, **sources.marks}, language)
    marks = {**find_furniture(lines, language), **pictures.marks, **keywords, **sources.marks}
    marks = _spare_headline(lines, marks, title)
    head = read_head(lines, marks, language, title)
    marks = {**marks, **head.marks}
    marks = {**find_sections(lines, marks, language), **(frames or {}), **marks}
    marks = {**marks, **find_repetition(lines, marks)}
    marks = {**marks, **find_leavings(lines, marks, head.byline)}
    marks = {**marks, **find_tail(lines, marks, language, head.byline)}
    marks = {**marks, **fill(lines, marks)}
    marks = {**marks, **find_labels(lines, marks)}
    opening, dateline = _dateline(lines, marks, language)
    dateline_credits = dateline.credits if dateline else ()
    all_cuts = [*cuts, *pictures.cuts, *opening]
    clean, origin = assemble(text, lines, marks, all_cuts, language)
    in_text = credits_in_text(clean, language, outlet or head.outlet)
    shown = (*head.credits, *sources.credits, *dateline_credits, *in_text, *pictures.credits)
    dropped = _dropped(text, lines, marks, all_cuts)
    return Account(clean, origin, head, sources, dateline, once(shown), dropped)


def _spare_headline(lines: Sequence[Line], marks: dict[int, str], title: str | None) -> dict[int, str]:
    """The first line is a headline even where it opens like a teaser ("Watch: …", "Live: …"), if no other was given."""
    first = bool(lines) and marks.get(0) == "teaser" and len(lines[0].words) > 3 and title is None
    return {index: reason for index, reason in marks.items() if index or not first}


def _pictures(lines: Sequence[Line], marks: Marks, language: str | None) -> _Pictures:
    """Captions and picture credits."""
    found: dict[int, str] = {}
    shown: list[Credit] = []
    cuts: list[Cut] = []
    last = max((index for index, line in enumerate(lines) if line.prose and index not in marks), default=-1)
    for index, line in enumerate(lines):
        credit = picture_credit(line, language) if index not in marks else None
        if credit is None:
            if index not in marks and looks_like_caption(line, language):
                found[index] = "caption"
            continue
        if index == last and 0 < credit.start < len(line.text):
            shown += [_signed_off(one) for one in credit.credits]
            cuts.append(Cut(Span(line.span.start + credit.start, line.span.end), "credit"))
            continue
        shown += credit.credits
        if credit.start == 0:
            found[index] = "credit"
            if is_captioned_above(lines, index) and index - 1 not in marks:
                found[index - 1] = "caption"
        elif is_caption(line, credit):
            found[index] = "caption"
        else:
            cuts.append(Cut(Span(line.span.start + credit.start, line.span.end), "credit"))
    return _Pictures(tuple(shown), found, tuple(cuts))


def _signed_off(credit: Credit) -> Credit:
    """An agency behind the article's last sentence signs the article, not a picture."""
    return replace(credit, kind=CreditKind.BYLINE) if agency_named(credit.agency) else credit


def _dateline(lines: Sequence[Line], marks: Marks, language: str | None) -> tuple[list[Cut], Dateline | None]:
    """The dateline of the first paragraph or of one of the two below it, where a summary stands above.

    A chronology's paragraphs begin with dates as well, several of them: none of these dates the page.
    """
    kept = [index for index in range(len(lines)) if index not in marks]
    for index in kept[:3]:
        found = parse_dateline(lines[index], language)
        if found and found.bare and _dates_another(lines, kept, index, language):
            return [], None
        if found:
            start = lines[index].span.start
            return [Cut(Span(start, start + found.end), "dateline")], found
    return [], None


def _dates_another(lines: Sequence[Line], kept: Sequence[int], index: int, language: str | None) -> bool:
    """Whether another paragraph begins with a bare date."""
    others = (parse_dateline(lines[other], language) for other in kept if other != index)
    return any(other is not None and other.bare for other in others)


def once(shown: Sequence[Credit]) -> tuple[Credit, ...]:
    """Each agency once a kind, in the words that came first."""
    first: dict[tuple[str, str], Credit] = {}
    for credit in shown:
        first.setdefault((credit.agency, credit.kind), credit)
    return tuple(first.values())


def _dropped(text: str, lines: Sequence[Line], marks: Marks, cuts: Sequence[Cut]) -> tuple[Dropped, ...]:
    """What was left out, in page order; neighbouring lines of one reason in one."""
    found: list[tuple[int, int, str]] = []
    for index in sorted(marks):
        span = lines[index].span
        if found and found[-1][2] == marks[index] and index and index - 1 in marks:
            found[-1] = (found[-1][0], span.end, marks[index])
        else:
            found.append((span.start, span.end, marks[index]))
    found += [(cut.span.start, cut.span.end, cut.reason) for cut in cuts]
    return tuple(Dropped(text[start:end].strip(), reason) for start, end, reason in sorted(found))
