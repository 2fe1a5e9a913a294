"""What a brief shows, as one value that every rendering takes: terminal, Markdown and HTML differ in dress only.

A view is made of plain strings and citations. No markup stands in it, so each renderer escapes for its own medium.
"""

from __future__ import annotations

from dataclasses import dataclass

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

    def cite(self, start: int, end: int) -> Citation:
        """The passage from ``start`` to ``end``."""
        return Citation(self.id, self.number, self.label, start, end, self.text[start:end], self.language)


@dataclass(frozen=True, slots=True)
class Citation:
    """The passage that a line rests on: ``text`` is ``article``'s text from ``start`` to ``end``."""

    article: str
    number: int
    label: str
    start: int
    end: int
    text: str
    language: str = ""

    def quoted(self, limit: int = 300, around: str = "") -> str:
        """The passage on one line, in quotation marks, but not in two pairs of them.

        Args:
            limit: Code points beyond which it is cut.
            around: Words of the passage that a cut must leave in.
        """
        text = shortened(self.text, limit, around)
        if text[:1] in QUOTATION_MARKS and not any(mark in text[1:] for mark in QUOTATION_MARKS):
            text = text[1:]  # the speech goes on in the next sentence
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
        """The first citation of each sentence: what copies repeat is quoted once."""
        found: dict[str, Citation] = {}
        for citation in self.citations:
            found.setdefault(" ".join(citation.text.split()), citation)
        return tuple(found.values())


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
        support: "2 to 3 independent origins, 7 articles".
        primary: "on the word of the health ministry", empty where no account names a source.
    """

    id: str
    type: str
    headline: str
    citation: Citation
    repeats: bool
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
        text: What it says of the day: all of it, unless it tells of other days too.
        also: Where other accounts give the same day for the same thing, a passage an article.
        several: Whether these accounts go back to several origins.
        dated: The words of the sentence that give its day, empty where they are not known.
    """

    cited: Citation
    text: str
    also: tuple[Citation, ...] = ()
    several: bool = False
    dated: str = ""


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What happened on one day or in one stretch of days: first what several origins tell, then by weight. What is
    ``distant``, more than a month before the first account or after the last, is background.
    """

    days: str
    lines: tuple[Line, ...]
    distant: bool = False

    @property
    def foremost(self) -> tuple[Line, ...]:
        """What several origins tell; where none is, the weightiest line."""
        return tuple(line for line in self.lines if line.several) or self.lines[:1]

    @property
    def others(self) -> tuple[Line, ...]:
        """The other lines of one origin, which a page folds away."""
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
        conflicts: What stands between accounts. A rounder form of a figure is none and is not shown.
        updates: Figures and states that later accounts replaced.
    """

    title: str
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


@dataclass(frozen=True, slots=True)
class BriefView:
    """A whole brief."""

    generated_by: str
    stories: tuple[StoryView, ...]
    quarantined: tuple[tuple[str, str], ...]
