"""What third accounts tell about the direction between two: whose wording they bear out.

Textual criticism goes by it: a reading that one text alone has was put in by its writer, and a text whose readings the
others share stands nearer to the source (Maas, *Textual Criticism*, 1958, on *lectiones singulares*). One further text
is not enough, for the text in the middle of a chain agrees with both its neighbours: the more witnesses, the likelier
that the middle is the root.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model.lineage import Direction
from twosource.trace.account import Account
from twosource.trace.clue import Clue, Setting
from twosource.trace.thresholds import WITNESSED
from twosource.trace.tie import Tie

LEAST_READINGS = 6
"""Runs that one text has and the other lacks, below which nothing is learnt from them."""
WITNESSES = 12
"""Third accounts that are asked."""
BORNE_OUT, SINGULAR = 0.7, 0.15
"""Part of a text's own runs that the witnesses together must have, and at most may have, for them to be shared
readings, or readings of that text alone. On the tuning half 0.6 to 0.8 and 0.1 to 0.2 decide alike."""


def witnessed(tie: Tie, setting: Setting) -> Clue | None:
    """The account whose wording all others depart from, each in places of its own, is their source."""
    thirds = _beside_both(setting, tie)
    if len(thirds) < 2:
        return None
    for source, copy, sign in ((tie.left, tie.right, 1), (tie.right, tie.left, -1)):
        count = _siding(source.runs, copy.runs, [third.runs for third in thirds])
        if count >= 2:
            words = f"{count} other accounts keep the source's wording where the copy has its own"
            return Clue(Direction.CONTAINMENT, sign * WITNESSED[min(count, max(WITNESSED))], words)
    return None


def _beside_both(setting: Setting, tie: Tie) -> list[Account]:
    """The kin of both, each text once, in canonical order."""
    ours = {account.id for account in setting.kin.get(tie.left.id, ())}
    found: dict[bytes, Account] = {}
    for account in sorted(setting.kin.get(tie.right.id, ()), key=lambda one: one.order):
        if account.id in ours:
            found.setdefault(account.words.codes.tobytes(), account)
    return list(found.values())[:WITNESSES]


def _siding(source: frozenset[int], copy: frozenset[int], thirds: Sequence[frozenset[int]]) -> int:
    """How many witnesses have the one's readings and not the other's; 0 unless they bear out the one as a whole."""
    ours, theirs = source - copy, copy - source
    if len(ours) < LEAST_READINGS or len(theirs) < LEAST_READINGS:
        return 0
    for_us, for_them = [ours & third for third in thirds], [theirs & third for third in thirds]
    if len(frozenset().union(*for_us)) < BORNE_OUT * len(ours):
        return 0
    most = SINGULAR * len(theirs)
    if len(frozenset().union(*for_them)) > most:
        return 0
    return sum(len(one) >= LEAST_READINGS for one in for_us)
