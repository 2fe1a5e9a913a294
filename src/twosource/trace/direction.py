"""Which of two tied accounts came first, by all the evidence there is, and in whose favour it speaks.

No single clue is safe: a date can be forged, a longer text may be the source or an expansion. Each clue is a signed
weight (for the left account as the source: positive), and the direction is given only where their sum is clear. The
weights stand in :mod:`.thresholds`.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.lineage import Direction
from twosource.trace import thresholds as weights
from twosource.trace.account import Account
from twosource.trace.clue import Clue, Setting
from twosource.trace.dating import dated
from twosource.trace.disguise import disguised
from twosource.trace.provenance import provenance
from twosource.trace.tie import Tie
from twosource.trace.translation import foreign_names
from twosource.trace.witnesses import witnessed

ALONE = Setting()
"""Two accounts of whose surroundings nothing is known."""
SHOWN = 2
"""Clues that a reason names, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Course:
    """The direction of a tie.

    Attributes:
        source, copy: The accounts; in canonical order where the direction is unknown.
        direction: What told it.
        words: The clues that weighed most, and the one against, for the reason.
    """

    source: Account
    copy: Account
    direction: Direction
    words: str


def course(tie: Tie, setting: Setting = ALONE) -> Course:
    """The direction of a tie.

    Args:
        tie: Two accounts that are tied.
        setting: What the rest of the input tells about them.
    """
    clues = _clues(tie, setting)
    balance = sum(clue.weight for clue in clues)
    if abs(balance) < weights.DECIDED:
        return Course(tie.left, tie.right, Direction.UNKNOWN, _undecided(clues))
    ranked = sorted(clues, key=lambda clue: -abs(clue.weight))
    won = [clue for clue in ranked if clue.weight * balance > 0]
    lost = [clue.despite for clue in ranked if clue.weight * balance < 0 and clue.despite]
    source, copy = (tie.left, tie.right) if balance > 0 else (tie.right, tie.left)
    words = "; ".join(clue.words for clue in won[:SHOWN]) + (f", although {lost[0]}" if lost else "")
    if len(won) == 1 and won[0].kind is Direction.DATE:
        words += "; only the dates tell"
    return Course(source, copy, won[0].kind, words)


def _clues(tie: Tie, setting: Setting) -> list[Clue]:
    found = [
        *provenance(tie),
        dated(tie, setting),
        _containment(tie),
        _disguise(tie),
        _composite(tie, setting.composites),
        witnessed(tie, setting),
        foreign_names(tie),
    ]
    return [clue for clue in found if clue]


def _undecided(clues: list[Clue]) -> str:
    if {clue.weight > 0 for clue in clues} == {True, False}:
        return "which came first cannot be told, for the clues disagree"
    return "which came first cannot be told" + (f", although {clues[0].words}" if clues else "")


def _containment(tie: Tie) -> Clue | None:
    """The account that lies within the other is its cut form: it has little of its own, the other has more.

    Only word for word: who retells drops and splits sentences, so that shares of sentences tell nothing.
    """
    left, right = tie.exact_share_of(tie.left), tie.exact_share_of(tie.right)
    lead = right - left
    if abs(lead) < 0.1 or max(left, right) < 0.6:
        return None
    weight = weights.CONTAINED if abs(lead) >= 0.25 else weights.CONTAINED / 2
    inside = f"{max(left, right):.0%} of the copy lies within the source"
    words = f"{inside}, {min(left, right):.0%} of the source in the copy"
    return Clue(Direction.CONTAINMENT, weight if lead > 0 else -weight, words)


def _disguise(tie: Tie) -> Clue | None:
    """Look-alike letters and invisible signs are put in by who hides a copy."""
    left, right = disguised(tie.left.annotated.body.text), disguised(tie.right.annotated.body.text)
    if (not left and not right) or (left and right):
        return None
    words = f"{max(left, right)} words of the copy hide behind look-alike letters or invisible signs"
    return Clue(Direction.CONTAINMENT, weights.DISGUISED if right else -weights.DISGUISED, words)


def _composite(tie: Tie, composites: frozenset[str]) -> Clue | None:
    left, right = tie.left.id in composites, tie.right.id in composites
    whole = min(tie.exact_share_of(tie.left), tie.exact_share_of(tie.right)) >= weights.WHOLE_SHARE
    if left == right or whole:
        return None
    words = "the copy joins parts of several accounts"
    return Clue(Direction.CONTAINMENT, weights.COMPOSED if right else -weights.COMPOSED, words)
