"""Small pieces of English that the brief is written in: counts, lists, days, what a verdict means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

NOTHING = "No figure, date, role, quotation or deed was found that could be compared."

VERDICTS = {
    "corroborated": "corroborated",
    "single-origin": "one origin only",
    "disputed": "disputed",
    "unclear": "unclear: may be one voice",
}

ONE_WORD = "unclear: several origins, but all on one word"
"""The verdict where the origins are known to be two and cite one speaker."""

CONFLICT_KINDS = {"polarity": "said and denied", "attribution": "who said it"}
"""Kinds of conflict whose name in the dossier no newsroom uses."""

COPY_KINDS = {
    "verbatim": "takes over word for word from",
    "rewrite": "rewrites",
    "translation": "translates",
    "credit": "credits the report of",
}

STANDINGS = {
    "independent": "independent",
    "derived": "derived from an account that is not among the input",
    "unknown": "independence not known",
}


def counted(number: int, thing: str) -> str:
    """A number with its noun.

    >>> counted(1, "article"), counted(3, "article")
    ('1 article', '3 articles')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def ranged(low: int, high: int, thing: str) -> str:
    """A range with its noun.

    >>> ranged(2, 3, "independent origin"), ranged(1, 1, "origin")
    ('2 to 3 independent origins', '1 origin')
    """
    return counted(low, thing) if low == high else f"{low} to {high} {thing}s"


def distinct(names: Sequence[str]) -> list[str]:
    """Names of speakers, each once, however it is capitalised and whatever article stands before it.

    >>> distinct(["Police", "police", "the police", "Ola Brandt"])
    ['Police', 'Ola Brandt']
    """
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold().removeprefix("the ").removeprefix("a "), name)
    return list(found.values())


def listed(items: Sequence[str]) -> str:
    """Items as a sentence lists them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def day(text: str) -> str:
    """An ISO date or datetime as a newsroom writes it, with its weekday.

    >>> day("2019-10-08"), day("2019-10-08T18:30:00+03:00")
    ('Tuesday 8 October 2019', 'Tuesday 8 October 2019, 18:30 +03:00')
    """
    on = date.fromisoformat(text[:10])
    words = f"{on:%A} {on.day} {on:%B} {on.year}"
    if len(text) == 10:
        return words
    at = datetime.fromisoformat(text)
    zone = at.strftime("%z")
    return f"{words}, {at:%H:%M}" + (f" {zone[:3]}:{zone[3:5]}" if zone else "")


def days(start: str, end: str) -> str:
    """An interval of days; a whole month by its name.

    >>> days("2019-10-08", "2019-10-08"), days("2019-10-07", "2019-10-08"), days("2019-10-01", "2019-10-31")
    ('Tuesday 8 October 2019', 'Monday 7 to Tuesday 8 October 2019', 'October 2019')
    """
    if start == end:
        return day(start)
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if (first.year, first.month) == (last.year, last.month) and first.day == 1 and (last + timedelta(1)).day == 1:
        return f"{first:%B} {first.year}"
    short = f"{first:%A} {first.day}"
    if (first.year, first.month) != (last.year, last.month):
        short += f" {first:%B}" + (f" {first.year}" if first.year != last.year else "")
    return f"{short} to {day(end)}"


def shortened(text: str, limit: int = 300, around: str = "") -> str:
    """The text on one line; where it is longer than ``limit`` code points, cut at words.

    Args:
        text: Any text.
        limit: Code points that are left, the marks of the cuts not counted.
        around: Words that stay in, as near to the middle as can be; the beginning stays if they do not occur.

    >>> shortened("one two three four five six seven", 14)
    'one two three …'
    >>> shortened("one two three four five six seven", 14, around="five")
    '… four five six …'
    """
    flat, words = " ".join(text.split()), " ".join(around.split())
    if len(flat) <= limit:
        return flat
    start = max(0, flat.find(words) - (limit - len(words)) // 2) if words else 0
    start = min(start, len(flat) - limit)
    end = start + limit
    if start:
        start = flat.find(" ", start - 1, end) + 1
    if end < len(flat) and flat[end] != " ":
        end = max(flat.rfind(" ", start, end), start + 1)
    return ("… " if start else "") + flat[start:end].rstrip() + (" …" if end < len(flat) else "")
