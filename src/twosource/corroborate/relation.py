"""Two sentences laid side by side: do they make the same claim, and if not, in what do they differ?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from twosource.model.claim import ConflictKind
from twosource.model.entity import Entity
from twosource.model.reading import Annotated


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
    """Compare two accounts of a sentence each."""
    return Relation(RelationKind.UNRELATED, None, 0.0, "not compared")
