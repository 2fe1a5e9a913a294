"""What two sentences have in common and in what they differ, as numbers between 0 and 1 with names.

Each feature is one that a person could check with a pencil. ``compare`` weighs them; ``training/pairs.py`` learned
the weights. Features named ``… of right`` look from the right sentence: a claim that is wholly contained in a
longer sentence is supported by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from twosource.corroborate.interval import fit_days, fit_quantities
from twosource.corroborate.tone import tone_features
from twosource.corroborate.words import Pairing, Side
from twosource.model.moment import Days
from twosource.model.reading import EntityType, TimeType
from twosource.model.value import Quantity

CLEAR_SHARE = 0.999
ALIKE = frozenset(
    {
        "shared of left",
        "shared of right",
        "shared of shorter",
        "shared of longer",
        "shared of both",
        "same words",
        "same word pairs",
        "all of right shared",
        "all of left shared",
        "cosine",
        "length",
        "root shared",
        "subject shared",
        "object shared",
    }
)
"""Features of likeness; all others are features of difference."""


class Evidence:
    """The features of a pair, each computed once.

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
        return {
            **self._shared(),
            **self._alone(),
            **self._order(),
            **self._substituted(),
            **self._values(),
            **tone_features(self.pairing),
            **self._frame(),
        }

    def _shared(self) -> dict[str, float]:
        left, right = self.left, self.right
        shared_left = left.total(tuple(self.pairing.to_right))
        shared_right = right.total(tuple(self.pairing.to_left))
        all_left, all_right = left.total(left.content) or 1.0, right.total(right.content) or 1.0
        of_left, of_right = shared_left / all_left, shared_right / all_right
        return {
            "shared of left": of_left,
            "shared of right": of_right,
            "shared of shorter": max(of_left, of_right),
            "shared of longer": min(of_left, of_right),
            "shared of both": (shared_left + shared_right) / (all_left + all_right),
            "same words": _jaccard(self._lemmas(left), self._lemmas(right)),
            "same word pairs": _jaccard(self._bigrams(left), self._bigrams(right)),
            "all of right shared": float(of_right > CLEAR_SHARE),
            "all of left shared": float(of_left > CLEAR_SHARE),
            "cosine": self.cosine,
            "length": min(len(left.indexes), len(right.indexes)) / max(1, len(left.indexes), len(right.indexes)),
        }

    def _alone(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for name, side, alone in (
            ("left", self.left, self.pairing.left_alone),
            ("right", self.right, self.pairing.right_alone),
        ):
            tags = [side.tokens[index].upos for index in alone]
            for tag, word in (
                ("PROPN", "names"),
                ("NUM", "figures"),
                ("NOUN", "nouns"),
                ("VERB", "verbs"),
                ("ADJ", "adjectives"),
            ):
                found[f"{word} of {name} alone"] = min(1.0, tags.count(tag) / 3)
            found[f"any name of {name} alone"] = float("PROPN" in tags)
            found[f"any figure of {name} alone"] = float("NUM" in tags)
        found["names alone on both"] = found["any name of left alone"] * found["any name of right alone"]
        found["figures alone on both"] = found["any figure of left alone"] * found["any figure of right alone"]
        return found

    def _order(self) -> dict[str, float]:
        partners = [self.pairing.to_right[index] for index in sorted(self.pairing.to_right)]
        inversions = sum(1 for one, other in pairwise(partners) if one > other)
        names = [
            self.pairing.to_right[i]
            for i in sorted(self.pairing.to_right)
            if self.left.tokens[i].upos in ("PROPN", "NUM")
        ]
        swapped = sum(1 for one, other in pairwise(names) if one > other)
        return {
            "out of order": inversions / max(1, len(partners) - 1),
            "names out of order": swapped / max(1, len(names) - 1),
            "other head": self._other_heads(),
        }

    def _other_heads(self) -> float:
        """Part of the paired words whose heads are paired with other words: who did what to whom."""
        left, right, to_right = self.left.tokens, self.right.tokens, self.pairing.to_right
        judged = differing = 0
        for index, partner in to_right.items():
            head, other = left[index].head, right[partner].head
            if head in to_right and other in self.pairing.to_left:
                judged += 1
                differing += (
                    to_right[head] != other or left[index].deprel.split(":")[0] != right[partner].deprel.split(":")[0]
                )
        return differing / judged if judged else 0.0

    def _substituted(self) -> dict[str, float]:
        found = {"name substituted": 0.0, "figure substituted": 0.0, "word substituted": 0.0, "opposite": 0.0}
        for one in self.pairing.substitutions:
            tags = {self.left.tokens[one.left].upos, self.right.tokens[one.right].upos}
            name = "name" if tags == {"PROPN"} else "figure" if tags == {"NUM"} else "word"
            found[f"{name} substituted"] += 0.5
        lexicon = self.left.context.lexicon
        alone = [self.left.lemma(index) for index in self.pairing.left_alone]
        others = [self.right.lemma(index) for index in self.pairing.right_alone]
        found["opposite"] = float(any(lexicon.opposed(one, other) for one in alone[:40] for other in others[:40]))
        return {name: min(1.0, value) for name, value in found.items()}

    def _values(self) -> dict[str, float]:
        fits, apart, unmatched = self._figure_fits
        days_fit, days_apart = self._day_fits()
        return {
            "figures fit": min(1.0, fits / 2),
            "figures apart": min(1.0, apart / 2),
            "any figure apart": float(apart > 0),
            "figure of right unmatched": min(1.0, unmatched / 2),
            "days fit": days_fit,
            "days apart": days_apart,
            **self._name_types(),
        }

    @cached_property
    def _figure_fits(self) -> tuple[int, int, int]:
        """How many figures of the right fit one of the left, stand against one, or have no counterpart."""
        left = [one.quantity for one in self.left.quantities]
        right = [one.quantity for one in self.right.quantities]
        fits = apart = unmatched = 0
        for quantity in right[:40]:
            same = [one for one in left[:40] if one.unit == quantity.unit]
            if any(fit_quantities(one, quantity).agrees for one in same):
                fits += 1
            elif any(self._counts_alike(one, quantity) for one in same):
                apart += 1
            else:
                unmatched += 1
        return fits, apart, unmatched

    def _counts_alike(self, left: Quantity, right: Quantity) -> bool:
        if not left.counted or not right.counted:
            return True
        counted = self.left.context.lexicon.counted
        one, other = set(left.counted.lower().split()), set(right.counted.lower().split())
        return bool(one & other) or bool(
            {counted.of(word) or word for word in one} & {counted.of(word) or word for word in other}
        )

    def _day_fits(self) -> tuple[float, float]:
        left, right = self._days(self.left), self._days(self.right)
        if not left or not right:
            return 0.0, 0.0
        fitting = any(fit_days(one, other).agrees for one in left for other in right)
        return float(fitting), float(not fitting)

    @staticmethod
    def _days(side: Side) -> list[Days]:
        times = side.times[:20]
        return [one.days for one in times if one.days and one.type in (TimeType.DATE, TimeType.TIME)]

    def _name_types(self) -> dict[str, float]:
        """Names of one type that stand alone on both sides: another person, another place."""
        found: dict[str, float] = {}
        for kind in (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE):
            left = self._names_alone(self.left, self.pairing.left_alone, kind)
            right = self._names_alone(self.right, self.pairing.right_alone, kind)
            found[f"other {kind.value}"] = float(left and right)
            found[f"{kind.value} of right alone"] = float(right and not left)
        return found

    @staticmethod
    def _names_alone(side: Side, alone: Iterable[int], kind: EntityType) -> bool:
        waiting = set(alone)
        return any(
            mention.type is kind
            and all(
                index in waiting or index not in side.content for index in side.context.tree.tokens_in(mention.span)
            )
            for mention in side.names[:60]
        )

    def _frame(self) -> dict[str, float]:
        """Whether the right sentence's predicate, subject and object have partners in the same function."""
        right = self.right
        roots = [index for index in right.indexes if right.tokens[index].deprel == "root"][:1]
        if not roots:
            return {
                "root shared": 0.0,
                "subject shared": 0.0,
                "subject differs": 0.0,
                "object shared": 0.0,
                "object differs": 0.0,
            }
        found = {"root shared": float(roots[0] in self.pairing.to_left)}
        for name, relations in (("subject", ("nsubj",)), ("object", ("obj", "obl", "xcomp"))):
            child = right.context.tree.child(roots[0], *relations)
            partner = self.pairing.to_left.get(child) if child is not None else None
            same = partner is not None and self.left.tokens[partner].deprel.split(":")[0] in relations
            found[f"{name} shared"] = float(same)
            found[f"{name} differs"] = float(child is not None and partner is None)
        return found

    @staticmethod
    def _lemmas(side: Side) -> frozenset[str]:
        return frozenset(token.lemma.lower() for token in side.words if any(map(str.isalnum, token.text)))

    @staticmethod
    def _bigrams(side: Side) -> frozenset[tuple[str, str]]:
        words = [token.lemma.lower() for token in side.words if any(map(str.isalnum, token.text))]
        return frozenset(pairwise(words))


def _jaccard(left: frozenset[object] | frozenset[str], right: frozenset[object] | frozenset[str]) -> float:
    union = len(left | right)
    return len(left & right) / union if union else 0.0
