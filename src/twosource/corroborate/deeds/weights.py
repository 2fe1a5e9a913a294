"""How much it tells that two clauses of a story share whom and what they name.

A word tells the more, the seldomer its account speaks of it and the rarer it is in news: "the gates" of "the gates of
the dam were opened" stand in one clause of each account, "the flood" in twenty. The kind of what happens weighs
likewise.
The likeness is symmetric.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from twosource.corroborate.assertions.topics import clause_span
from twosource.corroborate.deeds.clauses import Clause
from twosource.corroborate.disputes.proposition import Proposition
from twosource.corroborate.interval import fit_quantities
from twosource.corroborate.pairs.words import rarity
from twosource.model.reading import QuantityMention

ALIKE = 1.8
"""Sum of the weights of what two clauses share, their kind included, from which on they tell one deed."""
SHARE = 0.5
"""Part of the weight of the clause that names less which both must name."""
TELLING = 0.5
"""Weight of a participant of whom an account speaks seldom; one at least must be shared."""
NEGATIONS = frozenset({"not", "n't", "no", "never", "nobody", "none"})
FEWEST = 10
"""Clauses of an account below which its words are weighed as if it had so many."""

_KIND = "happens "


class Weights:
    """How much it tells that clauses share a participant, or what happens.

    Args:
        clauses: All of a story.
    """

    def __init__(self, clauses: Iterable[Clause]) -> None:
        told: dict[str, Counter[str]] = defaultdict(Counter)
        lengths: Counter[str] = Counter()
        for clause in clauses:
            told[clause.article].update((*clause.says.named, _kind(clause)))
            lengths[clause.article] += 1
        self._counts: dict[str, list[int]] = defaultdict(list)
        for counts in told.values():
            for word, count in counts.items():
                self._counts[word].append(count)
        self._length = max(FEWEST, sum(lengths.values()) / max(1, len(lengths)))
        self._known: dict[str, float] = {}

    def likeness(self, left: Clause, right: Clause) -> float:
        """How alike two clauses of one kind are, from 0 to 1; from 0.5 on they tell one deed.

        Args:
            left, right: The clauses.
        """
        one, other = left.says, right.says
        both = one.named & other.named
        if not any(self._is_telling(word, one.known) for word in both):
            return 0.0
        shared = self._sum(both, one.known)
        if shared < SHARE * min(self._sum(one.named, one.known), self._sum(other.named, other.known)):
            return 0.0
        other_day = one.days is not None and other.days is not None and not one.days.overlaps(other.days)
        if other_day or _has_not(left) != _has_not(right):
            return 0.0
        if not _share_a_part(one, other) or _count_otherwise(left, right):
            return 0.0
        return min(1.0, (shared + self._of(_kind(left))) / (2 * ALIKE))

    def _of(self, word: str, *, name: bool = False) -> float:
        """From 0 for what an account speaks of throughout to 1 for a rare word, or an entity, in one clause of it."""
        if word not in self._known:
            counts = self._counts[word]
            seldom = 1.0 - log(sum(counts) / len(counts)) / log(self._length)
            self._known[word] = max(0.0, seldom) * (1.0 if name else rarity(word.removeprefix(_KIND)))
        return self._known[word]

    def _is_telling(self, word: str, known: frozenset[str]) -> bool:
        return not word.isnumeric() and self._of(word, name=word in known) >= TELLING

    def _sum(self, words: Iterable[str], known: frozenset[str]) -> float:
        return sum(self._of(word, name=word in known) for word in sorted(words))


def _kind(clause: Clause) -> str:
    return f"{_KIND}{clause.says.kind}"


def _share_a_part(one: Proposition, other: Proposition) -> bool:
    """Whether two clauses share what takes part in a deed, not words about it alone, and no part has two names: who
    shot in one was not shot in the other.
    """
    parts = [each.agents | each.patients | each.beside for each in (one, other)]
    if all(parts) and not parts[0] & parts[1]:
        return False
    if (one.agents & other.patients | one.patients & other.agents) & one.known:
        return False
    sides = ((one.agents, other.agents), (one.patients, other.patients))
    named = ((mine & one.known, theirs & other.known) for mine, theirs in sides)
    return not any(mine and theirs and not mine & theirs for mine, theirs in named)


def _has_not(clause: Clause) -> bool:
    """Whether a negation stands anywhere in a clause: "pleaded not guilty" negates no verb."""
    context = clause.context
    inside = context.tree.tokens_in(clause_span(context, clause.says.head))
    return any(context.lemma(at) in NEGATIONS for at in inside)


def _count_otherwise(left: Clause, right: Clause) -> bool:
    """Whether both clauses give figures of one unit, and no two of them fit: "three abstained", "five abstained"."""
    one, other = ([each.quantity for each in _figures(clause)] for clause in (left, right))
    pairs = [(mine, theirs) for mine in one for theirs in other if mine.unit == theirs.unit]
    return bool(pairs) and not any(fit_quantities(mine, theirs).agrees for mine, theirs in pairs)


def _figures(clause: Clause) -> tuple[QuantityMention, ...]:
    return clause.context.figures_in(clause_span(clause.context, clause.says.head))
