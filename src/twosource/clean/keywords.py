"""Keywords that a publishing system glued to sentences: "Harbour fire: Three sheds burnt down."

Some sites put their search phrase before, behind and between the paragraphs. The phrase is cut and the sentence
stays. The invariant: a speaker's name before a colon, as interviews have it, is no keyword: a keyword also stands
alone, or behind a full stop, where no speaker's name does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.clean.lines import Line, Marks
from twosource.model.span import Span

_PREFIX = re.compile(r"(?P<phrase>[^\W\d_][^:.!?()\[\]\d\n]{1,60}):\s+(?=\S)")
_SUFFIX = re.compile(r"[.!?][\"'”’)]*\s+(?P<phrase>[^\W\d_][^.!?:()\[\]\d\n]{1,60})$")
_LONGEST = 5  # words
_FEWEST = 2  # glued showings


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a line that is no part of the article, with its reason."""

    span: Span
    reason: str


def find_keywords(lines: Sequence[Line]) -> tuple[Marks, list[Cut]]:
    """Lines that are nothing but a keyword, and keywords glued to sentences.

    Returns:
        Marks of whole lines, and cuts within lines, spans in the page's text.
    """
    prefixes = {index: match for index, line in enumerate(lines) if (match := _glued(_PREFIX.match(line.text)))}
    suffixes = {index: match for index, line in enumerate(lines) if (match := _glued(_behind(line)))}
    before = Counter(_fold(match["phrase"]) for match in prefixes.values())
    behind = Counter(_fold(match["phrase"]) for match in suffixes.values())
    alone = Counter(line.key for line in lines)
    keywords = {
        phrase
        for phrase in {*before, *behind}
        if before[phrase] + behind[phrase] >= _FEWEST and (behind[phrase] > 0 or alone[phrase] > 0)
    }
    cuts = [
        Cut(Span(lines[index].span.start + start, lines[index].span.start + end), "keywords")
        for found, whole in ((prefixes, True), (suffixes, False))
        for index, match in sorted(found.items())
        if _fold(match["phrase"]) in keywords
        for start, end in [match.span() if whole else match.span("phrase")]
    ]
    return {index: "keywords" for index, line in enumerate(lines) if line.key in keywords}, cuts


def _behind(line: Line) -> re.Match[str] | None:
    return _SUFFIX.search(line.text, max(0, len(line.text) - 70))


def _glued(match: re.Match[str] | None) -> re.Match[str] | None:
    return match if match and len(match["phrase"].split()) <= _LONGEST else None


def _fold(phrase: str) -> str:
    return Line(phrase.strip(), Span(0, 0), gap=False).key
