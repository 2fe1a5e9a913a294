"""Short forms of names: surnames, first names, acronyms, companies without their suffix.

The index knows each name's keys, so that a later mention is looked up, never compared with all. A key that two entities
share means neither, unless a form of address tells them apart.
"""

from __future__ import annotations

from collections import defaultdict

from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Mention
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "des", "du", "la", "&"})


class NameIndex:
    """Entities by the names and short forms that they can be called by."""

    def __init__(self, tree: Tree, words: Lexicon) -> None:
        self._tree = tree
        self._words = words
        self._whole: dict[str, Entity] = {}
        self._short: defaultdict[str, list[Entity]] = defaultdict(list)

    def find(self, mention: Mention) -> Entity | None:
        """The entity that a name means, if one was there before."""
        known = self._whole.get(mention.lemma)
        if known is not None and self._same_kind(known, mention):
            return known
        parts = self._parts(mention)
        if mention.type is EntityType.PERSON:
            return self._person(mention, parts)
        candidates = [entity for entity in self._short.get(mention.lemma, ()) if entity.type is mention.type]
        if not candidates and mention.type is EntityType.ORGANIZATION:
            candidates = [entity for key in self._keys(mention, parts) for entity in self._short.get(key, ())]
            candidates = [entity for entity in candidates if entity.type is mention.type]
        return candidates[0] if len({id(one) for one in candidates}) == 1 else None

    def add(self, entity: Entity, mention: Mention) -> None:
        """Let an entity be found by a name and its short forms."""
        if mention.lemma not in self._whole:
            self._whole[mention.lemma] = entity
        for key in self._keys(mention, self._parts(mention)):
            if not any(known is entity for known in self._short[key]) and len(self._short[key]) < _ENOUGH:
                self._short[key].append(entity)

    def _same_kind(self, entity: Entity, mention: Mention) -> bool:
        person = EntityType.PERSON
        return (entity.type is person) == (mention.type is person) or len(mention.words) > 1

    def _parts(self, mention: Mention) -> list[str]:
        return [self._tree.tokens[at].text.lower() for at in mention.words if self._tree.tokens[at].upos != "PUNCT"]

    def _person(self, mention: Mention, parts: list[str]) -> Entity | None:
        """A surname or a first name alone, or a full name after one of them."""
        if len(parts) == 1:
            fitting = [
                one for one in self._short.get(parts[0], ()) if one.type is EntityType.PERSON and one.fits(mention)
            ]
            return fitting[0] if len(fitting) == 1 else None
        alone = self._whole.get(parts[-1])
        if alone is not None and alone.type is EntityType.PERSON and alone.fits(mention) and self._is_lone(alone):
            return alone
        if len(parts) > 2:
            return self._whole.get(f"{parts[0]} {parts[-1]}")
        longer = [one for one in self._short.get(f"{parts[0]} {parts[-1]}", ()) if one.type is EntityType.PERSON]
        return longer[0] if len(longer) == 1 else None

    def _is_lone(self, entity: Entity) -> bool:
        """Whether an entity was only called by one word so far."""
        return all(len(one.words) == 1 for one in entity.mentions if one.type is EntityType.PERSON)

    def _keys(self, mention: Mention, parts: list[str]) -> list[str]:
        if mention.type is EntityType.PERSON:
            return sorted({parts[-1], parts[0], f"{parts[0]} {parts[-1]}"}) if len(parts) > 1 else []
        if mention.type is EntityType.ORGANIZATION and len(parts) > 1:
            content = [part for part in parts if part not in _SMALL]
            acronym = "".join(part[0] for part in content if part[0].isalnum())
            whole = "".join(part[0] for part in parts if part[0].isalnum())
            short = [part for part in parts if part.rstrip(".") not in self._words.companies]
            keys = {acronym, whole, " ".join(short)}
            return sorted(key for key in keys if len(key) > 1 and key != mention.lemma)
        return []


_ENOUGH = 3
"""A key that this many share is of no use; the rest need not be kept."""
