"""The head of a page: headline, masthead, byline, date, and whatever stands there besides.

What stands above the first paragraph is read line by line and taken out of the text: it is about the article and not
the article. The invariant: a line of the head that is none of these stays in the text if it has more than a few words,
for a standfirst is the article's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.clean.bylines import parse_byline
from twosource.clean.datelines import parse_dateline
from twosource.clean.datemarks import DateMark, parse_datemark
from twosource.clean.headline import read_headline
from twosource.clean.lines import Line, Marks
from twosource.clean.names import agency_named
from twosource.clean.outlets import is_masthead, owner, split_title
from twosource.model.article import Credit, CreditKind
from twosource.model.moment import Moment

_LONGEST_QUESTION = 22
_LONGEST_HEAD = 80  # lines: a page that has more above its text has no head
_LONGEST_LABEL = 5
_LONGEST_SIGNATURE = 4  # words of an outlet's or author's name behind the last paragraph
_FEWEST_PARAGRAPHS = 3
_BELOW = 4  # lines of prose below which bylines and dates may still stand: a standfirst, a summary in points


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says.

    Attributes:
        marks: The lines that say it, with their reasons.
        labelled: Whether ``published`` stands behind a label.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    labelled: bool = False
    credits: tuple[Credit, ...] = ()
    marks: Marks = field(default_factory=dict)


@dataclass(slots=True)
class _Notes:
    """What was found so far, while the head is read."""

    marks: dict[int, str] = field(default_factory=dict)
    bylines: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    dates: list[tuple[int, DateMark]] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)


def read_head(lines: Sequence[Line], marks: Marks, language: str | None, title: str | None = None) -> Head:
    """Read the head of a page.

    Args:
        lines: The page.
        marks: What is known to be furniture.
        language: Of the page.
        title: The headline, where the container gave it.
    """
    notes = _Notes()
    body = _body(lines, marks, language)
    for index in _zone(lines, body):
        if index not in marks and not (index >= body and _is_body(lines[index], language)):
            _note(index, lines[index], language, notes, strict=index >= body)
    headline = read_headline(lines, range(min(body, _LONGEST_HEAD)), {**marks, **notes.marks}, language, title)
    notes.marks.update(headline.marks)
    notes.outlets += headline.outlets
    outlet, agency = owner(lines, sorted({**marks, **notes.marks}), language)
    _tail_dates(lines, marks, body, language, notes)
    _foot_date(lines, {**marks, **notes.marks}, body, language, notes)
    if headline.title and body < len(lines):
        notes.marks.update(_labels(lines, {**marks, **notes.marks}, body, language))
    if agency:
        notes.credits.append(Credit(agency, CreditKind.BYLINE, _line_naming(lines, marks, agency)))
    stripped, suffix = split_title(headline.title, language, outlet) if headline.title else (None, None)
    published, labelled = _published(notes, notes.marks)
    return Head(
        title=stripped,
        byline=next(iter(notes.bylines), None),
        outlet=next(iter(notes.outlets), None) or suffix or outlet,
        published=published,
        modified=next((mark.modified for _, mark in notes.dates if mark.modified), None),
        labelled=labelled,
        credits=tuple(dict.fromkeys(notes.credits)),
        marks=notes.marks,
    )


def _body(lines: Sequence[Line], marks: Marks, language: str | None) -> int:
    """Index of the line with which the running text begins.

    A headline may be a question or a cry of some length: the first that could be prose, without a full stop, where
    nothing above can be the headline.
    """
    starts = [index for index, line in enumerate(lines) if index not in marks and _is_body(line, language)]
    if len(starts) > 2:
        first = lines[starts[0]]
        above = any(index not in marks and len(lines[index].words) > 3 for index in range(starts[0]))
        cry = first.text.rstrip("\"'”’").endswith(("?", "!")) and '"' not in first.folded
        if not above and cry and len(first.words) <= _LONGEST_QUESTION:
            return starts[1]
    return starts[0] if starts else len(lines)


def _is_body(line: Line, language: str | None) -> bool:
    """Whether the article's running text begins with this line."""
    return (line.prose and parse_datemark(line, language) is None and parse_byline(line, language) is None) or (
        len(line.words) >= 6 and line.ends and parse_dateline(line, language) is not None
    )


def _zone(lines: Sequence[Line], body: int) -> range:
    """Indexes of the lines that may belong to the head: all above the body, and few below its start."""
    return range(min(len(lines), body + _BELOW, _LONGEST_HEAD))


