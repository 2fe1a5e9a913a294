"""Whether two accounts may rest on one official source, each by itself: a police release that two outlets retell.

Both then share its order, its figures and much of its wording, and neither has read the other. What tells them from a
copy is that each knows something that the other does not, while who copies adds nothing. The tie stays open: the
accounts are not one voice, nor are they two witnesses.
"""

from __future__ import annotations

from twosource.resources import languages, load
from twosource.text.words import fold
from twosource.trace.account import Account
from twosource.trace.respelling import LEAST_NAMES, respelled
from twosource.trace.reuse import Reuse
from twosource.trace.rewrite import Retelling
from twosource.trace.thresholds import OFFICIAL_NOVEL, OFFICIAL_RUN, OFFICIAL_SENTENCES, OFFICIAL_SHARE, OFFICIAL_TEXT


def one_official_source(left: Account, right: Account, exact: Reuse, told: Retelling) -> bool:
    """Whether two accounts may have been written from one release, apart from one another.

    Args:
        left, right: The accounts.
        exact: What they share word for word: long stretches of it are more than two reporters take from a release.
        told: What they retell of one another, and what each has over the other.
    """
    if told.novel < OFFICIAL_NOVEL or exact.share >= OFFICIAL_SHARE or _longest(exact) >= OFFICIAL_RUN:
        return False
    if len(respelled(left, right, told.pairs)) >= LEAST_NAMES:
        return False  # a translation: reporters of one language spell names alike
    return _rests_on_officials(left) and _rests_on_officials(right)


def _longest(exact: Reuse) -> int:
    return max((run.words for passage in exact.passages for run in passage.runs), default=0)


def _rests_on_officials(account: Account) -> bool:
    """Whether an account names public bodies and their speakers in many of its sentences."""
    words = _words(account.article.language or "en")
    folded = account.words.folded
    told = sum(not words.isdisjoint(folded[inside.start : inside.stop]) for inside in account.sentence_words)
    return told >= OFFICIAL_SENTENCES and told >= OFFICIAL_TEXT * len(account.sentence_words)


def _words(language: str) -> frozenset[str]:
    if language not in languages("officials"):
        return frozenset()
    table = load(language, "officials")
    return frozenset(map(fold, (*table["words"], *table["releases"])))
