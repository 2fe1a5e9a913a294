"""Sources to pages: the format is told, the bytes are decoded, each article gets its id.

A file that cannot be read, a line that is broken, an id that comes twice: each becomes a quarantine entry, and the rest
goes on. The invariants: same content under the same file name, same id, whatever the folder, the order and the company;
no two pages of a run share an id.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from twosource.errors import EmptyError, InputError, RecordError, UnreadableError
from twosource.limits import (
    HEAD_BYTES,
    MAXIMUM_HTML_CHARACTERS,
    MAXIMUM_JSON_BYTES,
    MAXIMUM_PAGE_BYTES,
    MAXIMUM_PAGE_CHARACTERS,
)
from twosource.model.page import Page, PageKind, Quarantined
from twosource.read.decode import Decoded, decode, encoding_of
from twosource.read.feeds import items
from twosource.read.formats import Format, format_of, noise, seems_binary
from twosource.read.mail import messages
from twosource.read.records import parse, record
from twosource.read.sources import Source, sources
from twosource.read.tables import rows, separator_of
from twosource.read.warc import is_archive, pages


def read(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Page | Quarantined]:
    """Pages of all articles in files, folders and standard input.

    Args:
        paths: Files, folders (walked, hidden names skipped), ``-`` for standard input. Order does not matter.
        stdin: What ``-`` stands for.

    Yields:
        A page an article, or a quarantine entry for what could not be read, sorted by path and line.
    """
    seen: dict[str, tuple[str, str]] = {}
    for source in sources(paths, stdin):
        for place, result in _read(source):
            yield _with_own_id(place, source, result, seen) if isinstance(result, Page) else result


def _with_own_id(place: str, source: Source, page: Page, seen: dict[str, tuple[str, str]]) -> Page | Quarantined:
    """The page with an id that no other has, or the reason why it cannot have one."""
    digest = hashlib.sha256(f"{source.name}\0{page.text}\0{page.url or ''}".encode("utf-8", "replace")).hexdigest()
    given = page.id
    page = page if given else replace(page, id=f"{_slug(source.stem)}-{digest[:8]}")
    if page.id not in seen:
        seen[page.id] = (place, digest)
        return page
    first, other = seen[page.id]
    if digest == other and (given or place.rpartition(":")[0] == first.rpartition(":")[0] != ""):
        return Quarantined(place, f"repeats {first}: same id, same text")
    if given:
        return Quarantined(
            place, f"the id “{page.id}” was already used by {first}, for another text: ids must be unique"
        )
    number = 2
    while f"{page.id}-{number}" in seen:
        number += 1
    seen[f"{page.id}-{number}"] = (place, digest)
    return replace(page, id=f"{page.id}-{number}")


def _slug(stem: str) -> str:
    """A file name's stem in letters, digits and hyphens, short enough to read."""
    return re.sub(r"[^\w]+", "-", stem).strip("-_")[:40] or "page"


def _read(source: Source) -> Iterator[tuple[str, Page | Quarantined]]:
    """Everything in one source, each with its place."""
    try:
        with source.open() as stream:
            yield from _articles(source, stream)
    except InputError as error:
        yield error.path, Quarantined(error.path, error.reason)
    except OSError as error:
        yield source.path, Quarantined(source.path, f"cannot be read: {error.strerror or error}")


def _articles(source: Source, stream: BinaryIO) -> Iterator[tuple[str, Page | Quarantined]]:
    head = stream.read(HEAD_BYTES)
    if is_archive(head):
        stream.seek(0)
        yield from _archive(source, stream)
        return
    if binary := seems_binary(head):
        raise UnreadableError(source.path, f"not text: it seems to be {binary}")
    first = decode(head)
    if not first.text.strip():
        raise EmptyError(source.path, "the file holds no text, only blanks")
    if noise(first.text):
        raise UnreadableError(source.path, "not text: it seems to be binary data")
    kind = format_of(source.path, first.text)
    stream.seek(0)
    if kind is Format.RECORDS:
        yield from _lines(source, stream, first.encoding)
    elif kind is Format.DOCUMENT:
        yield from _document(source, _whole(source, stream, MAXIMUM_JSON_BYTES))
    elif kind is Format.FEED:
        decoded = _whole(source, stream, MAXIMUM_JSON_BYTES)
        yield from _records(source, items(source.path, decoded.text), decoded.encoding)
    elif kind is Format.TABLE:
        decoded = _whole(source, stream, MAXIMUM_JSON_BYTES)
        separator = separator_of(decoded.text[:HEAD_BYTES]) or ","
        yield from _records(source, rows(source.path, decoded.text, separator), decoded.encoding)
    elif kind is Format.MAIL:
        yield from _records(source, messages(source.path, _bytes(source, stream, MAXIMUM_JSON_BYTES)), "utf-8")
    else:
        yield source.path, _page(source, _whole(source, stream, MAXIMUM_PAGE_BYTES), kind)


