from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from twosource.link import date_accounts, days_around
from twosource.link.anchors import anchors
from twosource.model.moment import Days
from twosource.model.reading import Annotated

Make = Callable[..., Annotated]
TUESDAY = "2019-03-05"
DATED = ("the harbour of Zhelnik opens in two days.", [("in two days", None, 2, 1)])


def test_a_day_counted_from_the_account_fixes_it(account: Make) -> None:
    dated = account("dated", DATED[0], times=DATED[1], published=TUESDAY)
    later = account("later", "the harbour of Zhelnik opens tomorrow.", times=[("tomorrow", None, 1, 1)])
    dating = date_accounts([later, dated])["later"]
    assert dating.published and dating.published.iso == "2019-03-06"
    assert dating.reason == "says “tomorrow” of what dated dates 2019-03-07 (“in two days”)"


def test_a_weekday_leaves_a_window(account: Make) -> None:
    text = "minister Zhorina closed the harbour of Zhelnik on Tuesday."
    dated = account("dated", text, times=[("on Tuesday", 1, None, -1)], published=TUESDAY)
    other = account("other", text, times=[("on Tuesday", 1, None, -1)])
    dating = date_accounts([dated, other])["other"]
    assert dating.published is None
    assert dating.window and (str(dating.window.start), str(dating.window.end)) == ("2019-03-05", "2019-03-11")


def test_the_weekday_of_two_leads_leaves_a_window(account: Make) -> None:
    dated = account(
        "dated", "a barge sank off Zhelnik on Sunday.", times=[("on Sunday", 6, None, -1)], published=TUESDAY
    )
    other = account("other", "two men drowned on Sunday night.", times=[("on Sunday night", 6, None, -1)])
    dating = date_accounts([dated, other])["other"]
    assert dating.window and (str(dating.window.start), str(dating.window.end)) == ("2019-03-03", "2019-03-09")
    assert dating.reason == "its lead names “on Sunday night”, which the lead of dated dates 2019-03-03 (“on Sunday”)"


def test_leads_that_name_two_sundays_leave_none(account: Make) -> None:
    sunday = [("on Sunday", 6, None, -1)]
    accounts = [
        account("early", "a barge sank off Zhelnik on Sunday.", times=sunday, published=TUESDAY),
        account("late", "a tug sank off Lomna on Sunday.", times=sunday, published="2019-03-12"),
        account("other", "two men drowned on Sunday.", times=sunday),
    ]
    assert date_accounts(accounts) == {}


def test_a_quoted_day_does_not_fix(account: Make) -> None:
    dated = account("dated", DATED[0], times=DATED[1], published=TUESDAY)
    quoted = account("quoted", "“the harbour of Zhelnik opens in two days”.", times=[("in two days", None, 2, 1)])
    dating = date_accounts([dated, quoted]).get("quoted")
    assert dating is None or dating.published is None


@pytest.mark.parametrize(
    ("weekday", "day", "why"),
    [
        (1, "2019-03-07", "spoken on the account's own day"),
        (0, None, "spoken the day before: from which day two days count is not told"),
    ],
)
def test_a_headline_is_of_the_speech_of_its_lead(account: Make, weekday: int, day: str | None, why: str) -> None:
    headline = account("", DATED[0], times=DATED[1], published=TUESDAY).body
    lead = "minister Zhorina said on that day that ships return."
    body = account("a", lead, times=[("on that day", weekday, None, -1)], published=TUESDAY)
    first, *_ = anchors(replace(body, title=headline))
    found = first.day(date.fromisoformat(TUESDAY))
    assert (found and found.isoformat()) == day, why


@pytest.mark.parametrize(
    ("day", "window", "why"),
    [
        ("2019-03-12", None, "it lies ahead of the other account, whatever the tense there"),
        ("2019-02-26", ("2019-02-26", "2019-03-04"), "both are past"),
    ],
)
def test_a_past_weekday_meets_no_day_ahead(account: Make, day: str, window: tuple[str, str] | None, why: str) -> None:
    text = "minister Zhorina opens the harbour of Zhelnik on that day."
    dated = account("dated", text, times=[("on that day", None, None, -1)], published=TUESDAY)
    fixed = tuple(replace(one, days=Days.on(date.fromisoformat(day))) for one in dated.body.times)
    other = account("other", text, times=[("on that day", 1, None, -1)])
    found = date_accounts([replace(dated, body=replace(dated.body, times=fixed)), other]).get("other")
    assert (found and found.window and (str(found.window.start), str(found.window.end))) == window, why


def test_other_things_fix_nothing(account: Make) -> None:
    dated = account("dated", DATED[0], times=DATED[1], published=TUESDAY)
    other = account("other", "a bakery opens tomorrow.", times=[("tomorrow", None, 1, 1)])
    assert date_accounts([dated, other]) == {}


