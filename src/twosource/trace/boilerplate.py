"""What an outlet repeats from article to article is no reuse: its closing lines, its calls to subscribe, its biography.

Cleaning drops what it knows as furniture; what it leaves shows itself when several articles of one outlet lie side by
side: runs of words that at least half of them have. They are set aside like quotations. An article of which most would
be set aside keeps all: then it is the text that repeats, and that is a copy or a version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from twosource.text.shingles import shingles
from twosource.trace.account import Account

RUN_WORDS = 6
"""Words of a run; shorter ones are phrases."""
LEAST_ARTICLES = 4
"""Articles of one outlet from which on repetition can be told from coincidence."""
MOST_SET_ASIDE = 0.5


def set_aside(accounts: Sequence[Account]) -> list[Account]:
    """The accounts, in order, with what their outlets repeat marked as not their own."""
    outlets: dict[str, list[int]] = {}
    for place, account in enumerate(accounts):
        if account.outlet is not None:
            outlets.setdefault(account.outlet, []).append(place)
    known = list(accounts)
    for places in outlets.values():
        if len(places) >= LEAST_ARTICLES:
            for place, account in zip(places, _marked([accounts[place] for place in places]), strict=True):
                known[place] = account
    return known


def _marked(accounts: Sequence[Account]) -> list[Account]:
    runs = [shingles(account.words.codes, RUN_WORDS) for account in accounts]
    held = Counter(int(run) for one in runs for run in np.unique(one))
    repeated = np.array(sorted(run for run, count in held.items() if 2 * count >= len(accounts)), np.uint64)
    return [
        _without(account, np.flatnonzero(np.isin(one, repeated))) for account, one in zip(accounts, runs, strict=True)
    ]


def _without(account: Account, starts: np.ndarray) -> Account:
    mask = np.zeros(len(account.words), bool)
    for offset in range(RUN_WORDS if len(starts) else 0):
        mask[starts + offset] = True
    if not len(starts) or mask.mean() > MOST_SET_ASIDE:
        return account
    return replace(account, quoted=account.quoted | mask, given=account.given | mask)
