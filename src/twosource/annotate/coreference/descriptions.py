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
        if not mention.definite:
            return None
        if mention.lemma in self._words.generic:
            return self._lone(mention)
        modifiers = self._modifiers(mention)
        fitting = [
            one for one in self._nouns.get(mention.lemma, ()) if one.fits(mention) and self._agrees(one, modifiers)
        ]
        named = [one for one in fitting if one.named]
        chosen = named or fitting
        return chosen[-1] if len(chosen) == 1 else None

    def _lone(self, mention: Mention) -> Entity | None:
        """The one person who was introduced by the same noun shortly before: "a man was held. The man"."""
        known = self._nouns.get(mention.lemma, ())
        if mention.lemma not in self._words.lone or len(known) != 1 or not known[0].fits(mention):
            return None
        here = self._tree.sentence_of[mention.head]
        near = here - self._tree.sentence_of[known[0].mentions[-1].head] <= _NEAR
        return known[0] if near and self._agrees(known[0], self._modifiers(mention)) else None

    def _agrees(self, entity: Entity, modifiers: set[str]) -> bool:
        """Whether a description's adjectives and nouns were all said of the entity before."""
        if not modifiers:
            return True
        known: set[str] = set()
        for mention in entity.mentions[:_LOOKED_AT]:
            first = max(0, mention.words[0] - _TITLE)
            said = (*range(first, mention.words[0]), *mention.words, *self._names_below(mention))
            known |= {self._tree.tokens[at].lemma.lower() for at in said}
        return modifiers <= known

    def _modifiers(self, mention: Mention) -> set[str]:
        if mention.lemma.endswith(self._words.old):
            return set()
        inside = (
            at
            for at in mention.words
            if at != mention.head and self._tree.tokens[at].upos in ("ADJ", "NOUN", "PROPN", "NUM")
        )
        return {self._tree.tokens[at].lemma.lower() for at in (*inside, *self._names_below(mention))}

    def _names_below(self, mention: Mention) -> list[int]:
        """The names that hang on a description: "the mayor of Brek" is not the mayor of Vardun."""
        tokens = self._tree.tokens
        return [
            at for at in self._tree.children[mention.head] if tokens[at].upos == "PROPN" and tokens[at].deprel == "nmod"
        ]


_NEAR = 3
"""Sentences behind which "the man" may be another one."""

_TITLE = 3
"""Words before a name that may tell its bearer's office and town."""

_LOOKED_AT = 8
"""Mentions of an entity that are asked for its adjectives: the first ones introduce it."""


def nouns_of_name(tree: Tree, mention: Mention, words: Lexicon) -> list[str]:
    """The nouns that a name can be called by later: those before it, in apposition to it, or within it.

    "Interior Minister Ana Kovač" and "Ana Kovač, the interior minister," are "the minister"; "Velm City Council" is
    "the council".
    """
    found = []
    if mention.type in (EntityType.ORGANIZATION, EntityType.OTHER, EntityType.PLACE) and len(mention.words) > 1:
        found.append(tree.tokens[mention.head].text.lower())
    if mention.type is EntityType.PERSON:
        found += ages_of(tree, mention)
    at = mention.words[0] - 1
    while at >= 0 and tree.tokens[at].upos in ("NOUN", "PROPN") and mention.type is EntityType.PERSON:
        if tree.tokens[at].lemma.lower() in words.people:
            found.append(tree.tokens[at].lemma.lower())
            break
        at -= 1
    return found


def ages_of(tree: Tree, mention: Mention) -> list[str]:
    """The age with a person, as "49-year-old": "Ivo Telk, 49,", "49-year-old Ivo Telk", "a 49-year-old man"."""
    if mention.plural or mention.type is not EntityType.PERSON:
        return []
    after = [token.text for token in tree.tokens[mention.words[-1] + 1 : mention.words[-1] + 3]]
    if len(after) == 2 and after[0] == "," and after[1].isdigit() and len(after[1]) <= 2:
        return [f"{after[1]}-year-old"]
    start, stop = max(0, mention.words[0] - _AGE_BEFORE), mention.words[-1] + 1
    match = YEARS_OLD.search("".join(token.text.lower() for token in tree.tokens[start:stop]))
    return [match.group()] if match else []


_AGE_BEFORE = 8
"""Tokens before a name in which its age is looked for: "49-year-old former mayor Ivo Telk"."""

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
