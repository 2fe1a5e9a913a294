"""Definite descriptions: "the minister", "the ministry", "the city", "the 49-year-old", "the dam" after "a dam".

A description joins the one entity that was called so, or whose name holds its noun; where two were, the latest only if
it is near and the others are far.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque

from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_ENOUGH = 4
"""So many entities with one noun are remembered, the latest ones."""
_NAMED = 8
"""Named entities that are remembered for what they can be called by their kind."""
_NOW = 3
"""Sentences within which the latest of several with one noun is meant, …"""
_AWAY = 4
"""… if no other of them was spoken of within so many. On GUM's news 84 of 100 such pairs were right; without the second
condition 70."""
_NEAR = 3
"""Sentences behind which "the man" may be another one."""
_KIND_NEAR = 1
"""Sentences behind which "the company" may be another one."""
_BARE = 2
"""Words of a description that says nothing but its noun."""
_TITLE = 3
"""Words before a name that may tell its bearer's office and town."""
_LOOKED_AT = 8
"""Mentions of an entity that are asked for its adjectives: the first ones introduce it."""


class DescriptionIndex:
    """Entities by the nouns that they can be called by."""

    def __init__(self, tree: Tree, words: Lexicon) -> None:
        self._tree = tree
        self._words = words
        self._nouns: defaultdict[str, list[Entity]] = defaultdict(list)
        self._named: deque[Entity] = deque(maxlen=_NAMED)

    def note(self, entity: Entity, *nouns: str) -> None:
        """Remember that an entity can be called by these nouns."""
        if entity.named and entity.mentions[-1].kind is Kind.NAME:
            self._named.append(entity)
        for noun in nouns:
            known = self._nouns[noun]
            if entity in known:
                known.remove(entity)
            known.append(entity)
            del known[:-_ENOUGH]

    def knows(self, mention: Mention) -> bool:
        """Whether anything that a description may mean was called so before."""
        return any(one.fits(mention) for one in self._nouns.get(mention.lemma, ()))

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
        return self._nearest(mention, named or fitting) or (None if fitting else self._told_more(mention, modifiers))

    def _told_more(self, mention: Mention, modifiers: set[str]) -> Entity | None:
        """The one that was called by the bare noun so far: "the accident", later "the crane accident"."""
        known = self._nouns.get(mention.lemma, ())
        if len(known) != 1 or not known[0].fits(mention) or self._behind(mention, known[0]) > _NOW:
            return None
        same = [one for one in known[0].mentions[:_LOOKED_AT] if one.lemma == mention.lemma]
        bare = same and all(one.definite and not self._modifiers(one) for one in same)
        return known[0] if bare and modifiers.isdisjoint(self._words.contrasting) else None

    def _nearest(self, mention: Mention, fitting: list[Entity]) -> Entity | None:
        """Of entities with one noun the only one; of several the one spoken of just now, if the others are far."""
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        last, before = sorted((self._behind(mention, one), at) for at, one in enumerate(fitting))[:2]
        return fitting[last[1]] if last[0] <= _NOW and before[0] >= _AWAY else None

    def _behind(self, mention: Mention, entity: Entity) -> int:
        """Sentences since an entity was last mentioned."""
        return self._tree.sentence_of[mention.head] - self._tree.sentence_of[entity.mentions[-1].head]

    def find_kind(self, mention: Mention) -> Entity | None:
        """The one body that was named just now, for "the company"; "the city" is another too often."""
        bare = mention.definite and not mention.plural and len(mention.words) <= _BARE
        if mention.lemma not in self._words.bodies or not bare or apposed(self._tree, mention):
            return None  # "the insurer, Velm Mutual," names its own
        bodies = (one for one in self._named if one.type is EntityType.ORGANIZATION)
        near = {id(one): one for one in bodies if self._behind(mention, one) <= _KIND_NEAR}
        return next(iter(near.values())) if len(near) == 1 else None

    def _lone(self, mention: Mention) -> Entity | None:
        """The one person who was introduced by the same noun shortly before: "a man was held. The man"."""
        known = self._nouns.get(mention.lemma, ())
        if mention.lemma not in self._words.lone or len(known) != 1 or not known[0].fits(mention):
            return None
        near = self._behind(mention, known[0]) <= _NEAR
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


def identified(tree: Tree, mention: Mention, words: Lexicon) -> int | None:
    """The head of whom a name is given to: "police identified the suspect as Ivo Telk", "a man named as Ivo Telk"."""
    token = tree.tokens[mention.head]
    verb = token.head
    named_as = tree.case_of(mention.head, "case", "mark") == "as"
    if not named_as or tree.tokens[verb].lemma.lower() not in words.identifying:
        return None
    if tree.tokens[verb].deprel == "acl":
        return tree.tokens[verb].head
    thing = tree.child(verb, "obj")
    return thing if thing is not None else tree.child(verb, "nsubj:pass")


def predicated(tree: Tree, mention: Mention) -> int | None:
    """The noun that a subject is said to be: "Ana Kovač is the minister"."""
    token = tree.tokens[mention.head]
    if token.deprel != "nsubj" or mention.kind is Kind.PRONOUN:
        return None
    top = token.head
    has_copula = tree.child(top, "cop") is not None
    return top if has_copula and tree.tokens[top].upos == "NOUN" and tree.child(top, "advmod") is None else None
