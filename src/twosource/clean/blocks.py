"""An HTML page as blocks of text, each with the part of the page that it stands in.

Extraction gives the article; what it left out must be told too, and credits stand there. One walk over the tree, and
every word that a reader sees lies in exactly one block. The invariant: linear in the size of the page, whatever its
depth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lxml import etree
from lxml.html import HtmlElement

from twosource.resources import load

_HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "video", "audio", "canvas", "math"}
)
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "time",
    "data", "img",
})  # fmt: skip
_SHINGLE = 4  # words
_SETTING = 3  # elements
_SHARE = 0.6  # of a block's shingles that stand in a text which holds it: white space and links may differ


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text between two block tags.

    Attributes:
        text: With single blanks.
        region: Reason of the part of the page that it stands in, or ``None`` in the open.
        setting: Tag and classes of its element and of the two around it: paragraphs of one article share theirs.
    """

    text: str
    region: str | None
    setting: tuple[str, ...] = ()


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = load("common", "regions")["words"]
    return tuple(
        (reason, re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, words))})(?![a-z])"))
        for reason, words in listed.items()
    )


def blocks_of(tree: HtmlElement) -> list[Block]:
    """The blocks of a page, in page order."""
    found: list[Block] = []
    parts: list[str] = []
    regions: list[str | None] = [None]
    settings: list[tuple[str, ...]] = [()]
    hidden = 0

    def flush() -> None:
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            found.append(Block(text, regions[-1], settings[-1]))

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else None
        if event == "start" and tag:
            block = tag not in _INLINE
            if block and not hidden:
                flush()
            hidden += tag in _HIDDEN
            regions.append(_region(element, tag) if block else regions[-1])
            regions[-1] = regions[-1] or regions[-2]
            label = f"{tag} {' '.join(sorted((element.get('class') or '').split()))}" if block else ""
            settings.append((*settings[-1], label)[-_SETTING:] if block else settings[-1])
            if not hidden:
                parts.append(element.text or "")
        elif event == "end" and tag:
            if tag not in _INLINE and not hidden:
                flush()
            hidden -= tag in _HIDDEN
            regions.pop()
            settings.pop()
        if event != "start" and not hidden:
            parts.append(element.tail or "")
    flush()
    return found


def _region(element: HtmlElement, tag: str) -> str | None:
    """The part of the page that an element opens, by its tag, else by its class, id or role."""
    tags: dict[str, str] = load("common", "regions")["tags"]
    if tag in ("html", "body", "main", "article"):
        return None
    hint = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("role"))))[:200].lower()
    by_word = next((reason for reason, pattern in _words() if pattern.search(hint)), None) if hint else None
    return by_word or tags.get(tag)


class Holder:
    """A text that can be asked whether it holds a block, in time linear in the block."""

    def __init__(self, text: str) -> None:
        words = _spoken(text)
        self._shingles = set(_shingles(words))
        self._words = set(words)

    def holds(self, block: str) -> bool:
        """Whether the greater part of a block stands in the text, word for word."""
        words = _spoken(block)
        if len(words) < _SHINGLE:
            return bool(words) and False
        shingles = _shingles(words)
        return sum(one in self._shingles for one in shingles) >= _SHARE * len(shingles)


def _spoken(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
