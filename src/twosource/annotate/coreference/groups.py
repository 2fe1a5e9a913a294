"""Groups of people that their number or their fate names: "the 12 men" after "twelve miners", "the victims".

The index keeps the latest groups. Two that fit alike mean neither, and a group that was last spoken of long ago is no
candidate, for a new one may have the same number.
"""

from __future__ import annotations

from collections import deque

from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Kind, Mention
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_KEPT = 8
"""Groups that are remembered."""
_FAR = 6
"""Sentences behind which a number no longer means the same group."""


class GroupIndex:
    """The latest groups of people, by their number and by what befell them."""

    def __init__(self, tree: Tree, words: Lexicon) -> None:
        self._tree = tree
        self._words = words
        self._groups: deque[tuple[Mention, Entity]] = deque(maxlen=_KEPT)

    def note(self, entity: Entity, mention: Mention) -> None:
        """Remember a group: several people by their description, unless "and" joins others to them."""
        joined = self._tree.child(mention.head, "conj") is not None
        if joined or self._tree.tokens[mention.head].deprel == "conj":
            return
        if mention.kind is Kind.DESCRIPTION and mention.plural and mention.type is EntityType.PERSON:
            self._groups.append((mention, entity))

    def find(self, mention: Mention) -> Entity | None:
        """The group that a definite description means by its number or its fate."""
        if not (mention.definite and mention.plural and mention.type is EntityType.PERSON):
            return None
        count = self._count(mention)
        by_fate = count is None and mention.lemma in self._words.fates
        fitting = {
            id(entity): entity
            for known, entity in self._groups
            if self._is_near(known, mention)
            and ((count and self._count(known) == count) or (by_fate and self._is_harmed(known)))
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _is_near(self, known: Mention, mention: Mention) -> bool:
        return self._tree.sentence_of[mention.head] - self._tree.sentence_of[known.head] <= _FAR

    def _count(self, mention: Mention) -> int | None:
        """How many: the numeral in a description, more than one."""
        for at in mention.words:
            token = self._tree.tokens[at]
            if token.upos == "NUM":
                text = token.text.replace(",", "").lower()
                count = (
                    int(text)
                    if text.isascii() and text.isdigit() and len(text) < _DIGITS
                    else self._words.counts.get(text)
                )
                return count if count is None or count > 1 else None
        return None

    def _is_harmed(self, mention: Mention) -> bool:
        """Whether the mention is a subject or object of a verb that tells of harm."""
        token = self._tree.tokens[mention.head]
        core = token.deprel.split(":")[0] in ("nsubj", "obj")
        return core and self._tree.tokens[token.head].lemma.lower() in self._words.harming


_DIGITS = 7
