"""Definite descriptions: "the minister", "the ministry", "the city", "the 49-year-old", "the dam" after "a dam".

A description joins the one entity that was called so, or whose name holds its noun; where two were, the latest only if
it is near and the others are far.
"""

from __future__ import annotations

import re
from collections import defaultdict

from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_ENOUGH = 4
"""So many entities with one noun are remembered, the latest ones."""


class DescriptionIndex:
    """Entities by the nouns that they can be called by."""

    def __init__(self, tree: Tree, words: Lexicon) -> None:
        self._tree = tree
        self._words = words
        self._nouns: defaultdict[str, list[Entity]] = defaultdict(list)

    def note(self, entity: Entity, *nouns: str) -> None:
        """Remember that an entity can be called by these nouns."""
        for noun in nouns:
            known = self._nouns[noun]
            if entity in known:
                known.remove(entity)
            known.append(entity)
            del known[:-_ENOUGH]

    def find(self, mention: Mention) -> Entity | None:
        """The entity that a definite description means, if one was there before."""
        if not mention.definite or mention.lemma in self._words.generic:
            return None
        modifiers = self._modifiers(mention)
        fitting = [
            one for one in self._nouns.get(mention.lemma, ()) if one.fits(mention) and self._agrees(one, modifiers)
        ]
        named = [one for one in fitting if one.named]
        chosen = named or fitting
        return chosen[-1] if len(chosen) == 1 else None

    def _agrees(self, entity: Entity, modifiers: set[str]) -> bool:
        """Whether a description's adjectives and nouns were all said of the entity before."""
        if not modifiers:
            return True
        known: set[str] = set()
        for mention in entity.mentions[:_LOOKED_AT]:
            known |= {self._tree.tokens[at].lemma.lower() for at in mention.words}
        return modifiers <= known

    def _modifiers(self, mention: Mention) -> set[str]:
        if mention.lemma.endswith(self._words.old):
            return set()
        return {
            self._tree.tokens[at].lemma.lower()
            for at in mention.words
            if at != mention.head and self._tree.tokens[at].upos in ("ADJ", "NOUN", "PROPN", "NUM")
        }


_LOOKED_AT = 8
"""Mentions of an entity that are asked for its adjectives: the first ones introduce it."""


def nouns_of_name(tree: Tree, mention: Mention, words: Lexicon) -> list[str]:
    """The nouns that a name can be called by later: those before it, in apposition to it, or within it.

    "Interior Minister Ana Kovač" and "Ana Kovač, the interior minister," are "the minister"; "Velm City Council" is
    "the council".
    """
    found = []
    if mention.type in (EntityType.ORGANIZATION, EntityType.OTHER, EntityType.PLACE) and len(mention.words) > 1:
        found.append(tree.tokens[mention.words[-1]].text.lower())
    if mention.type is EntityType.PERSON:
        found += age_of(tree, mention)
    at = mention.words[0] - 1
    while at >= 0 and tree.tokens[at].upos in ("NOUN", "PROPN") and mention.type is EntityType.PERSON:
        if tree.tokens[at].lemma.lower() in words.people:
            found.append(tree.tokens[at].lemma.lower())
            break
        at -= 1
    return found


def age_of(tree: Tree, mention: Mention) -> list[str]:
    """The age beside a person's name, as "49-year-old": "Ivo Telk, 49," or "49-year-old Ivo Telk"."""
    after = [token.text for token in tree.tokens[mention.words[-1] + 1 : mention.words[-1] + 3]]
    if len(after) == 2 and after[0] == "," and after[1].isdigit() and len(after[1]) <= 2:
        return [f"{after[1]}-year-old"]
    before = "".join(token.text.lower() for token in tree.tokens[max(0, mention.words[0] - 8) : mention.words[0]])
    match = YEARS_OLD.search(before)
    return [match.group()] if match else []


YEARS_OLD = re.compile(r"\d{1,2}-year-old")


def apposed(tree: Tree, mention: Mention) -> list[int]:
    """Head tokens of the noun phrases in apposition to a mention, on either side."""
    found = [below for at in mention.words for below in tree.children[at] if tree.tokens[below].deprel == "appos"]
    token = tree.tokens[mention.head]
    if token.deprel == "appos":
        found.append(token.head)
    return [at for at in found if at not in mention.words]


def predicated(tree: Tree, mention: Mention) -> int | None:
    """The noun that a subject is said to be: "Ana Kovač is the minister"."""
    token = tree.tokens[mention.head]
    if token.deprel != "nsubj" or mention.kind is Kind.PRONOUN:
        return None
    top = token.head
    has_copula = tree.child(top, "cop") is not None
    return top if has_copula and tree.tokens[top].upos == "NOUN" and tree.child(top, "advmod") is None else None
