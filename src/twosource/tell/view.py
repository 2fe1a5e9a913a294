"""What a brief shows, as one value that every rendering takes: terminal, Markdown and HTML differ in dress only.

A view is made of plain strings and citations. No markup stands in it, so each renderer escapes for its own medium.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.tell.citation import Citation, Source
from twosource.tell.standing import stands_alone


@dataclass(frozen=True, slots=True)
class Departure:
    """How the account that ``citation`` cites departs from the one that it takes its text from."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Wording:
    """One side of a claim or conflict: who puts it this way.

    Attributes:
        value: The value in the accounts' words ("41 people"), empty where the claim has none.
        speakers: On whose word ("the Interior Ministry, according to Tengrinews"), empty for the outlets' own voice;
            where several are named, they are listed.
        citations: The passages, one a statement.
        support: On how many origins it rests ("2 origins").
        departures: How derived accounts among them depart from their origin.
        newest: Whether a later account put it in another's place.
    """

    value: str
    speakers: str
    citations: tuple[Citation, ...]
    support: str
    departures: tuple[Departure, ...] = ()
    newest: bool = False

    @property
    def articles(self) -> tuple[Citation, ...]:
        """The first citation of each article."""
        return tuple({citation.number: citation for citation in reversed(self.citations)}.values())[::-1]

    @property
    def unlike(self) -> tuple[Citation, ...]:
        """The first citation of each sentence, the clearest first: what copies repeat is quoted once."""
        found: dict[str, Citation] = {}
        for citation in sorted(self.citations, key=self._distance):
            found.setdefault(" ".join(citation.text.split()), citation)
        return tuple(found.values())

    def _distance(self, citation: Citation) -> tuple[bool, bool]:
        """How far a sentence is from the clearest: it lacks the value, or does not say of whom it tells."""
        return bool(self.value) and citation.said not in self.value, not stands_alone(citation.text)


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict in plain words, with both sides' passages."""

    kind: str
    note: str
    sides: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with what it rests on.

    Attributes:
        headline: The value in few words ("41 people", "Thursday 10 October 2019"), empty where the claim has none.
        citation: The sentence that states it most clearly.
        alone: Whether one origin alone says so, and nobody anything against it.
        verdict: In words; empty where there is one account, whose claims have none.
        support: "2 to 3 independent origins, 7 articles".
        primary: "on the word of the health ministry", empty where no account names a source.
    """

    id: str
    type: str
    headline: str
    citation: Citation
    alone: bool
    verdict: str
    support: str
    primary: str
    wordings: tuple[Wording, ...]

    @property
    def several(self) -> bool:
        """Whether its wordings say more than its headline and sentence: they differ, or depart from their origin."""
        return len(self.wordings) > 1 or any(wording.departures for wording in self.wordings)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the timeline.

    Attributes:
        cited: The sentence.
        before: The sentence before it, where it does not say by itself whom it tells of; else empty.
        also: Where other accounts give the same day for the same thing, a passage an article.
        several: Whether these accounts go back to several origins.
        weak: Whether it does not say by itself whom it tells of, or what was on that day.
        day: The words that give the day, where the sentence gives another one, too: "will begin in two days and be over
            in ten".
    """

    cited: Citation
    before: str = ""
    also: tuple[Citation, ...] = ()
    several: bool = False
    weak: bool = False
    day: str = ""

    def parts(self, text: str) -> tuple[str, str, str]:
        """A text before, at and behind the words that give the day; all of it before where they need not be shown."""
        return text.partition(self.day) if self.day else (text, "", "")


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What happened on one day or in one stretch of days: weak lines last, first what several origins tell, then by
    weight. What is ``distant``, more than a month before the first account or after the last, or is told no closer than
    by the month, is background.
    """

    days: str
    lines: tuple[Line, ...]
    distant: bool = False

    @property
    def foremost(self) -> tuple[Line, ...]:
        """What several origins tell; where none is, the weightiest line, if it tells what was on the day."""
        strong = tuple(line for line in self.lines if not line.weak)
        return tuple(line for line in strong if line.several) or strong[:1]

    @property
    def others(self) -> tuple[Line, ...]:
        """The other lines, which a page folds away."""
        return self.lines[len(self.foremost) :]


@dataclass(frozen=True, slots=True)
class CopyView:
    """An edge of the lineage, with the passages side by side."""

    earlier: Source
    later: Source
    kind: str
    share: str
    reason: str
    passages: tuple[tuple[Citation, Citation], ...]


@dataclass(frozen=True, slots=True)
class OpenView:
    """Two accounts of which it cannot be told whether they are two voices, with what both have."""

    left: Source
    right: Source
    reason: str
    passages: tuple[tuple[Citation, Citation], ...]


@dataclass(frozen=True, slots=True)
class VersionView:
    """An article and its edited form, with the passages that were changed; one side may be empty."""

    earlier: Source
    later: Source
    reason: str
    changes: tuple[tuple[Citation, Citation], ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """A voice: the articles that go back to one account.

    Attributes:
        letter: Its letter in the brief.
        standing: What is known of its independence, in words.
    """

    letter: str
    name: str
    standing: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """One event.

    Attributes:
        claims: First what several origins tell or dispute, then what one alone tells, each by weight.
        outline: How many accounts, origins and conflicts it has, as a list of stories says it.
        conflicts: What stands between accounts. A rounder form of a figure is none and is not shown.
        updates: Figures and states that later accounts replaced.
    """

    title: str
    outline: str
    summary: str
    caution: str
    claims: tuple[ClaimView, ...]
    conflicts: tuple[ConflictView, ...]
    updates: tuple[ConflictView, ...]
    timeline: tuple[TimelineView, ...]
    origins: tuple[OriginView, ...]
    copies: tuple[CopyView, ...]
    versions: tuple[VersionView, ...]
    open: tuple[OpenView, ...]
    sources: tuple[Source, ...]
    dropped: str

    @property
    def shared(self) -> tuple[ClaimView, ...]:
        """The claims that several origins tell or dispute."""
        return tuple(claim for claim in self.claims if not claim.alone)

    @property
    def lone(self) -> tuple[ClaimView, ...]:
        """The claims that one origin alone tells."""
        return tuple(claim for claim in self.claims if claim.alone)


@dataclass(frozen=True, slots=True)
class BriefView:
    """A whole brief."""

    generated_by: str
    stories: tuple[StoryView, ...]
    quarantined: tuple[tuple[str, str], ...]
