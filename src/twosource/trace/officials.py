"""Official sources: what accounts give in an official's words, and whether two rest on one official, each by itself.

"Anyone with information is asked to call" and a list of charges stand alike in every report of a case, for nobody may
word them anew: they are set aside like quotations. Two outlets that retell one police release share its order, its
figures and much of its wording, and neither has read the other. What tells them from a copy is that each knows
something that the other does not, while who copies adds nothing. Their tie stays open: they are not one voice, nor are
they two witnesses. Where the release itself is among the accounts, both have it from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from twosource.resources import listed
from twosource.text.words import Words, fold
from twosource.trace import thresholds as bounds
from twosource.trace.translation import LEAST_NAMES, respelled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twosource.trace.account import Account
    from twosource.trace.reuse import Reuse
    from twosource.trace.rewrite import Retelling

LONGEST_NOTICE = 80
"""Words of a sentence that may be a notice; what is longer is no sentence, but a text whose ends were not found."""
HEAD, FOOT = 300, 600
"""Signs at either end of a release in which it says that it is one."""
_STATE = re.compile(r"(?:\A|\.)(?:gov|mil|police)(?:\.|\Z)")
"""Domains that only public bodies have."""


def formulas(words: Words, sentences: Sequence[range], language: str) -> NDArray[np.bool_]:
    """For each word whether it belongs to a notice to the public or to a list of charges.

    Args:
        words: A text's words.
        sentences: Its sentences, as indexes of words.
        language: ISO 639-1 code; without a list of such words there are none.
    """
    mask = np.zeros(len(words), bool)
    calling, informing, ending = (_listed(language, name) for name in ("calling", "informing", "after_charges"))
    charging = _charging(language)
    for inside in sentences:
        held = frozenset(words.folded[inside.start : inside.stop])
        if len(inside) <= LONGEST_NOTICE and not held.isdisjoint(calling) and not held.isdisjoint(informing):
            mask[inside.start : inside.stop] = True
        charged = False
        for place in inside:
            word = words.folded[place]
            charged = (charged and word not in ending) or words.folded[place - 1 : place + 1] in charging
            mask[place] |= charged
    return mask


def one_official_source(left: Account, right: Account, exact: Reuse, told: Retelling) -> bool:
    """Whether two accounts may have been written from one release, apart from one another.

    Either each knows something that the other lacks, and they share no long stretch; or what they share lies scattered
    in short runs that no order holds together; or one is short and they share hardly a word.

    Args:
        left, right: The accounts.
        exact: What they share word for word: long stretches of it are more than two reporters take from a release.
        told: What they retell of one another, and what each has over the other.
    """
    if len(respelled(left, right, told.pairs)) >= LEAST_NAMES:
        return False  # a translation: reporters of one language spell names alike
    if not (rests_on_officials(left) and rests_on_officials(right)):
        return False
    scattered = exact.share < bounds.SCATTERED_SHARE and exact.longest < bounds.SCATTERED_RUN
    reworded = exact.share < bounds.REUSE_UNCLEAR_SHARE and told.shorter < bounds.REWORDED_SENTENCES
    if reworded or (scattered and told.odds < bounds.REWRITE_ODDS):
        return True
    return (
        told.novel >= bounds.OFFICIAL_NOVEL
        and exact.share < bounds.OFFICIAL_SHARE
        and exact.longest < bounds.OFFICIAL_RUN
    )


def rests_on_officials(account: Account) -> bool:
    """Whether an account names public bodies and their speakers in many of its sentences."""
    words = offices(account.language)
    folded = account.words.folded
    told = sum(not words.isdisjoint(folded[inside.start : inside.stop]) for inside in account.sentence_words)
    return told >= bounds.OFFICIAL_SENTENCES and told >= bounds.OFFICIAL_TEXT * len(account.sentence_words)


def is_release(account: Account) -> bool:
    """Whether an account is an official's own release: by its outlet, its address, or the lines that releases bear."""
    article, language = account.article, account.language
    issuers = _listed(language, "issuers")
    if _STATE.search(account.outlet or "") or not issuers.isdisjoint(map(fold, (article.outlet or "").split())):
        return True
    text = account.annotated.body.text
    ends = f"{article.outlet or ''}\n{text[:HEAD]}\n{text[-FOOT:]}"
    lines = [line.strip(" *-–—:#[]") for line in ends.casefold().splitlines()]
    return any(line.startswith(mark) for line in lines for mark in sorted(_listed(language, "marks")))


@cache
def offices(language: str) -> frozenset[str]:
    """Words for public bodies, for those who speak for them, and for what they give out."""
    return _listed(language, "words") | _listed(language, "releases")


def bodies(language: str) -> frozenset[str]:
    """Words for other bodies that give out statements."""
    return _listed(language, "bodies")


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    """A list of ``officials.toml``, folded; empty in a language that has none."""
    return frozenset(map(fold, listed(language, "officials").get(name, ())))


@cache
def _charging(language: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(pair.split()) for pair in _listed(language, "charging"))
