"""How rare each word is, in the input and in news at large, and the accounts as vectors of rare words.

Rarity is the inverse document frequency (Spärck Jones, 1972) over the input plus an imagined background of news texts,
so that it means something for two accounts and is ruled by the input from some hundred on.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.group.profile import Profile
from twosource.text.commonness import commonness

BACKGROUND = 1000
"""Texts of imagined background. Tuned on the tuning halves of bench.groups: 30 to 120 differ by less than a point."""
VECTOR_WORDS = 120
"""Words of an account that enter its vector, rarest and most stressed first; more change no grouping."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """One account's profile with its words weighed.

    Attributes:
        words: Folded word to weight; the vector of weights has unit length.
        lead: Words of title and lead to rarity.
        names: Words of early names to rarity.
        named: Words of all names to rarity.
        rarity: Rarity of each of its words.
    """

    profile: Profile
    words: dict[str, float]
    lead: dict[str, float]
    names: dict[str, float]
    named: dict[str, float]
    rarity: dict[str, float]


def weigh(profiles: Sequence[Profile]) -> list[Weighed]:
    """All accounts of the input with their words weighed against one another and against the background."""
    held = Counter(word for profile in profiles for word in profile.counts)
    total = len(profiles) + BACKGROUND
    rarity = {
        word: math.log((total + 1) / (count + BACKGROUND * commonness(word))) for word, count in sorted(held.items())
    }
    return [_weighed(profile, rarity) for profile in profiles]


def _weighed(profile: Profile, rarity: dict[str, float]) -> Weighed:
    raw = {word: count * max(rarity[word], 0.0) for word, count in profile.counts.items()}
    kept = sorted(raw.items(), key=lambda item: (-item[1], item[0]))[:VECTOR_WORDS]
    length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    own = {word: max(rarity[word], 0.0) for word in profile.counts}
    return Weighed(
        profile=profile,
        words={word: weight / length for word, weight in kept},
        lead={word: own[word] for word in sorted(profile.lead) if word in own},
        names={word: own[word] for word in sorted(profile.names) if word in own},
        named={word: own[word] for word in sorted(profile.named) if word in own},
        rarity=own,
    )
