"""Whom two accounts credit or name: each other, or an agency whose own report one of them is; and what that tells.

An agency's report is there to be printed by others: where one account is the agency's own, and the other the same text
under another name or under none, the other took it. A reprint that names its agency stands nearer to the report than a
text that names nobody. An official's own release is there to be retold.
"""

from __future__ import annotations

import re
from enum import IntEnum
from operator import itemgetter
from typing import TYPE_CHECKING

from twosource.model.lineage import Direction
from twosource.trace import thresholds as weights
from twosource.trace.account import Account
from twosource.trace.clue import Clue
from twosource.trace.credits import Credited
from twosource.trace.officials import is_release

if TYPE_CHECKING:
    from twosource.trace.tie import Tie

LEAST_OUTLET = 4
"""Letters of an outlet's name from which its occurrence in a text can only mean the outlet."""
BEFORE, WORDS_BEFORE = 40, 3
"""Signs before the name that are looked at, and words of them that a reason quotes ("as reported by the Post")."""
_STATION = re.compile(r"([kw][a-z]{2,3})(?:[ -]?(?:tv|fm|am|\d{1,2}))?(?:[ .]|\Z)")
"""A radio or television station's call sign, as its name or its address bears it."""


def shared_credit(left: Account, right: Account) -> str | None:
    """The body that both credit for the whole article, if any."""
    theirs = {credit.name: credit for credit in right.credits if credit.whole}
    shared = (credit for credit in left.credits if credit.whole and credit.name in theirs)
    return next((credit.name for credit in shared if not (credit.own and theirs[credit.name].own)), None)


def credits_other(copy: Account, source: Account) -> Credited | None:
    """The credit by which one account names the other's outlet, or the agency whose report the other is, as its
    source.
    """
    if source.outlet is None or source.outlet == copy.outlet:
        return None
    outlet = source.outlet
    return next((one for one in copy.credits if one.whole and _is_called(one.name, outlet)), None)


def _is_called(name: str, outlet: str) -> bool:
    """Whether a credit's name is an outlet's, in full or by its initials, as agencies sign.

    >>> _is_called("SPA", "southern press agency")
    True
    """
    words = outlet.casefold().split()
    return name.casefold() in (" ".join(words), "".join(word[0] for word in words))


def names(copy: Account, source: Account, *, papers: bool = True) -> str | None:
    """The words in which one account names the other's outlet or station, or the agency that the other credits.

    Args:
        copy, source: The accounts.
        papers: Whether an outlet's plain name counts: it may be named for one figure, where an agency or a station is
            named by those who print its report.
    """
    behind = {credit.name: credit for credit in source.credits if credit.whole}
    for credit in copy.credits:
        if not credit.whole and credit.name in (*behind, source.outlet):
            return credit.text
    outlet = " ".join((source.article.outlet or "").split()).removeprefix("The ")
    credited = {credit.name for credit in copy.credits if credit.whole}
    wanted = [name for name in sorted(behind) if behind[name].agency and not behind[name].own and name not in credited]
    if source.outlet != copy.outlet:
        wanted += [outlet] if papers and len(outlet) >= LEAST_OUTLET else []
        station = _STATION.match((source.outlet or "").casefold())
        wanted += [station[1].upper()] if station else []
    return next((words for name in wanted if (words := _found(name, copy))), None)


def _found(name: str, account: Account) -> str | None:
    """A name where an account's byline or text has it, with the words before it."""
    for text in (account.article.byline or "", account.annotated.body.text):
        for found in re.finditer(rf"{re.escape(name)}(?!\w)", text):
            before = text[max(0, found.start() - BEFORE) : found.start()]
            if not before[-1:].isalnum():
                return " ".join([*before.split()[-WORDS_BEFORE:], found[0]])
    return None


class Hand(IntEnum):
    """How near an account stands to an agency's report."""

    NONE = 0
    REPRINT = 1
    OWN = 2


def provenance(tie: Tie) -> list[Clue]:
    """The clues in credits, bylines and outlets."""
    found = [_credit(tie.left, tie.right, 1), _credit(tie.right, tie.left, -1), _agency(tie), _release(tie)]
    return [clue for clue in found if clue]


def _credit(source: Account, copy: Account, sign: int) -> Clue | None:
    credit = credits_other(copy, source)
    if credit:
        words = f"the copy credits {credit.name} (“{credit.text}”)"
        return Clue(Direction.CREDIT, sign * weights.CREDITED, words, f"the source credits {credit.name}")
    named = names(copy, source)
    if named:
        words = f"the copy names the source's outlet (“{named}”)"
        weight = weights.CREDITED if named in " ".join((copy.article.byline or "").split()) else weights.NAMED
        return Clue(Direction.CREDIT, sign * weight, words, f"the source names the copy's outlet (“{named}”)")
    return None


def _release(tie: Tie) -> Clue | None:
    left, right = is_release(tie.left), is_release(tie.right)
    if left == right:
        return None
    release = "an official's own release"
    weight = weights.CREDITED if left else -weights.CREDITED
    return Clue(Direction.CREDIT, weight, f"the source is {release}", f"the copy is {release}")


def _agency(tie: Tie) -> Clue | None:
    left, right = _hand(tie.left, tie.right), _hand(tie.right, tie.left)
    if left[0] == right[0]:
        return None
    (hand, credit), (other, _) = max(left, right, key=itemgetter(0)), min(left, right, key=itemgetter(0))
    copy, sign = (tie.right, 1) if left[0] > right[0] else (tie.left, -1)
    signed = copy.outlet is not None or bool(copy.article.byline)  # else it may be the agency's own, without its marks
    if credit is None or (other is Hand.NONE and hand is Hand.REPRINT and not signed):
        return None
    weight = weights.AGENCY if hand is Hand.OWN else weights.AGENCY_REPRINT
    whose = f"{credit.name}'s own report" if hand is Hand.OWN else f"credited to {credit.name}"
    under = copy.article.outlet or "nobody's name"
    how = f"a reprint by {under}" if other is Hand.REPRINT else "without that credit"
    words = f"the source is {whose} (“{credit.text}”), the copy {how}"
    return Clue(Direction.CREDIT, sign * weight, words, f"the copy is {whose} and the source {how}")


def _hand(account: Account, other: Account) -> tuple[Hand, Credited | None]:
    """How near an account stands to an agency's report, and the credit that tells."""
    taken = {credit.name for credit in other.credits if credit.whole and not credit.own}
    for credit in account.credits:
        if not credit.whole or not credit.agency or _is_called(credit.name, other.outlet or ""):
            continue
        if not credit.own:
            return (Hand.REPRINT if account.outlet else Hand.OWN), credit
        if credit.name in taken:
            return Hand.OWN, credit
    return Hand.NONE, None
