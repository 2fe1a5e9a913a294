"""The dossier as it crosses the wire: the published contract, schema version 1.

These are the names that other programs read; ``twosource schema dossier`` is generated from them. Inside the program
the frozen values of the other model modules travel; ``tell.assemble`` turns them into this. Offsets are half-open, in
Unicode code points, into the ``text`` of the article that they name.
"""

from __future__ import annotations

from typing import Annotated as Constrained
from typing import Literal

from pydantic import AliasChoices, BaseModel, ConfigDict, Field

Offset = Constrained[int, Field(ge=0)]
Stretch = tuple[Offset, Offset]

# "from" is a keyword of Python: the records name the two ends of an edge otherwise than the published JSON does.
_from = Field(serialization_alias="from", validation_alias=AliasChoices("from", "earlier"))
_to = Field(serialization_alias="to", validation_alias=AliasChoices("to", "later"))


class Record(BaseModel):
    """Base of all records: frozen, closed, fields written by their published names."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class DroppedRecord(Record):
    """Text of the page that is no part of the article."""

    text: str
    reason: str = Field(description="navigation, teaser, caption, credit, advert, repetition, share-bar, biography, …")


class CreditRecord(Record):
    """An agency or outlet that the page credits."""

    agency: str
    kind: Literal["byline", "dateline", "in-text", "picture"]
    text: str


class WindowRecord(Record):
    """Days between which an article must have been published."""

    earliest: str | None
    latest: str | None


class ArticleRecord(Record):
    """One account, cleaned."""

    id: str
    path: str | None
    url: str | None
    outlet: str | None
    publisher: str | None = Field(description="Owner or family that the outlet belongs to.")
    title: str | None
    byline: str | None
    published: str | None = Field(description="ISO 8601 date or datetime.")
    published_from: Literal["metadata", "text", "story", "none"]
    published_window: WindowRecord | None = Field(description="Where the accounts fix no single day.")
    modified: str | None
    language: str | None
    parsed: bool = Field(
        description="Whether a pipeline reads its language; if not, only figures and times were read in it."
    )
    text: str = Field(description="Clean text: the article, nothing but the article.")
    dropped: tuple[DroppedRecord, ...]
    credits: tuple[CreditRecord, ...]


class QuarantinedRecord(Record):
    """Input that could not be read."""

    path: str
    reason: str


class MentionRecord(Record):
    """One naming of an entity."""

    article: str
    start: Offset
    end: Offset
    text: str


class PassageRecord(Record):
    """A stretch of one article."""

    article: str
    start: Offset
    end: Offset
    text: str


class LinkRecord(Record):
    """Why two names were taken for one entity, or were kept apart though much speaks for it."""

    same: bool
    reason: str
    score: float
    left: PassageRecord | None
    right: PassageRecord | None


class EntityRecord(Record):
    """One person, body or place."""

    id: str
    type: Literal["person", "organization", "place", "other"]
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    articles: tuple[str, ...]
    mentions: tuple[MentionRecord, ...]
    links: tuple[LinkRecord, ...]


class QuantityRecord(Record):
    """A figure as an interval; an open end is null."""

    type: Literal["quantity"] = "quantity"
    min: float | int | None
    max: float | int | None
    approximate: bool
    unit: str | None
    counted: str | None
    text: str


class TimeRecord(Record):
    """A time as an interval of days, both included; null where unresolved."""

    type: Literal["time"] = "time"
    start: str | None
    end: str | None
    text: str


class EntityValueRecord(Record):
    """A person, body or place as a value."""

    type: Literal["entity"] = "entity"
    entity: str | None
    text: str


class WordingRecord(Record):
    """A wording as a value."""

    type: Literal["text"] = "text"
    text: str


ValueRecord = Constrained[QuantityRecord | TimeRecord | EntityValueRecord | WordingRecord, Field(discriminator="type")]


class SpeakerRecord(Record):
    """A link in the chain of those who are said to say so."""

    name: str
    entity: str | None
    kind: Literal["speaker", "agency", "outlet", "document"]


class StatementRecord(Record):
    """One account's wording of a claim."""

    article: str
    start: Offset
    end: Offset
    text: str
    value: ValueRecord | None
    attribution: tuple[SpeakerRecord, ...] = Field(description="Nearest first; empty: the outlet's own voice.")
    modality: Literal["asserted", "reported", "alleged", "expected", "denied"]
    negated: bool
    distortion: str | None = Field(description="For a derived account: how it departs from its origin.")


