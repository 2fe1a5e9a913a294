"""Lines that say when a page was published or changed, and what else such a line carries.

"January 11, 2022", "Published: 3 March 2019, 14:30 GMT", "By AFP | Tuesday, October 8, 2019", "The Northern Ledger, 9
October 2019". The invariant: a date counts as that of publication only in a line that has nothing else to say; a date
inside a sentence is the story's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource.clean.dates import find_dates
from twosource.clean.lines import Line
from twosource.model.moment import Moment
from twosource.resources import with_english

_LONGEST = 26  # words of the whole line
_LONGEST_TEXT = 300  # characters
_LONGEST_REST = 8  # words beside the dates
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")
_BARE = frozenset({"date", "datum"})
_OTHER_DATE = re.compile(r"\b[Dd]at(?:e|um)\s*:?\s*$")
"""A date that is called one without being that of publication: "Court Date: March 13, 2017"."""


@dataclass(frozen=True, slots=True)
class DateMark:
    """A line that dates the page.

    Attributes:
        published, modified: What it says; an unlabelled date is taken for publication.
        labelled: Whether a label says that it is the date of publication.
        rest: What the line says beside dates, labels and weekdays: a place, a byline, an outlet.
    """

    published: Moment | None
    modified: Moment | None
    labelled: bool
    rest: str


@cache
def _vocabulary(language: str | None) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    tables = with_english(language, "publication")
    neutral = frozenset(word for table in tables for part in ("weekdays", "neutral") for word in table["words"][part])
    published, modified = (
        tuple(sorted({word for table in tables for word in table["labels"][part]}, key=lambda word: (-len(word), word)))
        for part in ("published", "modified")
    )
    return neutral, published, modified


def parse_datemark(line: Line, language: str | None = None) -> DateMark | None:
    """What a line says of the page's dates; ``None`` for a line that says something else too.

    >>> from twosource.clean.lines import split
    >>> mark = parse_datemark(split("Published 3 March 2019 | Updated: March 4, 2019")[0], "en")
    >>> mark.published, mark.modified, mark.labelled
    (Moment(iso='2019-03-03'), Moment(iso='2019-03-04'), True)
    """
    if (
        len(line.text) > _LONGEST_TEXT
        or len(line.words) > _LONGEST
        or not any(character.isdigit() for character in line.text)
    ):
        return None
    text = line.text.strip("*_")
    dates = find_dates(text, language)
    neutral, published_labels, modified_labels = _vocabulary(language)
    if not dates:
        return None
    published: list[Moment] = []
    modified: list[Moment] = []
    labelled, at, rest = False, 0, []
    for found in dates:
        before = text[at : found.span.start]
        label, kind = _label(before, published_labels, modified_labels)
        if kind is None and _OTHER_DATE.search(before):
            return None
        (modified if kind == "modified" else published).append(found.moment)
        labelled = labelled or kind == "published"
        rest.append(before[: len(before) - len(label)] if label else before)
        at = found.span.end
    rest.append(text[at:])
    left = _without_neutral(" ".join(rest), neutral)
    if len(left.split()) > _LONGEST_REST or (line.ends and len(left.split()) > 3):
        return None
    if not labelled and len({moment.day for moment in published}) > 1:
        published = []  # "5 May 2017 – 9 June 2018" is a span of time, not a date of publication
    return DateMark(published[0] if published else None, modified[0] if modified else None, labelled, left)


def _label(before: str, published: tuple[str, ...], modified: tuple[str, ...]) -> tuple[str, str | None]:
    """The label right before a date, as it stands, and its kind. Weekdays may stand between."""
    bare = re.sub(
        r"(?:\b(?:on|am|at)\b|\b[A-Za-z]{3,9}day\b|\b[A-Za-z]{3,9}tag\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|[\s:,.|–—-])+$",
        "",
        before,
    )
    folded = bare.lower()
    for kind, labels in (("modified", modified), ("published", published)):
        for label in labels:
            if folded.endswith(label) and not folded[: -len(label)][-1:].isalnum():
                qualified = label in _BARE and _WORD.search(folded[: -len(label)].rsplit("|", 1)[-1])
                return ("", None) if qualified else (before[len(bare) - len(label) :], kind)
    return "", None


def _without_neutral(rest: str, neutral: frozenset[str]) -> str:
    """The words that mean more than a date does, with the marks between them."""
    pieces = re.split(r"(\s*[|•·,;]\s*|\s[–—-]\s)", rest)
    kept = []
    for piece in pieces[::2]:
        words = _WORD.findall(piece)
        if any(word.lower().strip(".") not in neutral for word in words):
            kept.append(re.sub(r"^[\s:.–—-]+|[\s:–—-]+$", "", piece))
    return ", ".join(filter(None, kept))
