"""Entities: a person, body or place under all the names that the accounts of a story give it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.judgement import Judgement, Passage
from twosource.model.reading import EntityType


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One naming of an entity; ``passage`` quotes ``text`` exactly."""

    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body or place.

    Attributes:
        id: Stable: the same input gives the same id.
        name: The fullest, most used form.
        names: Every surface form, sorted by use.
        roles: What the accounts call it ("prime minister"), sorted by use.
        mentions: Every naming, by article and position.
        references: Pronouns and descriptions that coreference ties to it.
        links: Why forms that differ were taken for one.
    """

    id: str
    type: EntityType
    name: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[EntityMention, ...]
    references: tuple[EntityMention, ...] = ()
    links: tuple[Judgement, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that name it, sorted."""
        return tuple(sorted({mention.passage.article for mention in self.mentions}))