class CountRecord(Record):
    """A number of origins, as a range while some lineage is unknown."""

    min: int
    max: int


class ConflictRecord(Record):
    """Sides that differ; each side is a list of indexes into the claim's statements."""

    kind: Literal["number", "date", "name", "place", "role", "wording", "attribution", "polarity"]
    sides: tuple[tuple[int, ...], ...]
    note: str
    resolution: Literal["stands", "update", "precision"]


class ClaimRecord(Record):
    """One claim with its finding."""

    id: str
    type: Literal["figure", "date", "event", "role", "attribute", "quote"]
    text: str
    about: tuple[str, ...]
    statements: tuple[StatementRecord, ...]
    origins: tuple[str, ...]
    independent_origins: CountRecord
    primary_sources: tuple[str, ...]
    verdict: Literal["corroborated", "single-origin", "disputed", "unclear"]
    conflicts: tuple[ConflictRecord, ...]
    outcome: str | None = Field(
        default=None, description="What happened to the people whom a figure counts: death, injury, missing, …"
    )


class SharedPassageRecord(Record):
    """A stretch of the earlier text, and the stretch of the later one that takes from it."""

    earlier: Stretch = _from
    later: Stretch = _to


class CopyRecord(Record):
    """An edge of the lineage graph, from the earlier text to the later."""

    earlier: str = _from
    later: str = _to
    kind: Literal["verbatim", "rewrite", "translation", "credit"]
    share: float = Field(ge=0, le=1)
    direction: Literal["date", "credit", "containment", "unknown"]
    passages: tuple[SharedPassageRecord, ...]
    reason: str


class OriginRecord(Record):
    """A root of the lineage graph."""

    id: str
    articles: tuple[str, ...]
    agency: str | None
    independence: Literal["independent", "derived", "unknown"]
    unclear: tuple[str, ...] = Field(description="Origins that it may be tied to.")


class VersionRecord(Record):
    """An edited form of an article: neither a copy nor a second source."""

    earlier: str
    later: str
    changes: tuple[SharedPassageRecord, ...]
    reason: str


class OpenTieRecord(Record):
    """Two origins of which it cannot be told whether they are two voices, by two of their articles."""

    left: str
    right: str
    passages: tuple[tuple[Stretch, Stretch], ...] = Field(description="What both have: in the left, in the right text.")
    reason: str


class LineageRecord(Record):
    """Who copied whom, and how many independent origins remain."""

    copies: tuple[CopyRecord, ...]
    origins: tuple[OriginRecord, ...]
    versions: tuple[VersionRecord, ...]
    open: tuple[OpenTieRecord, ...] = Field(default=(), description="What may tie origins, and why it stays open.")
    independent_origins: CountRecord


class TimelineRecord(Record):
    """A line of the timeline; both days included."""

    start: str
    end: str
    text: str
    claims: tuple[str, ...]
    aside: bool = False


class StoryRecord(Record):
    """One event with all that its accounts say."""

    id: str
    title: str
    articles: tuple[str, ...]
    entities: tuple[EntityRecord, ...]
    claims: tuple[ClaimRecord, ...]
    lineage: LineageRecord
    timeline: tuple[TimelineRecord, ...]


class Dossier(Record):
    """All that twosource found in the accounts that it was given."""

    dossier: Literal[1] = 1
    generated_by: str
    articles: tuple[ArticleRecord, ...]
    quarantined: tuple[QuarantinedRecord, ...]
    stories: tuple[StoryRecord, ...]

    def to_json(self) -> str:
        """The published form: JSON with the contract's names, ended by a line feed."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"