def _labels(lines: Sequence[Line], marks: Marks, body: int, language: str | None) -> Marks:
    """Few words without a stop, above the running text of a page whose headline is known: kickers, buttons, menus."""
    return {
        index: "navigation"
        for index in range(min(body, _LONGEST_HEAD))
        if index not in marks
        and len(lines[index].words) <= _LONGEST_LABEL
        and not lines[index].ends
        and not _says_whose(lines[index], language)
    }


def _says_whose(line: Line, language: str | None) -> bool:
    """Whether a line is a dateline that names its agency or its day: "VELM (HAP)", other than "HAP 0741 - Politics"."""
    dateline = parse_dateline(line, language)
    return dateline is not None and bool(dateline.credits or dateline.published or dateline.day)


def _note(index: int, line: Line, language: str | None, notes: _Notes, strict: bool) -> None:
    """Read one line of the head as a byline, a date, or both."""
    mark = parse_datemark(line, language)
    if mark:
        notes.dates.append((index, mark))
        notes.marks[index] = "date"
        _note_rest(mark.rest, line, language, notes)
        return
    byline = parse_byline(line, language)
    if byline and not (strict and not line.folded.startswith(("by ", "von ")) and not byline.credits):
        notes.marks[index] = "byline"
        notes.bylines.extend([byline.author] if byline.author else [])
        notes.credits.extend(byline.credits)


def _note_rest(rest: str, line: Line, language: str | None, notes: _Notes) -> None:
    """What a date line says besides: a byline, an outlet, or a place, which is left."""
    for part in [rest, *rest.split(", ")] if rest else []:
        agency = agency_named(part)
        if agency:
            notes.credits.append(Credit(agency, CreditKind.BYLINE, line.text.strip("*_ ")))
            notes.bylines.append(part.strip())
            continue
        if part.lower().startswith(("by ", "von ")):
            author, *beside = part.split(", ")
            named = [one for one in beside if is_masthead(one, language)]
            names = ", ".join([author, *(one for one in beside if one not in named)])
            byline = parse_byline(Line(names, line.span, gap=False), language)
            if byline:
                notes.outlets.extend(named)
                notes.bylines.extend([byline.author] if byline.author else [])
                notes.credits.extend(byline.credits)
                return
        elif is_masthead(part, language):
            notes.outlets.append(part)
            return


def _tail_dates(lines: Sequence[Line], marks: Marks, body: int, language: str | None, notes: _Notes) -> None:
    """Labelled dates below the head ("First published on …")."""
    for index in range(min(len(lines), body + _BELOW), len(lines)):
        mark = parse_datemark(lines[index], language) if index not in marks and len(lines[index].words) < 14 else None
        if mark and (mark.labelled or mark.modified):
            notes.dates.append((index, mark))
            notes.marks[index] = "date"


def _foot_date(lines: Sequence[Line], marks: Marks, body: int, language: str | None, notes: _Notes) -> None:
    """Outlet and day below the last paragraph ("Moorbote, 10. Februar 2024"), where nothing else dates the page."""
    kept = [index for index in range(body, len(lines)) if index not in marks]
    if len(kept) < _FEWEST_PARAGRAPHS or any(mark.published for _, mark in notes.dates):
        return
    last = lines[kept[-1]]
    mark = parse_datemark(last, language)
    if (
        mark
        and mark.published
        and len(mark.rest.split()) <= _LONGEST_SIGNATURE
        and lines[kept[-2]].ends
        and not last.ends
    ):
        notes.dates.append((kept[-1], mark))
        notes.marks[kept[-1]] = "date"
        _note_rest(mark.rest, last, language, notes)


def _published(notes: _Notes, marks: Marks) -> tuple[Moment | None, bool]:
    """The date of publication: a labelled one before others, one below the headline before one above it.

    Two different days of one rank cancel out: a page that shows today's date too must not be dated by it.
    """
    title = next((index for index, reason in sorted(marks.items()) if reason == "title"), -1)
    ranks = (
        [mark for _, mark in notes.dates if mark.labelled and mark.published],
        [mark for index, mark in notes.dates if index > title and mark.published],
        [mark for _, mark in notes.dates if mark.published],
    )
    for number, rank in enumerate(ranks):
        days = sorted({mark.published.day for mark in rank if mark.published})
        if len(days) == 1:
            fullest = max((mark.published for mark in rank if mark.published), key=lambda moment: len(moment.iso))
            return fullest, number == 0
        if days:
            return None, False
    return None, False


def _line_naming(lines: Sequence[Line], marks: Marks, agency: str) -> str:
    """The line of the footer that says whose text it is."""
    shown = (
        lines[index].text for index in sorted(marks) if "©" in lines[index].text or "opyright" in lines[index].text
    )
    return next(shown, agency)
