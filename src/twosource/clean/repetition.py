"""What a page says twice, and what an outlet says on every page.

A pull quote repeats a sentence, a caption repeats the lead, a headline stands above and below. Within one page the
fuller showing stays, of buttons none. Across pages of one outlet, a line on three of them is furniture, unless the
pages are versions of one article. The invariant: of any sentence that is repeated, one showing is kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from twosource.clean.lines import Line, Marks

PageId = TypeVar("PageId", int, str)

_FEWEST_WORDS = 4  # "No." and "Yes, he said." may be said twice
_LONGEST_BUTTON = 5
_LONGEST_EXCERPT = 60  # words: a longer line that stands in another is no pull quote
_MOST_ALIKE = 8  # lines with the same first words that are looked for: hostile input stays linear
_PAGES = 3  # of one outlet that share a line
_VERSION_SHARE = 0.5  # of a page's words in such lines: then it is a version of an article, not a frame around another
_LONGEST_FRAME = 60  # words of a line that is on every page


def find_repetition(lines: Sequence[Line], marks: Marks) -> Marks:
    """Lines that repeat an earlier one, or that stand wholly within a longer one.

    Of a short line without a stop no showing is kept: a button stands above and below, no sentence does.
    """
    open_lines = [index for index in range(len(lines)) if index not in marks]
    found: dict[int, str] = {}
    first = {lines[index].key: index for index in sorted(marks) if marks[index] == "title"}
    for index in open_lines:
        line = lines[index]
        earlier = first.setdefault(line.key, index)
        if earlier != index and (len(line.words) >= _FEWEST_WORDS or not line.ends):
            found[index] = "repetition"
            if earlier not in marks and not line.ends and len(line.words) <= _LONGEST_BUTTON:
                found[earlier] = "repetition"
    rest = [index for index in open_lines if index not in found]
    found.update(dict.fromkeys(_excerpts(lines, rest), "repetition"))
    return found


def _excerpts(lines: Sequence[Line], indexes: Sequence[int]) -> list[int]:
    """Lines whose words stand, in order and without a gap, in a longer line. Looked up by their first words."""
    wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in indexes:
        words = lines[index].words
        alike = wanted[words[: _FEWEST_WORDS + 1]]
        if _FEWEST_WORDS + 1 <= len(words) <= _LONGEST_EXCERPT and len(alike) < _MOST_ALIKE:
            alike.append(index)
    found = set()
    for index in indexes:
        words = lines[index].words
        for at in range(len(words) - _FEWEST_WORDS):
            for excerpt in wanted.get(words[at : at + _FEWEST_WORDS + 1], ()):
                shorter = lines[excerpt].words
                if len(shorter) < len(words) and words[at : at + len(shorter)] == shorter:
                    found.add(excerpt)
    return sorted(found)


def find_frames(pages: Mapping[PageId, Sequence[Line]]) -> dict[PageId, Marks]:
    """Lines that several pages of one outlet share.

    Args:
        pages: Page id to its lines, all of one outlet.

    Returns:
        Page id to its marks. A page that consists for the greater part of shared lines has none.
    """
    on_pages = Counter(key for lines in pages.values() for key in sorted({line.key for line in lines if line.key}))
    found: dict[PageId, Marks] = {}
    for page, lines in pages.items():
        shared = {
            index: "repetition"
            for index, line in enumerate(lines)
            if on_pages[line.key] >= _PAGES and len(line.words) <= _LONGEST_FRAME
        }
        words = sum(len(lines[index].words) for index in shared)
        if words <= _VERSION_SHARE * sum(len(line.words) for line in lines):
            found[page] = shared
    return found
