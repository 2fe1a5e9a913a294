from __future__ import annotations

from tests.trace.accounts import OTHER, REPORT, account

from twosource.trace.account import prepare
from twosource.trace.pairs import ALL_PAIRS, pairs
from twosource.trace.publishers import Publishers
from twosource.trace.sketch import CROWD


def test_any_two_of_a_crowd_may_share_passages_and_strangers_may_not() -> None:
    table = Publishers.known()
    crowd = [prepare(account(f"{number:03d}", f"{REPORT} Nr {number}."), table) for number in range(CROWD + 30)]
    found = pairs([*crowd, prepare(account("stranger", OTHER), table)])
    assert all(shares for (_, other), shares in found.items() if other < len(crowd))
    assert not any(shares for (_, other), shares in found.items() if other == len(crowd))


def test_a_storys_worth_of_accounts_is_judged_pair_by_pair() -> None:
    few = [prepare(account(str(number), text), Publishers.known()) for number, text in enumerate((REPORT, OTHER, ""))]
    assert len(few) <= ALL_PAIRS
    assert pairs(few) == {(0, 1): False, (0, 2): False, (1, 2): False}
