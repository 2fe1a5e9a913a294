"""The learned sums that judge a pair of sentences: from features to log-odds and probabilities.

Three of them. *Differ* weighs features of difference, learned from open contrastive pairs, whose words are nearly the
same whatever their label (``training/pairs.py``). *Same* (both make one claim) and *clash* (they contradict each other)
weigh features of likeness, that sum, and what the pair reader says; they are tuned on one half of each dev set
(``training/pair_sums.py``). Where no reader read the pair (it knows English only), both have their own weights, tuned
without it. Each file of weights names the command that made it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp

from twosource.resources import folder

READ = "read supports"
"""The feature that is there where the reader read the pair."""

Features = Mapping[str, float]


def differ(features: Features) -> float:
    """The log-odds that two sentences which share most of their words contradict each other."""
    weights = _weights()
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def same(features: Features) -> float:
    """The probability that two sentences make the same claim: that the left one supports the right one."""
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
def _weights() -> dict[str, float]:
    tables: dict[str, dict[str, float]] = json.loads((folder("en") / "pairs.json").read_text(encoding="utf-8"))
    return tables["differ"]


@cache
def _sums() -> dict[str, dict[str, float]]:
    tables: dict[str, dict[str, float]] = json.loads((folder("en") / "pair-sums.json").read_text(encoding="utf-8"))
    return tables
