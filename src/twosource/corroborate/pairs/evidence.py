"""What two sentences have in common and in what they differ, as a few numbers with names.

Each feature is one that a person could check with a pencil, none depends on which sentence is the left one, and each
speaks in one direction only: for one claim, or against it. ``sums`` weighs them; ``training/pair_sums.py`` says how
the weights were found.
"""

from __future__ import annotations

from math import log1p

from twosource.corroborate.interval import fit_quantities
from twosource.corroborate.pairs.form import between, form_of
from twosource.corroborate.pairs.slots import Filling, slots_of
from twosource.corroborate.pairs.tone import is_head_negated, share, tones_of
from twosource.corroborate.pairs.words import Pairing, Side
from twosource.model.reading import EntityType
from twosource.model.value import Quantity

MOST = 40
"""Figures of a sentence that are compared; longer lists are tables, not sentences."""
VERBATIM = (0.5, 0.8)
"""Part of the words in one order: from the first on two sentences begin to be alike word for word, from the second on
they are."""
HEEDED_LESS = 0.75
"""How much less the pair reader is heeded on full sentences of like length that are not alike word for word; of 0, 0.5,
0.75 and 1 the best on the tuning halves, though 0.5 to 1 differ by little."""
DENSE = 3.0
"""One word of tone more in three content words is as much as there can be."""
DOUBTED = 2.0
"""How fast the likeness of headlines ceases to count where one of them doubts: who doubts a rumour words it alike (of
187 such pairs the liker ones are those that say otherwise). Of 1 and 2 the better."""


class Evidence:
    """The features of a pair.

    Attributes:
        pairing: The two sentences, paired off word by word.
        cosine: Likeness of the two sentence vectors, 0 where there are none.
    """

    def __init__(self, pairing: Pairing, cosine: float) -> None:
        self.pairing = pairing
        self.left, self.right = pairing.left, pairing.right
        self.cosine = cosine

    def features(self) -> dict[str, float]:
        """All features by name."""
        found = {**self._shared(), **self._exchanged(), **self._figures(), **self._named(), **self._tone()}
        return {**found, **self._formed(found)}

    def _shared(self) -> dict[str, float]:
        left, right = self.left, self.right
        shared_left = left.total(tuple(self.pairing.to_right))
        shared_right = right.total(tuple(self.pairing.to_left))
        all_left, all_right = left.total(left.content) or 1.0, right.total(right.content) or 1.0
        ones, others = _lemmas(left), _lemmas(right)
        nouns, verbs = (
            sum(left.tokens[index].upos == tag for index in self.pairing.to_right) for tag in ("NOUN", "VERB")
        )
        return {
            "shared of shorter": max(shared_left / all_left, shared_right / all_right),
            "shared of longer": min(shared_left / all_left, shared_right / all_right),
            "shared of both": (shared_left + shared_right) / (all_left + all_right),
            "same words": len(ones & others) / max(1, len(ones | others)),
            "shared nouns": min(1.0, nouns / 3),
            "shared verbs": min(1.0, verbs / 3),
            "cosine": self.cosine,
            "longer": log1p(max(len(left.content), len(right.content))),
        }

    def _formed(self, found: dict[str, float]) -> dict[str, float]:
        """What weighs only in texts of one form, and how much they are a claim that the pair reader can judge.

        Args:
            found: The features that do not ask for the form.
        """
        form = form_of(self.left, self.right)
        claims = 1.0 - form.accounts - form.headlines
        doubted = form.headlines * min(1.0, DOUBTED * found["hedges"])
        return {
            "claims": claims,
            "cosine unless doubted": (1.0 - doubted) * self.cosine,
            "figures of claims": claims * found["figures against each other"],
            "negation of headlines": form.headlines * found["negation"],
            "one asks": form.asks,
            "readable": max(1.0 - HEEDED_LESS * form.accounts, found["alike"]),
            "sentences": 1.0 - form.headlines,
        }

    def _exchanged(self) -> dict[str, float]:
        """What stands in one place of both sentences, and is not the same."""
        slots = slots_of(self.pairing)
        fillings = slots.fillings
        names = sum(
            {self.left.tokens[one.left].upos, self.right.tokens[one.right].upos} == {"PROPN"}
            for one in self.pairing.substitutions
        )
        return {
            "pronoun exchanged": float(Filling.PRONOUN in fillings),
            "word exchanged": float(Filling.WORD in fillings),
            "name exchanged": min(1.0, names / 2),
            "alike": between(slots.alike, VERBATIM),
        }

    def _figures(self) -> dict[str, float]:
        left = [one.quantity for one in self.left.quantities[:MOST]]
        right = [one.quantity for one in self.right.quantities[:MOST]]
        against = max(self._against(left, right), self._against(right, left))
        fitting = any(_fits(one, other) for one in left for other in right)
        return {
            "figures against each other": min(1.0, against / 2),
            "no figure fits": float(bool(left and right) and not fitting),
        }

    def _against(self, ones: list[Quantity], others: list[Quantity]) -> int:
        """How many figures fit none of the other side, though it counts the same."""
        found = 0
        for quantity in others:
            same = [one for one in ones if one.unit == quantity.unit]
            fits = any(fit_quantities(one, quantity).agrees for one in same)
            found += not fits and any(self.counts_alike(one, quantity) for one in same)
        return found

    def counts_alike(self, left: Quantity, right: Quantity) -> bool:
        """Whether two figures can count the same: where both say what they count, a word or its concept is shared."""
        if not left.counted or not right.counted:
            return True
        counted = self.left.context.lexicon.counted
        one, other = left.counted.lower().split(), right.counted.lower().split()
        return bool(set(one) & set(other)) or bool(
            {counted.of(word) or word for word in one} & {counted.of(word) or word for word in other}
        )

    def _named(self) -> dict[str, float]:
        """Whether both name persons, and none of them is the same."""
        one, other = (
            {named.id for named in side.context.entities_in(side.span) if named.type is EntityType.PERSON}
            for side in (self.left, self.right)
        )
        return {"other persons": float(bool(one and other) and not one & other)}

    def _tone(self) -> dict[str, float]:
        """By how much one is denser in words that turn, deny or weaken what it says."""
        known = tones_of(self.left)
        lists = {"negation": known.negation, "denial": known.denial, "hedges": known.hedge | known.hearsay}
        found = {
            name: min(1.0, DENSE * abs(share(self.left, words) - share(self.right, words)))
            for name, words in lists.items()
        }
        return found | {"negated head": float(is_head_negated(self.pairing, known.negation))}


def _fits(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and fit_quantities(one, other).agrees


def _lemmas(side: Side) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in side.words if any(map(str.isalnum, token.text)))
