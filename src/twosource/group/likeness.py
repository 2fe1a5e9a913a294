"""How likely two accounts are of one event: a few features, weighed in a table.

Accounts of one event share rare words; more telling still, each one's headline and lead name what the other's text
names too. Look-alike events share the kind of thing that happened and differ in who and where, so a lead of which the
other text knows little speaks against, from whichever side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from twosource.group.rarity import Weighed
from twosource.group.twins import Twin, difference


@dataclass(frozen=True, slots=True)
class Features:
    """What two accounts share, each from 0 to 1 unless said otherwise.

    Attributes:
        words: Cosine of the vectors of rare words.
        lead_least, lead_most: Part of the one's lead, by rarity, that the other text has; the lesser and the greater.
        names: Part of the smaller set of names, by rarity, that both have.
        meaning: Cosine of the sentence vectors; ``None`` where there are none.
        days: Days between the two publications, 0 within their windows; ``None`` where a date is missing.
        twin: The parameter in which the headlines differ, if they look like twin events.
    """

    words: float
    lead_least: float
    lead_most: float
    names: float
    meaning: float | None
    days: int | None
    twin: Twin | None


def features(left: Weighed, right: Weighed) -> Features:
    """What two accounts share."""
    forth, back = _covered(left.lead, right.rarity), _covered(right.lead, left.rarity)
    return Features(
        words=_dot(left.words, right.words),
        lead_least=min(forth, back),
        lead_most=max(forth, back),
        names=_shared(left.names, right.names),
        meaning=_meaning(left, right),
        days=_apart(left, right),
        twin=difference(left.profile, right.profile),
    )


def _dot(left: dict[str, float], right: dict[str, float]) -> float:
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return sum(weight * large[word] for word, weight in small.items() if word in large)


def _covered(lead: dict[str, float], other: dict[str, float]) -> float:
    total = sum(lead.values())
    return sum(weight for word, weight in lead.items() if word in other) / total if total else 0.0


def _shared(left: dict[str, float], right: dict[str, float]) -> float:
    smaller = min(sum(left.values()), sum(right.values()))
    return sum(weight for word, weight in left.items() if word in right) / smaller if smaller else 0.0


def _meaning(left: Weighed, right: Weighed) -> float | None:
    one, other = left.profile.vector, right.profile.vector
    return float(one @ other) if one is not None and other is not None else None


def _apart(left: Weighed, right: Weighed) -> int | None:
    one, other = left.profile.days, right.profile.days
    if one is None or other is None:
        return None
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


BIAS = -4.4
WEIGHTS = {"words": 4.7, "lead_least": 6.9, "lead_most": 2.8, "names": 4.2}
"""Log-odds of one event for each feature. Fitted by logistic regression on pairs of the tuning halves of bench.groups
(odd topics of look-alike events, half of the incidents, half of the events told by three outlets; each set weighed
alike), then rounded. A pair with half of every feature is at odds of 1 to 140 without a word in common in the leads."""
WEIGHT_OF_TEN_DAYS = -0.9
LONGEST_GAP = 60
"""Days between two publications beyond which more make no difference: trials follow events by months."""
WEIGHT_OF_TWIN = -6.0


def score(found: Features) -> float:
    """Probability that two accounts are of one event."""
    odds = BIAS + sum(weight * getattr(found, name) for name, weight in WEIGHTS.items())
    odds += WEIGHT_OF_TEN_DAYS * min(found.days or 0, LONGEST_GAP) / 10
    odds += WEIGHT_OF_TWIN if found.twin else 0.0
    return 1 / (1 + math.exp(-odds))
