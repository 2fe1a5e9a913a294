"""Two sentences laid side by side: do they make the same claim, and if not, in what do they differ?

Features of likeness and of difference (``evidence``), the first difference of values (``differences``) and what the
pair reader makes of both texts (``reader``) are weighed and summed (``sums``): once to the probability that both
make the same claim, once to the probability that they contradict each other. In what they differ is then told from the
values alone: figures that do not fit are a conflict of number, days of date, names of name. A difference that is plain,
or that is the only one between sentences alike word for word (``slots``), is a conflict whatever the sums say; but two
full sentences conflict only in what they say of one thing (``matter``), for those of one story share words anyhow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from twosource.corroborate.pairs.differences import Difference
from twosource.corroborate.pairs.laid import DETAIL, Laid, is_plain, lay, read_too
from twosource.corroborate.pairs.sums import clash, same
from twosource.model.claim import ConflictKind
from twosource.model.entity import Entity
from twosource.model.reading import Annotated

__all__ = ["Laid", "Relation", "RelationKind", "compare", "lay", "read_too", "relate"]

SAME, CLASH = 0.5, 0.5
"""Probabilities from which on two sentences make the same claim, or contradict each other. *Same* was tuned so that one
half parts its pairs, all dev sets weighing the same; of 0.4, 0.5 and 0.6 for the other, 0.4 and 0.5 gave the best macro
F1 on the tuning halves of the three sets with three labels, and 0.5 the fewer conflicts among rewordings."""
HEADLINES = 0.45, 0.6
"""The same for two headlines: they are short, so less is shared where they say the same, and less said where they do
not. Of 0.4 to 0.5 and 0.6 to 0.8 the best on the tuning half of the rumours (macro F1 64.2, by folds), and with 0.4
more headlines that only resemble each other would be the same."""

SURE = 2.0
"""Log-odds of a conflict, in both orders, from which on other words in one place are another claim. Of pairs of MRPC
that part in one place alone, 14 in 100 are read so."""
SUPPORTED = 0.5
"""How surely the reader must find that one sentence supports the other before figures of both are taken to measure one
thing wherever they stand: it knows figures only as words. On the tuning halves it is so sure of 44 of 53 pairs of claim
and evidence whose figures conflict, and of none of 49 pairs of natural sentences whose figures measure two things."""
NEARLY = 0.4
"""… or how like both must be where the reader sees a conflict."""
SURELY, ALIKE = 0.6, 0.35
"""Probability from which on two sentences are the same claim however few words they share; below, the reader must find
it supported, or they share this part of their words. Of 60 pairs of natural sentences that were said to be the same
claim with more or less detail 47 were, and 41 of the 49 that are left; of 60 others, kept aside, 46, and 41 of 51. On
the tuning half of ECB+ it is 82 in 100 and 84. That both tell of one predicate, or how much of its clause they share,
told no more."""
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

    Raises:
        PipelineError: The pair reader is missing.
    """
    laid = lay(left, right, entities)
    english = all((account.article.language or "en") == "en" for account in (left, right))
    return relate(read_too(laid, left.article.text, right.article.text) if english else laid)


def is_other(features: Mapping[str, float], exchanged: Difference) -> bool:
    """Whether what was exchanged is another claim: of other words the pair reader must be sure, in both orders."""
    return exchanged.kind is not ConflictKind.WORDING or features.get("reader sees conflict", -SURE) > SURE


def relate(laid: Laid) -> Relation:
    """Judge two sentences by all that was laid out of them."""
    found, score = laid.features, same(laid.features)
    shared = f"they share {found['shared of both']:.0%} of their content words"
    same_from, clash_from = (SAME, CLASH) if found["sentences"] else HEADLINES
    differing = _told_difference(laid, score)
    plain = is_plain(found, differing)
    if plain or (laid.exchange and is_other(found, laid.exchange)):
        return _conflict(differing if plain else laid.exchange, min(score, same_from), shared)
    if score > same_from and _tell_one_claim(laid, score):
        if found["shared of longer"] < DETAIL:
            return Relation(RelationKind.REFINES, None, score, f"{shared}; one says more")
        if laid.degree:
            return Relation(RelationKind.REFINES, None, score, f"{shared}; {laid.degree}")
        return Relation(RelationKind.SAME, None, score, shared)
    near = max(found["shared of both"], found["cosine"] - 0.3) >= RELATED
    on_one_matter = near or (differing is not None and _is_supported(laid))
    if on_one_matter and (differing or _is_read_so(laid)) and clash(found) > clash_from:
        return _conflict(differing, min(score, same_from), shared)
    return Relation(RelationKind.RELATED if near else RelationKind.UNRELATED, None, score, shared)


def _told_difference(laid: Laid, score: float) -> Difference | None:
    """The difference about one thing, or that of figures of which the reader tells that they are."""
    sees = laid.features.get("reader sees conflict", -SURE) > 0.0 and score > NEARLY
    return laid.difference or (laid.measured if sees or _is_supported(laid) else None)


def _tell_one_claim(laid: Laid, score: float) -> bool:
    """Whether two sentences that are likely enough the same tell one claim, and not only of one story."""
    alike = laid.features["shared of both"] >= ALIKE
    return not laid.features["sentences"] or score > SURELY or alike or _is_supported(laid)


def _is_supported(laid: Laid) -> bool:
    return laid.features.get("reader supports", 0.0) >= SUPPORTED


def _is_read_so(laid: Laid) -> bool:
    """Whether the reader's word alone makes a conflict: of two headlines, and where no values explain it."""
    return not laid.features["sentences"] and not laid.valued


def _conflict(differing: Difference | None, score: float, shared: str) -> Relation:
    if differing is None:
        return Relation(RelationKind.CONFLICTS, ConflictKind.WORDING, score, f"{shared}, but not what they say of them")
    kind = RelationKind.UPDATES if differing.updates else RelationKind.CONFLICTS
    return Relation(kind, differing.kind, score, differing.reason)
