"""Credits: which agencies and outlets a page names as its sources, in the words of the page.

Lineage lives on them. Four places: the byline ("By AFP"), the dateline ("MOSCOW (AP) —"), the running text
("according to Deutsche Welle") and pictures ("Photo: Reuters"). Known names come from tables; unknown ones count
where the form leaves no doubt ("told the Meridian newspaper"). The invariant: a credit's ``text`` stands on the page
letter for letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from twosource.clean.names import agency_named, credited, names, outlet_named
from twosource.model.article import Credit, CreditKind
from twosource.resources import load, with_english

_CONTEXT = 64  # characters before a name in which "according to" may stand
_CAPITALISED = r"(?:[A-ZÀ-ÞČŠŽĆĐŁŚ][\w'’&./-]*)"
_SOME = frozenset({"A", "An", "One", "Another"})  # "A Vardovian newspaper" names none
_NAME = rf"(?:{_CAPITALISED}(?:\s(?:of|the|de|da|do|del|der|and|&)\s{_CAPITALISED}|\s{_CAPITALISED}){{0,4}})"


@dataclass(frozen=True, slots=True)
class Forms:
    """How a language credits, made ready."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    unlisted: re.Pattern[str]
    titled: re.Pattern[str]
    not_agencies: frozenset[str]
    mastheads: frozenset[str]


@cache
def forms(language: str | None) -> Forms:
    """The forms of a language together with the English ones."""
    tables = with_english(language, "credits")
    before, after = (
        _either(word for table in tables for word in table[part]) for part in ("report_before", "report_after")
    )
    nouns = _either(noun for table in tables for part in ("agency_nouns", "outlet_nouns") for noun in table[part])
    mastheads = [word for table in with_english(language, "publication") for word in table["masthead"]["words"]]
    return Forms(
        before=re.compile(rf"(?<!\w)(?:{before})(?:\s[\w'’-]{{1,20}}){{0,3}}\s?[\"“(]?$", re.IGNORECASE),
        after=re.compile(rf"(?:['’]s?)?[\"”)]?,?\s(?:{after})(?!\w)", re.IGNORECASE),
        unlisted=re.compile(rf"(?<!\w)(?:(?P<name>{_NAME})\s(?:{nouns})|(?:{nouns})\s[\"“]?(?P<other>{_NAME}))(?!\w)"),
        titled=re.compile(rf"(?<!\w)(?:[Tt]he\s)?(?P<name>{_NAME})"),
        not_agencies=frozenset(load("common", "agencies")["not_agencies"]),
        mastheads=frozenset(mastheads),
    )


def _either(words: object) -> str:
    listed = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))  # type: ignore[attr-defined]
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in listed)


def credits_in_text(text: str, language: str | None, own: str | None = None) -> list[Credit]:
    """Agencies and outlets that running text credits, each once, in text order.

    Args:
        text: The article.
        language: Its language.
        own: The article's outlet, which does not credit itself.

    >>> [credit.agency for credit in credits_in_text("The pier burnt, the Arvin Herald said, citing AFP.", "en")]
    ['Arvin Herald', 'AFP']
    """
    known = forms(language)
    found: dict[str, tuple[int, Credit]] = {}
    for start, end, name in [*_listed(text, known), *_unlisted(text, known), *_titled(text, known)]:
        itself = own is not None and name.casefold().removeprefix("the ") == own.casefold().removeprefix("the ")
        if not itself and (name not in found or start < found[name][0]):
            quoted = " ".join(text[start:end].split())
            found[name] = (start, Credit(name, CreditKind.IN_TEXT, quoted))
    return [credit for _, credit in sorted(found.values(), key=lambda one: (one[0], one[1].agency))]


def _listed(text: str, known: Forms) -> list[tuple[int, int, str]]:
    """Names of the tables with a word of reporting before or behind them."""
    found = []
    for match in names().in_text.finditer(text):
        place = _reported(text, match.start(), match.end(), known)
        if place:
            found.append((*place, credited(match[0])))
    return found


def _reported(text: str, start: int, end: int, known: Forms) -> tuple[int, int] | None:
    """Where the credit begins and ends, if a word of reporting stands beside the name."""
    left = max(0, start - _CONTEXT)
    before = known.before.search(text[left:start])
    if before and "\n" not in before[0]:
        return left + before.start(), end
    after = known.after.match(text, end)
    return (start, after.end()) if after else None


def _unlisted(text: str, known: Forms) -> list[tuple[int, int, str]]:
    """Names with a noun that says what they are ("the newspaper Meridian", "the Meridian agency"), and a report."""
    found = []
    for match in known.unlisted.finditer(text):
        name = (match["name"] or match["other"] or "").removeprefix("The ").rstrip(".")
        parts = name.split()
        plain = bool(parts) and parts[0] not in _SOME and not known.not_agencies.intersection(parts)
        place = _reported(text, match.start(), match.end(), known) if plain else None
        if place and not _possessive(parts):
            found.append((*place, credited(name)))
    return found


def _possessive(parts: list[str]) -> bool:
    """Whether a name is a possessive: Vardovia's agency has no name."""
    return parts[-1].endswith(("'s", "’s", "s'", "s’"))


def _titled(text: str, known: Forms) -> list[tuple[int, int, str]]:
    """Names of two words or more whose last is one that outlets bear ("the Arvin Herald"), and a report."""
    found = []
    for match in known.titled.finditer(text):
        name = re.sub(r"['’]s$", "", match["name"]).removeprefix("The ")
        parts = name.split()
        if (
            len(parts) < 2
            or len(parts) > 4
            or parts[-1].lower() not in known.mastheads
            or _possessive(parts[:-1] or parts)
        ):
            continue
        place = _reported(text, match.start(), match.start() + len(match[0]), known)
        if place and not outlet_named(name) and not agency_named(name):
            found.append((*place, name))
    return found
