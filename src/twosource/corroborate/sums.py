"""The learned sums that judge a pair of sentences: from features to log-odds and probabilities.

Three of them. *Differ* weighs features of difference, learned from open contrastive pairs, whose words are nearly the
same whatever their label (``training/pairs.py``). *Same* (both make one claim) and *clash* (they contradict each other)
add up small rules over all features, that sum, and what the pair reader says: a likeness counts for less where a figure
does not fit, and the reader for more where most words are shared. They are fitted on one half of each dev set
(``training/pair_sums.py``). Where no reader read the pair (it knows English only), both have rules of their own, fitted
without it. Each file of weights names the command that made it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp
from typing import Any

from twosource.resources import folder

READ = "read supports"
"""The feature that is there where the reader read the pair."""

Features = Mapping[str, float]
Rule = Any
"""A number, or a list: name of a feature, a bound, the rule up to the bound, the rule beyond it."""


def differ(features: Features) -> float:
    """The log-odds that two sentences which share most of their words contradict each other."""
    weights = _weights()
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


def same(features: Features) -> float:
    """The probability that two sentences make the same claim: that the left one supports the right one."""
    return _ruled(features, "same")


def clash(features: Features) -> float:
    """The probability that two sentences contradict each other."""
    return _ruled(features, "clash")


def _ruled(features: Features, name: str) -> float:
    found = _sums()[name if READ in features else f"{name} unread"]
    return probability(sum(followed(rule, features) for rule in found))


def followed(rule: Rule, features: Features) -> float:
    """Follow a rule to its number: on to the third part if the feature is at most the second one, else to the fourth.

    >>> followed(["cosine", 0.5, -1.0, ["plain", 0.5, 1.0, 0.0]], {"cosine": 0.8, "plain": 0.0})
    1.0
    """
    while not isinstance(rule, float):
        name, most, low, high = rule
        rule = low if features[name] <= most else high
    return rule


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
def _sums() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads((folder("en") / "pair-sums.json").read_text(encoding="utf-8"))
    return tables
