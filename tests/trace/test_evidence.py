"""Which signals two accounts give, where a credit or a date decides."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.trace.accounts import OTHER, account

from twosource.trace import Publishers
from twosource.trace.account import prepare
from twosource.trace.evidence import signals
from twosource.trace.tie import judge
from twosource.trace.verdict import Signal

ANEW = (
    "Out of a hole in the ice came a trio of mountaineers. It was still night when they left for a bent pole. "
    "When the white ground broke the guide slid away and pulled at his friends. Down by the huts a man with animals "
    "noticed a blinking lamp. No aircraft could start in that fog."
)
"""Five sentences that share no wording with the other report."""


@pytest.mark.parametrize(
    ("outlet", "credit", "published", "expected", "why"),
    [
        ("The Orla Post", "Reuters", "2021-03-03", True, "who credits an agency may have it from there"),
        ("Reuters", "Reuters", "2021-03-03", False, "an agency's own name credits no other"),
        ("The Orla Post", None, "2021-03-03", False, "who credits nobody may have seen it"),
        ("The Orla Post", "Reuters", "2021-04-03", False, "nor does anybody compile the news of last month"),
    ],
)
def test_who_may_have_compiled_it(outlet: str, credit: str | None, published: str, expected: bool, why: str) -> None:
    assert (Signal.MUCH_MATTER in _signals(outlet, credit, published)) is expected, why


@pytest.mark.parametrize(("published", "expected"), [("2021-03-03", True), ("2021-05-03", False)])
def test_one_agency_behind_both_is_a_credit_while_its_report_is_news(published: str, expected: bool) -> None:
    assert (Signal.CREDITED in _signals("The Orla Post", "Reuters", published, other="Reuters")) is expected


def _signals(outlet: str, credit: str | None, published: str, other: str | None = None) -> frozenset[Signal]:
    """Two accounts that tell half of the same, each in its own words and order."""
    table = Publishers.known()
    left = account(
        "a",
        OTHER,
        outlet="The Vale Herald",
        published="2021-03-01",
        credit=other,
        meanings=[3, 20, 1, 21, 0, 22, 23, 24],
    )
    right = account("b", ANEW, outlet=outlet, published=published, credit=credit, meanings=range(5))
    tie = judge(prepare(left, table), prepare(right, table), Counter())
    return signals(tie.left, tie.right, tie.reuse, tie.retelling)
