"""What ties two accounts: the evidence on a pair, and whether it makes a copy, leaves it open, or keeps them apart.

The rules read as a table, first that fits: one official source that both retell; word-for-word reuse of the reporters'
own text; a retelling in order; shared credits that the texts bear out; and, between the bounds, what stays open. Short
texts and shared speeches stay open, and what one outlet tells twice without reusing its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from twosource.trace import thresholds as bounds
from twosource.trace.account import Account
from twosource.trace.credits import Credited, names_station
from twosource.trace.officials import one_official_source, rests_on_officials
from twosource.trace.reuse import Reuse, no_reuse, reuse
from twosource.trace.rewrite import NONE, Retelling, retelling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Standing(StrEnum):
    """How two accounts stand to one another."""

    COPY = "copy"
    UNCLEAR = "unclear"
    APART = "apart"


class Why(StrEnum):
    """What decided how two accounts stand to one another."""

    REUSE = "reuse"
    RETELLING = "retelling"
    CREDITED = "credited retelling"
    OFFICIAL = "one official source"
    SOME_REUSE = "some reuse"
    POSSIBLE = "possible retelling"
    SHORT = "too short to tell"
    SPEECH = "one speech"
    CREDIT = "credit alone"
    PASSING = "credit in passing"
    PUBLISHER = "one publisher"
    COMPILED = "names another source"
    LANGUAGE = "another language"
    NOTHING = "nothing"


_OPEN = Standing.UNCLEAR


@dataclass(frozen=True, slots=True, eq=False)
class Tie:
    """The evidence on two accounts.

    Attributes:
        left, right: The accounts, in canonical order.
        reuse: What they share word for word.
        retelling: What the one retells of the other; empty where they agree word for word.
        shared_credit: Agency that both credit for the whole article, if any.
        standing: What the evidence amounts to.
        why: What decided.
    """

    left: Account
    right: Account
    reuse: Reuse
    retelling: Retelling
    shared_credit: str | None
    standing: Standing
    why: Why

    @property
    def density(self) -> float:
        """Part of the words within the passages that are shared, the longer side counting."""
        covered = max(int(self.reuse.left_covered.sum()), int(self.reuse.right_covered.sum()))
        return sum(passage.words for passage in self.reuse.passages) / covered if covered else 0.0

    def exact_share_of(self, account: Account) -> float:
        """Part of an account's own words that lie in passages which the other has word for word."""
        return self.reuse.left_share if account is self.left else self.reuse.right_share

    def share_of(self, account: Account) -> float:
        """Part of an account's own text that the other covers, by the stronger of the two kinds of evidence."""
        told = self.retelling.left_share if account is self.left else self.retelling.right_share
        return max(self.exact_share_of(account), told if self.retold else 0.0)

    @property
    def retold(self) -> bool:
        """Whether the alignment of sentences counts as evidence."""
        return self.retelling.odds >= bounds.REWRITE_UNCLEAR_ODDS or self.retelling.same_selection

    @property
    def of_one_event(self) -> bool:
        """Whether the two tell of one event at all, as far as their texts show it."""
        return self.standing is not Standing.APART or self.retelling.matter >= bounds.SAME_MATTER

    def covered(self, account: Account) -> NDArray[np.bool_]:
        """For each word of an account whether the other covers it."""
        on_left = account is self.left
        mask = (self.reuse.left_covered if on_left else self.reuse.right_covered).copy()
        for pair in self.retelling.pairs if self.retold else ():
            words = account.sentence_words[pair[0 if on_left else 1]]
            mask[words.start : words.stop] = True
        return mask


def judge(left: Account, right: Account, held: Mapping[str, int], *, shares_words: bool = True) -> Tie:
    """The evidence on two accounts and what it amounts to.

    Args:
        left, right: The accounts, in canonical order.
        held: How many accounts of the input have each folded word.
        shares_words: Whether they may share passages; ``False`` spares the search for them.
    """
    exact = reuse(left, right) if shares_words else no_reuse(left, right)
    credit = _shared_credit(left, right)
    whole = min(exact.left_share, exact.right_share) >= bounds.WHOLE_SHARE
    told = NONE if whole else retelling(left, right, held)
    standing, why = _weigh(left, right, exact, told, credit)
    return Tie(left, right, exact, told, credit, standing, why)


