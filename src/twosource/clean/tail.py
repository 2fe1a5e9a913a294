"""The edges of a page: what stands below the last paragraph, and what stands between two pieces of furniture.

Below the article pages speak to their readers: memberships, tips, other headlines. Read from the end upwards, until the
article's last sentence. The invariant: the first line from below that is none of this ends the search.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.clean.furniture import Wordings, calls, wordings
from twosource.clean.lines import Line, Marks
from twosource.clean.pictures import is_foot

_ENDS = frozenset({"comment-form", "copyright", "biography", "keywords"})
_END_FROM = 0.6  # of the page's prose stands above the end of the article
_LEAVINGS_SHARE = 0.15  # of the page's prose, and
_LONGEST_LEAVINGS = 4  # paragraphs, may follow it
_LONGEST_MARK = 2  # words
_LONGEST_BUTTON = 4
_FEWEST_BUTTONS = 3
_LONGEST_LABEL = 14  # words of a headline of another story
_OF_AUTHORS = (
    "is a ", "is an ", "is the ", "covers ", "writes ", "can be reached", "has been ", "joined ", "reports on ",
    "tweets ", "follow ", "ist ", "schreibt ",
)  # fmt: skip
_FACT = re.compile(r":|\b(?:19|20)\d{2}\b")  # "Age: 17", "July 2015 - Joined the force": a list of the article
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
            found.update(dict.fromkeys(labels, "teaser") if marks[index] not in _ABOUT else {})
            labels = [] if marks[index] not in _ABOUT else labels
            continue
        reason = _reason(lines[index], lists, byline) or ("caption" if is_foot(lines[index], language) else None)
        if reason:
            found[index] = reason
        elif _is_label(lines[index]):
            labels.append(index)
        else:
            break
    if labels and (len(labels) > 1 or len(lines[labels[0]].words) <= _LONGEST_BUTTON):
        found.update({label: "teaser" if len(labels) > 1 else "navigation" for label in labels})
    return found if any(index not in marks and index not in found for index in range(len(lines))) else {}


def find_leavings(lines: Sequence[Line], marks: Marks, byline: str | None) -> Marks:
    """What stands below the end of the article, where the page itself shows where that is.

    Tags, comments, a copyright line, the author's biography stand below it. What follows them is furniture, unless so
    much prose follows that the mark cannot have been the end.
    """
    prose = [len(line.words) if line.prose and index not in marks else 0 for index, line in enumerate(lines)]
    all_words, before = sum(prose), 0
    for index, line in enumerate(lines):
        own = byline is not None and line.folded.startswith(byline.casefold()) and before > _END_FROM * all_words
        if (marks.get(index) in _ENDS or own) and before > _END_FROM * all_words:
            after = [words for words in prose[index:] if words]
            if len(after) <= _LONGEST_LEAVINGS and sum(after) <= _LEAVINGS_SHARE * all_words:
                reason = marks.get(index, "biography")
                return {rest: reason for rest in range(index, len(lines)) if rest not in marks}
        before += prose[index]
    return {}


def find_labels(lines: Sequence[Line], marks: Marks) -> Marks:
    """Single lines of one or two words between paragraphs: buttons and marks, or subheads that say nothing."""
    kept = [index for index in range(len(lines)) if index not in marks]
    return _buttons(lines, marks) | {
        index: "heading"
        for before, index, after in zip(kept, kept[1:], kept[2:], strict=False)
        if len(lines[index].words) <= _LONGEST_MARK
        and not lines[index].ends
        and not lines[index].bullet
        and not any(character.isdigit() for character in lines[index].text)
        and lines[before].ends
        and lines[after].prose
    }


def _buttons(lines: Sequence[Line], marks: Marks) -> dict[int, str]:
    """Runs of lines of a word each, as menus and share bars leave them; lists of people's names have two."""
    found: dict[int, str] = {}
    run: list[int] = []
    for index in range(len(lines) + 1):
        short = index < len(lines) and index not in marks and len(lines[index].words) <= _LONGEST_MARK
        if short and not lines[index].ends and not lines[index].bullet:
            run.append(index)
            continue
        words = sum(len(lines[one].words) for one in run)
        if len(run) >= _FEWEST_BUTTONS and words < 1.5 * len(run):
            found.update(dict.fromkeys(run, "navigation"))
        run = []
    return found


def _reason(line: Line, lists: Wordings, byline: str | None) -> str | None:
    if byline and line.folded.startswith(byline.casefold()) and len(line.words) <= 60:
        rest = line.folded[len(byline) :].strip(" ,")
        if rest.startswith(_OF_AUTHORS) or not rest:
            return "biography"
    return "advert" if calls(line, lists) else None


def _is_label(line: Line) -> bool:
    return not line.ends and not _FACT.search(line.text) and len(line.words) <= _LONGEST_LABEL and not line.bullet


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
