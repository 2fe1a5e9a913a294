"""The edges of a page: what stands below the last paragraph, and what stands between two pieces of furniture.

Below the article pages speak to their readers: memberships, tips, other headlines. Read from the end upwards, until the
article's last sentence. The invariant: the first line from below that is none of this ends the search.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.clean.furniture import Wordings, calls, wordings
from twosource.clean.lines import Line, Marks

_LONGEST_LABEL = 14  # words of a headline of another story
_OF_AUTHORS = (
    "is a ",
    "is an ",
    "is the ",
    "covers ",
    "writes ",
    "can be reached",
    "has been ",
    "joined ",
    "reports on ",
    "tweets ",
    "follow ",
    "ist ",
    "schreibt ",
)
_ABOUT = frozenset({"title", "byline", "date", "dateline", "caption", "credit", "repetition", "keywords", "masthead"})


def find_tail(lines: Sequence[Line], marks: Marks, language: str | None, byline: str | None) -> Marks:
    """Furniture below the article's last sentence.

    Args:
        lines: The page.
        marks: What is known to be no part of the article.
        language: Of the page.
        byline: The author, whose biography may stand there.
    """
    lists = wordings(language)
    found: dict[int, str] = {}
    labels: list[int] = []
    for index in reversed(range(len(lines))):
        if index in marks:
            found.update({label: "teaser" for label in labels} if marks[index] not in _ABOUT else {})
            labels = [] if marks[index] not in _ABOUT else labels
            continue
        reason = _reason(lines[index], lists, byline)
        if reason:
            found[index] = reason
        elif _is_label(lines[index]):
            labels.append(index)
        else:
            break
    return found if any(index not in marks and index not in found for index in range(len(lines))) else {}


def _reason(line: Line, lists: Wordings, byline: str | None) -> str | None:
    if byline and line.folded.startswith(byline.casefold()) and len(line.words) <= 60:
        rest = line.folded[len(byline) :].strip(" ,")
        if rest.startswith(_OF_AUTHORS):
            return "biography"
    return "advert" if calls(line, lists) else None


def _is_label(line: Line) -> bool:
    return not line.ends and len(line.words) <= _LONGEST_LABEL and not line.bullet


def fill(lines: Sequence[Line], marks: Marks) -> Marks:
    """Short lines without a sentence that stand between two pieces of furniture: they are furniture too."""
    found: dict[int, str] = {}
    before: str | None = None
    run: list[int] = []
    for index, line in enumerate(lines):
        if index in marks:
            framed = before is not None and marks[index] not in _ABOUT
            found.update({inside: str(before) for inside in run} if framed else {})
            before, run = (None if marks[index] in _ABOUT else marks[index]), []
        elif _is_label(line) and not line.prose and len(run) < 3:
            run.append(index)
        else:
            before, run = None, []
    return found
