"""What an HTML page says of itself in its markup: JSON-LD, meta tags, microdata.

Read here rather than by the extractor because dates must keep their time and timezone. The invariant: only what
stands in the markup is told; of contradicting statements the more specific kind wins (JSON-LD, then article tags,
then general ones).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from twosource.model.page import Given

_ARTICLES = ("Article", "Posting", "Report")
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "parsely-title"),
    "byline": (
        "author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "article:author_name",
    ),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "cre", "copyright"),
    "published": (
        "article:published_time", "datepublished", "og:published_time", "dc.date.issued", "dcterms.issued",
        "parsely-pub-date", "sailthru.date", "publish-date", "publishdate", "pubdate", "article_date_original",
        "cxenseparse:recs:publishtime", "date", "dc.date", "ptime",
    ),
    "modified": (
        "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod", "last-modified",
    ),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "language": ("og:locale", "dc.language", "content-language"),
}  # fmt: skip


def metadata_of(tree: HtmlElement) -> tuple[Given, str | None]:
    """Metadata and address of a page.

    Returns:
        What the markup says, and the canonical address.
    """
    linked, tagged = _linked(tree), _tagged(tree)
    values = {name: linked.get(name) or tagged.get(name) for name in _META}
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)").strip()
    address = canonical if canonical.startswith("http") else values.pop("url") or linked.get("url")
    values.pop("url", None)
    values["language"] = tree.get("lang") or tree.xpath("string(//html/@lang)") or values["language"]
    values["published"] = values["published"] or _timed(tree)
    if values["byline"] and re.match(r"https?://", values["byline"]):
        values["byline"] = None
    return Given(**{name: value or None for name, value in values.items()}), address or None


def _tagged(tree: HtmlElement) -> dict[str, str]:
    """Meta tags and microdata, by our names; of several names for one thing the first in the table."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return {ours: next((found[name] for name in theirs if name in found), "") for ours, theirs in _META.items()}


def _timed(tree: HtmlElement) -> str | None:
    """The date in a time element that says what it is."""
    signs = "contains(@itemprop, 'datePublished') or contains(@class, 'publish') or contains(@class, 'entry-date')"
    path = f"//time[@pubdate or {signs}]/@datetime"
    return next((value.strip() for value in tree.xpath(path) if value.strip()), None)


def _linked(tree: HtmlElement) -> dict[str, str]:
    """The article that JSON-LD describes, by our names."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        for record in _records(_loaded(script)):
            types = record.get("@type")
            kinds = types if isinstance(types, list) else [types]
            if any(str(kind).endswith(_ARTICLES) for kind in kinds):
                return {
                    "title": _words(record.get("headline") or record.get("name")),
                    "byline": _words(record.get("author") or record.get("creator")),
                    "outlet": _words(record.get("publisher") or record.get("isPartOf")),
                    "published": _words(record.get("datePublished") or record.get("dateCreated")),
                    "modified": _words(record.get("dateModified")),
                    "url": _words(record.get("url")),
                    "language": _words(record.get("inLanguage")),
                }
    return {}


def _loaded(script: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return None


def _records(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Every object in a JSON-LD value that may describe the page: graphs and lists are walked, properties are not."""
    waiting = [value]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        elif isinstance(item, dict):
            yield item
            waiting.append(item.get("@graph"))
            waiting.append(item.get("mainEntity"))


def _words(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """A property as text: lists joined, objects by their name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        return _words(value.get("name"))
    return " ".join(value.split()) if isinstance(value, str) else ""
