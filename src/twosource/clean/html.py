"""HTML to plain lines: trafilatura for the main text, its surroundings for what must be read before it is dropped.

The extracted text has one paragraph a block and goes through the same judgements as plain text. It carries no map
back to the source, for the extractor gives none. The invariant: a block of the page is in the text, or in
``dropped``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from twosource.clean.blocks import Block, Holder, blocks_of
from twosource.clean.bylines import parse_byline
from twosource.clean.datemarks import DateMark, parse_datemark
from twosource.clean.furniture import reason_of, wordings
from twosource.clean.gaps import filled
from twosource.clean.lines import Line, words_of
from twosource.clean.metadata import metadata_of
from twosource.clean.outlets import sections
from twosource.clean.pictures import picture_credit
from twosource.limits import MAXIMUM_HTML_ELEMENTS
from twosource.model.article import Credit, Dropped
from twosource.model.page import Given, Page
from twosource.model.span import Span

_SHORTEST = 25  # words: where extraction gives fewer, the page's open blocks are looked at instead
_BLOCK_TAG = re.compile(r"</?(?:p|div|article|section|h[1-6]|li|ul|ol|table|tr|br)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MARK = re.compile(r"\s*(?:[|:·•»]|\s[–—-]\s)\s*")
_LONGEST_NAME = 5  # words of an outlet's name
_LAST_DAY = "2099-12-31"  # htmldate refuses later dates; without it, it would take today's for the limit


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a page's markup gave.

    Attributes:
        text: Main text, paragraphs set apart by empty lines.
        given: Metadata, the container's first.
        credits: Those that stand outside of the main text.
        dropped: Blocks outside of it.
    """

    text: str
    given: Given
    url: str | None
    credits: tuple[Credit, ...]
    dropped: tuple[Dropped, ...]


def extract(page: Page) -> Extracted:
    """Main text, metadata, credits and leavings of an HTML page."""
    from trafilatura import load_html  # takes half a second to import: only for HTML

    tree = load_html(page.text) if page.text.count("<") <= 2 * MAXIMUM_HTML_ELEMENTS else None
    if tree is None:
        return Extracted(_TAG.sub(" ", _BLOCK_TAG.sub("\n", page.text)), page.given, page.url, (), ())
    blocks = blocks_of(tree)
    said, url = metadata_of(tree)
    said = replace(said, title=said.title or _headline(tree), outlet=said.outlet or _site(tree))
    text = _main_text(tree, blocks)
    left = _left_out(blocks, text)
    given = _merged(page.given, replace(said, published=said.published or _searched(tree, url or page.url)))
    return Extracted(text, _from_blocks(given, left), url, _credits(left), _dropped(left))


def _main_text(tree: HtmlElement, blocks: Sequence[Block]) -> str:
    """Trafilatura's text with what it missed inside; the open blocks of a page in which it finds next to nothing."""
    from trafilatura import bare_extraction

    document = bare_extraction(tree, favor_precision=True, include_comments=False, with_metadata=False)
    text = getattr(document, "text", None) or ""
    if len(words_of(text)) < _SHORTEST:
        open_text = "\n".join(block.text for block in blocks if block.region is None)
        text = open_text if len(words_of(open_text)) > len(words_of(text)) else text
    return "\n\n".join(filled([line for line in text.split("\n") if line.strip()], blocks))


def _headline(tree: HtmlElement) -> str | None:
    """The first heading, else the window's title."""
    for path in ("//h1", "//title"):
        for element in tree.xpath(path):
            words = " ".join(element.text_content().split())
            if len(words.split()) > 1:
                return words
    return None


def _site(tree: HtmlElement) -> str | None:
    """What the window's title has behind the page's own headline: “FERRY SUNK: The Drum” above “FERRY SUNK”."""
    window = " ".join(tree.xpath("string(//title)").split())
    headline = " ".join(tree.xpath("string(//h1)").split())
    rest = window[len(headline) :] if headline and window.lower().startswith(headline.lower()) else ""
    name = _MARK.split(rest)[-1].strip() if _MARK.match(rest) else ""
    is_name = 0 < len(name.split()) <= _LONGEST_NAME and name[0].isupper() and name.lower() not in sections(None)
    return name if is_name else None


def _searched(tree: HtmlElement, url: str | None) -> str | None:
    """What htmldate finds in the markup that `metadata_of` does not know; never by an extensive search."""
    from htmldate import find_date

    return find_date(tree, extensive_search=False, original_date=True, url=url, max_date=_LAST_DAY) or None


def _merged(given: Given, said: Given) -> Given:
    """The container's word before the page's."""
    names = ("title", "byline", "outlet", "published", "modified", "language")
    return Given(**{name: getattr(given, name) or getattr(said, name) for name in names})


def _left_out(blocks: Sequence[Block], text: str) -> list[Block]:
    """Blocks that are not in the main text, in page order."""
    paragraphs = {" ".join(line.lstrip("-| ").split()) for line in text.split("\n")}
    holder = Holder(text)
    return [block for block in blocks if block.text not in paragraphs and not holder.holds(block.text)]


def _line(block: Block) -> Line:
    return Line(block.text, Span(0, len(block.text)), gap=True)


def _from_blocks(given: Given, left: Sequence[Block]) -> Given:
    """Byline and date from blocks that are marked as such, where the metadata have none."""
    for block in left:
        if given.byline is None and block.region in ("byline", None, "navigation"):
            byline = parse_byline(_line(block), given.language)
            if (
                byline
                and byline.author
                and (block.region == "byline" or block.text.lower().startswith(("by ", "von ")))
            ):
                given = replace(given, byline=byline.author)
        if given.published is None and block.region in ("date", "byline", None):
            mark = parse_datemark(_line(block), given.language)
            if mark and mark.published and (mark.labelled or block.region == "date" or _is_masthead(mark, given)):
                given = replace(given, published=mark.published.iso)
    return given


def _is_masthead(mark: DateMark, given: Given) -> bool:
    """Whether the outlet's name stands beside a date: the line is the head of its issue."""
    return (given.outlet or "").casefold() in (piece.strip().casefold() for piece in mark.rest.split(",") if piece)


def _credits(left: Sequence[Block]) -> tuple[Credit, ...]:
    """Credits in bylines and captions that extraction left out."""
    found: list[Credit] = []
    for block in left:
        line = _line(block)
        if block.region == "byline" or (block.region is None and len(line.words) < 12):
            byline = parse_byline(line)
            found += byline.credits if byline else ()
        if block.region in ("caption", None):
            picture = picture_credit(line)
            found += picture.credits if picture else ()
    return tuple(dict.fromkeys(found))


def _dropped(left: Sequence[Block]) -> tuple[Dropped, ...]:
    """What was left out, neighbours of one reason in one."""
    found: list[Dropped] = []
    lists = wordings(None)
    for block in left:
        reason = block.region or reason_of(_line(block), lists) or "navigation"
        if found and found[-1].reason == reason:
            found[-1] = Dropped(f"{found[-1].text}\n{block.text}", reason)
        else:
            found.append(Dropped(block.text, reason))
    return tuple(found)
