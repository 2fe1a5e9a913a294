"""One walk through the text that lets every mention join an entity or begin one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from twosource import resources
from twosource.annotate.coreference.coordination import find_coordinations
from twosource.annotate.coreference.deeds import DeedIndex
from twosource.annotate.coreference.descriptions import (
    DescriptionIndex,
    ages_of,
    apposed,
    identified,
    nouns_of_name,
    predicated,
)
from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.groups import GroupIndex
from twosource.annotate.coreference.lexicon import LISTS, lexicon
from twosource.annotate.coreference.mentions import Kind, Mention, find_mentions
from twosource.annotate.coreference.names import NameIndex
from twosource.annotate.coreference.pronouns import CANDIDATES, ahead, resolve
from twosource.annotate.coreference.speakers import own_words, speeches
from twosource.model.reading import Attribution, EntityType
from twosource.model.span import Span
from twosource.text.tree import Tree


def find_coreference(
    tree: Tree, language: str = "en", attributions: Iterable[Attribution] = ()
) -> tuple[tuple[Span, ...], ...]:
    """The chains of a reading: two or more spans each, in text order, ordered by their first.

    Args:
        tree: The reading, with tokens and names.
        language: ISO 639-1 code; a language without the lists has no chains.
        attributions: Of the same reading; they tell whom "I" means, and whom "he" in "he said" does not.
    """
    if any(language not in resources.languages(name) for name in LISTS) or not tree.tokens:
        return ()
    walk = _Walk(tree, language, tuple(attributions))
    for mention in walk.mentions:
        walk.visit(mention)
    walk.hear()
    kept = ([one.span for one in entity.mentions if one.head not in walk.taken] for entity in walk.entities)
    chains = (tuple(sorted(set(spans))) for spans in kept)
    return tuple(sorted(chain for chain in chains if len(chain) > 1))


class _Walk:
    """The entities so far, and the indexes that find them."""

    def __init__(self, tree: Tree, language: str, attributions: tuple[Attribution, ...]) -> None:
        self._tree = tree
        self._attributions = attributions
        self._words = lexicon(language)
        self.mentions = find_mentions(tree, self._words)
        self._by_head = {mention.head: mention for mention in self.mentions}
        self._speeches = speeches(tree, attributions, self._by_head)
        self._joined = find_coordinations(tree, self.mentions, self._words)
        self._names = NameIndex(tree, self._words)
        self._descriptions = DescriptionIndex(tree, self._words)
        self._groups = GroupIndex(tree, self._words)
        self._deeds = DeedIndex(tree, self._words)
        self._recent: deque[tuple[Mention, Entity]] = deque(maxlen=CANDIDATES)
        self._of: dict[int, Entity] = {}
        self._ahead: dict[int, list[Mention]] = {}
        self.entities: list[Entity] = []
        self.taken: set[int] = set()

    def visit(self, mention: Mention) -> None:
        """Give a mention its entity."""
        entity = self._of.get(mention.head) or self._found(mention)
        if entity is None:
            if mention.kind is Kind.PRONOUN:
                return
            entity = Entity()
            self.entities.append(entity)
        entity.add(mention)
        for pronoun in self._ahead.pop(mention.head, ()):
            entity.add(pronoun)
        self._of[mention.head] = entity
        self._recent.append((mention, entity))
        self._remember(mention, entity)
        if mention.head in self._joined:
            self._join(self._joined[mention.head])

    def _join(self, group: Mention) -> None:
        """Take in several that "and" joins, once the last of them is known."""
        members = tuple(self._of[head] for head in group.members if head in self._of)
        if len(members) == len(group.members):
            entity = self._groups.join(group, members)
            if not entity.mentions:
                self.entities.append(entity)
            entity.add(group)
            if group.type is EntityType.PERSON or group.subject:  # "patrols in Brek and Odrin said they"
                self._recent.append((group, entity))

    def hear(self) -> None:
        """Give "I" in a quotation to the entity of its speaker, and take "he" from it."""
        for pronoun, speaker in own_words(self._tree, self._attributions, self._by_head, self._words):
            entity = self._of.get(speaker.head)
            if entity is not None and pronoun.lemma in self._words.speaking:
                entity.add(pronoun)
            elif entity is not None and self._of.get(pronoun.head) is entity:
                self.taken.add(pronoun.head)

    def _found(self, mention: Mention) -> Entity | None:
        if mention.kind is Kind.PRONOUN:
            return self._of_pronoun(mention)
        for head in apposed(self._tree, mention):
            other = self._of.get(head)
            if other is not None and self._is_apposition(mention, self._by_head[head]):
                return other
        if mention.kind is Kind.NAME:
            return self._names.find(mention) or self._of_identified(mention)
        found = self._groups.find(mention) or self._descriptions.find(mention)
        if found or self._descriptions.knows(mention):
            return found
        return self._deeds.find(mention) or self._descriptions.find_kind(mention)

    def _of_identified(self, name: Mention) -> Entity | None:
        """The person without a name so far whom a name is given to here."""
        head = identified(self._tree, name, self._words)
        entity = None if head is None else self._of.get(head)
        return entity if entity and not entity.named and entity.fits(name) else None

    def _of_pronoun(self, mention: Mention) -> Entity | None:
        """The entity of a pronoun; one that may mean the subject behind it waits for that."""
        subject = ahead(self._tree, mention, self._by_head)
        if subject is None:
            return resolve(self._tree, mention, self._recent, self._words, self._speeches.get(mention.head))
        self._ahead.setdefault(subject.head, []).append(mention)
        return None

    def _is_apposition(self, mention: Mention, other: Mention) -> bool:
        """A name and a description of one kind, not two of a list."""
        kinds = {mention.kind, other.kind}
        same_kind = mention.type is other.type or None in (mention.type, other.type)
        return kinds == {Kind.NAME, Kind.DESCRIPTION} and same_kind and mention.plural == other.plural

    def _remember(self, mention: Mention, entity: Entity) -> None:
        self._deeds.note(entity, mention)
        if mention.kind is Kind.NAME:
            self._names.add(entity, mention)
            self._descriptions.note(entity, *nouns_of_name(self._tree, mention, self._words))
        elif mention.kind is Kind.DESCRIPTION:
            self._descriptions.note(entity, mention.lemma, *ages_of(self._tree, mention))
            self._groups.note(entity, mention)
        called = predicated(self._tree, mention)
        if called is not None and entity.named:
            self._descriptions.note(entity, self._tree.tokens[called].lemma.lower())
