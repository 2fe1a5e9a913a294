"""Two sentences laid side by side: do they make the same claim, and if not, in what do they differ?

Features of likeness and of difference (``evidence``), the first difference of values (``differences``) and what the
pair reader makes of both texts (``reader``) are weighed and summed (``sums``): once to the probability that both
make the same claim, once to the probability that they contradict each other. In what they differ is then told from the
values alone: figures that do not fit are a conflict of number, days of date, names of name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from twosource.corroborate.context import contexts
from twosource.corroborate.differences import Difference, difference
from twosource.corroborate.evidence import Evidence
from twosource.corroborate.reader import reader_features
from twosource.corroborate.sums import clash, differ, same
from twosource.corroborate.words import Pairing, Side
from twosource.model.claim import ConflictKind
from twosource.model.entity import Entity
from twosource.model.reading import Annotated

PLAIN = frozenset(
    {ConflictKind.NUMBER, ConflictKind.POLARITY, ConflictKind.WORDING, ConflictKind.ROLE, ConflictKind.DATE}
)
PLAIN_NEAR = 0.45
"""A difference of these kinds is plain where the shorter sentence shares this part of its words: names differ too
easily by spelling and by what is left out."""

SAME, CLASH = 0.5, 0.6
"""Probabilities from which on two sentences make the same claim, or contradict each other. *Same* was tuned so that
one half parts its pairs, all dev sets weighing the same; of 0.5, 0.6 and 0.7 for the other, 0.6 gave the best macro F1
on the tuning halves of the three sets with three labels."""

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


@dataclass(frozen=True, slots=True)
class Laid:
    """Two sentences laid side by side.

    Attributes:
        features: All that is weighed, by name.
        difference: The first difference of their values.
    """

    features: Mapping[str, float]
    difference: Difference | None


def compare(left: Annotated, right: Annotated, entities: Sequence[Entity]) -> Relation:
    """Compare two accounts of a sentence each.

    Args:
        left: One account.
        right: The other; the reading's sentence vectors are used where there are some.
        entities: From ``link``, over both.

    Raises:
        PipelineError: The pair reader is missing.
    """
    laid = lay(left, right, entities)
    english = all((account.article.language or "en") == "en" for account in (left, right))
    return relate(read_too(laid, left.article.text, right.article.text) if english else laid)


def lay(left: Annotated, right: Annotated, entities: Sequence[Entity]) -> Laid:
    """Lay two accounts side by side, by all but the reader.

    Args:
        left, right: The accounts.
        entities: From ``link``, over both.
    """
    one, other = contexts((left, right), entities)
    pairing = Pairing(Side(one), Side(other))
    found = Evidence(pairing, cosine(left, right)).features()
    differing = difference(pairing, left, right)
    plain = float(is_plain(found, differing))
    return Laid(found | {"differ": differ(found), "plain": plain}, differing)


def read_too(laid: Laid, left: str, right: str) -> Laid:
    """Add what the pair reader makes of two English texts."""
    return Laid({**laid.features, **reader_features(left, right)}, laid.difference)


def cosine(left: Annotated, right: Annotated) -> float:
    """How alike the sentence vectors are: for each sentence of the right the most alike of the left, on average."""
    one, other = left.body.vectors, right.body.vectors
    if one is None or other is None or not len(one) or not len(other):
        return 0.0
    return float((one @ other.T).max(axis=0).mean())


def is_plain(features: Mapping[str, float], differing: Difference | None) -> bool:
    """Whether a difference is plain to see: sentences with most words in common, a value that does not fit."""
    near = max(features["shared of shorter"], features["same words"])
    if differing is None or differing.kind not in PLAIN or near <= PLAIN_NEAR:
        return False
    denied = features["negated head"] + features["denial of left"] + features["denial of right"]
    return differing.kind is not ConflictKind.POLARITY or denied > 0


def relate(laid: Laid) -> Relation:
    """Judge two sentences by all that was laid out of them."""
    found, differing = laid.features, laid.difference
    score = same(found)
    shared = f"they share {found['shared of both']:.0%} of their content words"
    if score > SAME and not found["plain"]:
        if found["shared of longer"] >= DETAIL:
            return Relation(RelationKind.SAME, None, score, shared)
        return Relation(RelationKind.REFINES, None, score, f"{shared}; one says more")
    near = max(found["shared of both"], found["cosine"] - 0.3) >= RELATED
    if found["plain"] or (near and clash(found) > CLASH):
        return _conflict(differing, min(score, SAME), shared)
    return Relation(RelationKind.RELATED if near else RelationKind.UNRELATED, None, score, shared)


def _conflict(differing: Difference | None, score: float, shared: str) -> Relation:
    if differing is None:
        return Relation(RelationKind.CONFLICTS, ConflictKind.WORDING, score, f"{shared}, but not what they say of them")
    kind = RelationKind.UPDATES if differing.updates else RelationKind.CONFLICTS
    return Relation(kind, differing.kind, score, differing.reason)
