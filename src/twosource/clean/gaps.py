"""Paragraphs that extraction left out of the middle of an article, put back where they stood.

An extractor that prefers precision drops whole groups of paragraphs round a quoted post or a list of links. What reads
like prose, lies in no part of the page that is marked as furniture, stands between two paragraphs of the article and is
set as they are is the article's; so is a standfirst, a heading of some length right below the headline. The invariant:
no other word enters the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from twosource.clean.blocks import Block, Holder
from twosource.clean.furniture import reason_of, wordings
from twosource.clean.lines import Line
from twosource.model.span import Span

_SHORTEST = 20  # characters of a block that may be a part of a paragraph
_STANDFIRST = 6  # words
_NEAR = 3  # paragraphs among which the part of one is looked for


def filled(paragraphs: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """The paragraphs, with those that extraction left out between two of them.

    Args:
        paragraphs: What was extracted, in page order.
        blocks: The page.

    >>> page = [Block(text, None) for text in ("One burnt.", "It was the third fire in the street this year.", "Two.")]
    >>> filled(["One burnt.", "Two."], page)
    ['One burnt.', 'It was the third fire in the street this year.', 'Two.']
    """
    holder = Holder("\n".join(paragraphs))
    placed = list(zip(blocks, _places(paragraphs, blocks), strict=True))
    settings = {block.setting for block, place in placed if place is not None}
    found = _standfirst([block for block, place in takewhile(lambda one: one[1] is None, placed)])
    missed: list[str] = []
    at = 0
    for block, place in placed:
        if place is not None:
            found += [*(missed if at else ()), *paragraphs[at : place + 1]]
            at, missed = max(at, place + 1), []
        elif block.setting in settings and _is_prose(block) and not holder.holds(block.text):
            missed.append(block.text)
    return [*found, *paragraphs[at:]]


def _places(paragraphs: Sequence[str], blocks: Sequence[Block]) -> Iterator[int | None]:
    """For each block the index of the paragraph that it is, or is a part of; none before the last one found."""
    plain = [" ".join(paragraph.lstrip("-| ").split()) for paragraph in paragraphs]
    last = {paragraph: index for index, paragraph in enumerate(plain)}
    at = 0
    for block in blocks:
        near = range(max(0, at - 1), min(at + _NEAR, len(plain)))
        parts = (one for one in near if len(block.text) >= _SHORTEST and block.text in plain[one])
        whole = last.get(block.text, -1)
        place = whole if whole >= at else next(parts, None)
        at = at if place is None else max(at, place + 1)
        yield place


def _standfirst(above: Sequence[Block]) -> list[str]:
    """The headings of some length that follow the headline, of the blocks above the first paragraph."""
    titles = [index for index, block in enumerate(above) if block.region == "title"]
    below = above[titles[-1] + 1 :] if titles else ()
    return [block.text for block in takewhile(_is_subhead, below)]


def _is_subhead(block: Block) -> bool:
    line = Line(block.text, Span(0, len(block.text)), gap=True)
    heading = block.setting[-1].split()[0] in ("h2", "h3", "h4") if block.setting else False
    return heading and len(line.words) >= _STANDFIRST and reason_of(line, wordings(None)) is None


def _is_prose(block: Block) -> bool:
    line = Line(block.text, Span(0, len(block.text)), gap=True)
    return block.region is None and line.prose and reason_of(line, wordings(None)) is None
