"""Which of two tied accounts came first, by all the evidence there is, and in whose favour it speaks.

No single clue is safe: a date can be forged, a longer text may be the source or an expansion. Each clue is a signed
weight (for the left account as the source: positive), and the direction is given only where their sum is clear. Weights
by hand: a credit outweighs a date and a cut together, for nobody credits whom he did not read; a date outweighs a cut.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.lineage import Direction
from twosource.trace.account import Account, days_between
from twosource.trace.disguise import disguised
from twosource.trace.thresholds import DECIDED
from twosource.trace.tie import Tie, credits_other

CREDIT = 2.5
DATE = 1.0
SAME_DAY = 0.7
"""A difference within one day: clocks and time zones err by hours."""
CONTAINMENT = 0.6
DISGUISE = 2.0
COMPOSITE = 0.9


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: ``weight`` is positive where the left account is the source."""

    kind: Direction
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Course:
    """The direction of a tie.

    Attributes:
        source, copy: The accounts; in canonical order where the direction is unknown.
        direction: What told it.
        words: The clue that weighed most, for the reason.
    """

    source: Account
    copy: Account
    direction: Direction
    words: str


def course(tie: Tie, composites: frozenset[str] = frozenset()) -> Course:
    """The direction of a tie.

    Args:
        tie: Two accounts that are tied.
        composites: Ids of accounts that are put together from several others.
    """
    clues = [
        clue
        for clue in (*_credit(tie), _date(tie), _containment(tie), _disguise(tie), _composite(tie, composites))
        if clue
    ]
    balance = sum(clue.weight for clue in clues)
    if abs(balance) < DECIDED:
        return Course(tie.left, tie.right, Direction.UNKNOWN, "which came first cannot be told")
    best = max((clue for clue in clues if clue.weight * balance > 0), key=lambda clue: abs(clue.weight))
    source, copy = (tie.left, tie.right) if balance > 0 else (tie.right, tie.left)
    return Course(source, copy, best.kind, best.words)


def _credit(tie: Tie) -> list[Clue]:
    found = []
    for source, copy, sign in ((tie.left, tie.right, 1), (tie.right, tie.left, -1)):
        credit = credits_other(copy, source)
        if credit:
            found.append(Clue(Direction.CREDIT, sign * CREDIT, f"the copy credits {credit.name} (“{credit.text}”)"))
    return found


def _date(tie: Tie) -> Clue | None:
    one, other = tie.left.article.published, tie.right.article.published
    if one is None or other is None:
        return None
    days = days_between(one, other)
    if not days:
        return None
    weight = DATE if abs(days) >= 1 else SAME_DAY
    return Clue(Direction.DATE, weight if days > 0 else -weight, f"published {_gap(abs(days))} earlier")


def _gap(days: float) -> str:
    if days >= 1:
        return f"{days:.0f} day" + ("s" if round(days) != 1 else "")
    return f"{days * 24:.1f} hours"


def _containment(tie: Tie) -> Clue | None:
    """The account that lies within the other is its cut form: it has little of its own, the other has more.

    Only word for word: who retells drops and splits sentences, so that shares of sentences tell nothing.
    """
    left, right = tie.exact_share_of(tie.left), tie.exact_share_of(tie.right)
    lead = right - left
    if abs(lead) < 0.1 or max(left, right) < 0.6:
        return None
    weight = CONTAINMENT if abs(lead) >= 0.25 else CONTAINMENT / 2
    inside = f"{max(left, right):.0%} of the copy lies within the source"
    words = f"{inside}, {min(left, right):.0%} of the source in the copy"
    return Clue(Direction.CONTAINMENT, weight if lead > 0 else -weight, words)


def _disguise(tie: Tie) -> Clue | None:
    """Look-alike letters and invisible signs are put in by who hides a copy."""
    left, right = disguised(tie.left.annotated.body.text), disguised(tie.right.annotated.body.text)
    if (not left and not right) or (left and right):
        return None
    words = f"{max(left, right)} words of the copy hide behind look-alike letters or invisible signs"
    return Clue(Direction.CONTAINMENT, DISGUISE if right else -DISGUISE, words)


def _composite(tie: Tie, composites: frozenset[str]) -> Clue | None:
    left, right = tie.left.id in composites, tie.right.id in composites
    if left == right:
        return None
    return Clue(Direction.CONTAINMENT, COMPOSITE if right else -COMPOSITE, "the copy joins parts of several accounts")
