"""What the dated accounts of a story expect, by verbs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from twosource.link.anchors import by_article
from twosource.link.plans import plan_of, plans
from twosource.model.reading import Annotated

Make = Callable[..., Annotated]
DAY = date(2019, 3, 5)
AHEAD = [("tomorrow", None, 1, 1)]


def found(accounts: list[Annotated]) -> dict[str, str]:
    """The plans of accounts of one day, as verb and day."""
    dated = {one.article.id: DAY for one in accounts}
    return {verb: plan.day.isoformat() for verb, plan in plans(by_article(accounts), dated).items()}


def test_two_accounts_make_a_plan(account: Make) -> None:
    accounts = [account(name, "the port reopen tomorrow.", times=AHEAD, published="2019-03-05") for name in "ab"]
    assert found(accounts) == {"open": "2019-03-06"}, "to open again is to open"


def test_one_account_makes_none(account: Make) -> None:
    assert found([account("a", "the port opens tomorrow.", times=AHEAD, published="2019-03-05")]) == {}


def test_what_is_past_is_no_plan(account: Make) -> None:
    past = [("yesterday", None, -1, -1)]
    assert (
        found([account(name, "the port closed yesterday.", times=past, published="2019-03-05") for name in "ab"]) == {}
    )


def test_only_a_time_that_counts_days_ahead_speaks_of_a_plan(account: Make) -> None:
    accounts = [account(name, "the port opens tomorrow.", times=AHEAD, published="2019-03-05") for name in "ab"]
    known = plans(by_article(accounts), {"a": DAY, "b": DAY})
    (quoted,) = by_article([account("c", "“the port opens tomorrow”.", times=AHEAD)])["c"]
    (weekday,) = by_article([account("d", "the port opens on Friday.", times=[("on Friday", 4, None, 1)])])["d"]
    assert plan_of(quoted, known) is None
    assert plan_of(weekday, known) is None
