"""Sections of furniture: a heading that says what follows, and how far it reaches.

"Related stories", "About the author", "Leave a comment": what stands below such a heading is furniture though it reads like
prose. How far it reaches depends on the heading and on the article going on below it. The invariant: a section never
swallows the article's running text; where the text goes on for more paragraphs than the section can have, it ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from twosource.clean.furniture import Wordings, wordings
from twosource.clean.lines import Line, Marks

# Prose paragraphs that a section below its heading can hold, by extent. A biography has one or two, a list of teasers a
# line or two each for some entries, and comments run to the end of the page. Chosen on invented pages, and on the
# development half of the planted furniture in bench/clean.py.
_LONGEST = {"item": 2, "list": 4, "end": 40}
_LONGEST_HEADING = 9  # words
_COMMENTS_FROM = 0.5  # of the page's running text: a form or counter above that is a button, not the comments


def find_sections(lines: Sequence[Line], marks: Marks, language: str | None = None) -> Marks:
    """Lines that belong to a section of furniture.

    Args:
        lines: The page.
        marks: What is known to be furniture.
        language: Of the page.

    Returns:
        Reasons for the headings and for what follows them.
    """
    lists = wordings(language)
    heads = [(index, *found) for index, line in enumerate(lines) if (found := _heading(line, lists))]
    found: dict[int, str] = {}
    prose = [line.prose and index not in marks for index, line in enumerate(lines)]
    words_before = _running_words(lines, prose)
    ends = [index for index, _, _ in heads[1:]] + [len(lines)]
    for (index, reason, extent), end in zip(heads, ends, strict=True):
        late = words_before[index] >= _COMMENTS_FROM * (words_before[-1] or 1)
        last = _reach(lines, prose, index, end, extent if late or extent != "end" else "item")
        found.update({inside: reason for inside in range(index, last)})
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
        if rest != line.key and rest and not rest[0].isdigit():
            return reason, extent
    return None


def _reach(lines: Sequence[Line], prose: Sequence[bool], head: int, end: int, extent: str) -> int:
    """Index behind the last line of the section that ``head`` opens, at most ``end``."""
    inside = [index for index in range(head + 1, end) if prose[index]]
    tail = end == len(lines) or not any(prose[end:])
    if len(inside) <= _LONGEST[extent] and (tail or extent == "end"):
        return end
    if extent == "item":
        return _block_end(lines, head + 1, end)
    first_prose = inside[0] if inside else end
    return _list_end(lines, head + 1, first_prose)


def _block_end(lines: Sequence[Line], start: int, end: int) -> int:
    """Behind the paragraph that starts here: up to the next empty line."""
    for index in range(start + 1, end):
        if lines[index].gap:
            return index
    return end


def _list_end(lines: Sequence[Line], start: int, first_prose: int) -> int:
    """Behind the list's last entry: lines of one kind, before the article goes on.

    A subhead that stands alone right above the prose belongs to the prose.
    """
    entries = lines[start:first_prose]
    if len(entries) > 1 and entries[-1].gap and not entries[-1].ends and any(not line.gap for line in entries[1:]):
        loose = [after for before, after in pairwise(entries) if after.gap and not before.gap]
        return first_prose - 1 if loose and loose[-1] is entries[-1] else first_prose
    return first_prose
