"""Whom an account credits: the agencies and outlets of its byline, dateline and text, under one name each.

A credit in the byline or dateline covers the article; "according to …" in the text covers what it stands beside, so it
counts for the whole article only if it comes again. A picture's credit says nothing of the text. Cleaning reads credits
from pages; a text that is taken as it stands may still open with "CITY (Agency) —" or close with "(Agency)", and its
byline may name one. Below a text, "Agency writer Jane Doe contributed to this report" and "Copyright 2016 Agency"
credit it for the whole, "Agency contributed" for a part.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from twosource.model.article import Article, CreditKind
from twosource.resources import load
from twosource.text.commonness import RARE, commonness
from twosource.trace.publishers import Publishers, host

_DATELINE = re.compile(r"\A[^\n(]{0,80}\(([^()\n]{2,40})\)\s*[-–—:]|\A[^\n]{0,40}\n?By ([A-Z][\w ./-]{1,30})\n")
_CLOSING = re.compile(r"\(([^()\n]{2,40})\)\s*\Z")
_PARTS = re.compile(r"\s*(?:/|,|;|\bwith\b|\band\b|\bvia\b|\bfor\b)\s*", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|from|source:?|von|par|por)\s+", re.IGNORECASE)
_CONTRIBUTED = re.compile("|".join(map(re.escape, load("en", "credits")["contributed"])), re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:\bcopyright\b|©|\(c\))[\s©(c)\d,by]{0,20}([^\n.]{2,80})", re.IGNORECASE)
_SENTENCE_START = re.compile(r"[^\n.]*\Z")
_LETTERS = re.compile(r"[^\w]")
_INITIALS = re.compile(r"[A-Z]{2,5}")
"""An agency that no table knows signs byline or dateline with its initials; people do not, and desks with a word."""
LONGEST_AGENCY = 5
"""Words of an agency's name ("Bay City News Service")."""
FOOT = 1500
"""Signs at the end of a text in which it says who contributed and whose it is."""
WHOLE_ARTICLE_MENTIONS = 2
"""Credits within the text from which on the agency stands behind the article rather than behind one sentence."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A body that the article credits.

    Attributes:
        name: As the publishers' table knows it, else in the article's words.
        whole: Whether the credit covers the article, not just a sentence of it.
        text: The credit's own words.
        agency: Whether it is an agency, whose reports others print, rather than another outlet.
        own: Whether it is the outlet's own mark, as a station's letters in the datelines of its site.
    """

    name: str
    whole: bool
    text: str
    agency: bool = False
    own: bool = False


def credited(article: Article, publishers: Publishers) -> tuple[Credited, ...]:
    """All that an article credits, picture credits aside, each once, those for the whole article first."""
    given = [credit for credit in article.credits if credit.kind is not CreditKind.PICTURE]
    inside = Counter(_name(credit.agency, publishers) for credit in given if credit.kind is CreditKind.IN_TEXT)
    found: dict[str, Credited] = {}
    for credit in given:
        name = _name(credit.agency, publishers)
        whole = credit.kind is not CreditKind.IN_TEXT or inside[name] >= WHOLE_ARTICLE_MENTIONS
        if name not in found or (whole and not found[name].whole):
            agency = credit.kind is CreditKind.DATELINE or _is_agency(name, publishers)
            found[name] = Credited(name, whole, credit.text, agency, _is_own(name, article))
    for text, closing in _places(article):
        for part in _PARTS.split(_BY.sub("", text)):
            name = _name(part, publishers)
            if _is_agency(name, publishers, initials=not closing) and not _covers(found, name):
                found[name] = Credited(name, True, text.strip(), True, _is_own(name, article))
    for name, whole, text in _at_foot(article.text, publishers):
        if not _covers(found, name) and (whole or name not in found):
            found[name] = Credited(name, whole, text, True, _is_own(name, article))
    return tuple(sorted(found.values(), key=lambda one: (not one.whole, one.name)))


def _at_foot(text: str, publishers: Publishers) -> list[tuple[str, bool, str]]:
    """The agencies that contributed to a text or own it: their names, whether the whole is theirs, the words."""
    foot = text[-FOOT:]
    found = []
    for match in _CONTRIBUTED.finditer(foot):
        start = _SENTENCE_START.search(foot, max(0, match.start() - 160), match.start())
        for part in _PARTS.split(start[0] if start else ""):
            name, rest = _leading(part, publishers)
            if name:
                found.append((name, rest[:1].islower(), f"{part.strip()} {match[0]}"))
    for match in _COPYRIGHT.finditer(foot):
        names = [_leading(part, publishers)[0] for part in _PARTS.split(match[1])]
        found += [(name, True, match[0].strip()) for name in names if name]
    return found


def _leading(part: str, publishers: Publishers) -> tuple[str, str]:
    """The agency with whose name some words begin, and the words behind it; empty where they begin with none."""
    words = part.split()
    for count in range(min(LONGEST_AGENCY, len(words)), 0, -1):
        known = publishers.find(" ".join(words[:count]), None)
        if known and known.agency:
            return known.name, " ".join(words[count:])
    return "", part


def _is_agency(name: str, publishers: Publishers, *, initials: bool = True) -> bool:
    """Whether a name in a credit is an agency's: as the table says, or where it has no such entry by its capitals."""
    known = publishers.find(name, None)
    if known:
        return known.agency
    return initials and bool(_INITIALS.fullmatch(name)) and commonness(name.casefold()) <= RARE


def _is_own(name: str, article: Article) -> bool:
    """Whether a credit names the outlet that it stands in, by its name or its address."""
    letters = _LETTERS.sub("", name.casefold())
    places = (article.outlet or "", host(article.url or ""))
    return len(letters) > 1 and any(letters in _LETTERS.sub("", place.casefold()) for place in places)


def _covers(found: dict[str, Credited], name: str) -> bool:
    return name in found and found[name].whole


def _name(agency: str, publishers: Publishers) -> str:
    known = publishers.find(agency, None)
    return known.name if known else " ".join(agency.split())


def _places(article: Article) -> list[tuple[str, bool]]:
    """The byline, and the brackets that open and close the text; with whether they close it."""
    text = article.text
    opening, closing = _DATELINE.search(text[:400]), _CLOSING.search(text[-120:])
    places = [(article.byline or "", False)]
    places += [(opening[1] or opening[2], False)] if opening else []
    places += [(closing[1], True)] if closing else []
    return [place for place in places if place[0].strip()]
