"""Claims and findings: one statement under all its wordings, what it rests on, and where accounts conflict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.judgement import Passage
from twosource.model.lineage import OriginCount
from twosource.model.reading import Modality
from twosource.model.value import Value
from twosource.model.verdict import Verdict


class ClaimType(StrEnum):
    """What kind of thing is claimed."""

    FIGURE = "figure"
    DATE = "date"
    EVENT = "event"
    ROLE = "role"
    ATTRIBUTE = "attribute"
    QUOTE = "quote"


class SpeakerKind(StrEnum):
    """What kind of source a link in an attribution chain is."""

    SPEAKER = "speaker"
    AGENCY = "agency"
    OUTLET = "outlet"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A link in the chain of those who are said to say so.

    Attributes:
        name: As the dossier names it: the entity's name, or the description as it stands.
        entity: Entity id where it was linked.
    """

    name: str
    entity: str | None
    kind: SpeakerKind


@dataclass(frozen=True, slots=True)
class Statement:
    """One account's wording of a claim.

    Attributes:
        passage: The sentence or clause; quotes ``text`` exactly.
        value: What it says, in comparable form.
        attribution: Who is said to say so, nearest first; empty is the outlet's own voice.
        negated: Whether the account denies it in its own words.
        distortion: For a derived account: how it departs from its origin, in one sentence.
    """

    passage: Passage
    text: str
    value: Value | None
    attribution: tuple[Speaker, ...]
    modality: Modality
    negated: bool = False
    distortion: str | None = None


class ConflictKind(StrEnum):
    """In what two sides differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    ROLE = "role"
    WORDING = "wording"
    ATTRIBUTION = "attribution"
    POLARITY = "polarity"


class Resolution(StrEnum):
    """What becomes of a conflict."""

    STANDS = "stands"
    UPDATE = "update"  # a later count or state replaced it
    PRECISION = "precision"  # one is a rounder form of the other


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two or more sides that differ.

    Attributes:
        sides: Indexes into the claim's statements, a tuple a side; those of an update from the oldest to the newest.
        note: One plain sentence.
    """

    kind: ConflictKind
    sides: tuple[tuple[int, ...], ...]
    note: str
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with its finding.

    Attributes:
        id: Stable: derived from its statements.
        text: One statement's own sentence, the clearest.
        about: Entity ids.
        statements: By article date, then id and position.
        origins: Ids of the origins that it rests on.
        independent_origins: How many of these are independent voices.
        primary_sources: Entity ids or names of those on whose word it rests in the end.
        outcome: What happened to the people whom a figure counts (``death``, ``missing``), where that is known.
        weight: How much it matters to an editor, for ranking; larger is more.
    """

    id: str
    type: ClaimType
    text: str
    about: tuple[str, ...]
    statements: tuple[Statement, ...]
    origins: tuple[str, ...]
    independent_origins: OriginCount
    primary_sources: tuple[str, ...]
    verdict: Verdict
    conflicts: tuple[Conflict, ...] = ()
    weight: float = 0.0
    outcome: str | None = None
