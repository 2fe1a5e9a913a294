"""The signals that two accounts give: what of their texts, credits and houses bears on who took from whom.

Own words and speech are measured as parts of the way to their bounds, so that two that just miss may add up.
"""

from __future__ import annotations

from twosource.model.article import PublishedFrom
from twosource.trace import thresholds as bounds
from twosource.trace.account import Account, days_between
from twosource.trace.officials import is_release, one_official_source, rests_on_officials
from twosource.trace.provenance import credits_other, names, shared_credit
from twosource.trace.reuse import Reuse
from twosource.trace.rewrite import Retelling
from twosource.trace.verdict import Signal
from twosource.trace.voices import one_stock


def signals(left: Account, right: Account, exact: Reuse, told: Retelling) -> frozenset[Signal]:
    """All signals that two accounts give.

    Args:
        left, right: The accounts.
        exact: What they share word for word.
        told: What they retell of one another.
    """
    found = {**_texts(exact, told), **_houses(left, right, told)}
    officials = rests_on_officials(left) and rests_on_officials(right)
    if officials and is_release(left) != is_release(right):  # the other has from it what both tell
        found[Signal.CREDITED] = found[Signal.NAMED] = True
        found[Signal.LIKELY] |= told.matter >= bounds.MATTER_SHARE
    found[Signal.MUCH_MATTER] = _compiled(left, told.left_matter) or _compiled(right, told.right_matter)
    strangers = not (found[Signal.NAMED] or found[Signal.SIBLINGS] or _wire(left, right, told))
    text = found[Signal.REUSED] or found[Signal.RETOLD]
    found[Signal.RELEASED] = text and strangers and one_official_source(left, right, exact, told)
    own, speech = _own(exact), _speech(left, right, exact)
    found[Signal.REUSED_SOME] = own >= 1
    found[Signal.SPOKEN] = speech > 0 and own + speech >= 1
    found[Signal.ONE_STOCK] = one_stock(left, right)
    if not _of_one_time(left, right):
        found[Signal.CREDITED] = found[Signal.ONE_STOCK] = found[Signal.MUCH_MATTER] = False
    return frozenset(signal for signal, there in found.items() if there)


def _texts(exact: Reuse, told: Retelling) -> dict[Signal, bool]:
    long = told.shorter >= bounds.LEAST_SENTENCES
    return {
        Signal.REUSED: exact.share >= bounds.REUSE_SHARE and exact.own_words >= bounds.REUSE_WORDS,
        Signal.RETOLD: long and told.odds >= bounds.REWRITE_ODDS + bounds.SHORTNESS / told.shorter,
        Signal.LIKELY: told.odds >= bounds.REWRITE_UNCLEAR_ODDS or told.same_selection,
        Signal.SAME_SELECTION: told.same_selection,
        Signal.LONG: long,
        Signal.MATTER: told.matter > 0,
        Signal.SOME_MATTER: told.matter >= bounds.SOME_MATTER,
    }


def _houses(left: Account, right: Account, told: Retelling) -> dict[Signal, bool]:
    same = left.outlet is not None and left.outlet == right.outlet
    credit = shared_credit(left, right) or credits_other(left, right) or credits_other(right, left)
    return {
        Signal.ELSEWHERE: not same,
        Signal.SIBLINGS: same or (left.family is not None and left.family == right.family),
        Signal.CREDITED: credit is not None,
        Signal.NAMED: bool(credit or names(left, right, papers=False) or names(right, left, papers=False)),
    }


def _wire(left: Account, right: Account, told: Retelling) -> bool:
    """Whether an agency's report is printed or worked in: who tells the same in its order read the wire, no release."""
    agencies = [credit for account in (left, right) for credit in account.credits if credit.agency and not credit.own]
    return bool(agencies) and told.novel < bounds.WIRE_NOVEL


def _compiled(account: Account, matter: float) -> bool:
    """Whether an account that names another outlet as its source tells much of what the other account tells."""
    return matter >= bounds.MATTER_SHARE and not all(credit.own for credit in account.credits)


def _of_one_time(left: Account, right: Account) -> bool:
    """Whether one release or report may be news in both, as it is for days; unknown and inferred dates tell nothing."""
    one, other = left.article.published, right.article.published
    known = PublishedFrom.STORY not in (left.article.published_from, right.article.published_from)
    return one is None or other is None or not known or abs(days_between(one, other)) <= bounds.STOCK_DAYS


def _own(exact: Reuse) -> float:
    """How far the reporters' own shared words go to the bound from which reuse is possible; 1 at the bound."""
    return min(exact.share / bounds.REUSE_UNCLEAR_SHARE, exact.own_words / bounds.REUSE_UNCLEAR_WORDS)


def _speech(left: Account, right: Account, exact: Reuse) -> float:
    """The same for shared speech, whoever wrote the rest."""
    share = exact.speech_words / max(1, min(len(left.words), len(right.words)))
    return min(share / bounds.SPEECH_SHARE, exact.speech_words / bounds.SPEECH_WORDS)
