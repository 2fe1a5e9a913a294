"""Two sentences laid side by side: do they make the same claim, and if not, in what do they differ?

The features of ``evidence`` are weighed by a logistic regression with three outcomes (same, conflict, neither), whose weights
stand in ``resources/<language>/pairs.json`` beside the command that learned them. What is said is then told from the values: figures
that do not fit are a conflict of number, days of date, names of name. A neural reader of both sentences would be one more
feature; its training did not fit on the machine at hand (docs/design says what was tried).
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

CLASSES = ("same", "conflict", "neither")
DETAIL = 0.75
"""Share of the longer sentence's words that the other must have for both to say the same; below, one refines the other."""
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
    chances = probabilities(found)
    return _relation(chances, found, difference(pairing, left, right))


def cosine(left: Annotated, right: Annotated) -> float:
    """How alike the sentence vectors are: for each sentence of the right the most alike of the left, on average."""
    one, other = left.body.vectors, right.body.vectors
    if one is None or other is None or not len(one) or not len(other):
        return 0.0
    return float((one @ other.T).max(axis=0).mean())


def probabilities(features: Mapping[str, float]) -> dict[str, float]:
    """The chances that two sentences say the same, conflict, or neither.

    Args:
        features: From ``Evidence``.

    Returns:
        A probability for each of ``CLASSES``; they sum to 1.
    """
    weights = _weights()
    totals = {
        name: weights[name]["bias"]
        + sum(weights[name].get(feature, 0.0) * value for feature, value in features.items())
        for name in CLASSES
    }
    most = max(totals.values())
    raised = {name: exp(total - most) for name, total in totals.items()}
    whole = sum(raised.values())
    return {name: value / whole for name, value in raised.items()}


@cache
def _weights() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = json.loads((folder("en") / "pairs.json").read_text(encoding="utf-8"))[
        "weights"
    ]
    return table


def _relation(chances: Mapping[str, float], found: Mapping[str, float], differing: Difference | None) -> Relation:
    score = chances["same"]
    decided = max(CLASSES, key=lambda name: (chances[name], name))
    if decided == "conflict":
        kind = differing.kind if differing else ConflictKind.WORDING
        relation = RelationKind.UPDATES if differing and differing.updates else RelationKind.CONFLICTS
        return Relation(
            relation, kind, score, differing.reason if differing else "they differ in what they say of the same matter"
        )
    shared = f"they share {found['shared of both']:.0%} of their content words"
    if decided == "same":
        same = found["shared of longer"] >= DETAIL
        return Relation(
            RelationKind.SAME if same else RelationKind.REFINES,
            None,
            score,
            shared if same else f"{shared}; one says more",
        )
    near = max(found["shared of both"], found["cosine"] if found["cosine"] > 0.5 else 0.0)
    return Relation(RelationKind.RELATED if near >= RELATED else RelationKind.UNRELATED, None, score, shared)
