"""Pages to articles: plain text line by line, HTML through its main text, both with what is known of them.

Metadata come first from the container, then from the page, then from the text. The invariants: ids and order are
kept; a page gives an article or a quarantine entry; nothing is dated by a clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.clean.bylines import byline_of
from twosource.clean.datelines import last_such_day
from twosource.clean.dates import date_in_url, parse_moment
from twosource.clean.html import Extracted, extract
from twosource.clean.language import language_of, normalised
from twosource.clean.lines import Marks, split
from twosource.clean.markdown import unmark, with_fields
from twosource.clean.names import address_of, outlet_at, outlet_named
from twosource.clean.outlets import split_title
from twosource.clean.plain import Account, once, read_account
from twosource.clean.repetition import find_frames
from twosource.limits import MAXIMUM_PAGE_CHARACTERS
from twosource.model.article import Article, Dropped, PublishedFrom
from twosource.model.moment import Moment
from twosource.model.offsets import OffsetMap
from twosource.model.page import Given, Page, PageKind, Quarantined


def clean(
    pages: Sequence[Page], published: Moment | None = None, language: str | None = None
) -> list[Article | Quarantined]:
    """Articles of pages, in the pages' order.

    Args:
        pages: What ``read`` gave.
        published: Date for pages that give none.
        language: Language of all pages; told page by page where it is not given.

    Returns:
        An article a page, or a quarantine entry for a page that holds none.
    """
    sources = [_Source(page, language) for page in pages]
    frames = _frames(sources)
    return [_article(source, published, frames.get(index)) for index, source in enumerate(sources)]


class _Source:
    """A page as lines, with what its container and its markup say of it.

    Attributes:
        page: The page.
        text: Plain lines.
        origin: Map from ``text`` to the page; ``None`` for HTML.
        given: Metadata, the container's first.
        extracted: What HTML gave.
        dropped: What the way to plain lines left out.
    """

    def __init__(self, page: Page, language: str | None) -> None:
        self.page = page
        self.url = page.url
        self.extracted: Extracted | None = None
        self.origin: OffsetMap | None = None
        if page.kind is PageKind.HTML:
            self.extracted = extract(page)
            self.text, self.given = self.extracted.text, self.extracted.given
            self.dropped: tuple[Dropped, ...] = self.extracted.dropped
            self.url = page.url or self.extracted.url
        else:
            plain = unmark(page.text)
            self.text, self.origin, self.dropped = plain.text, plain.origin, plain.dropped
            self.given = with_fields(page.given, plain)
            self.url = page.url or plain.fields.get("url")
            if self.given.title is None and plain.title:
                self.given = replace(self.given, title=plain.title)
        self.language = normalised(language) or language_of(self.text, self.given.language)

    @property
    def outlet(self) -> str | None:
        """The outlet that the container or the address names."""
        named = self.given.outlet
        if named:
            host_like = " " not in named and "." in named
            return outlet_at(named) if host_like else outlet_named(named) or named
        return outlet_at(self.url)


def _frames(sources: Sequence[_Source]) -> dict[int, Marks]:
    """Lines that several pages of one outlet share, by the page's place."""
    by_outlet: dict[str, list[int]] = defaultdict(list)
    for index, source in enumerate(sources):
        if source.outlet:
            by_outlet[source.outlet].append(index)
    found: dict[int, Marks] = {}
    for _, indexes in sorted(by_outlet.items()):
        if len(indexes) > 2:
            found |= find_frames({index: split(sources[index].text) for index in indexes})
    return found


def _article(source: _Source, published: Moment | None, frames: Marks | None) -> Article | Quarantined:
    page, given = source.page, source.given
    if len(source.text) > MAXIMUM_PAGE_CHARACTERS:
        return _rejected(
            page, f"too long: {len(source.text)} characters of text, the limit is {MAXIMUM_PAGE_CHARACTERS}"
        )
    account = read_account(source.text, source.language, given.title, source.outlet, frames)
    if not account.text:
        return _rejected(page, "no article in it: nothing is left but page furniture")
    title = split_title(given.title, source.language, source.outlet)[0] if given.title else account.head.title
    byline = byline_of(given.byline, source.language) if given.byline else None
    modified = parse_moment(given.modified, source.language) or account.head.modified
    moment, origin = _published(source, account, modified, published)
    extracted = source.extracted.credits if source.extracted else ()
    credited = once([*(byline.credits if byline else ()), *account.credits, *extracted])
    back = account.origin.after(source.origin) if source.origin is not None else None
    return Article(
        id=page.id,
        text=account.text,
        path=page.path,
        url=address_of(source.url) or address_of(account.sources.url),
        outlet=source.outlet or account.head.outlet or outlet_at(account.sources.url),
        title=title,
        byline=byline.author if byline else account.head.byline,
        published=moment,
        published_from=origin,
        dateline=account.dateline.day if account.dateline and moment is None else None,
        modified=modified,
        language=source.language,
        dropped=(*_unread_date(given, source.language), *source.dropped, *account.dropped),
        credits=credited,
        origin=back,
    )


def _rejected(page: Page, reason: str) -> Quarantined:
    return Quarantined(page.path or page.url or page.id, reason)


def _published(
    source: _Source, account: Account, modified: Moment | None, fallback: Moment | None
) -> tuple[Moment | None, PublishedFrom]:
    """The date of publication, from the best of what there is."""
    hint = _dialect(source.given)
    metadata = parse_moment(source.given.published, hint or source.language) or date_in_url(source.url)
    if metadata:
        return metadata, PublishedFrom.METADATA
    dateline = account.dateline
    text = account.head.published or (dateline and dateline.published) or date_in_url(account.sources.url)
    if not text and dateline and dateline.day and modified:
        text = last_such_day(*dateline.day, modified)
    if text:
        return text, PublishedFrom.TEXT
    return (fallback, PublishedFrom.METADATA) if fallback else (None, PublishedFrom.NONE)


def _unread_date(given: Given, language: str | None) -> tuple[Dropped, ...]:
    """The date that the container gave, where it cannot be read as one: nobody is to take the article for undated."""
    said = given.published
    unread = said and parse_moment(said, _dialect(given) or language) is None
    return (Dropped(said, "unreadable date"),) if said and unread else ()


def _dialect(given: Given) -> str | None:
    """American pages write the month first, and say that they are American."""
    return "en-US" if (given.language or "").replace("_", "-").lower() == "en-us" else None
