"""The learned sums that judge a pair of sentences: from features to log-odds and probabilities.

Two of them: *same* (both make one claim) and *clash* (they contradict each other) weigh features of likeness and of
difference and what the pair reader says; they are tuned on one half of each dev set, each feature with the sign that it
must have (``training/pair_sums.py``). Where no reader read the pair (it knows English only), both have their own
weights, tuned without it. The file of weights names the command that made it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp

from twosource.resources import folder

READ = "reader supports"
"""The feature that is there where the reader read the pair."""

Features = Mapping[str, float]


def same(features: Features) -> float:
    """The probability that two sentences make the same claim."""
    return _summed(features, "same")


def clash(features: Features) -> float:
    """The probability that two sentences contradict each other."""
    return _summed(features, "clash")


def _summed(features: Features, name: str) -> float:
    return probability(weighed(features, _sums()[name if READ in features else f"{name} unread"]))


def weighed(features: Features, weights: Features) -> float:
    """The bias and the weighted features, summed in the order of the weights."""
    return weights["bias"] + sum(weight * features[name] for name, weight in weights.items() if name != "bias")


def probability(log_odds: float) -> float:
    """The logistic function, cut where floating point would end.

    >>> probability(0.0)
    0.5
    """
    return 1.0 / (1.0 + exp(-max(-40.0, min(40.0, log_odds))))


@cache
def _sums() -> dict[str, dict[str, float]]:
    tables: dict[str, dict[str, float]] = json.loads((folder("en") / "pair-sums.json").read_text(encoding="utf-8"))
    return tables
