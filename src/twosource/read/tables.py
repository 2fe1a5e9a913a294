"""Tables of articles: each row of a CSV file to the fields of a record, by the names in its first row.

A table is known by a first row of names, two of which are those of a record (``resources/common/fields.toml``), or by
rows that all have as many cells as there are names. The invariant: a row gives its fields or the reason why it has
none; what is no article is never read as prose.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from twosource.errors import EmptyError, UnreadableError
from twosource.model.page import Quarantined
from twosource.resources import load

_SEPARATORS = (",", "\t", ";", "|")
_NAME = re.compile(r"[^\W\d]\w{0,39}(?:[ .-]\w{1,20}){0,2}")
_LOOKED_AT = 20  # rows
_FEWEST_NAMES, _FEWEST_KNOWN, _FEWEST_ROWS = 3, 2, 3


def separator_of(head: str) -> str | None:
    r"""What separates the cells of a table that begins so; ``None`` for any other text.

    >>> separator_of('id;text\n1;"The pier; it burnt."\n'), separator_of("Pier, quay and mole\nAll burnt.\n")
    (';', None)
    """
    return next((mark for mark in _SEPARATORS if _is_table(head, mark)), None)


def _is_table(head: str, separator: str) -> bool:
    try:
        first, *rows = _read(head, separator, _LOOKED_AT)
    except (csv.Error, ValueError):
        return False
    names = [name.strip() for name in first]
    if len(names) < _FEWEST_KNOWN or len(set(names)) < len(names) or not all(map(_NAME.fullmatch, names)):
        return False
    known = _listed()
    if _holds_texts(names) and sum(name.lower() in known for name in names) >= _FEWEST_KNOWN:
        return True
    alike = len(rows) >= _FEWEST_ROWS and all(len(row) == len(names) for row in rows[:-1])  # the head may cut the last
    return alike and (_holds_texts(names) or len(names) >= _FEWEST_NAMES)


def _holds_texts(names: list[str]) -> bool:
    fields = load("common", "fields")
    return not {*fields["text"], *fields["html"]}.isdisjoint(map(_known, names))


def _known(name: str) -> str:
    """A column's name as the table of fields has it, whatever its capitals."""
    return _listed().get(name.strip().lower(), name.strip())


def _listed() -> dict[str, str]:
    """The names of a record's fields, by their small letters."""
    fields: dict[str, list[str]] = load("common", "fields")
    return {one.lower(): one for names in fields.values() if isinstance(names, list) for one in names}


def _read(text: str, separator: str, most: int | None = None) -> list[list[str]]:
    found: list[list[str]] = []
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        if row:
            found.append(row)
        if len(found) == most:
            break
    return found


def rows(path: str, text: str, separator: str) -> Iterator[tuple[str, dict[str, str] | Quarantined]]:
    r"""Every row of a table with its place.

    Yields:
        Place (``table.csv:3`` for the third row below the names) and the record's fields, or why there are none.

    Raises:
        InputError: No column holds texts, or no row stands below the names.

    >>> list(rows("a.csv", "id,Text\n7,Fog.\n", ","))
    [('a.csv:1', {'id': '7', 'text': 'Fog.'})]
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    names = [_known(name) for name in next(row for row in lines if row)]
    if not _holds_texts(names):
        raise UnreadableError(path, f"a table without a column “text” or “html”; it has {', '.join(names[:8])}")
    number = 0
    try:
        for row in filter(None, lines):
            number += 1
            place = f"{path}:{number}"
            broken = f"{len(row)} cells, where the first row has {len(names)} names"
            yield place, dict(zip(names, row, strict=True)) if len(row) == len(names) else Quarantined(place, broken)
    except csv.Error as error:
        yield (
            f"{path}:{number + 1}",
            Quarantined(f"{path}:{number + 1}", f"a broken row: {error}; nothing below is read"),
        )
    if not number:
        raise EmptyError(path, "a table without a row below its names")
