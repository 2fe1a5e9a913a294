"""Feeds: each item of RSS 2.0, RSS 1.0 or Atom to the fields of an article's record.

Which element carries what: ``resources/common/feeds.toml``. HTML's entities mean what they mean there; none of a
feed's own is ever expanded, for what stands before the root is left out. The invariant: an item gives its fields or the
reason why it has none, and a feed whose XML is broken says so while the parser goes on.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from twosource.errors import EmptyError
from twosource.model.page import Quarantined
from twosource.read.formats import XML_START
from twosource.resources import load

_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});"
_REFERENCES = re.compile(_REFERENCE)
_VOID = r"</?(?:area|br|col|embed|hr|img|input|param|track|wbr)\b[^<>]*>"  # HTML does not close these, XML must
_MENDED = re.compile(rf"<!\[CDATA\[.*?(?:\]\]>|\Z)|{_VOID}|{_REFERENCE}|&", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][\w:-]{0,40}(?:\s[^<>]*)?/?>|<!--.*?(?:-->|\Z)", re.DOTALL)
_MAILED = re.compile(r"\S+@\S+\s*\((.+)\)")  # RSS 2.0 has authors as "ann@herald.example (Ann Lee)"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def items(path: str, text: str) -> Iterator[tuple[str, dict[str, str] | Quarantined]]:
    """Every item of a feed with its place, in the feed's order.

    Args:
        path: The feed's file.
        text: The feed, decoded.

    Yields:
        Place (``feed.xml:3`` for the third item) and the record's fields, or why there are none; last, what is broken.

    Raises:
        InputError: There is no item that can be read.

    >>> feed = "<rss><channel><title>Herald</title><item><description>Fog.</description></item></channel></rss>"
    >>> list(items("a.xml", feed))
    [('a.xml:1', {'outlet': 'Herald', 'text': 'Fog.'})]
    """
    root, broken = _parsed(text)
    entries = list(_entries(root)) if root is not None else []
    if root is None or not entries:
        raise EmptyError(path, f"a broken feed without a readable item: {broken}" if broken else "a feed without items")
    channel = next((child for child in root if _name(child) == "channel"), root)
    language = _first(channel, _names("language"), _plain) or channel.get(_LANGUAGE) or root.get(_LANGUAGE) or ""
    common = {"outlet": _first(channel, ["title"], _plain), "language": language}
    for number, entry in enumerate(entries, start=1):
        place = f"{path}:{number}"
        lacking = f"no text: item {number} of the feed has neither content nor a description with words in it"
        yield place, _fields(entry, common) or Quarantined(place, lacking)
    if broken:
        yield path, Quarantined(path, f"a broken feed, read as far as its item {len(entries)}: {broken}")


def _parsed(text: str) -> tuple[Element | None, str | None]:
    """The root, as far as it can be read, and the first thing that is wrong with it."""
    start = XML_START.match(text)
    before = start.start("root") if start else 0
    source = "\n" * text.count("\n", 0, before) + _MENDED.sub(_as_xml, _NO_XML.sub("", text[before:]))
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    error = next(iter(parser.error_log.filter_from_fatals()), None)
    if error is None:
        return root, None
    reason, *_ = error.message.strip().splitlines()  # the rest, and what stands behind a comma, is for programmers
    return root, f"line {error.line}: {reason.partition(', ')[0]}"


def _as_xml(match: re.Match[str]) -> str:
    """A reference that any XML parser knows, a bare ampersand escaped, void elements closed; CDATA as it is."""
    piece = match[0]
    if piece.startswith(("<!", "</")):
        return piece if piece[1] == "!" else ""
    if piece.startswith("<"):
        return f"<{_MENDED.sub(_as_xml, piece[1:].rstrip('/>'))}/>"
    return "&amp;" if piece == "&" else html.escape(html.unescape(piece))


def _entries(root: Element) -> Iterator[Element]:
    """Items in the feed's order, also where one that is not closed holds the next; never those in bodies."""
    table = load("common", "feeds")
    waiting = [root]
    while waiting:
        element = waiting.pop()
        waiting += [child for child in reversed(element) if _name(child) in table["containers"]]
        if _name(element) in table["entries"]:
            yield element


def _name(element: Element) -> str:
    """An element's name with the prefix that the table gives its namespace, else with its own."""
    namespace, _, local = element.tag.rpartition("}")
    prefix = load("common", "feeds")["namespaces"].get(namespace[1:], element.prefix)
    return f"{prefix}:{local}" if prefix else local


def _names(field: str) -> list[str]:
    return list(load("common", "feeds")["fields"][field])


def _fields(entry: Element, common: dict[str, str]) -> dict[str, str] | None:
    """An item's record, by the names of our own article lines; ``None`` if it has no body."""
    body = next(filter(None, (_body(element) for element in _children(entry, _names("body")))), None)
    if body is None:
        return None
    modified = _first(entry, _names("modified"), _plain)
    found = {
        "title": _first(entry, _names("title"), _plain),
        "url": _first(entry, _names("url"), _address),
        "byline": ", ".join(filter(None, map(_named, _children(entry, _names("byline"))))),
        "published": _first(entry, _names("published"), _plain) or modified,
        "modified": modified,
        "outlet": _first(entry, _names("outlet"), _named) or common["outlet"],
        "language": _first(entry, _names("language"), _plain) or entry.get(_LANGUAGE) or common["language"],
    }
    return {name: value for name, value in (*found.items(), body) if value}


def _children(element: Element, names: list[str]) -> list[Element]:
    """Children by these names, in the names' order."""
    named = [(_name(child), child) for child in element]
    return [child for name in names for known, child in named if known == name]


def _first(element: Element, names: list[str], reading: Callable[[Element], str]) -> str:
    return next(filter(None, map(reading, _children(element, names))), "")


def _plain(element: Element) -> str:
    return _words("".join(element.itertext()))


def _words(text: str) -> str:
    """Words in one line, without markup: feeds write titles as HTML."""
    return " ".join(_unescaped(_TAG.sub(" ", text)).split())


def _unescaped(text: str) -> str:
    return _REFERENCES.sub(lambda match: html.unescape(match[0]), text)


def _address(element: Element) -> str:
    """The address that a link, or an id that is a link, gives for the article itself."""
    if element.get("rel", "alternate") != "alternate" or element.get("isPermaLink", "true").strip() == "false":
        return ""
    address = (element.get("href") or element.text or "").strip()
    return address if address.startswith(("http://", "https://")) else ""


def _named(element: Element) -> str:
    """A person's or a feed's name: RSS has it as text, Atom as an element."""
    name = _first(element, ["name", "title"], _plain) if len(element) else _plain(element)
    mailed = _MAILED.fullmatch(name)
    return mailed[1] if mailed else name


def _body(element: Element) -> tuple[str, str] | None:
    """The record's field for a body, ``html`` or ``text``, and the body; ``None`` where there are no words in it."""
    kind = element.get("type", "").strip().lower()
    if "/" in kind and not kind.startswith(("text/", "application/xhtml")):
        return None
    text = _markup(element) if len(element) else element.text or ""
    if not _words(text):
        return None
    if kind in ("text", "text/plain"):
        return "text", text
    return ("html", text) if _TAG.search(text) else ("text", _unescaped(text))


def _markup(element: Element) -> str:
    """Elements within a body as HTML, without their namespaces."""
    for inner in element.iter():
        local = re.split("[}:]", inner.tag)[-1]
        inner.tag = local if local.isascii() and local.isidentifier() else "span"
    block = etree.Element("div")
    block.text = element.text
    block.extend(list(element))
    return str(etree.tostring(block, method="html", encoding="unicode"))
