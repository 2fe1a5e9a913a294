"""Persons by what befell them or what they are said to have done: "the victim", "the suspect", "the boy".

News tells whom it was that was shot or arrested once, and calls that person by the part afterwards. The index keeps the
persons that a verb of harm or of accusation has; where two could be meant, neither is.
"""

from __future__ import annotations

from collections import deque

from twosource.annotate.coreference.entity import Entity
from twosource.annotate.coreference.lexicon import Lexicon
from twosource.annotate.coreference.mentions import Mention
from twosource.model.reading import EntityType
from twosource.text.tree import Tree

_KEPT = 12
"""Persons that are remembered."""
_FAR = 8
"""Sentences behind which "the victim" may be another one."""


class DeedIndex:
    """The latest persons that were harmed or accused."""

    def __init__(self, tree: Tree, words: Lexicon) -> None:
        self._tree = tree
        self._words = words
        self._known: deque[tuple[str, Entity, int]] = deque(maxlen=_KEPT)

    def note(self, entity: Entity, mention: Mention) -> None:
        """Remember a person who is harmed or accused here."""
        part = part_of(self._tree, mention.head, self._words)
        if part and entity.type is EntityType.PERSON and not entity.plural and not mention.plural:
            self._known.append((part, entity, self._tree.sentence_of[mention.head]))

    def find(self, mention: Mention) -> Entity | None:
        """The only person whom a definite description can mean by the part that it names."""
        parts = [part for part, nouns in self._words.parts.items() if mention.lemma in nouns]
        if not parts or mention.plural or not mention.definite or len(mention.words) > _BARE:
            return None
        here = self._tree.sentence_of[mention.head]
        fitting = {
            id(entity): entity
            for part, entity, there in self._known
            if part in parts and here - there <= _FAR and entity.fits(mention)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None


_BARE = 2
"""Words of a description that only names the part; more words may tell another person ("the first victim")."""


def part_of(tree: Tree, head: int, words: Lexicon) -> str:
    """What a verb makes of a token: "harmed", "accused", or nothing.

    Args:
        tree: The reading.
        head: The head token of a mention.
        words: The language's lists.
    """
    token = tree.tokens[head]
    relation, verb = token.deprel, tree.tokens[token.head].lemma.lower()
    undergoes = relation in ("nsubj:pass", "obj") or (relation == "nsubj" and verb in words.dying)
    if verb in words.harming and undergoes:
        return "harmed"
    harms = relation == "nsubj" and verb in words.harming - words.dying and tree.child(token.head, "obj") is not None
    return "accused" if harms or (verb in words.accusing and undergoes) else ""
