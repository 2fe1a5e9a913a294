"""Articles: clean text with its metadata, and the record of what was taken out of the page and why.

The invariant: ``text`` is the article and nothing but the article, and every span of it maps back to the page through
``origin``. What was dropped is kept with its reason; credits are read before they are dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from twosource.model.moment import Days, Moment
from twosource.model.offsets import OffsetMap


class PublishedFrom(StrEnum):
    """Where an article's date comes from. A file's own date and today's are never used."""

    METADATA = "metadata"
    TEXT = "text"
    STORY = "story"  # inferred by anchoring on other accounts of the same story
    NONE = "none"


class CreditKind(StrEnum):
    """In which place an agency or outlet is credited."""

    BYLINE = "byline"
    DATELINE = "dateline"
    IN_TEXT = "in-text"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of the page that is no part of the article, with its reason (an open word list: ``navigation``, …)."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet that the page credits, in the words of the page."""

    agency: str
    kind: CreditKind
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One account, cleaned.

    Attributes:
        id: The page's id.
        text: Clean text; paragraphs are separated by a blank line (two line feeds).
        outlet: Who published it, from metadata or credits; never guessed from the topic.
        publisher: Owner or family that the outlet belongs to.
        published: Day or instant of publication, if known.
        dateline: Month and day that its dateline gives without a year, where nothing on the page gives the year.
        window: Days between which it must have been published, where anchoring fixed no single day.
        parsed: Whether a pipeline read its language; if not, it was read roughly and says little in a dossier.
        origin: Map from ``text`` back to the page's text; ``None`` for text that was taken as it stands.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    published: Moment | None = None
    published_from: PublishedFrom = PublishedFrom.NONE
    dateline: tuple[int, int] | None = None
    window: Days | None = None
    modified: Moment | None = None
    language: str | None = None
    dropped: tuple[Dropped, ...] = ()
    credits: tuple[Credit, ...] = ()
    parsed: bool = True
    origin: OffsetMap | None = field(default=None, repr=False)
