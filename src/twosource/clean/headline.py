"""The headline of a page, and what stands around it: the masthead, its motto, kickers and buttons.

The first line of some length above the article is its headline, unless it is made of words that outlets' names are
made of and a longer line follows, or is a name with a motto of which the article says nothing. The invariant: of the
lines above the article one at most is the headline; a longer line below it is a standfirst, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.clean.datelines import parse_dateline
from twosource.clean.lines import Line, Marks
from twosource.clean.outlets import is_masthead, split_title
from twosource.model.span import Span
from twosource.resources import with_english

_LONGEST_TITLE = 40  # words
_SHORTEST_TITLE = 2
_LONGEST_MASTHEAD = 6
_LONGEST_LABEL = 3
_SHORTEST_CONTENT = 4  # letters of a word that may say what a line is about
_NAME_AND_MOTTO = re.compile(r"(?P<name>[^\W\d_][\w.'’&-]{0,30}(?:\s[\w.'’&-]{1,30}){0,2})\s[-–—|·]\s(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline as it stands, with the outlets that mastheads name.

    Attributes:
        marks: The lines that say it, with their reasons.
    """

    title: str | None = None
    outlets: tuple[str, ...] = ()
    marks: Marks = field(default_factory=dict)


def read_headline(
    lines: Sequence[Line], above: range, marks: Marks, language: str | None, given: str | None = None
) -> Headline:
    """The headline among the lines above the article.

    Args:
        lines: The page.
        above: Indexes of the lines above the article.
        marks: What is known of them.
        language: Of the page.
        given: The headline, where the container gave it: then only its showings are marked.
    """
    candidates = [index for index in above if index not in marks and _may_be_title(lines[index], language)]
    if given:
        return _given(lines, candidates, language, given)
    names = [index for index in candidates if _is_masthead_line(lines, index, candidates, language)]
    motto = _name_with_motto(lines, candidates, language)
    names += [candidates[0]] if motto and candidates[0] not in names else []
    rest = [index for index in candidates if index not in names]
    mottos = [index for index in rest[:-1] if index - 1 in names and not lines[index].gap]
    rest = [index for index in rest if index not in mottos]
    if not rest or len(lines) < 2:
        return Headline()
    chosen = _first_real(lines, rest)
    if len(lines[chosen].words) < _SHORTEST_TITLE:
        return Headline()
    kickers = [index for index in rest if index < chosen]
    found = dict.fromkeys([*names, *mottos], "masthead")
    found |= dict.fromkeys(kickers, "masthead" if names else "navigation") | _buttons(lines, rest, chosen)
    found[chosen] = "title"
    outlets = tuple(motto if motto and index == candidates[0] else lines[index].text.strip("*_ ") for index in names)
    return Headline(lines[chosen].text.strip("*_# "), outlets, found)


def _given(lines: Sequence[Line], candidates: Sequence[int], language: str | None, title: str) -> Headline:
    """The container's headline, and the lines that show it."""
    plain = split_title(title, language)[0]
    keys = {Line(form, Span(0, len(form)), gap=True).key for form in (title, plain)}
    shown = [
        index
        for index in candidates
        if lines[index].key in keys or split_title(lines[index].text, language)[0].casefold() == plain.casefold()
    ]
    buttons = _buttons(lines, candidates, shown[0]) if shown else {}
    return Headline(title, (), buttons | dict.fromkeys(shown, "title"))


def _buttons(lines: Sequence[Line], candidates: Sequence[int], title: int) -> dict[int, str]:
    """Lines of a few words below the headline; a standfirst has more."""
    short = [index for index in candidates if index > title and len(lines[index].words) <= _LONGEST_LABEL]
    return {index: "navigation" for index in short if not lines[index].ends}


def _may_be_title(line: Line, language: str | None) -> bool:
    bare = line.text.rstrip("\"'”’»")
    return (
        parse_dateline(line, language) is None
        and not line.text.startswith("(")
        and 0 < len(line.words) <= _LONGEST_TITLE
        and not line.bullet
        and (line.headline_case or not (line.ends and bare.endswith((".", "…"))))
        and not line.text.endswith((",", ";", ":", "--", "–", "—"))
    )


def _is_masthead_line(lines: Sequence[Line], index: int, candidates: Sequence[int], language: str | None) -> bool:
    """A short line of outlet's words, with a longer one beside it that can be the headline."""
    line = lines[index]
    longer = any(len(lines[other].words) > len(line.words) for other in candidates if other != index)
    return longer and len(line.words) <= _LONGEST_MASTHEAD and is_masthead(line.text, language)


def _name_with_motto(lines: Sequence[Line], candidates: Sequence[int], language: str | None) -> str | None:
    """The name in a first line like "tidewatch - notes from the quay", where a headline follows in a block of its own.

    A headline may be built alike ("Analysis - what the ferry fire means"), but then the article says words of it.
    """
    first = lines[candidates[0]] if len(candidates) > 1 else None
    match = _NAME_AND_MOTTO.match(first.text) if first else None
    if first is None or match is None or not first.text[match.end()].islower():
        return None
    joints = {word for table in with_english(language, "publication") for word in table["words"]["joints"]}
    own = {word for word in first.words if len(word) >= _SHORTEST_CONTENT and word not in joints}
    said = {word for line in lines if line.prose for word in line.words}
    following = lines[candidates[1]]
    headline_follows = following.gap and len(following.words) > _LONGEST_LABEL
    return match["name"] if headline_follows and own.isdisjoint(said) else None


def _first_real(lines: Sequence[Line], candidates: Sequence[int]) -> int:
    """The first candidate of more than three words, for labels stand above headlines; the first, where none has."""
    real = [index for index in candidates if len(lines[index].words) > _LONGEST_LABEL]
    return real[0] if real and not lines[candidates[0]].ends else candidates[0]
