"""Who belongs together: outlets, their owners, and the agencies, by name and by web address.

The table comes with the package (``resources/common/publishers.toml``) and is extended by further files of the same
form; a later file's entry for an outlet replaces an earlier one. An outlet that no table knows has no family: nothing
is guessed from its name or topic.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from twosource.resources import load

_ARCHIVED = re.compile(r"\Ahttps?://(?:web\.archive\.org/web|archive\.\w{2,4})/\d{4,14}\w*/(?=https?:)")


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet or agency.

    Attributes:
        name: As the table names it.
        family: Owner, or the desk that it shares copy with.
        agency: Whether others print its reports under its credit.
    """

    name: str
    family: str | None
    agency: bool


class Publishers:
    """The table, looked up by name or address.

    >>> table = Publishers.known()
    >>> table.find("Agence France-Presse", None) == table.find("AFP", None)
    True
    """

    def __init__(self, entries: Sequence[dict[str, Any]]) -> None:
        self._by_name: dict[str, Publisher] = {}
        self._by_host: dict[str, Publisher] = {}
        for entry in entries:
            publisher = Publisher(entry["name"], entry.get("family"), bool(entry.get("agency", False)))
            for name in (entry["name"], *entry.get("aliases", ())):
                self._by_name[_key(name)] = publisher
            for host in entry.get("hosts", ()):
                self._by_host[host.lower()] = publisher

    @classmethod
    def known(cls, *extensions: Path) -> Publishers:
        """The package's table with the user's own files laid over it.

        Raises:
            OSError: An extension cannot be read.
            tomllib.TOMLDecodeError: An extension is no TOML.
        """
        if not extensions:
            return _packaged()
        own = [entry for path in extensions for entry in _entries(tomllib.loads(path.read_text(encoding="utf-8")))]
        return cls([*_entries(load("common", "publishers")), *own])

    def find(self, name: str | None, url: str | None) -> Publisher | None:
        """The publisher of this name, or of this address or one of its parent domains."""
        if name and (found := self._by_name.get(_key(name))):
            return found
        return self._at(host(url or "")) or self._at(host(f"//{name or ''}"))

    def _at(self, place: str) -> Publisher | None:
        while "." in place:
            if place in self._by_host:
                return self._by_host[place]
            place = place.partition(".")[2]
        return None


@cache
def _packaged() -> Publishers:
    return Publishers(_entries(load("common", "publishers")))


def _entries(table: dict[str, Any]) -> list[dict[str, Any]]:
    """Entries of ``[[outlet]]`` and ``[[agency]]``; an agency is an entry whose ``agency`` is true."""
    outlets = list(table.get("outlet", ()))
    return outlets + [{**entry, "agency": True} for entry in table.get("agency", ())]


def host(url: str) -> str:
    """The host of an address, without ``www.``; of an archived page that of the page. Empty where the address is none.

    >>> host("https://web.archive.org/web/20190310/http://www.orla.example:80/ice"), host("http://[2001:db8")
    ('orla.example', '')
    """
    try:
        return urlsplit(unarchived(url)).netloc.lower().split(":")[0].removeprefix("www.")
    except ValueError:
        return ""


def unarchived(url: str) -> str:
    """The address of the page that an archive's address keeps, else the address itself."""
    return _ARCHIVED.sub("", url)


def _key(name: str) -> str:
    """A name without case, points and a leading article, blanks made one."""
    folded = " ".join(name.replace(".", "").replace("’", "'").split()).casefold()
    return folded.removeprefix("the ")
