"""What a file holds, told from its content and never from its name.

A first look at the head decides between binary data, records (JSON, JSON Lines), tables, mail, feeds, HTML and plain
text. The invariant: the look costs the same for every file, whatever its size.
"""

from __future__ import annotations

import re
from enum import StrEnum

from twosource.errors import UnreadableError
from twosource.read.mail import is_mail
from twosource.read.tables import separator_of
from twosource.resources import load


class Format(StrEnum):
    """How a file is to be read."""

    TEXT = "plain text"
    HTML = "HTML"
    RECORDS = "JSON Lines"
    DOCUMENT = "JSON"
    FEED = "feed"
    TABLE = "CSV"
    MAIL = "mail"


# What may stand before the root of XML or HTML. Each piece is atomic: a thousand comments are not tried in all ways.
_PROLOG = r"(?>\s*(?:<\?[^>]{0,300}\?>|<!--.{0,2000}?-->|<!doctype[^>\[]{0,300}(?:\[.{0,20000}?\]\s*)?>))*\s*"
_HTML_START = re.compile(_PROLOG + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
XML_START = re.compile(_PROLOG + r"(?P<root><(?P<name>[A-Za-z][\w:.-]{0,40}))", re.IGNORECASE | re.DOTALL)
"""What stands before the root of a document, and the root's name."""
_BLOCK = re.compile(
    r"</?(?:p|div|article|section|main|h[1-6]|ul|ol|li|table|tr|td|figure|header|footer|nav)\b[^<>]{0,500}>", re.I
)
_INLINE = re.compile(r"</?(?:a|span|br|img|b|i|em|strong|script|style|meta|link|title)\b[^<>]{0,500}>", re.I)
_FEEDS = frozenset({"rss", "feed", "rdf"})
_REFUSED = frozenset({"newsml"})
"""Roots of XML that holds many articles with markup inside, and that nothing here reads."""
_RECORD_LINE = re.compile(r'\{\s{0,9}"')
_ARRAY_START = re.compile(r'\s*\[\s*(?:\{\s*"|\])')
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_CONTROL_SHARE = 0.02  # of characters: prose has none, terminals' logs a few, binary data a tenth


def seems_binary(head: bytes) -> str | None:
    """What the file seems to be, if its first bytes are those of a format without readable text."""
    table = load("common", "signatures")
    for signature in table["signatures"]:
        mark, start = bytes.fromhex(signature["hex"]), signature.get("at", 0)
        if head[start : start + len(mark)] == mark:
            return _zip_kind(head) if mark == b"PK\x03\x04" else str(signature["name"])
    return None


def _zip_kind(head: bytes) -> str:
    members: dict[str, str] = load("common", "signatures")["zip_members"]
    return next((name for member, name in members.items() if member.encode() in head), "a ZIP archive")


def noise(text: str) -> bool:
    """Whether decoded text is none: control characters where words should be."""
    return len(_CONTROL.findall(text)) + text.count("\ufffd") > _CONTROL_SHARE * len(text)


def format_of(path: str, head: str) -> Format:
    """The format of a file by its decoded head.

    Raises:
        UnreadableError: A kind of XML that is no page.

    >>> format_of("a.txt", '{"id": "1", "text": "One."}').value, format_of("b.json", "<p>One.</p>").value
    ('JSON Lines', 'HTML')
    """
    lines = [line for line in head.split("\n")[:50] if line.strip()]
    starts = sum(bool(_RECORD_LINE.match(line)) for line in lines)
    if starts and 2 * starts >= len(lines):
        return Format.RECORDS
    if _ARRAY_START.match(head) or (lines and lines[0].strip() == "{"):
        return Format.DOCUMENT
    if _HTML_START.match(head):
        return Format.HTML
    if is_mail(head):
        return Format.MAIL
    return Format.TABLE if separator_of(head) else _markup(path, head)


def _markup(path: str, head: str) -> Format:
    """Feeds are known by their root, fragments of HTML have tags enough; other XML is named."""
    found = XML_START.match(head)
    root = found["name"].lower().rpartition(":")[2] if found else ""
    if root in _FEEDS:
        return Format.FEED
    blocks, inline = len(_BLOCK.findall(head)), len(_INLINE.findall(head))
    tags = (blocks >= 2 and head.lstrip().startswith("<")) or blocks >= 4 or blocks + inline >= 12
    if tags and root not in _REFUSED:
        return Format.HTML
    if found and (root in _REFUSED or head.lstrip().startswith("<?xml")):
        kind = f"an XML document of the kind <{found['name']}>, no page and no feed"
        raise UnreadableError(path, f"{kind}: give its articles as HTML, text or JSON Lines")
    return Format.TEXT
