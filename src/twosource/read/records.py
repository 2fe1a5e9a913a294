"""Article records: a line of JSON to a page.

Our own article lines, and the names that news-please, trafilatura and schema.org use for the same things (table:
``resources/common/fields.toml``). The invariant: a record gives one page or one error that says what it lacks.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from twosource.errors import RecordError
from twosource.limits import MAXIMUM_HTML_CHARACTERS, MAXIMUM_PAGE_CHARACTERS
from twosource.model.page import Given, Page, PageKind
from twosource.resources import load
from twosource.text.surrogates import without_surrogates


@dataclass(frozen=True, slots=True)
class Record:
    """A page without its final id.

    Attributes:
        id: The id that the record gives, if any.
        page: The page; its id is empty where the record gives none.
    """

    id: str | None
    page: Page


def parse(place: str, line: str) -> dict[str, Any]:
    """The JSON object in ``line``.

    Raises:
        RecordError: It is broken, or no object.
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        detail = getattr(error, "msg", "nested too deeply").removesuffix(" at")
        raise RecordError(place, f"broken JSON: {detail} at column {getattr(error, 'colno', 1)}") from error
    if not isinstance(value, dict):
        raise RecordError(place, f"a JSON {_kind(value)}, where an object with its fields is needed")
    return value


def record(place: str, path: str | None, fields: dict[str, Any], encoding: str) -> Record:
    """The page that a record makes.

    Args:
        place: File and line, for errors.
        path: File that the page is said to come from.
        fields: The record.
        encoding: Of the file.

    Raises:
        RecordError: It has neither text nor html, or no text in them, or too much.
    """
    text, html = _value(fields, "text"), _value(fields, "html")
    source = text or html
    if source is None:
        given = any(name in fields for name in _names("text") + _names("html"))
        lacks = "the field is empty, or holds none" if given else "the record needs a field “text” or “html”"
        raise RecordError(place, f"no text: {lacks}")
    limit = MAXIMUM_PAGE_CHARACTERS if text else MAXIMUM_HTML_CHARACTERS
    if len(source) > limit:
        raise RecordError(place, f"too long: {len(source)} characters, the limit is {limit}")
    given_id = _value(fields, "id")
    page = Page(
        id=given_id or "",
        kind=PageKind.TEXT if text and not _MARKUP.search(text) else PageKind.HTML,
        text=_plain(source),
        path=path,
        url=_value(fields, "url"),
        given=Given(**{name: _value(fields, name) for name in ("title", "byline", "outlet", *_DATES, "language")}),
        encoding=encoding,
    )
    return Record(given_id, page)


_CONTENT = ("text", "html")
_DATES = ("published", "modified")
# Feeds give HTML as text.
_MARKUP = re.compile(r"</(?:a|p|b|i|em|strong|span|div|li|h[1-6]|blockquote)>", re.IGNORECASE)


def _plain(source: str) -> str:
    """Line feeds for line ends, and no zeros."""
    return source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _names(field: str) -> list[str]:
    names: list[str] = load("common", "fields")[field]
    return names


def _value(fields: dict[str, Any], field: str) -> str | None:
    """The first of a field's names that holds something, as text."""
    for name in _names(field):
        value = fields.get(name)
        text = "" if field in _CONTENT and not isinstance(value, str | list) else _as_text(value)
        if text.strip():
            return text if field in _CONTENT else text.strip()
    return None


def _as_text(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Text of a JSON value: lists joined, objects by their name, numbers as written."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    if isinstance(value, dict):
        return _as_text(value.get("name") or value.get("value"))
    return "" if value is None or isinstance(value, bool) else str(value)


def _kind(value: object) -> str:
    return {list: "array", str: "string", bool: "boolean", type(None): "null"}.get(type(value), "number")
