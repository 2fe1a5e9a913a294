"""A page's text as lines: the unit in which furniture is told from the article.

Scraped pages come line by line, a paragraph, a heading or a button each. A line knows where it stands, what it looks
like without regard to case and typography (its key), and whether it reads like prose. The invariant: every character
of the text that is no blank lies in exactly one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from twosource.model.span import Span

Marks = Mapping[int, str]
"""Index of a line to the reason for which it is no part of the article."""

_BULLET = re.compile(r"(?:[•●▪■◦‣·►▶➤➔→✓✔*–—-]|\d{1,2}[.)])[\s\u00a0]+")
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?")
# Scripts without blanks between words: Thai, Lao, Burmese, Khmer, kana, ideographs. A character counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_UNSPACED_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+")
_STOPS = tuple(".!?…。！？")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")  # "U.S." ends headlines more often than sentences
_CLOSERS = "\"'”’»“)]*_ 」』）"
_FOLD = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        "…": ".",
        "\u200b": "",
        "\u00ad": "",
    }
)
_EDGES = " \t.,:;!?*|>»›→<«‹←-_/\\[](){}•·+=~#\"'…▼▲►"


@dataclass(frozen=True, eq=False)
class Line:
    """One line without the blanks around it.

    Attributes:
        text: As it stands, bullet included.
        span: Where it stands in the page's text.
        gap: Whether an empty line, or the page's start, stands before it.
    """

    text: str
    span: Span
    gap: bool

    @cached_property
    def bullet(self) -> int:
        """Length of the bullet or dash that opens the line, with its blanks; 0 without."""
        match = _BULLET.match(self.text)
        return match.end() if match and not self.text[0].isdigit() else 0

    @cached_property
    def folded(self) -> str:
        """Lower case, plain quotes and dashes, single blanks."""
        return " ".join(self.text.translate(_FOLD).casefold().split())

    @cached_property
    def key(self) -> str:
        """The folded line without marks at its ends: what two showings of one line share."""
        return self.folded.strip(_EDGES)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(words_of(self.folded))

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        bare = self.text.rstrip(_CLOSERS)
        return bare.endswith(_STOPS) and not _INITIALS.search(bare)

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like the article's running text: sentences, not labels."""
        if len(self.words) < 6 or self.headline_case:
            return False
        return (self.ends and len(self.words) >= 8) or len(self.words) >= 25

    @cached_property
    def headline_case(self) -> bool:
        """Whether nearly all of its words are capitalised, as headlines are in American papers, stop or no stop."""
        return 5 <= len(self.words) <= _LONGEST_HEADLINE and self.capitals >= _HEADLINE_CAPITALS

    @cached_property
    def capitals(self) -> float:
        """Share of its words that begin with a capital letter."""
        words = words_of(self.text)
        return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def words_of(text: str) -> list[str]:
    """The words of a text; in scripts that have no blanks between them, its characters.

    >>> words_of("U.S. port"), words_of("港口 AFP")
    (['U.S', 'port'], ['港', '口', 'AFP'])
    """
    return (_UNSPACED_WORD if _HAS_UNSPACED.search(text) else _WORD).findall(text)


# A page is wrapped where, of its line ends within blocks, at least this share stand where the next word had no room,
# and no line is wider than a page. Chosen on invented pages: lists of headlines reach 0.2 to 0.4, wrapped text 0.8.
_WRAPPED_SHARE = 0.6
_FEWEST_ENDS = 4
_LONGEST_HEADLINE = 24  # words
_HEADLINE_CAPITALS = 0.8  # of the words; prepositions and articles make up the rest
_WIDEST_PAGE = 132  # columns


def split(text: str) -> tuple[Line, ...]:
    r"""The lines of a text that hold more than blanks; where the text was wrapped to a width, its paragraphs.

    >>> [(line.text, line.gap) for line in split("One.\n Two.\n\nThree.")]
    [('One.', True), ('Two.', False), ('Three.', True)]
    """
    lines: list[Line] = []
    at, gap = 0, True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            lines.append(Line(stripped, Span(start, start + len(stripped)), gap))
        gap = not stripped
        at += len(raw) + 1
    return _unwrapped(text, lines)


def _unwrapped(text: str, lines: list[Line]) -> tuple[Line, ...]:
    """Lines that the width of a page broke put together again. Line ends become blanks, so that lengths stay."""
    width = max((len(line.text) for line in lines), default=0)
    inner = [(one, other) for one, other in pairwise(lines) if not other.gap]
    broken = sum(_no_room(one, other, width) for one, other in inner)
    if width > _WIDEST_PAGE or len(inner) < _FEWEST_ENDS or broken < _WRAPPED_SHARE * len(inner):
        return tuple(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.gap and not line.bullet and _no_room(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
    return tuple(
        Line(span.of(text).replace("\n", " "), span, group[0].gap) for span, group in zip(spans, groups, strict=True)
    )


def _no_room(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on this one (hyphens cost one)."""
    first = following.text.split(None, 1)[0]
    return len(line.text) + 1 + len(first) > width - 1 or line.text.endswith("-")
