"""The tone of a sentence: negated, hedged, denied, said of all or of some; and in what two sentences differ by it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.corroborate.words import Pairing, Side
from twosource.resources import languages, load


@dataclass(frozen=True, slots=True)
class Tones:
    """A language's words of tone, from its list ``tone``."""

    negation: frozenset[str] = frozenset()
    hedge: frozenset[str] = frozenset()
    denial: frozenset[str] = frozenset()
    universal: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()

    def named(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """The lists with their names, in a fixed order."""
        return (
            ("negation", self.negation),
            ("hedge", self.hedge),
            ("denial", self.denial),
            ("universal", self.universal),
            ("partial", self.partial),
        )


@cache
def tones(language: str) -> Tones:
    """A language's words of tone; none where it has no list."""
    table = load(language, "tone") if language in languages("tone") else {}
    return Tones(**{name: frozenset(words) for name, words in table.items() if name != "source"})


def tones_of(side: Side) -> Tones:
    """The words of tone of a sentence's language."""
    return tones(side.context.account.article.language or "en")


def count(side: Side, words: frozenset[str]) -> int:
    """How many of a sentence's words are on a list, as they stand or by lemma."""
    return sum(token.text.lower() in words or token.lemma.lower() in words for token in side.words)


def tone_features(pairing: Pairing) -> dict[str, float]:
    """In what two sentences differ by tone, as features.

    Args:
        pairing: The two sentences, paired off word by word.
    """
    known = tones_of(pairing.left)
    found: dict[str, float] = {}
    for name, words in known.named():
        left, right = count(pairing.left, words), count(pairing.right, words)
        found[f"{name} of left"] = float(left > right)
        found[f"{name} of right"] = float(right > left)
    left, right = count(pairing.left, known.negation), count(pairing.right, known.negation)
    found["negation differs"] = float(left % 2 != right % 2)
    found["negated head"] = _negated_partner(pairing, known.negation)
    return found


def _negated_partner(pairing: Pairing, negation: frozenset[str]) -> float:
    """Whether a paired predicate is negated on one side only."""
    left, right = pairing.left, pairing.right
    for index, partner in pairing.to_right.items():
        predicate = left.tokens[index].upos in ("VERB", "ADJ", "NOUN")
        if predicate and _is_negated(left, index, negation) != _is_negated(right, partner, negation):
            return 1.0
    return 0.0


def _is_negated(side: Side, index: int, negation: frozenset[str]) -> bool:
    return any(side.tokens[below].text.lower() in negation for below in side.context.tree.children[index])
