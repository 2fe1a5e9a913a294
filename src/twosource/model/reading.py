"""What ``annotate/`` reads in a text: sentences, tokens, names, figures, times, attributions, coreference, events.

A reading holds frozen values and offsets into one text; spaCy's ``Doc`` stays behind the seam of ``annotate/``. The
invariant: every span quotes the text exactly, and lists run in text order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from twosource.model.article import Article
from twosource.model.moment import Days
from twosource.model.span import Span
from twosource.model.value import Quantity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class EntityType(StrEnum):
    """Kinds of named things."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of Universal Dependencies.

    Attributes:
        span: Its place in the text.
        text: The quoted string.
        lemma: Dictionary form.
        upos: Universal part of speech.
        feats: Universal features as in CoNLL-U, ``Number=Sing|Person=3``; empty where none.
        head: Index of the head among the reading's tokens; a root has its own index.
        deprel: Universal relation; ``root`` for a root.
    """

    span: Span
    text: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, without articles, titles and a possessive ending."""

    span: Span
    text: str
    type: EntityType


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure in the text. ``span`` covers ``quantity.text``."""

    span: Span
    quantity: Quantity


class TimeType(StrEnum):
    """Types of TIMEX3 (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time in the text, in TIMEX3 notation (TimeML 1.2.1), resolved as far as the anchor allows.

    Attributes:
        value: TIMEX3 value; an unresolved weekday is ``XXXX-WXX-2``, an unresolved offset ``+P2D``.
        days: Resolved interval; ``None`` where unresolved.
        weekday: 0 (Monday) to 6 where the words name a weekday, for anchoring.
        offset: Days from the anchor where the words say so ("tomorrow": 1, "in two days": 2, "today": 0).
        direction: -1 past, 1 future, 0 unknown, relative to the anchor, by tense and words; only for relative times.
        either_half: Whether a time of day may be of either half of the day ("three o'clock"); the value gives the hour
            as it is said.
    """

    span: Span
    text: str
    type: TimeType
    value: str
    days: Days | None = None
    weekday: int | None = None
    offset: int | None = None
    direction: int = 0
    either_half: bool = False


class AttributionKind(StrEnum):
    """Kinds of quotation."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Modality(StrEnum):
    """How a statement is put forward."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    EXPECTED = "expected"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to say something. Spans may be in several parts.

    Attributes:
        source: Who says it; empty where the text does not say ("it was reported that").
        cue: The words that mark the attribution ("said", "according to").
        content: What is said.
        modality: What the cue makes of the content (``denied`` for "denied that").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    modality: Modality = Modality.REPORTED

    def covers(self, span: Span) -> bool:
        """Whether ``span`` lies in the content, wholly or for the greater part."""
        if not self.content or span.end <= self.content[0].start or self.content[-1].end <= span.start:
            return False  # nearly always, and asked of every attribution of an article
        shared = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in self.content)
        return 2 * shared > len(span)


class Role(StrEnum):
    """What a participant is to an event."""

    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    PLACE = "place"
    TIME = "time"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who or what takes part in an event. ``head`` is the index of its head token."""

    role: Role
    span: Span
    head: int


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with its participants, verbal ("arrested") or nominal ("the arrest of").

    Attributes:
        trigger: Index of the predicate's token.
        span: The clause that states it.
        lemma: The predicate's lemma, a nominalisation's verb where known ("arrest").
        participants: In text order.
        negated: Whether the clause denies it ("did not leave").
        modality: By auxiliaries and mood, without regard to attribution.
        nominal: Whether the predicate is a noun.
    """

    trigger: int
    span: Span
    lemma: str
    participants: tuple[Participant, ...] = ()
    negated: bool = False
    modality: Modality = Modality.ASSERTED
    nominal: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """All that was read in one text.

    Attributes:
        anchor: The day that relative times were resolved against, if any.
        coreference: Chains of two or more spans that mean the same, names, pronouns and descriptions.
        vectors: One row a sentence, unit length, float32, shape (sentences, 384); ``None`` where the pipeline has none.
        parsed: Whether the tokens carry tags and trees; ``False`` for a language without a pipeline.
    """

    text: str
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    names: tuple[Mention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    coreference: tuple[tuple[Span, ...], ...] = ()
    events: tuple[Event, ...] = ()
    vectors: NDArray[np.float32] | None = field(default=None, repr=False)
    anchor: date | None = None
    parsed: bool = True

    def sentence_at(self, offset: int) -> int | None:
        """Index of the sentence that holds code point ``offset``; ``None`` between sentences."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.end)
        return place if place < len(self.sentences) and self.sentences[place].start <= offset else None

    def sources_of(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions whose content covers ``span``, nearest (shortest content, else the later cue) first."""
        held, around = _by_content(self), []
        place = bisect_left(held, span.end, key=lambda one: one[0])
        while place and held[place - 1][1] > span.start:
            place -= 1
            if held[place][2].covers(span):
                around.append(held[place][2])
        return tuple(sorted(around, key=_nearness))


def _nearness(one: Attribution) -> tuple[int, tuple[Span, ...], int]:
    return sum(map(len, one.content)), one.content, -one.cue[0].start if one.cue else 0


@lru_cache(maxsize=32)
def _by_content(reading: Reading) -> list[tuple[int, int, Attribution]]:
    """A reading's attributions by where their content starts, each with the farthest end of those up to it.

    Kept for the readings that were asked last, for every statement of an account asks: an account of thousands of
    quotations would else cost their square. Readings are equal only to themselves, so the key costs nothing.
    """
    found, far = [], 0
    for one in sorted((one for one in reading.attributions if one.content), key=lambda one: one.content):
        far = max(far, one.content[-1].end)
        found.append((one.content[0].start, far, one))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Annotated:
    """An article with the readings of its text and of its title (``None`` without a title)."""

    article: Article
    body: Reading
    title: Reading | None = None
