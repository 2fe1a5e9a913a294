"""Stories: the articles that are accounts of one event."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Story:
    """A group of accounts.

    Attributes:
        id: Stable: derived from its articles' ids.
        title: One of its articles' titles, the most central.
        articles: Ids, sorted by date where known, then by id.
        links: Why articles were put together.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    links: tuple[Judgement, ...] = ()
