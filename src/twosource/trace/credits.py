"""Whom an account credits: the agencies and outlets of its byline, dateline and text, under one name each.

A credit in the byline or dateline covers the article; "according to …" in the text covers what it stands beside, so it
counts for the whole article only if it comes again. A picture's credit says nothing of the text. Cleaning reads credits
from pages; a text that is taken as it stands may still open with "CITY (Agency) —" or close with "(Agency)", and its
byline may name one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from twosource.model.article import Article, CreditKind
from twosource.trace.publishers import Publishers

_DATELINE = re.compile(r"\A[^\n(]{0,80}\(([^()\n]{2,40})\)\s*[-–—:]|\A[^\n]{0,40}\n?By ([A-Z][\w ./-]{1,30})\n")
_CLOSING = re.compile(r"\(([^()\n]{2,40})\)\s*\Z")
_PARTS = re.compile(r"\s*(?:/|,|;|\bwith\b|\band\b|\bvia\b|\bfor\b)\s*", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:by|from|source:?|von|par|por)\s+", re.IGNORECASE)
WHOLE_ARTICLE_MENTIONS = 2
"""Credits within the text from which on the agency stands behind the article rather than behind one sentence."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A body that the article credits.

    Attributes:
        name: As the publishers' table knows it, else in the article's words.
        whole: Whether the credit covers the article, not just a sentence of it.
        text: The credit's own words.
    """

    name: str
    whole: bool
    text: str


def credited(article: Article, publishers: Publishers) -> tuple[Credited, ...]:
    """All that an article credits, picture credits aside, each once, those for the whole article first."""
    given = [credit for credit in article.credits if credit.kind is not CreditKind.PICTURE]
    inside = Counter(_name(credit.agency, publishers) for credit in given if credit.kind is CreditKind.IN_TEXT)
    found: dict[str, Credited] = {}
    for credit in given:
        name = _name(credit.agency, publishers)
        whole = credit.kind is not CreditKind.IN_TEXT or inside[name] >= WHOLE_ARTICLE_MENTIONS
        if name not in found or (whole and not found[name].whole):
            found[name] = Credited(name, whole, credit.text)
    for text in _places(article):
        for part in _PARTS.split(_BY.sub("", text)):
            publisher = publishers.find(part, None) if part else None
            if publisher and publisher.agency and not _covers(found, publisher.name):
                found[publisher.name] = Credited(publisher.name, True, text.strip())
    return tuple(sorted(found.values(), key=lambda one: (not one.whole, one.name)))


def _covers(found: dict[str, Credited], name: str) -> bool:
    return name in found and found[name].whole


def _name(agency: str, publishers: Publishers) -> str:
    known = publishers.find(agency, None)
    return known.name if known else " ".join(agency.split())


def _places(article: Article) -> list[str]:
    """The byline, and the brackets that open and close the text."""
    text = article.text
    opening, closing = _DATELINE.search(text[:400]), _CLOSING.search(text[-120:])
    places = [article.byline or ""]
    places += [opening[1] or opening[2]] if opening else []
    places += [closing[1]] if closing else []
    return [place for place in places if place.strip()]
