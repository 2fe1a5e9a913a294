"""Lineage: who copied whom, and the independent origins that remain.

Independence is three-valued. Unknown lineage is never counted as independent, so the number of origins behind a claim
is a range: at least the groups that are known to be apart, at most all that are not known to be tied.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.span import Span


class CopyKind(StrEnum):
    """How the later text takes from the earlier."""

    VERBATIM = "verbatim"
    REWRITE = "rewrite"
    TRANSLATION = "translation"
    CREDIT = "credit"


class Direction(StrEnum):
    """What told the earlier text from the later one."""

    DATE = "date"
    CREDIT = "credit"
    CONTAINMENT = "containment"
    UNKNOWN = "unknown"


class Independence(StrEnum):
    """What is known of an origin's standing apart from the others."""

    INDEPENDENT = "independent"
    DERIVED = "derived"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A stretch of the earlier text and the stretch of the later one that takes from it."""

    source: Span
    copy: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """An edge of the lineage graph.

    Attributes:
        source: Article id of the earlier text (either one, where the direction is unknown).
        copy: Article id of the later text.
        share: Part of the derived text that is covered, 0 to 1.
        passages: The shared stretches, in the order of the copy.
        reason: One sentence that a person can check.
    """

    source: str
    copy: str
    kind: CopyKind
    share: float
    direction: Direction
    passages: tuple[SharedPassage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of the graph: the articles that go back to one account, or to one agency's report.

    Attributes:
        articles: Ids, sorted.
        agency: Agency whose report it is, seen or only credited.
        independence: Whether it is known to stand apart from every other origin.
        unclear: Ids of the origins that it may go back to as well, or that may go back to it.
    """

    id: str
    articles: tuple[str, ...]
    agency: str | None
    independence: Independence
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """An edited form of an article: neither a copy nor a second source.

    Attributes:
        earlier, later: Article ids.
        changes: What differs: stretches of the earlier and of the later text.
        reason: One sentence that a person can check.
    """

    earlier: str
    later: str
    changes: tuple[SharedPassage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OpenTie:
    """Two origins of which nobody can tell whether they are two voices, by the articles that show it best.

    Attributes:
        left, right: Article ids.
        passages: What both have: stretches of the left and of the right text, in the order of the left.
        reason: One sentence: what speaks for one voice, and what is missing to tell.
    """

    left: str
    right: str
    passages: tuple[tuple[Span, Span], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class OriginCount:
    """How many independent origins, as a range."""

    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """The whole of one story's lineage; each article is in exactly one origin."""

    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    versions: tuple[Version, ...] = ()
    open: tuple[OpenTie, ...] = ()

    def origin_of(self, article: str) -> Origin:
        """The origin that an article goes back to.

        Raises:
            KeyError: The article is in none.
        """
        for origin in self.origins:
            if article in origin.articles:
                return origin
        raise KeyError(article)

    def count(self, origins: tuple[str, ...]) -> OriginCount:
        """How many of these origins (ids) are independent voices.

        The maximum takes every origin for a voice of its own; the minimum takes origins that may be tied for one. An
        origin that is known to be derived from others is no voice beside them: it counts only where it stands alone.

        >>> Lineage().count(())
        OriginCount(minimum=0, maximum=0)
        """
        derived = {origin.id for origin in self.origins if origin.independence is Independence.DERIVED}
        voices = [origin for origin in origins if origin not in derived] or list(origins[:1])
        group = {origin: origin for origin in voices}

        def root(origin: str) -> str:
            while group[origin] != origin:
                origin = group[origin]
            return origin

        for origin in self.origins:
            for other in origin.unclear:
                if origin.id in group and other in group:
                    group[root(other)] = root(origin.id)
        return OriginCount(len({root(origin) for origin in group}), len(group))
