"""Disputes that are one quarrel: told by the agency and by who prints it again, or in three wordings by one pair.

Two disputes are one if two accounts tell the disputed claim in the same sentence, or if one party denies in both, the
other party is the same where both name it, and the claims or the denials share most of their words. The invariant:
whoever denies in one denies in the other, or what is denied is word for word the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.findings.gainsaid import is_denied, speaker_words

Dispute = Sequence[Assertion]
MOST = 60
"""Disputes of a story that are held against each other."""
FEW = 12
"""Statements of a side that are looked at."""
SAME = 0.8
"""Part of the words of two sentences which they share if one is a copy of the other."""
FEWEST_WORDS = 4
"""Content words that a sentence must have for that: "he denied it" may deny anything."""
SHARED, SHARE = 2, 0.5
"""Words that two claims share if they are on one matter, and the part of the shorter that these must be."""


def of_one_quarrel(disputes: Sequence[Dispute]) -> Iterator[tuple[Dispute, Dispute]]:
    """The pairs of disputes that are one.

    Args:
        disputes: Each with its tellings and denials.
    """
    for one, other in combinations(disputes[:MOST], 2):
        if _is_one(one, other):
            yield one, other


def _is_one(one: Dispute, other: Dispute) -> bool:
    (told, denied), (told_too, denied_too) = _sides(one), _sides(other)
    if _any_copy(told, told_too):
        return True
    if not _speakers(denied) & _speakers(denied_too):
        return False
    claimants, others = _speakers(told), _speakers(told_too)
    differ = bool(claimants and others and not claimants & others)
    names = _speakers(one) | _speakers(other)
    return _any_copy(denied, denied_too) or (not differ and _on_one_matter(told, told_too, names))


def _sides(dispute: Dispute) -> tuple[Dispute, Dispute]:
    told = [one for one in dispute if not is_denied(one)]
    return told[:FEW], [one for one in dispute if is_denied(one)][:FEW]


def _speakers(side: Dispute) -> frozenset[str]:
    """The words of the names of who speaks."""
    return frozenset(word for one in side for word in speaker_words(one))


def _any_copy(side: Dispute, other: Dispute) -> bool:
    return any(_is_copy(left.words, right.words) for left in side for right in other)


def _is_copy(left: frozenset[str], right: frozenset[str]) -> bool:
    return min(len(left), len(right)) >= FEWEST_WORDS and len(left & right) >= SAME * len(left | right)


def _on_one_matter(side: Dispute, other: Dispute, names: frozenset[str]) -> bool:
    """Whether two claims share their words, but for who speaks."""
    for left in side:
        for right in other:
            mine, theirs = (each.topic.words - names for each in (left, right))
            shared = len(mine & theirs)
            if shared >= SHARED and shared >= SHARE * min(len(mine), len(theirs)):
                return True
    return False
