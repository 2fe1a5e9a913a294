"""Markdown to plain lines: front matter read, marks taken off, text left where it stands.

Links keep their words, headings and emphasis lose their signs, pictures and lines of links are furniture. The
invariant: text without Markdown comes out unchanged, with an identity map.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.model.article import Dropped
from twosource.model.offsets import Edit, OffsetMap, edit
from twosource.model.page import Given
from twosource.model.span import Span

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<fields>(?:[^\n]{0,500}\n){1,60}?)---[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]{0,30})[ \t]*:[ \t]*(?P<value>[^\n]*)")
_SIGNS = re.compile(r"^#{1,6} \S|\[[^\]\n]{1,300}\]\((?:https?:|/|#|mailto:)[^)\s]{0,500}\)|^```", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)")
_LINK = re.compile(r"\[(?P<words>[^\]\n]{1,300})\]\((?P<target>[^)\n]{0,500})\)")
_LINKS_ONLY = re.compile(
    r"^[ \t]*(?:[*-] )?(?:\[[^\]\n]{1,300}\]\([^)\n]{0,500}\)[ \t]*[|•·,/]?[ \t]*){2,40}$", re.MULTILINE
)
_HEADING = re.compile(r"^(?P<sign>#{1,6}[ \t]+)(?P<words>[^\n]*?)(?P<tail>[ \t]*#*)$", re.MULTILINE)
_STRONG = re.compile(r"(?P<sign>\*\*|__)(?=\S)(?P<words>[^\n]{1,2000}?)(?<=\S)(?P=sign)")
_EMPHASIS = re.compile(r"(?<![\w*_\\])(?P<sign>[*_])(?=[^\s*_])(?P<words>[^*_\n]{1,2000})(?<=\S)(?P=sign)(?![\w*_])")
_RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,80}$|^>[ \t]?", re.MULTILINE)

# Names that static site generators give to what we read, each to the field of Given.
_FIELDS = {
    "title": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "source": "outlet",
    "site": "outlet",
    "sitename": "outlet",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "updated": "modified",
    "modified": "modified",
    "lastmod": "modified",
    "lang": "language",
    "language": "language",
    "url": "url",
    "link": "url",
    "canonical": "url",
}


@dataclass(frozen=True, slots=True)
class Plain:
    """Text without marks.

    Attributes:
        text: Plain lines.
        origin: Map back to the marked text.
        fields: What the front matter said.
        dropped: Front matter, pictures, lines of links.
        title: The first heading of the first level.
    """

    text: str
    origin: OffsetMap
    fields: dict[str, str]
    dropped: tuple[Dropped, ...] = ()
    title: str | None = None


def unmark(text: str) -> Plain:
    r"""Take Markdown's marks off a text.

    >>> unmark("# Pier burns\n\nThe *old* pier [burnt](https://a.example) down.").text
    'Pier burns\n\nThe old pier burnt down.'
    """
    front = _FRONT.match(text)
    fields = _fields(front["fields"]) if front else {}
    cuts = [(Span(*front.span()), "metadata")] if front and fields else []
    if not cuts and not _SIGNS.search(text):
        return _strong_only(text)
    start = cuts[0][0].end if cuts else 0
    cuts += [(Span(*match.span()), "navigation") for match in _LINKS_ONLY.finditer(text, start)]
    cuts += [
        (Span(*match.span()), "picture") for match in _IMAGE.finditer(text, start) if not _within(match.start(), cuts)
    ]
    heading = next((match for match in _HEADING.finditer(text, start) if match["sign"].strip() == "#"), None)
    dropped = tuple(Dropped(_readable(span.of(text)), reason) for span, reason in sorted(cuts, key=lambda cut: cut[0]))
    clean, origin = _rewritten(text, [span for span, _ in cuts])
    title = _STRONG.sub(r"\g<words>", heading["words"]).strip("*_ ") if heading else None
    return Plain(clean, origin, fields, dropped, title or None)


def _strong_only(text: str) -> Plain:
    """Emphasis by two stars is left over in plain text of many scrapers."""
    clean, origin = edit(text, [one for match in _STRONG.finditer(text) for one in _signs(match)])
    return Plain(clean, origin, {})


def _rewritten(text: str, cuts: list[Span]) -> tuple[str, OffsetMap]:
    """Each kind of mark in a pass of its own, so that one may stand within another."""
    clean, origin = edit(text, [Edit(span) for span in cuts])
    for pattern in (_LINK, _RULE, _HEADING, _STRONG, _EMPHASIS):
        edits = [one for match in pattern.finditer(clean) for one in _signs(match)]
        clean, step = edit(clean, edits)
        origin = step.after(origin)
    return clean, origin


def _signs(match: re.Match[str]) -> list[Edit]:
    """Everything of a match but its words goes; a match without words goes wholly."""
    if "words" not in match.re.groupindex:
        return [Edit(Span(*match.span()))]
    start, end = match.span("words")
    edges = (Span(match.start(), start), Span(end, match.end()))
    return [Edit(edge) for edge in edges if len(edge)]


def _fields(block: str) -> dict[str, str]:
    """The front matter's fields by our names; the first of two that mean the same counts."""
    found: dict[str, str] = {}
    for line in block.split("\n"):
        match = _FIELD.match(line)
        name = _FIELDS.get(match["name"].lower()) if match else None
        value = match["value"].strip().strip("[]").strip().strip("\"'") if match else ""
        if name and value:
            found.setdefault(name, value)
    return found


def with_fields(given: Given, plain: Plain) -> Given:
    """What the container said, completed by the front matter."""
    named = ("title", "byline", "outlet", "published", "modified", "language")
    missing = {name: plain.fields[name] for name in named if name in plain.fields and getattr(given, name) is None}
    return replace(given, **missing)


def _within(position: int, cuts: list[tuple[Span, str]]) -> bool:
    return any(span.start <= position < span.end for span, _ in cuts)


def _readable(marked: str) -> str:
    """A cut's text as a reader would see it."""
    return _LINK.sub(r"\g<words>", marked).strip()