def _weigh(left: Account, right: Account, exact: Reuse, told: Retelling, credit: str | None) -> tuple[Standing, Why]:
    enough = told.shorter >= bounds.LEAST_SENTENCES
    credited = bool(credit or credits_other(left, right) or credits_other(right, left))
    passing = _in_passing(left, right)
    credited = credited or (passing and told.novel <= bounds.PASSING_NOVEL)
    reused = exact.share >= bounds.REUSE_SHARE and exact.own_words >= bounds.REUSE_WORDS
    retold = enough and told.odds >= bounds.REWRITE_ODDS + bounds.SHORTNESS / told.shorter
    named = credited or (passing and told.same_selection)
    possible = told.odds >= bounds.REWRITE_UNCLEAR_ODDS or told.same_selection
    apart = left.outlet is None or left.outlet != right.outlet
    wire = told.novel < bounds.WIRE_NOVEL and (_is_wire(left) or _is_wire(right))
    strangers = not (credited or passing or wire or _siblings(left, right))
    released = (reused or retold) and strangers and one_official_source(left, right, exact, told)
    own, speech = _to_bound(exact), _speech_to_bound(left, right, exact)
    order = _order_to_bound(told) if apart else 0.0
    officials = 0 < order < 1 <= own + speech + order and rests_on_officials(left) and rests_on_officials(right)
    table = (
        (released, _OPEN, Why.OFFICIAL),
        (reused, Standing.COPY, Why.REUSE),
        (apart and retold, Standing.COPY, Why.RETELLING),
        (apart and enough and named and possible, Standing.COPY, Why.CREDITED),
        (own >= 1, _OPEN, Why.SOME_REUSE),
        (possible, _OPEN, Why.POSSIBLE if enough else Why.SHORT),
        (speech >= 1 or (speech and own + speech >= 1), _OPEN, Why.SPEECH),
        (officials, _OPEN, Why.OFFICIAL),
        (credited and told.matter >= bounds.SAME_MATTER, _OPEN, Why.CREDIT),
        (passing and told.matter >= bounds.SOME_MATTER, _OPEN, Why.PASSING),
        (_siblings(left, right) and told.matter >= bounds.SAME_MATTER, _OPEN, Why.PUBLISHER),
        (not apart and told.matter > 0, _OPEN, Why.PUBLISHER),
        (_compiled(left, told.left_matter) or _compiled(right, told.right_matter), _OPEN, Why.COMPILED),
    )
    return next(((standing, why) for fits, standing, why in table if fits), (Standing.APART, Why.NOTHING))


def _is_wire(account: Account) -> bool:
    """Whether an agency's report is printed or worked in: who tells the same in its order read the wire, no release."""
    return any(credit.agency and not credit.own for credit in account.credits)


def _in_passing(left: Account, right: Account) -> bool:
    """Whether one account credits, if only for a sentence, the agency that the other credits or is, or names the
    station that the other comes from.
    """
    for one, other in ((left, right), (right, left)):
        behind = {credit.name for credit in other.credits if credit.whole} | {other.outlet}
        if any(credit.name in behind and not credit.whole for credit in one.credits) or _names_agency(one, other):
            return True
        if one.outlet != other.outlet and names_station(one.article.text, other.outlet or ""):
            return True
    return False


def _names_agency(one: Account, other: Account) -> bool:
    """Whether a text names the agency whose report the other is: "told Tarnpress", which no list of agencies has."""
    agencies = sorted({credit.name for credit in other.credits if credit.whole and credit.agency and not credit.own})
    return any(re.search(rf"\b{re.escape(name)}\b", one.article.text) for name in agencies)


def _siblings(left: Account, right: Account) -> bool:
    return (left.family is not None and left.family == right.family) or (
        left.outlet is not None and left.outlet == right.outlet
    )


def _compiled(account: Account, matter: float) -> bool:
    """Whether an account that names another outlet as its source tells much of what the other account tells."""
    return bool(account.credits) and matter >= bounds.MATTER_SHARE


def _to_bound(exact: Reuse) -> float:
    """How far the reporters' own shared words go to the bound from which reuse is possible; 1 at the bound."""
    return min(exact.share / bounds.REUSE_UNCLEAR_SHARE, exact.own_words / bounds.REUSE_UNCLEAR_WORDS)


def _speech_to_bound(left: Account, right: Account, exact: Reuse) -> float:
    """The same for shared speech, whoever wrote the rest."""
    share = exact.speech_words / max(1, min(len(left.words), len(right.words)))
    return min(share / bounds.SPEECH_SHARE, exact.speech_words / bounds.SPEECH_WORDS)


def _order_to_bound(told: Retelling) -> float:
    """The same for the odds of a retelling, from those of two accounts that only share an event on."""
    reach = bounds.REWRITE_UNCLEAR_ODDS - bounds.REWRITE_APART_ODDS
    return min(1.0, max(0.0, (told.odds - bounds.REWRITE_APART_ODDS) / reach))


def _shared_credit(left: Account, right: Account) -> str | None:
    theirs = {credit.name: credit for credit in right.credits if credit.whole}
    shared = (credit for credit in left.credits if credit.whole and credit.name in theirs)
    return next((credit.name for credit in shared if not (credit.own and theirs[credit.name].own)), None)


def credits_other(copy: Account, source: Account) -> Credited | None:
    """The credit by which one account names the other's outlet, or the agency whose report the other is, as its
    source.
    """
    if source.outlet is None or source.outlet == copy.outlet:
        return None
    return next((one for one in copy.credits if one.whole and one.name.casefold() == source.outlet.casefold()), None)
