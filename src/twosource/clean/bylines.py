"""Bylines: who wrote it, and whether that is an agency.

"By AFP", "By Jane Doe, Associated Press", "Reuters", "Staff and agencies". The invariant: a byline is names and roles
and nothing else, so that "By Tuesday, the troops had left" is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource.clean.lines import Line
from twosource.clean.names import agency_named
from twosource.model.article import Credit, CreditKind
from twosource.resources import with_english

_LONGEST = 22  # words
_LONGEST_TEXT = 300  # characters
_LONGEST_GIVEN = 2000  # characters of an author field: more than a hundred names
_NAME_WORD = re.compile(r"(?:[A-ZÀ-ÞČŠŽĆĐŁŚĞİ][\w.’'-]*|Mc[A-Z]\w+)$")
_PARTICLES = frozenset({
    "de", "da", "do", "dos", "del", "della", "der", "den", "di", "van", "von", "vom", "zu", "zur", "la",
    "le", "el", "al", "bin", "ibn", "ben", "ter", "ten", "af", "av", "y", "e", "und",
})  # fmt: skip
_SPLIT = re.compile(r"\s*(?:,|;|\||/|•|·|\band\b|\bund\b|&|\s[–—-]\s|\t|\s{3,}|\(|\))\s*")
_PLACE = re.compile(r"\s(?:in|aus|from|at|for)\s[A-ZÀ-Þ][\w.’'-]*(?:[\s,]+[A-ZÀ-Þ][\w.’'-]*){0,3}$")
_UNLISTED = re.compile(
    r"(?:[A-Z]{2,7}|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s(?:News|Press)\sAgency|[A-Z]\w+\sNews\sService)$"
)
_CONTACT = re.compile(r"\S+@\S+|@\w+|https?://\S+")
_LONGEST_ROLE = 3  # words, with the place or desk of the role


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says.

    Attributes:
        author: Names of people, else of agencies, as written; ``None`` where only a role stands there.
        credits: The agencies among them.
    """

    author: str | None
    credits: tuple[Credit, ...]


@cache
def _vocabulary(language: str | None) -> tuple[re.Pattern[str], tuple[str, ...]]:
    tables = [table["byline"] for table in with_english(language, "publication")]
    opens = sorted({word for table in tables for word in table["opens"]}, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"(?:[–—*-]\s?)?(?:{'|'.join(map(re.escape, opens))})(?:\s?:\s?|\s)", re.IGNORECASE)
    roles = sorted({word for table in tables for word in table["roles"]}, key=lambda word: (-len(word), word))
    return pattern, tuple(roles)


def parse_byline(line: Line, language: str | None = None) -> Byline | None:
    """The byline that a line is; ``None`` where it is something else.

    >>> from twosource.clean.lines import split
    >>> parse_byline(split("By Jane Doe, Associated Press")[0]).author
    'Jane Doe'
    """
    text = line.text.strip("*_ ")
    opens, roles = _vocabulary(language)
    if len(line.words) > _LONGEST or len(text) > _LONGEST_TEXT:
        return None
    match = opens.match(text)
    if match:
        return _parts(text[match.end() :], text, roles, opened=True)
    alone = _parts(text, text, roles)
    named = alone is not None and (alone.credits or _only_roles(text, roles) or _ends_in_role(text, roles))
    return alone if named and not line.ends else None


def byline_of(given: str, language: str | None = None) -> Byline:
    """The byline that a container's author field means; a field that is no list of names is taken as it stands."""
    _, roles = _vocabulary(language)
    plain = re.sub(r"^by\s+", "", given.strip(), flags=re.IGNORECASE)
    parsed = _parts(plain, given.strip(), roles) if len(plain) <= _LONGEST_GIVEN else None
    return parsed or Byline(plain or None, ())


def _parts(names: str, text: str, roles: tuple[str, ...], opened: bool = False) -> Byline | None:
    """The byline whose names, roles and places are these; ``None`` where one part is none of that.

    Behind "By", an acronym alone is an agency, listed or not ("By CPS"): people are not bylined so.
    """
    people: list[str] = []
    agencies: list[str] = []
    for part in filter(None, _SPLIT.split(_CONTACT.sub("", names).strip(" .:|"))):
        agency = agency_named(part) or (part if opened and _UNLISTED.match(part) else None)
        person = _PLACE.sub("", _without_role(part, roles)).strip()
        if agency:
            agencies.append(agency)
        elif person and _is_name(person):
            people.append(person)
        elif person and not _is_role(part, roles):
            return None
    if not people and not agencies and not _only_roles(names, roles):
        return None
    named_agencies = tuple(Credit(agency, CreditKind.BYLINE, text) for agency in dict.fromkeys(agencies))
    # What follows the first person is as a rule a desk, a place or an outlet, but "X and Y" are two authors.
    joined = re.search(r"\band\b|\bund\b|&", names)
    authors = people if joined or len(people) < 2 else people[:1]
    return Byline(", ".join(authors or agencies) or None, named_agencies)


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 6:
        return False
    return bool(_NAME_WORD.match(words[0])) and all(
        _NAME_WORD.match(word) or word.lower() in _PARTICLES for word in words
    )


def _is_role(part: str, roles: tuple[str, ...]) -> bool:
    folded = part.lower().strip(" .")
    return any(folded == role or folded.startswith(f"{role} ") or folded.endswith(f" {role}") for role in roles)


def _only_roles(text: str, roles: tuple[str, ...]) -> bool:
    return text.lower().strip(" .:*_") in roles


def _ends_in_role(text: str, roles: tuple[str, ...]) -> bool:
    """As in "Jane Doe, staff writer" or "Jane Doe, Paris correspondent": a name with a role set off from it."""
    parts = [part for part in _SPLIT.split(text) if part]
    short = (part for part in parts[1:] if len(part.split()) <= _LONGEST_ROLE)
    return len(parts) > 1 and any(_is_role(part, roles) for part in short) and _is_name(parts[0])


def _without_role(part: str, roles: tuple[str, ...]) -> str:
    """The part without a role before or behind the name."""
    folded = part.lower()
    for role in roles:
        if folded == role:
            return ""
        if folded.endswith(f" {role}"):
            return part[: -len(role)].strip()
        if len(role) > 3 and folded.startswith(f"{role} "):
            return part[len(role) :].strip()
    return part
