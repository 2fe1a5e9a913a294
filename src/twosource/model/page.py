"""Pages: what ``read/`` makes of the bytes it is given, before anything is judged to be furniture.

A page is decoded text (or HTML source) with what its container said about it. The invariant: ``text`` is the decoded
input with nothing removed but a byte-order mark and line-end variants; cleaning starts from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class PageKind(StrEnum):
    """How a page's text is to be read."""

    TEXT = "text"  # plain text and Markdown
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Given:
    """What the container (a JSON line, a feed entry) said of the article; ``None`` where it said nothing.

    Dates are kept as the container wrote them, to be parsed by ``clean/``.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One article's raw page, decoded.

    Attributes:
        id: Given by the container, else derived from path and content; unique in one run.
        path: File that it was read from, as the user named it; ``None`` for pure URL input.
        url: Address that the container gave.
        text: Decoded source, plain or HTML as ``kind`` says.
        encoding: Name of the encoding that was used, for the record.
    """

    id: str
    kind: PageKind
    text: str
    path: str | None = None
    url: str | None = None
    given: Given = field(default_factory=Given)
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Input that could not be read, with a reason that a person understands. Nothing is lost silently.

    Attributes:
        path: File (and line, as ``file.jsonl:12``) that it stands in.
        reason: One sentence.
    """

    path: str
    reason: str
