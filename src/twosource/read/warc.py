"""Web archives: the pages of a WARC file (ISO 28500), plain or compressed record by record.

What a crawler wrote down: each page with the server's headers before it, among the requests and the pictures of the
page. Only what holds a page's text is taken. The invariant: a record gives one page or the reason why it gives none;
requests, redirections and the parts of a page (pictures, styles, scripts) are no accounts and are passed over.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from typing import BinaryIO, cast

from twosource.errors import RecordError, UnreadableError
from twosource.limits import MAXIMUM_PAGE_BYTES
from twosource.model.page import Quarantined

MARK = b"WARC/"
_GZIP = b"\x1f\x8b"
_LONGEST_HEADER = 65_536
_HOLDS_PAGES = frozenset({"response", "resource", "conversion"})
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_PARTS = (
    *("image/", "font/", "audio/", "video/", "text/css", "text/javascript", "application/javascript"),
    *("application/x-javascript", "application/json", "application/font", "application/vnd.ms-fontobject"),
)
_REDIRECTED = range(300, 400)


@dataclass(frozen=True, slots=True)
class Archived:
    """A page of an archive: its bytes as the server sent them, uncompressed, and its address."""

    content: bytes
    url: str | None


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is a web archive.

    Args:
        head: The first bytes; those of a compressed archive hold its first record's beginning.
    """
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, len(MARK))
        except zlib.error:
            return False
    return head.startswith(MARK)


def pages(path: str, stream: BinaryIO) -> Iterator[tuple[str, Archived | Quarantined]]:
    """Every page of an archive with its place (``crawl.warc:3`` for the third record), in the archive's order.

    Args:
        path: The archive's file.
        stream: Its bytes from the beginning.

    Raises:
        UnreadableError: The archive is broken; what stood before has been yielded.
    """
    compressed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    opened = cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if compressed else stream
    number = 0
    try:
        while (headers := _headers(opened)) is not None:
            number += 1
            place = f"{path}:{number}"
            try:
                found = _page(place, headers, opened)
            except RecordError as error:
                yield place, Quarantined(place, error.reason)
                continue
            if found is not None:
                yield place, found
    except (EOFError, ValueError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableError(path, f"a broken web archive, read as far as its record {number}: {error}") from error


def _headers(stream: BinaryIO) -> dict[str, str] | None:
    """The header fields of the next record by their names in lower case; ``None`` at the end."""
    line = stream.readline(_LONGEST_HEADER)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(_LONGEST_HEADER)
    if not line:
        return None
    if not line.startswith(MARK):
        raise ValueError("no record begins where one should")
    return _fields(_block(stream))


def _block(stream: BinaryIO) -> bytes:
    """Lines up to a blank one."""
    lines: list[bytes] = []
    while (line := stream.readline(_LONGEST_HEADER)) not in (b"\r\n", b"\n"):
        if not line:
            raise EOFError("it ends within a record's header")
        lines.append(line)
    return b"".join(lines)


def _fields(block: bytes) -> dict[str, str]:
    return {name.lower(): str(value).strip() for name, value in BytesHeaderParser().parsebytes(block).items()}


def _page(place: str, headers: dict[str, str], stream: BinaryIO) -> Archived | None:
    """The page in a record, ``None`` where it is none.

    Raises:
        RecordError: It is one that cannot be read; the stream stands behind it.
    """
    length = int(headers.get("content-length", ""))
    wanted = headers.get("warc-type") in _HOLDS_PAGES and not _is_part(headers.get("content-type", ""))
    if not wanted or length > MAXIMUM_PAGE_BYTES:
        _skip(stream, length)
        if wanted:
            raise RecordError(place, f"too large: {length // 1_000_000} MB in one record")
        return None
    content = stream.read(length)
    if len(content) < length:
        raise EOFError("it ends within a record")
    kind = headers.get("content-type", "")
    if kind.startswith("application/http"):
        head, _, content = content.partition(b"\r\n\r\n")
        status, _, fields = head.partition(b"\r\n")
        answer = _fields(fields)
        kind = answer.get("content-type", "")
        code = int(status.split()[1])
        if code in _REDIRECTED or _is_part(kind):
            return None
        if code >= 400:
            raise RecordError(place, f"no page: the server answered {code}")
        content = _plain(place, content, answer)
    if kind.partition(";")[0].strip().lower() not in _PAGES:
        raise RecordError(place, f"not text: its server calls it {kind or 'nothing'}")
    return Archived(content, headers.get("warc-target-uri", "").strip("<>") or None)


def _is_part(kind: str) -> bool:
    return kind.lower().startswith(_PARTS)


def _skip(stream: BinaryIO, length: int) -> None:
    while length > 0 and (read := len(stream.read(min(length, MAXIMUM_PAGE_BYTES)))):
        length -= read


def _plain(place: str, content: bytes, answer: dict[str, str]) -> bytes:
    """A server's answer without the coding in which it was sent."""
    if "chunked" in answer.get("transfer-encoding", "").lower():
        content = _unchunked(content)
    coding = answer.get("content-encoding", "").lower()
    if coding in ("", "identity"):
        return content
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise RecordError(place, f"compressed in a way that is not read here: {coding}")
    unpack = zlib.decompressobj(wbits=47) if "gzip" in coding or content[:1] == b"\x78" else zlib.decompressobj(-15)
    try:
        found = unpack.decompress(content, MAXIMUM_PAGE_BYTES)
    except zlib.error as error:
        raise RecordError(place, f"broken compression: {error}") from error
    if unpack.unconsumed_tail:
        raise RecordError(place, f"too large: more than {MAXIMUM_PAGE_BYTES // 1_000_000} MB in one record")
    return found


def _unchunked(content: bytes) -> bytes:
    """Chunks put together (RFC 9112, section 7.1); crawlers that had done so already left the header in."""
    found: list[bytes] = []
    place = 0
    while place < len(content):
        line, end, _ = content[place:].partition(b"\r\n")
        try:
            size = int(line.split(b";")[0], 16)
        except ValueError:
            return content if not found else b"".join(found)
        place += len(line) + len(end)
        if not size:
            break
        found.append(content[place : place + size])
        place += size + 2
    return b"".join(found)
