"""One walk through the text that lets every mention join an entity or begin one."""

from __future__ import annotations

from collections import deque

from twosource import resources
from twosource.annotate.coreference.descriptions import DescriptionIndex, ages_of, apposed, nouns_of_name, predicated
from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.groups import GroupIndex
from twosource.annotate.coreference.lexicon import LISTS, lexicon
from twosource.annotate.coreference.mentions import Kind, Mention, find_mentions
from twosource.annotate.coreference.names import NameIndex
from twosource.annotate.coreference.pronouns import CANDIDATES, ahead, resolve
from twosource.model.span import Span
from twosource.text.tree import Tree


def find_coreference(tree: Tree, language: str = "en") -> tuple[tuple[Span, ...], ...]:
    """The chains of a reading: two or more spans each, in text order, ordered by their first.

    Args:
        tree: The reading, with tokens and names.
        language: ISO 639-1 code; a language without the lists has no chains.
    """
    if any(language not in resources.languages(name) for name in LISTS) or not tree.tokens:
        return ()
    walk = _Walk(tree, language)
    for mention in walk.mentions:
        walk.visit(mention)
    chains = (tuple(sorted({mention.span for mention in entity.mentions})) for entity in walk.entities)
    return tuple(sorted(chain for chain in chains if len(chain) > 1))


class _Walk:
    """The entities so far, and the indexes that find them."""

    def __init__(self, tree: Tree, language: str) -> None:
        self._tree = tree
        self._words = lexicon(language)
        self.mentions = find_mentions(tree, self._words)
        self._by_head = {mention.head: mention for mention in self.mentions}
        self._names = NameIndex(tree, self._words)
        self._descriptions = DescriptionIndex(tree, self._words)
        self._groups = GroupIndex(tree, self._words)
        self._recent: deque[tuple[Mention, Entity]] = deque(maxlen=CANDIDATES)
        self._of: dict[int, Entity] = {}
        self._ahead: dict[int, list[Mention]] = {}
        self.entities: list[Entity] = []

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

    def _found(self, mention: Mention) -> Entity | None:
        if mention.kind is Kind.PRONOUN:
            return self._of_pronoun(mention)
        for head in apposed(self._tree, mention):
            other = self._of.get(head)
            if other is not None and self._is_apposition(mention, self._by_head[head]):
                return other
        if mention.kind is Kind.NAME:
            return self._names.find(mention)
        return self._groups.find(mention) or self._descriptions.find(mention)

    def _of_pronoun(self, mention: Mention) -> Entity | None:
        """The entity of a pronoun; one that may mean the subject behind it waits for that."""
        subject = ahead(self._tree, mention, self._by_head)
        if subject is None:
            return resolve(self._tree, mention, self._recent, self._words)
        self._ahead.setdefault(subject.head, []).append(mention)
        return None

    def _is_apposition(self, mention: Mention, other: Mention) -> bool:
        """A name and a description of one kind, not two of a list."""
        kinds = {mention.kind, other.kind}
        same_kind = mention.type is other.type or None in (mention.type, other.type)
        return kinds == {Kind.NAME, Kind.DESCRIPTION} and same_kind and mention.plural == other.plural

    def _remember(self, mention: Mention, entity: Entity) -> None:
        if mention.kind is Kind.NAME:
            self._names.add(entity, mention)
            self._descriptions.note(entity, *nouns_of_name(self._tree, mention, self._words))
        elif mention.kind is Kind.DESCRIPTION:
            self._descriptions.note(entity, mention.lemma, *ages_of(self._tree, mention))
            self._groups.note(entity, mention)
        called = predicated(self._tree, mention)
        if called is not None and entity.named:
            self._descriptions.note(entity, self._tree.tokens[called].lemma.lower())
