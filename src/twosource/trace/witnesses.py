"""What third accounts tell about the direction between two: whose wording, figures and names they bear out.

Textual criticism goes by it: a reading that one text alone has was put in by its writer, and a text whose readings the
others share stands nearer to the source (Maas, *Textual Criticism*, 1958, on *lectiones singulares*). One further text
is not enough, for the text in the middle of a chain agrees with both its neighbours: the more witnesses, the likelier
that the middle is the root.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from twosource.model.lineage import Direction
from twosource.trace.clue import Clue, Setting, others
from twosource.trace.thresholds import GARBLED, WITNESSED
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
    thirds = others(setting.kin, tie.left, tie.right, WITNESSES)
    if len(thirds) < 2:
        return None
    for source, copy, sign in ((tie.left, tie.right, 1), (tie.right, tie.left, -1)):
        count = _siding(source.runs, copy.runs, [third.runs for third in thirds])
        if count >= 2:
            words = f"{count} other accounts keep the source's wording where the copy has its own"
            return Clue(Direction.CONTAINMENT, sign * WITNESSED[min(count, max(WITNESSED))], words)
    return None


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


def garbled(tie: Tie, setting: Setting) -> Clue | None:
    """A figure or name in which one account departs from the other and from all the rest was misread by its writer."""
    thirds = [frozenset(one.words.folded) for one in others(setting.near, tie.left, tie.right, WITNESSES)]
    slips = {1: dict[str, str](), -1: dict[str, str]()}
    for left, right in _variants(tie):
        one, other = (sum(word in third for third in thirds) for word in (left, right))
        if max(one, other) >= 2 and min(one, other) == 0:
            slips[1 if one else -1].update({(right if one else left): (left if one else right)})
    sign = 1 if len(slips[1]) > len(slips[-1]) else -1
    if len(slips[1]) == len(slips[-1]):
        return None
    wrong, right_one = next(iter(slips[sign].items()))
    words = f"the copy alone has “{wrong}” where the source and others have “{right_one}”"
    return Clue(Direction.CONTAINMENT, sign * GARBLED[min(len(slips[sign]), max(GARBLED))], words)


def _variants(tie: Tie) -> Iterator[tuple[str, str]]:
    """Single words that stand in one another's place within shared passages, and are figures or one name misspelled."""
    for passage in tie.reuse.passages:
        for before, after in pairwise(passage.runs):
            left, right = before.left + before.words, before.right + before.words
            if after.left - left == 1 and after.right - right == 1 and _is_slip(tie, left, right):
                yield tie.left.words.folded[left], tie.right.words.folded[right]


def _is_slip(tie: Tie, left: int, right: int) -> bool:
    one, other = tie.left.words.folded[left], tie.right.words.folded[right]
    if one.isdigit() and other.isdigit():
        return True
    raised = all(
        account.words.span(place, place + 1).of(account.annotated.body.text)[0].isupper()
        for account, place in ((tie.left, left), (tie.right, right))
    )
    return raised and min(len(one), len(other)) >= 5 and Levenshtein.distance(one, other, score_cutoff=2) <= 2
