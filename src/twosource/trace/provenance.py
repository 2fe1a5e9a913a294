"""Clues to direction in whom two accounts credit: each other, or an agency whose own report one of them is.

An agency's report is there to be printed by others: where one account is the agency's own, and the other the same text
under another name or under none, the other took it. A reprint that names its agency stands nearer to the report than a
text that names nobody.
"""

from __future__ import annotations

import re
from enum import IntEnum

from twosource.model.lineage import Direction
from twosource.trace import thresholds as weights
from twosource.trace.account import Account
from twosource.trace.clue import Clue
from twosource.trace.credits import Credited
from twosource.trace.tie import Tie, credits_other

LEAST_OUTLET = 4
"""Letters of an outlet's name from which its occurrence in a text can only mean the outlet."""


BEFORE, WORDS_BEFORE = 40, 3
"""Signs before the name that are looked at, and words of them that a reason quotes ("as reported by the Post")."""


class Hand(IntEnum):
    """How near an account stands to an agency's report."""

    NONE = 0
    REPRINT = 1
    OWN = 2


def provenance(tie: Tie) -> list[Clue]:
    """The clues in credits, bylines and outlets."""
    found = [_credit(tie.left, tie.right, 1), _credit(tie.right, tie.left, -1), _agency(tie)]
    return [clue for clue in found if clue]


def _credit(source: Account, copy: Account, sign: int) -> Clue | None:
    credit = credits_other(copy, source)
    if credit:
        words = f"the copy credits {credit.name} (“{credit.text}”)"
        return Clue(Direction.CREDIT, sign * weights.CREDITED, words, f"the source credits {credit.name}")
    named = _names_outlet(copy, source)
    if named:
        words = f"the copy names the source's outlet (“{named}”)"
        weight = weights.CREDITED if named in " ".join((copy.article.byline or "").split()) else weights.NAMED
        return Clue(Direction.CREDIT, sign * weight, words, f"the source names the copy's outlet (“{named}”)")
    return None


def _names_outlet(copy: Account, source: Account) -> str | None:
    """The other's outlet where an account's byline or text names it, with the words around it."""
    outlet = " ".join((source.article.outlet or "").split())
    if len(outlet) < LEAST_OUTLET or source.outlet == copy.outlet:
        return None
    name = re.compile(rf"{re.escape(outlet.removeprefix('The '))}(?!\w)")
    for text in (copy.article.byline or "", copy.annotated.body.text):
        for found in name.finditer(text):
            before = text[max(0, found.start() - BEFORE) : found.start()]
            if not before[-1:].isalnum():
                return " ".join([*before.split()[-WORDS_BEFORE:], found[0]])
    return None


def _agency(tie: Tie) -> Clue | None:
    left, right = _hand(tie.left, tie.right), _hand(tie.right, tie.left)
    if left[0] == right[0]:
        return None
    (hand, credit), (other, _) = max(left, right, key=_rank), min(left, right, key=_rank)
    copy, sign = (tie.right, 1) if left[0] > right[0] else (tie.left, -1)
    if credit is None or (other is Hand.NONE and hand is Hand.REPRINT and not _signed(copy)):
        return None
    weight = weights.AGENCY if hand is Hand.OWN else weights.AGENCY_REPRINT
    whose = f"{credit.name}'s own report" if hand is Hand.OWN else f"credited to {credit.name}"
    under = copy.article.outlet or "nobody's name"
    how = f"a reprint by {under}" if other is Hand.REPRINT else "without that credit"
    words = f"the source is {whose} (“{credit.text}”), the copy {how}"
    return Clue(Direction.CREDIT, sign * weight, words, f"the copy is {whose} and the source {how}")


def _rank(one: tuple[Hand, Credited | None]) -> Hand:
    return one[0]


def _hand(account: Account, other: Account) -> tuple[Hand, Credited | None]:
    """How near an account stands to an agency's report, and the credit that tells."""
    taken = {credit.name for credit in other.credits if credit.whole and not credit.own}
    for credit in account.credits:
        if not credit.whole or not credit.agency or credit.name.casefold() == (other.outlet or "").casefold():
            continue
        if not credit.own:
            return (Hand.REPRINT if account.outlet else Hand.OWN), credit
        if credit.name in taken:
            return Hand.OWN, credit
    return Hand.NONE, None


def _signed(account: Account) -> bool:
    """Whether an account has an outlet or a writer, and so is not the agency's own issue without its marks."""
    return account.outlet is not None or bool(account.article.byline)
