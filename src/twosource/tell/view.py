"""What a brief shows, as one value that every rendering takes: terminal, Markdown and HTML differ in dress only.

A view is made of plain strings and citations. No markup stands in it, so each renderer escapes for its own medium.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from twosource.tell.standing import stands_alone
from twosource.tell.words import shortened

QUOTATION_MARKS = tuple("\"“”„«»‘'")


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the brief names it.

    Attributes:
        number: Its number in the brief, from 1.
        label: Outlet, else the file's name, else the id.
        origin: Letter of the origin that it goes back to ("A").
        dated: When it was published, in words, with how that is known.
        language: ISO 639-1 code, empty where not known.
    """

    id: str
    number: int
    label: str
    title: str
    place: str
    origin: str
    dated: str
    credits: str
    text: str
    language: str

    def cite(self, start: int, end: int, said: str = "") -> Citation:
        """The passage from ``start`` to ``end``, cited for the words ``said`` of it."""
        return Citation(self.id, self.number, self.label, start, end, self.text[start:end], self.language, said)


@dataclass(frozen=True, slots=True)
class Citation:
    """The passage that a line rests on: ``text`` is ``article``'s text from ``start`` to ``end``.

    Attributes:
        said: Words of it that give the value or day for which it is cited, which a cut leaves in.
    """

    article: str
    number: int
    label: str
    start: int
    end: int
    text: str
    language: str = ""
    said: str = field(default="", compare=False)

    def cut(self, limit: int = 300) -> str:
        """The passage on one line; where it is longer than ``limit`` code points, its beginning and what it says."""
        text = shortened(self.text, limit, self.said)
        if text[:1] in QUOTATION_MARKS and not any(mark in text[1:] for mark in QUOTATION_MARKS):
            return text[1:]  # the speech goes on in the next sentence
        return text

    def quoted(self, limit: int = 300) -> str:
        """The same in quotation marks, but not in two pairs of them."""
        text = self.cut(limit)
        return text if text[:1] in QUOTATION_MARKS else f"“{text}”"

    @property
    def anchor(self) -> str:
        """Name of the marked passage in the HTML brief."""
        return f"p{self.number}-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Wording:
    """One side of a claim or conflict: who puts it this way.

    Attributes:
        value: The value in the accounts' words ("41 people"), empty where the claim has none.
        speakers: On whose word ("the Interior Ministry, according to Tengrinews"), empty for the outlets' own voice;
            where several are named, they are listed.
        citations: The passages, one a statement.
        support: On how many origins it rests ("2 origins").
        distortions: How derived accounts among them depart from their origin.
    """

    value: str
    speakers: str
    citations: tuple[Citation, ...]
    support: str
    distortions: tuple[str, ...] = ()

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
        repeats: Whether the headline is enough: a figure whose sentence stands with a claim further up.
        alone: Whether one origin alone says so, and nobody anything against it.
        support: "2 to 3 independent origins, 7 articles".
        primary: "on the word of the health ministry", empty where no account names a source.
    """

    id: str
    type: str
    headline: str
    citation: Citation
    repeats: bool
    alone: bool
    verdict: str
    support: str
    primary: str
    wordings: tuple[Wording, ...]

    @property
    def several(self) -> bool:
        """Whether its wordings say more than its headline and sentence: they differ, or depart from their origin."""
        return len(self.wordings) > 1 or any(wording.distortions for wording in self.wordings)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the timeline.

    Attributes:
        cited: The sentence.
        also: Where other accounts give the same day for the same thing, a passage an article.
        several: Whether these accounts go back to several origins.
        weak: Whether it does not say by itself whom it tells of, or what was on that day.
    """

    cited: Citation
    also: tuple[Citation, ...] = ()
    several: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What happened on one day or in one stretch of days: weak lines last, first what several origins tell, then by
    weight. What is ``distant``, more than a month before the first account or after the last, is background.
    """

    days: str
    lines: tuple[Line, ...]
    distant: bool = False

    @property
    def foremost(self) -> tuple[Line, ...]:
        """What several origins tell; where none is, the weightiest line."""
        return tuple(line for line in self.lines if line.several and not line.weak) or self.lines[:1]

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
