"""What one account asserts, before it is laid beside the others: a typed value on a topic, with its passage.

An assertion becomes a statement once its claim is known. The invariant: ``text`` is exactly the quoted passage, and one
account never asserts one topic twice from one passage.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from twosource.model.claim import ClaimType, Speaker
from twosource.model.judgement import Passage
from twosource.model.moment import Days
from twosource.model.reading import Modality
from twosource.model.span import Span
from twosource.model.value import Quantity, Value

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Topic:
    """What an assertion is about, in a form that can be compared.

    Attributes:
        subject: The counted concept, or the id of the entity that holds a role or an age.
        predicate: The concept of what happens, or the lemma where no concept is known.
        phase: ``begin`` or ``end`` where the assertion is on the edge of what happens, ``first`` or ``last`` where it
            is one of many times.
        agents: Who does it: entity ids, or counted concepts and lemmas of nouns.
        patients: To whom or what.
        places: Entity ids of the places that are named.
        sites: Streets where it happens, of what has an hour (streets.py).
        people: Entity ids of all persons and bodies in the clause.
        tellers: Those of them who only tell a figure.
        holders: Entity ids of the persons who leave or take a post, where the event is of that kind.
        aged: Ages of those whom the event befalls, where the words for them tell.
        words: Content lemmas of the clause.
        things: What a quotation names: its nouns and numbers, known things by their concept.
        days: When it happens, where the clause says so.
        dimension: What a figure measures: ``count``, ``percent``, ``USD``, ``day`` …
        measured: What an amount may be the size of, and by what a count is told: concepts and lemmas around it.
        rivals: How many amounts of its unit the account gives, where it is one; of a count, how many of its noun.
        partial: Whether a figure counts some of a whole that was counted before ("17 of them").
        parts: How many of those whom it counts its sentence sets apart ("600 soldiers, 240 of them in Brek").
        part_of: The larger figure of the same outcome that the account itself gives, if it gives one.
        aside: Whether its sentence sets the event apart from the story's ("in a separate shooting"), or it is only
            wished or feared.
        background: When it happens, where that is a stretch too long to date a claim ("in 2013").
        wording: The predicate in the account's words.
        earlier: Whether the account itself calls it an earlier state ("had earlier counted 41").
        formerly: What the account says that a figure was before ("from 47 to 63").
        elsewhen: Whether its sentence tells of a long stretch or of long ago ("45 this year", "six weeks after").
        away: Which time that is, of a figure, where its sentence names one.
        peak: Whether it is the most that there were at a time ("at the peak, 4,800 homes").
        glimpsed: Whether it counts what somebody came upon, no whole ("officers found two men with wounds").
        answers: Whether it is another's answer to the figure before it ("the organisers spoke of 80,000").
        inferred: Whether another sentence tells whose it is ("the 49-year-old", "he said").
        whose: The nation whose people a figure counts, where an account counts those of two (parties.py).
        dead: How many dead the account itself counts in the story's event, 0 where it tells of none.
        doer_dead: Whether the account tells of a doer who killed himself, whom a toll may count or not.
        toll: Whether a count of dead or hurt is told as that of all in the story's event (tolls.py).
        counted: The counts of dead, or of hurt, that the account gives beside it.
        incident: Whether it dates an incident, or what goes on while one happens (incident.py).
        step: How far a state stands on its ladder (states/), the first is 0.
    """

    subject: str | None = None
    predicate: str | None = None
    phase: str | None = None
    agents: frozenset[str] = NOTHING
    patients: frozenset[str] = NOTHING
    places: frozenset[str] = NOTHING
    sites: frozenset[str] = NOTHING
    people: frozenset[str] = NOTHING
    tellers: frozenset[str] = NOTHING
    holders: frozenset[str] = NOTHING
    aged: frozenset[float] = frozenset()
    words: frozenset[str] = NOTHING
    things: frozenset[str] = NOTHING
    days: Days | None = None
    dimension: str | None = None
    measured: frozenset[str] = NOTHING
    rivals: int = 0
    partial: bool = False
    earlier: bool = False
    formerly: Quantity | None = None
    elsewhen: bool = False
    away: Days | None = None
    peak: bool = False
    glimpsed: bool = False
    answers: bool = False
    inferred: bool = False
    dead: float = 0.0
    doer_dead: bool = False
    toll: bool = False
    counted: frozenset[float] = frozenset()
    parts: frozenset[float] = frozenset()
    part_of: float | None = None
    aside: bool = False
    background: Days | None = None
    wording: str = ""
    whose: str = ""
    step: int | None = None
    incident: bool = False
    scene: frozenset[str] = NOTHING

    @property
    def participants(self) -> frozenset[str]:
        """Agents and patients together."""
        return self.agents | self.patients

    def of_persons(self, persons: Mapping[str, str]) -> Topic:
        """The same of the persons who stand for those it names: two who are one have one age, one post and one fate."""
        if self.subject not in persons and self.people.isdisjoint(persons):
            return self
        groups = (self.agents, self.patients, self.people, self.tellers, self.holders)
        agents, patients, people, tellers, holders = (frozenset(persons.get(x, x) for x in ids) for ids in groups)
        subject = persons.get(self.subject or "", self.subject)
        return replace(
            self, subject=subject, agents=agents, patients=patients, people=people, tellers=tellers, holders=holders
        )

    def of_what(self, told: Topic) -> Topic:
        """The same of what another figure counts or measures."""
        return replace(
            self,
            subject=told.subject,
            predicate=told.predicate,
            dimension=told.dimension,
            measured=told.measured,
            words=self.words | told.words,
        )


@dataclass(frozen=True, slots=True)
class Assertion:
    """One account's assertion.

    Attributes:
        passage: Its sentence; quotes ``text`` exactly.
        focus: The words that carry the value, for telling two assertions of one sentence apart.
        sentence: The sentence's number in the account.
        published: Day on which the account was published.
        told: First and last instant at which the account can have got its present form.
        dated_by_others: Whether that day was inferred from other accounts of the story.
        weekday: The weekday that a date names, Monday is 0; all that is known of the day where ``value`` has none.
    """

    type: ClaimType
    passage: Passage
    text: str
    focus: Span
    sentence: int
    topic: Topic
    value: Value | None
    attribution: tuple[Speaker, ...] = ()
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    published: Days | None = None
    told: tuple[datetime, datetime] | None = None
    dated_by_others: bool = False
    weekday: int | None = None
    words: frozenset[str] = field(default=NOTHING, repr=False)

    @property
    def article(self) -> str:
        """Id of the account."""
        return self.passage.article

    @property
    def wording(self) -> str:
        """The words of its value, without marks and capitals: one quotation is the same in all house styles."""
        return " ".join(re.findall(r"\w+", self.value.text.lower())) if self.value is not None else ""

    @property
    def key(self) -> tuple[str, int, int, str]:
        """A place in the order of all assertions that no input order changes."""
        return (self.passage.article, self.focus.start, self.focus.end, self.type.value)
