"""Two sentences word by word: which words of one stand for which of the other, and which stand alone.

Words pair off from the surest kind down: the same lemma, the same figure, the same entity, the same concept, a
common stem. Each word pairs at most once, with the nearest in place. What is left over on both sides in the same
place of the tree is a substitution, and that is where sentences that look alike differ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log

from twosource.corroborate.context import Context
from twosource.model.reading import Mention, QuantityMention, TimeMention, Token
from twosource.model.span import Span
from twosource.text.commonness import RARE, commonness
from twosource.text.words import fold

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
WEIGHT = {"PROPN": 1.6, "NUM": 1.6, "NOUN": 1.2, "VERB": 1.0, "ADJ": 0.8, "ADV": 0.4}
LIGHT_WEIGHT = 0.3
STEM = 5
"""Letters that two words must share from the start to count as one stem ("elected", "election")."""
NEAREST = 16
"""Occurrences of a word that are looked at for a partner: a word repeated ten thousand times must not cost their
square."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """A word of the left and a word of the right that stand in the same place of two trees."""

    left: int
    right: int


class Side:
    """One of two sentences: a whole account, or a stretch of one.

    Attributes:
        context: What was read in the account.
        indexes: The tokens of the stretch.
        span: The stretch.
        content: Indexes of its content tokens.
    """

    def __init__(self, context: Context, indexes: range | None = None) -> None:
        self.context = context
        self.tokens: tuple[Token, ...] = context.tree.tokens
        self.indexes = range(len(self.tokens)) if indexes is None else indexes
        self.span = context.tree.span(self.indexes) if len(self.indexes) else Span(0, 0)
        self.content = tuple(
            index
            for index in self.indexes
            if self.tokens[index].upos in CONTENT
            and any(map(str.isalnum, self.tokens[index].text))
            and self.tokens[index].deprel not in ("aux", "cop")
        )

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens of the stretch."""
        return self.tokens[self.indexes.start : self.indexes.stop]

    @cached_property
    def quantities(self) -> tuple[QuantityMention, ...]:
        """The figures of the stretch."""
        return tuple(one for one in self.context.reading.quantities if self.span.contains(one.span))

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """The times of the stretch."""
        return tuple(one for one in self.context.reading.times if self.span.contains(one.span))

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """The names of the stretch."""
        return self.context.names_in(self.span)

    def weight(self, index: int) -> float:
        """How much a word says: by its part of speech, and more the rarer it is in news."""
        if self.lemma(index) in self.context.lexicon.light:
            return LIGHT_WEIGHT
        token = self.tokens[index]
        return WEIGHT.get(token.upos, LIGHT_WEIGHT) * rarity(token.text)

    def lemma(self, index: int) -> str:
        """A word's lemma in lower case."""
        return self.tokens[index].lemma.lower()

    @cached_property
    def entity(self) -> dict[int, str]:
        """Entity ids by token."""
        found: dict[int, str] = {}
        for one in self.context.entities_in(self.span):
            for index in self.context.tree.tokens_in(one.span):
                found.setdefault(index, one.id)
        return found

    @cached_property
    def quantity(self) -> dict[int, tuple[float | None, float | None]]:
        """Bounds of the figure that a token is part of."""
        found: dict[int, tuple[float | None, float | None]] = {}
        for mention in self.quantities:
            for index in self.context.tree.tokens_in(mention.span):
                if self.tokens[index].upos == "NUM":
                    found[index] = (mention.quantity.minimum, mention.quantity.maximum)
        return found

    def total(self, indexes: Iterator[int] | tuple[int, ...]) -> float:
        """Weight of several words."""
        return sum(map(self.weight, indexes))


@lru_cache(maxsize=1 << 16)
def rarity(word: str) -> float:
    """How rare a word is in news, from 0.2 for one that every text holds to 1 for one without an entry."""
    return max(0.2, log(commonness(fold(word))) / log(RARE))


Key = Callable[[Side, int], Hashable | None]


def _lemma(side: Side, index: int) -> Hashable | None:
    return side.lemma(index)


def _figure(side: Side, index: int) -> Hashable | None:
    return side.quantity.get(index)


def _entity(side: Side, index: int) -> Hashable | None:
    return side.entity.get(index)


def _concept(side: Side, index: int) -> Hashable | None:
    forms = side.context.forms(index)
    lexicon = side.context.lexicon
    return lexicon.event.of(*forms) or lexicon.outcome.of(*forms) or lexicon.counted.of(*forms)


def _stem(side: Side, index: int) -> Hashable | None:
    lemma = side.lemma(index)
    return lemma[:STEM] if len(lemma) >= STEM and lemma.isalpha() else None


_KEYS: tuple[Key, ...] = (_lemma, _figure, _entity, _concept, _stem)


class Pairing:
    """The words of two sentences paired off.

    Attributes:
        left, right: The sentences.
        to_right: For each paired content word of the left its partner.
    """

    def __init__(self, left: Side, right: Side) -> None:
        self.left, self.right = left, right
        self.to_right = _paired(left, right)
        self.to_left = {right: left for left, right in self.to_right.items()}

    @cached_property
    def left_alone(self) -> tuple[int, ...]:
        """Content words of the left without a partner."""
        return tuple(index for index in self.left.content if index not in self.to_right)

    @cached_property
    def right_alone(self) -> tuple[int, ...]:
        """Content words of the right without a partner."""
        return tuple(index for index in self.right.content if index not in self.to_left)

    @cached_property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Words without a partner that stand in the same place: under partners, or over partners, by the same
        relation.
        """
        places: dict[tuple[str, str, int], int] = {}
        for index in self.left_alone:
            for place in self._places(self.left, index, self.to_right):
                places.setdefault(place, index)
        found: dict[int, int] = {}
        for index in self.right_alone:
            for place in self._places(self.right, index, {right: right for right in self.to_left}):
                if place in places and index not in found and places[place] not in found.values():
                    found[index] = places[place]
        return tuple(Substitution(left, right) for right, left in sorted(found.items()))

    @staticmethod
    def _places(side: Side, index: int, partner: dict[int, int]) -> Iterator[tuple[str, str, int]]:
        """Where a word stands, told by its neighbours' partners on the right side."""
        token = side.tokens[index]
        relation = token.deprel.split(":")[0]
        if token.head in partner and token.head != index:
            yield ("under", relation, partner[token.head])
        for below in side.context.tree.children[index]:
            if below in partner:
                yield ("over", side.tokens[below].deprel.split(":")[0], partner[below])
        for step, name in ((-1, "after"), (1, "before")):
            if index + step in partner:
                yield (name, "", partner[index + step])


def _paired(left: Side, right: Side) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for key in _KEYS:
        waiting: dict[Hashable, list[int]] = {}
        for index in reversed(right.content):
            name = key(right, index)
            if name is not None and index not in taken:
                waiting.setdefault(name, []).append(index)
        for index in left.content:
            name = key(left, index)
            if index in pairs or name is None or not waiting.get(name):
                continue
            share = (index - left.indexes.start) / max(1, len(left.indexes))
            candidates = waiting[name][-NEAREST:]
            best = min(
                candidates, key=lambda one: (abs((one - right.indexes.start) / max(1, len(right.indexes)) - share), one)
            )
            waiting[name].pop(len(waiting[name]) - len(candidates) + candidates.index(best))
            pairs[index] = best
            taken.add(best)
    return pairs