def test_dated_accounts_span_the_days_of_the_others(account: Make) -> None:
    dated, other = account("1", "the port reopened.", published="2031-05-08"), account("2", "it reopened.")
    assert days_around([dated, other]) == Days(date(2031, 4, 24), date(2031, 5, 22))
    assert days_around([other]) is None


def test_a_story_without_a_date_stays_undated(account: Make) -> None:
    accounts = [account(name, DATED[0], times=DATED[1]) for name in "abc"]
    assert date_accounts(accounts) == {}


def test_a_dated_account_fixes_one_that_fixes_a_third(account: Make) -> None:
    first = account("first", DATED[0], times=DATED[1], published=TUESDAY)
    both = "the harbour of Zhelnik opens tomorrow. minister Zhorina closed quarry Lomna yesterday."
    second = account("second", both, times=[("tomorrow", None, 1, 1), ("yesterday", None, -1, -1)])
    third = account("third", "minister Zhorina closed quarry Lomna today.", times=[("today", None, 0, -1)])
    found = date_accounts([third, second, first])
    assert {name: str(dating.published) for name, dating in found.items()} == {"second": "2019-03-06", "third": TUESDAY}


def test_only_undated_accounts_are_dated(account: Make) -> None:
    accounts = [account(name, DATED[0], times=DATED[1], published=TUESDAY) for name in "ab"]
    assert date_accounts(accounts) == {}


PLANNED = [("in two days", None, 2, 1)]


def plans(account: Make, verb: str = "opens", other: str = "in two days") -> list[Annotated]:
    """Two dated accounts that expect a thing, by default on one day."""
    first = account("a", f"the harbour of Zhelnik {verb} in two days.", times=PLANNED, published=TUESDAY)
    again = [(other, None, 2 if other == "in two days" else 1, 1)]
    return [first, account("b", f"ships return when Zhelnik {verb} {other}.", times=again, published=TUESDAY)]


def letter(account: Make, text: str, lead: int = 2) -> Annotated:
    times = [("on Wednesday", lead, None, -1), ("tomorrow", None, 1, 1)]
    return account("letter", text, times=times)


def test_a_plan_and_the_own_weekday_fix_a_day(account: Make) -> None:
    undated = letter(account, "wheat closed higher on Wednesday. the channel opens tomorrow.")
    dating = date_accounts([*plans(account), undated])["letter"]
    assert dating.published and dating.published.iso == "2019-03-06"
    assert dating.reason.endswith("(“in two days”), and its lead names “on Wednesday”")


def test_a_plan_alone_fixes_nothing(account: Make) -> None:
    undated = account("letter", "the channel opens tomorrow.", times=[("tomorrow", None, 1, 1)])
    assert "letter" not in date_accounts([*plans(account), undated])


def test_another_weekday_in_the_lead_speaks_against_the_plan(account: Make) -> None:
    undated = letter(account, "wheat closed higher on Wednesday. the channel opens tomorrow.", lead=4)
    dating = date_accounts([*plans(account), undated]).get("letter")
    assert dating is None or dating.published is None


def test_two_expected_days_are_no_plan(account: Make) -> None:
    undated = letter(account, "wheat closed higher on Wednesday. the channel opens tomorrow.")
    dating = date_accounts([*plans(account, other="tomorrow"), undated]).get("letter")
    assert dating is None or dating.published is None


@pytest.mark.parametrize(
    ("dateline", "others", "published", "why"),
    [
        ((3, 4), ["2019-03-05"], "2019-03-04", "the year of the other account"),
        ((12, 30), ["2020-01-02"], "2019-12-30", "the other account is of the new year"),
        ((3, 6), ["2019-03-05", "2021-08-01"], "2019-03-06", "of two years the nearer one"),
        ((6, 1), ["2019-03-05"], None, "far from every dated account"),
        ((2, 29), ["2019-03-01"], None, "a day that the year does not have"),
        ((3, 4), [], None, "no dated account"),
    ],
)
def test_a_dateline_takes_its_year_from_the_story(
    account: Make, dateline: tuple[int, int], others: list[str], published: str | None, why: str
) -> None:
    undated = account("wire", "a mill burnt down.")
    wire = replace(undated, article=replace(undated.article, dateline=dateline))
    dated = [account(f"other{at}", "a mill burnt.", published=one) for at, one in enumerate(others)]
    dating = date_accounts([wire, *dated]).get("wire")
    assert (str(dating.published) if dating else None) == published, why
    if dating:
        assert dating.reason == "its dateline names the day, other0 the year"
