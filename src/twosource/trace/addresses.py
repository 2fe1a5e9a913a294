"""Where an article stands on the web, and whether two addresses are one article's at two times.

Sites put an article's headline into its address and change both while they keep its number: "/story/32149347/shots-in-
the-harbour" becomes "/story/32149347/three-dead-in-the-harbour". So a number, where an address has one, is the place.
A running report is told anew each day at an address that differs in the day alone: "/storm-tuesday", "/storm-friday".
"""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, urlsplit

from twosource.resources import in_all_languages
from twosource.trace.publishers import host, unarchived

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|(?!(?:19|20)\d{4}(?:\d\d)?(?!\d))\d{6,}|(?=[A-Za-z]*\d)[A-Za-z0-9]{16,})(?![A-Za-z0-9])",
    re.ASCII,
)
"""An article's number: a UUID, six digits or more that are no date, or a long key with a digit in it."""
_KEYED = re.compile(r"\d{3,}", re.ASCII)
_WORD = re.compile(r"[^\W_]+")


def place(url: str | None) -> str | None:
    """What one article's addresses have in common: host and number, else host and path; ``None`` for a front page.

    >>> place("https://www.quay.example/a/1819691/two-hurt?utm_source=x") == place("http://quay.example/b-1819691.html")
    True
    >>> place("https://quay.example/show?id=4711"), place("https://quay.example/")
    ('quay.example/show 4711', None)
    """
    found = _parts(url)
    if found is None:
        return None
    site, path, query = found
    numbers = _NUMBER.findall(path)
    keys = [value for name, value in parse_qsl(query) if _KEYED.fullmatch(value) and not name.startswith("utm_")]
    return " ".join([f"{site}{path}" if not numbers else f"{site} {numbers[-1]}", *keys])


def days_apart(one: str | None, other: str | None) -> tuple[str, ...]:
    """The words for days and times of day in which alone two addresses of one site differ; empty where more differs.

    >>> days_apart("https://quay.example/inland/storm-tuesday", "https://quay.example/inland/storm-friday")
    ('friday', 'tuesday')
    >>> days_apart("https://quay.example/monday", "https://quay.example/tuesday")
    ()
    """
    left, right = _parts(one), _parts(other)
    if left is None or right is None or left[0] != right[0] or left[2] != right[2]:
        return ()
    (folder, slug), (other_folder, other_slug) = left[1].rsplit("/", 1), right[1].rsplit("/", 1)
    words, others = _WORD.findall(slug.casefold()), _WORD.findall(other_slug.casefold())
    kept = [word for word in words if word not in _days()]
    if folder != other_folder or not kept or kept != [word for word in others if word not in _days()]:
        return ()
    return tuple(sorted(set(words) ^ set(others)))


def _parts(url: str | None) -> tuple[str, str, str] | None:
    """Host, path and query; ``None`` for a front page and for an address that nobody can visit."""
    site = host(url or "")
    path = urlsplit(unarchived(url or "")).path.rstrip("/") if site else ""
    return (site, path, urlsplit(unarchived(url or "")).query) if path else None


@cache
def _days() -> frozenset[str]:
    return frozenset().union(*(in_all_languages("times", name) for name in ("weekdays", "months", "parts")))
