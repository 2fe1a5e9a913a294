"""Groups that their number or their fate names: "the 12 men" after "twelve miners", "the victims", "both", "the pair".

The index keeps the latest groups, those that one noun names and those that "and" joins. Two that fit alike mean
neither, and a group that was last spoken of long ago is no candidate, for a new one may have the same number.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from twosource.annotate.coreference.deeds import part_of
from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_KEPT = 8
"""Groups that are remembered."""
_FAR = 6
"""Sentences behind which a number no longer means the same group."""
_NOW = 1
"""Sentences within which the latest of several groups is meant."""
_NEXT = 2
"""Sentences behind which "both" and "the men" no longer mean those that were joined."""
_DIGITS = 7
"""A number with as many digits or more is no group that anybody meets."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A group as it was last spoken of; its members where "and" joined them."""

    mention: Mention
    entity: Entity
    members: tuple[Entity, ...] = ()

    @property
    def size(self) -> int:
        """How many were joined; 0 where that is not known ("Ana Orlo and two aides")."""
        return 0 if any(one.plural for one in self.members) else len(self.members)


class GroupIndex:
    """The latest groups, by their number and by what befell them."""

    def __init__(self, tree: Tree, words: Lexicon) -> None:
        self._tree = tree
        self._words = words
        self._groups: deque[_Group] = deque(maxlen=_KEPT)
        self._joined: dict[tuple[int, ...], Entity] = {}

    def note(self, entity: Entity, mention: Mention) -> None:
        """Remember several people by their description, unless "and" joins others to them."""
        joined = self._tree.child(mention.head, "conj") is not None
        if joined or self._tree.tokens[mention.head].deprel == "conj":
            return
        if mention.kind is Kind.DESCRIPTION and mention.plural and mention.type is EntityType.PERSON:
            self._groups.append(_Group(mention, entity))

    def join(self, mention: Mention, members: tuple[Entity, ...]) -> Entity:
        """The group of several that "and" joins: the one of before, if the same were joined then."""
        key = tuple(sorted(map(id, members)))
        entity = self._joined.setdefault(key, Entity(named=all(one.named for one in members)))
        self._groups.append(_Group(mention, entity, members))
        return entity

    def find(self, mention: Mention) -> Entity | None:
        """The group that a definite description means by its number or its fate."""
        if not mention.definite:
            return None
        fitting = [known for known in self._groups if mention.plural and self._fits(known, mention)]
        return self._nearest(mention, fitting)

    def _nearest(self, mention: Mention, fitting: list[_Group]) -> Entity | None:
        """Of groups that fit the only one; of several the one that was joined just now, if it came last."""
        if len({id(known.entity) for known in fitting}) < 2:
            return fitting[-1].entity if fitting else None
        last, before = fitting[-1], [known for known in fitting if known.entity is not fitting[-1].entity][-1]
        apart = self._behind(before, mention) > self._behind(last, mention)
        return last.entity if apart and last.members and self._behind(last, mention) <= _NOW else None

    def _fits(self, known: _Group, mention: Mention) -> bool:
        if not self._alike(known, mention):
            return False
        count = self._count(mention)
        if count is not None:
            whole = known.size if known.members else self._count(known.mention)
            reach = _NEXT if mention.lemma in self._words.counted else _FAR
            return whole == count and self._behind(known, mention) <= reach
        if mention.lemma in self._words.fates:
            harmed = part_of(self._tree, known.mention.head, self._words) == "harmed"
            return harmed and self._behind(known, mention) <= _FAR
        bare = len(mention.words) <= 2 and mention.lemma in self._words.grouping
        return bool(known.members) and bare and self._behind(known, mention) <= _NEXT

    def _alike(self, known: _Group, mention: Mention) -> bool:
        """Whether a group can be called so: people as people, countries as countries; "both" is anybody."""
        if mention.lemma in self._words.counted:
            return True
        kind = mention.type or self._words.described.get(mention.lemma)
        genders = {one.gender for one in known.members} - {""}
        return kind is known.mention.type and (not mention.gender or genders <= {mention.gender})

    def _behind(self, known: _Group, mention: Mention) -> int:
        """Sentences since a group was spoken of."""
        return self._tree.sentence_of[mention.head] - self._tree.sentence_of[known.mention.head]

    def _count(self, mention: Mention) -> int | None:
        """How many: the numeral in a description, or what "both" and "pair" say; more than one."""
        for at in mention.words:
            token = self._tree.tokens[at]
            text = token.text.replace(",", "").lower()
            count = self._words.counted.get(text)
            if count is None and token.upos == "NUM":
                short = text.isascii() and text.isdigit() and len(text) < _DIGITS
                count = int(text) if short else self._words.counts.get(text)
                return count if count is None or count > 1 else None
            if count is not None:
                return count
        return None
