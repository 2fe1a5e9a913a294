"""How much it tells that a clause and a sentence of another account name the same.

A word tells the more, the seldomer its account speaks of it and the rarer it is in news: "the gates" of "the gates of
the dam were opened" stand in one clause of each account, "the flood" in twenty. The kind of what happens weighs
likewise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from twosource.corroborate.deeds.clauses import Clause
from twosource.corroborate.pairs.words import rarity

TELLING = 0.5
"""Weight of what an account speaks of seldom; one at least must be shared."""
FEWEST = 10
"""Clauses of an account below which its words are weighed as if it had so many."""

_KIND = "happens "


class Weights:
    """How much it tells that a participant is shared, or what happens.

    Args:
        clauses: All of a story.
    """

    def __init__(self, clauses: Iterable[Clause]) -> None:
        told: dict[str, Counter[str]] = defaultdict(Counter)
        lengths: Counter[str] = Counter()
        for clause in clauses:
            told[clause.article].update((*clause.says.named, f"{_KIND}{clause.says.kind}"))
            lengths[clause.article] += 1
        self._counts: dict[str, list[int]] = defaultdict(list)
        for counts in told.values():
            for word, count in counts.items():
                self._counts[word].append(count)
        self._length = max(FEWEST, sum(lengths.values()) / max(1, len(lengths)))
        self._known: dict[str, float] = {}

    def of_kind(self, kind: str) -> float:
        """From 0 for what happens throughout an account to 1 for what happens in one clause of it."""
        return self._of(f"{_KIND}{kind}")

    def total(self, words: Iterable[str], clause: Clause) -> float:
        """The weight of some of the words that a clause names.

        Args:
            words: Entity ids, concepts or lemmas.
            clause: Knows which of them are entities.
        """
        return sum(self._of(word, name=word in clause.says.known) for word in sorted(words))

    def telling(self, clause: Clause) -> frozenset[str]:
        """What a clause names of which its account speaks seldom; figures alone tell nothing."""
        known = clause.says.known
        words = (word for word in clause.says.named if not word.isnumeric())
        return frozenset(word for word in words if self._of(word, name=word in known) >= TELLING)

    def _of(self, word: str, *, name: bool = False) -> float:
        """From 0 for what an account speaks of throughout to 1 for a rare word, or an entity, in one clause of it."""
        if word not in self._known:
            counts = self._counts[word]
            seldom = 1.0 - log(sum(counts) / len(counts)) / log(self._length)
            self._known[word] = max(0.0, seldom) * (1.0 if name else rarity(word.removeprefix(_KIND)))
        return self._known[word]
