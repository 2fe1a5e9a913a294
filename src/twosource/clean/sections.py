"""Sections of furniture: a heading that says what follows, and how far it reaches.

"Related stories", "About the author", "Leave a comment": what stands below such a heading is furniture though it
reads like prose. How far it reaches depends on the heading and on what follows. The invariant: a section never
swallows the article's running text: paragraphs that follow one another without headlines between them are the article
going on.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.clean.furniture import Wordings, calls, wordings
from twosource.clean.lines import Line, Marks

_LONGEST_HEADING = 9  # words
_LONGEST_SHELF = 5
_COMMENTS_FROM = 0.5  # of the page's running text: a form or counter above that is a button, not the comments
_LONGEST_BIOGRAPHY = 2  # paragraphs of prose, at the page's end
_TRUNCATED = ("…", "...", "[…]", "[...]", "»", "[+]", "(more)")


def find_sections(lines: Sequence[Line], marks: Marks, language: str | None = None) -> Marks:
    """Lines that belong to a section of furniture.

    Args:
        lines: The page.
        marks: What is known to be no part of the article.
        language: Of the page.

    Returns:
        Reasons for the headings and for what follows them.
    """
    lists = wordings(language)
    heads = [
        (index, *opened)
        for index, line in enumerate(lines)
        if marks.get(index) != "title" and (opened := _heading(line, lists))
    ]
    prose = [line.prose and index not in marks for index, line in enumerate(lines)]
    before = _running_words(lines, prose)
    found: dict[int, str] = {}
    ends = [*(index for index, _, _ in heads), len(lines)][1:]
    for (index, reason, extent), end in zip(heads, ends, strict=True):
        if extent == "end" and before[index] < _COMMENTS_FROM * (before[-1] or 1):
            last = _calls(lines, prose, index + 1, end, lists)
        elif extent == "end":
            last = end
        elif extent == "item":
            last = _biography(lines, prose, index + 1, end, before[index] > 0)
        else:
            last = (_calls if extent == "call" else _listing)(lines, prose, index + 1, end, lists)
        found.update(dict.fromkeys(range(index, last), reason))
    return found


def _running_words(lines: Sequence[Line], prose: Sequence[bool]) -> list[int]:
    """Words of prose before each line, and in all."""
    counts = [0]
    for line, is_prose in zip(lines, prose, strict=True):
        counts.append(counts[-1] + (len(line.words) if is_prose else 0))
    return counts


def _heading(line: Line, lists: Wordings) -> tuple[str, str] | None:
    """Reason and extent of the section that a line opens."""
    if line.key in lists.sections:
        return lists.sections[line.key]
    if len(line.words) > _LONGEST_HEADING or line.text.rstrip().endswith((".", ",", ";")) or line.capitals < 0.3:
        return None
    for opening, reason, extent in lists.openings:
        rest = line.key.removeprefix(opening)
        if rest != line.key and rest and (reason == "comment-form" or not rest[0].isdigit()):  # "Comments (3)"
            return reason, extent
    short = len(line.words) <= _LONGEST_SHELF and not line.ends
    return ("teaser", "list") if short and not lists.shelves.isdisjoint(line.words) else None


def _biography(lines: Sequence[Line], prose: Sequence[bool], start: int, end: int, below: bool) -> int:
    """Behind the paragraph that starts here, or behind the few that end the page; above the article, names only."""
    inside = [index for index in range(start, end) if prose[index]]
    if not below:
        return min([*inside[:1], _block_end(lines, start, end)])
    if len(inside) <= _LONGEST_BIOGRAPHY and not any(prose[end:]):
        return end
    return _block_end(lines, start, end)


def _block_end(lines: Sequence[Line], start: int, end: int) -> int:
    """Behind the paragraph that starts here: up to the next empty line."""
    for index in range(start + 1, end):
        if lines[index].gap:
            return index
    return min(start + 1, end)


def _calls(lines: Sequence[Line], prose: Sequence[bool], start: int, end: int, lists: Wordings) -> int:
    """Behind the lines of the heading's block that speak to the reader."""
    for index in range(start, end):
        if (lines[index].gap and index > start) or (prose[index] and not calls(lines[index], lists)):
            return index
    return end


def _listing(lines: Sequence[Line], prose: Sequence[bool], start: int, end: int, lists: Wordings) -> int:
    """Behind the list's last entry: headlines, each with a summary of one paragraph at most.

    A single headline with one paragraph below it may be a teaser or a link within the article: then the paragraph
    stays, unless it breaks off as teasers do.
    """
    first = next((index for index in range(start, end) if prose[index]), end)
    at, summaries = first, 0
    while at < end and (not prose[at] or not prose[at - 1] or _truncated(lines[at])):
        summaries += prose[at]
        at += 1
    whole = at == end and not any(prose[end:])
    if (
        whole
        and first < end
        and (summaries > 1 or all(_truncated(lines[index]) for index in range(first, end) if prose[index]))
    ):
        return end
    return _without_subhead(lines, start, first, end)


def _truncated(line: Line) -> bool:
    return line.text.rstrip().endswith(_TRUNCATED)


def _without_subhead(lines: Sequence[Line], start: int, first: int, end: int) -> int:
    """The list without the subhead of the prose that follows it, which stands alone where entries stand together."""
    entries = lines[start:first]
    together = sum(not line.gap for line in entries[1:])
    alone = first < end and len(entries) > 2 and entries[-1].gap and together >= len(entries) - 2
    return first - 1 if alone else first