def _archive(source: Source, stream: BinaryIO) -> Iterator[tuple[str, Page | Quarantined]]:
    """The pages of a web archive; what is none or cannot be read is quarantined by its record."""
    for place, found in pages(source.path, stream):
        if isinstance(found, Quarantined):
            yield place, found
            continue
        decoded = decode(found.content)
        try:
            if not decoded.text.strip() or noise(decoded.text):
                raise RecordError(place, "no text: the record holds only blanks, or binary data")
            yield place, replace(_page(source, decoded, format_of(place, decoded.text)), url=found.url)
        except InputError as error:
            yield place, Quarantined(place, error.reason)


def _whole(source: Source, stream: BinaryIO, limit: int) -> Decoded:
    """All of a file that must be held at once.

    Raises:
        UnreadableError: It is longer than ``limit`` bytes.
    """
    return decode(_bytes(source, stream, limit))


def _bytes(source: Source, stream: BinaryIO, limit: int) -> bytes:
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        advice = "give one article a line (JSON Lines)" if limit == MAXIMUM_JSON_BYTES else "no article is that long"
        raise UnreadableError(source.path, f"too large: more than {limit // 1_000_000} MB in one piece; {advice}")
    return raw


def _page(source: Source, decoded: Decoded, kind: Format) -> Page:
    page_kind = PageKind.HTML if kind is Format.HTML else PageKind.TEXT
    limit = MAXIMUM_HTML_CHARACTERS if page_kind is PageKind.HTML else MAXIMUM_PAGE_CHARACTERS
    if len(decoded.text) > limit:
        raise UnreadableError(source.path, f"too long: {len(decoded.text)} characters, the limit is {limit}")
    return Page("", page_kind, decoded.text, path=source.path, encoding=decoded.encoding)


def _lines(source: Source, stream: BinaryIO, encoding: str) -> Iterator[tuple[str, Page | Quarantined]]:
    """JSON Lines, a line at a time; what is broken is quarantined by its line."""
    wide = encoding.startswith(("utf-16", "utf-32"))
    lines = _whole(source, stream, MAXIMUM_JSON_BYTES).text.encode().split(b"\n") if wide else stream
    for number, raw in enumerate(lines, start=1):
        if raw.strip(b" \t\r\n\0\xef\xbb\xbf"):
            place = f"{source.path}:{number}"
            yield place, _line(place, source.path, raw)


def _line(place: str, path: str, raw: bytes) -> Page | Quarantined:
    try:
        if len(raw) > MAXIMUM_PAGE_BYTES:
            raise RecordError(place, f"too long: {len(raw) // 1_000_000} MB in one line")
        encoding = encoding_of(raw)
        return record(place, path, parse(place, decode(raw).text), encoding).page
    except InputError as error:
        return Quarantined(error.path, error.reason)


def _document(source: Source, decoded: Decoded) -> Iterator[tuple[str, Page | Quarantined]]:
    """A JSON array of records, or a single record over several lines."""
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        line, detail = getattr(error, "lineno", 1), getattr(error, "msg", "nested too deeply")
        raise RecordError(f"{source.path}:{line}", f"broken JSON: {detail}") from error
    for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
        place = f"{source.path}:{number}" if isinstance(value, list) else source.path
        try:
            fields = item if isinstance(item, dict) else parse(place, json.dumps(item))
            yield place, record(place, source.path, fields, decoded.encoding).page
        except InputError as error:
            yield place, Quarantined(error.path, error.reason)


def _records(
    source: Source, found: Iterable[tuple[str, dict[str, str] | Quarantined]], encoding: str
) -> Iterator[tuple[str, Page | Quarantined]]:
    """The articles of a feed, a table or a mailbox; what is broken in it is quarantined beside them."""
    for place, fields in found:
        try:
            if isinstance(fields, Quarantined):
                yield place, fields
            else:
                yield place, record(place, source.path, fields, encoding).page
        except InputError as error:
            yield place, Quarantined(error.path, error.reason)
