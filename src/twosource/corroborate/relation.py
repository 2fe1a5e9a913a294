"""Two sentences laid side by side: do they make the same claim, and if not, in what do they differ?

Two sums decide. *Alike* weighs what the sentences share: four features with weights tuned on the dev halves,
because open pair sets are made so that likeness tells nothing in them. *Differ* weighs what sets them apart by a
logistic regression, learned from such contrastive pairs (``resources/en/pairs.json``, with the command that made
it). In what they differ is then told from the values: figures that do not fit are a conflict of number, days of
date, names of name. A neural reader of both sentences would be one more term of the sum: ``Evidence`` is the place
for it. On a CPU its training takes half an hour an epoch and more epochs than there were.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import exp

from twosource.corroborate.context import contexts
from twosource.corroborate.differences import Difference, difference
from twosource.corroborate.evidence import Evidence
from twosource.corroborate.words import Pairing, Side
from twosource.model.claim import ConflictKind
from twosource.model.entity import Entity
from twosource.model.reading import Annotated
from twosource.resources import folder

ALIKE_WEIGHTS = {"same words": 3.0, "cosine": 1.5, "shared of right": 0.5}
TONE_WEIGHTS = {"denial of left": -1.0, "hedge of left": -0.6, "other person": -0.4, "any figure apart": -0.3}
DIFFER_WEIGHT = -0.5
PLAIN_WEIGHT = -1.0
"""Weights of the score: a coarse grid of nine rows, the best mean AUC over one half of each dev set (python -m
bench.pairs)."""

SLOPE, OFFSET = 0.90, -1.6
"""From the sum to a probability: one line for all sets, fitted on the same halves so that 0.5 parts them best."""

DIFFERING, NEAR = 0.5, 0.75
"""A pair conflicts if *differ* and denial reach ``DIFFERING`` and *alike* reaches ``NEAR``: what is about other
things does not conflict."""

PLAIN = frozenset(
    {ConflictKind.NUMBER, ConflictKind.POLARITY, ConflictKind.WORDING, ConflictKind.ROLE, ConflictKind.DATE}
)
PLAIN_NEAR = 0.45
"""A difference of these kinds is a conflict by itself where the shorter sentence shares this part of its words:
names differ too easily by spelling and by what is left out."""

SAME = 0.5
DETAIL = 0.75
"""Share of the longer sentence's words that the other must have for both to say the same; below, one refines the
other."""
RELATED = 0.25
"""Share of words in common from which on sentences are about the same matter."""


class RelationKind(StrEnum):
    """How the claims of two sentences stand to each other."""

    SAME = "same"
    REFINES = "refines"
    UPDATES = "updates"
    CONFLICTS = "conflicts"
    RELATED = "related"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Relation:
    """The relation of two sentences.

    Attributes:
        kind: In what they differ, where they do.
        score: Probability that both make the same claim.
        reason: One sentence that a person can check.
    """

    relation: RelationKind
    kind: ConflictKind | None
    score: float
    reason: str


def compare(left: Annotated, right: Annotated, entities: Sequence[Entity]) -> Relation:
    """Compare two accounts of a sentence each.

    Args:
        left: One account.
        right: The other; the reading's sentence vectors are used where there are some.
        entities: From ``link``, over both.
    """
    one, other = contexts((left, right), entities)
    pairing = Pairing(Side(one), Side(other))
    found = Evidence(pairing, cosine(left, right)).features()
    return _relation(found, difference(pairing, left, right))


def cosine(left: Annotated, right: Annotated) -> float:
    """How alike the sentence vectors are: for each sentence of the right the most alike of the left, on average."""
    one, other = left.body.vectors, right.body.vectors
    if one is None or other is None or not len(one) or not len(other):
        return 0.0
    return float((one @ other.T).max(axis=0).mean())


def score_of(features: Mapping[str, float], differing: Difference | None) -> float:
    """The probability that two sentences make the same claim.

    Args:
        features: From ``Evidence``.
        differing: In what their values differ.
    """
    total = alike(features) + DIFFER_WEIGHT * differ(features) + PLAIN_WEIGHT * is_plain(features, differing)
    total += sum(weight * features[name] for name, weight in TONE_WEIGHTS.items())
    return 1 / (1 + exp(-(SLOPE * total + OFFSET)))


def is_plain(features: Mapping[str, float], differing: Difference | None) -> bool:
    """Whether a difference is plain to see: sentences with most words in common, a value that does not fit."""
    near = max(features["shared of shorter"], features["same words"])
    if differing is None or differing.kind not in PLAIN or near <= PLAIN_NEAR:
        return False
    denied = features["negated head"] + features["denial of left"] + features["denial of right"]
    return differing.kind is not ConflictKind.POLARITY or denied > 0


def alike(features: Mapping[str, float]) -> float:
    """How much two sentences share."""
    return sum(weight * features[name] for name, weight in ALIKE_WEIGHTS.items())


def differ(features: Mapping[str, float]) -> float:
    """The log-odds that two sentences which share most of their words contradict each other."""
    weights = _weights()
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def _weights() -> dict[str, float]:
    table: dict[str, dict[str, float]] = json.loads((folder("en") / "pairs.json").read_text(encoding="utf-8"))
    return table["differ"]


def _relation(found: Mapping[str, float], differing: Difference | None) -> Relation:
    score = score_of(found, differing)
    shared = f"they share {found['shared of both']:.0%} of their content words"
    plain = is_plain(found, differing)
    if score > SAME and not plain:
        same = found["shared of longer"] >= DETAIL
        return Relation(
            RelationKind.SAME if same else RelationKind.REFINES,
            None,
            score,
            shared if same else f"{shared}; one says more",
        )
    if plain or (differ(found) + found["denial of left"] > DIFFERING and alike(found) > NEAR):
        return _conflict(differing, min(score, SAME), shared)
    near = max(found["shared of both"], found["cosine"] - 0.3)
    return Relation(RelationKind.RELATED if near >= RELATED else RelationKind.UNRELATED, None, score, shared)


def _conflict(differing: Difference | None, score: float, shared: str) -> Relation:
    if differing is None:
        return Relation(RelationKind.CONFLICTS, ConflictKind.WORDING, score, f"{shared}, but not what they say of them")
    kind = RelationKind.UPDATES if differing.updates else RelationKind.CONFLICTS
    return Relation(kind, differing.kind, score, differing.reason)
