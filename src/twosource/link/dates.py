"""Articles to dates: accounts of one story fix each other's day of publication.

An undated account says "on Tuesday", "yesterday", "in two days"; a dated one says of the same thing what day that was.
Each day that an undated account may have been published on is tried: how many of its times then mean the days that the
dated accounts give to the same things? A day is taken only where a time that counts from the account's own day, in its
own voice, says so; a weekday alone leaves a window. What several accounts expect on one day ("reopens in two days") is
the story's plan: "opens tomorrow" fits it by its verb, and dates an account whose lead names the day before, too. A
dateline that gives day and month lacks the year alone, which the nearest dated account gives. The invariants: a story
without a dated account stays undated; nothing is taken from files or clocks; the order of the accounts is of no
consequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.link.anchors import Anchor, by_article, shared
from twosource.link.datelines import days_of_datelines
from twosource.link.plans import plan_of, plans
from twosource.model.moment import Days, Moment
from twosource.model.reading import Annotated

EARLIER = 14
LATER = 14
"""Days before and after the dated accounts that an undated account of the same story may have been published on."""
SAME_THING = 0.5
"""How alike two clauses must be to date the same thing. Chosen on events of basil-dev and gva-dev that bench.dates
leaves out of its gva-dev sample."""
ENOUGH = 1.0
"""Weight of agreeing times from which a day is taken: two clauses that share half their words, or one that is a
copy."""
ENOUGH_FOR_WINDOW = 0.7
DECIDING = 0.68
"""Weight that the deciding tie must have where the two times hang on different verbs: on the 300 dev events that were
looked at, the three days that were wrong rested on ties of 0.53 to 0.66, the eight right ones on 0.68 and more or on
one verb."""
_WEEK = 6  # days behind a weekday on which news still calls it by its bare name
LEAD = 1.5  # a day must be ahead of the next best by this factor
PLANNED = 0.8
"""Weight of a plan that two times share by their verb alone: it takes a second sign, the account's own weekday, to
reach ``ENOUGH``, for a town may open more than its port."""
_SAME_PREDICATE = 0.15
_QUOTED = 0.9  # somebody's own "in two days" counts from when it was said, mostly the account's day
_OWN_WEEKDAY = 0.2  # what "on Tuesday" in the lead counts for a Tuesday: news names the weekday that it appears on
_LEAD_WEIGHT = 1.3  # times of the title and the first two sentences are the story's own


@dataclass(frozen=True, slots=True)
class Dating:
    """What the other accounts say of an undated one.

    Attributes:
        published: The day, where they fix one.
        window: Days that it must lie between, where they do not.
        reason: One sentence that a person can check.
    """

    published: Moment | None
    window: Days | None
    reason: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two anchors that date the same thing: one of an undated account, one whose day is known."""

    own: Anchor
    other: Anchor
    day: date
    weight: float


def date_accounts(accounts: Sequence[Annotated]) -> dict[str, Dating]:
    """Date the undated accounts of one story.

    Args:
        accounts: Of one story, in any order.

    Returns:
        For each undated account, by its article's id, what could be inferred; accounts of which nothing could be said
        are left out. Empty for a story without a dated account.
    """
    dated = {one.article.id: one.article.published.day for one in accounts if one.article.published}
    undated = sorted(one.article.id for one in accounts if not one.article.published)
    found = by_article(accounts)
    result = {
        article: Dating(Moment(day.isoformat()), None, f"its dateline names the day, {nearest} the year")
        for article, (day, nearest) in days_of_datelines(accounts, dated).items()
    }
    dated |= {article: dating.published.day for article, dating in result.items() if dating.published}
    undated = [article for article in undated if article not in dated]
    while dated and undated:
        tried = {article: _date(article, found, dated) for article in undated}
        fixed = [article for article in undated if (dating := tried[article]) and dating.published]
        if not fixed:
            result |= {article: dating for article, dating in tried.items() if dating}
            break
        for article in fixed:
            dating = tried[article]
            if dating and dating.published:
                result[article] = dating
                dated[article] = dating.published.day
        undated = [article for article in undated if article not in dated]
    return dict(sorted(result.items()))


def days_around(accounts: Sequence[Annotated]) -> Days | None:
    """The days that the undated accounts of a story are probably of, by its dated ones: too wide for a date of theirs,
    narrow enough for the year of a day that they name. ``None`` where no account is dated.

    Args:
        accounts: Of one story, in any order.
    """
    dated = [one.article.published.day for one in accounts if one.article.published]
    return Days(min(dated) - timedelta(EARLIER), max(dated) + timedelta(LATER)) if dated else None


def _date(article: str, found: Mapping[str, Sequence[Anchor]], dated: Mapping[str, date]) -> Dating | None:
    """What can be said of one account by those that are dated."""
    ties = list(_ties(article, found, dated))
    if not ties:
        return _week(article, found, dated)
    first, last = min(dated.values()) - timedelta(EARLIER), max(dated.values()) + timedelta(LATER)
    days = [first + timedelta(step) for step in range((last - first).days + 1)]
    leads = _leads(found[article])
    weights = {day: _support(ties, day) + (_OWN_WEEKDAY if day.weekday() in leads else 0.0) for day in days}
    best = max(weights.values())
    if best <= 0:
        return _week(article, found, dated)
    near = [day for day in days if weights[day] >= best / LEAD]
    deciding = _deciding(ties, near[0], named=near[0].weekday() in leads) if len(near) == 1 else None
    if deciding and weights[near[0]] >= ENOUGH:
        return Dating(Moment(near[0].isoformat()), None, _reason(deciding, near[0], leads))
    window = _window([tie for tie in ties if tie.own.time.weekday is not None], days)
    return window or _week(article, found, dated)


def _week(article: str, found: Mapping[str, Sequence[Anchor]], dated: Mapping[str, date]) -> Dating | None:
    """The week behind the one past weekday of the lead, where the leads of the dated accounts agree on its day."""
    leads = _leads(found[article])
    if len(leads) != 1:
        return None
    (weekday, own), *_ = leads.items()
    told = [
        (day, other)
        for one in sorted(dated)
        for other in found[one]
        if other.lead and (day := other.day(dated[one])) and day.weekday() == weekday and day <= dated[one]
    ]
    if len({day for day, _ in told}) != 1:
        return None
    day, other = told[0]
    there = f"{other.passage.article} dates {day.isoformat()} (“{other.time.text}”)"
    return Dating(
        None, Days(day, day + timedelta(_WEEK)), f"its lead names “{own.time.text}”, which the lead of {there}"
    )


def _leads(own: Sequence[Anchor]) -> dict[int, Anchor]:
    """The weekdays that the lead names as past, each with the first time that does."""
    past = [one for one in own if one.lead and one.time.weekday is not None and one.ahead < 0]
    return {one.time.weekday: one for one in reversed(past) if one.time.weekday is not None}


def _window(ties: Sequence[Tie], days: Sequence[date]) -> Dating | None:
    """The days that the weekdays leave: a past Tuesday has been in the last seven days."""
    weights = {day: _support(ties, day) for day in days}
    best = max(weights.values())
    if best < ENOUGH_FOR_WINDOW:
        return None
    top = [day for day in days if weights[day] >= best - 1e-9]
    return Dating(None, Days(top[0], top[-1]), _reason(max(ties, key=_strength), None))


def _ties(article: str, found: Mapping[str, Sequence[Anchor]], dated: Mapping[str, date]) -> Iterator[Tie]:
    """For each time of an account the times of the dated accounts that date the same thing, one an account at most."""
    expected = plans(found, dated)
    for own in found[article]:
        for other_article in sorted(dated):
            tie = _best_tie(own, found[other_article], dated[other_article])
            if tie:
                yield tie
        plan = plan_of(own, expected)
        if plan:
            yield Tie(own, plan.anchor, plan.day, PLANNED)


def _best_tie(own: Anchor, others: Sequence[Anchor], published: date) -> Tie | None:
    """The time of a dated account that dates most surely what ``own`` dates."""
    days = [(other, other.day(published)) for other in others]
    known = [(_alike(own, other), other, day) for other, day in days if day and _may_meet(own, other, day, published)]
    best = max(known, key=lambda fit: (fit[0], -fit[1].passage.span.start), default=None)
    if best is None or best[0] < SAME_THING:
        return None
    return Tie(own, best[1], best[2], best[0] * (_LEAD_WEIGHT if own.lead else 1.0))


def _may_meet(own: Anchor, other: Anchor, day: date, published: date) -> bool:
    """Whether two times can date the same thing: both of a speech or neither, one weekday, both ahead or past."""
    weekday = own.time.weekday is None or own.time.weekday == day.weekday()
    ahead = (day > published) - (day < published) or other.ahead  # "the Dec. 27 debate" is ahead whatever the tense
    return own.spoken == other.spoken and weekday and {own.ahead, ahead} != {-1, 1}


def _alike(left: Anchor, right: Anchor) -> float:
    """How surely two times date the same thing, 0 to 1."""
    words = shared(left, right)
    alike = (
        words
        if left.vector is None or right.vector is None
        else (words + max(0.0, float(left.vector @ right.vector))) / 2
    )
    alike *= _QUOTED if left.quoted or right.quoted else 1.0
    return alike + (_SAME_PREDICATE if left.verb == right.verb else 0.0)


def _support(ties: Sequence[Tie], day: date) -> float:
    """Weight of the times that fit a day of publication, less half of those that do not; each own time counts once."""
    for_it: dict[int, float] = {}
    against: dict[int, float] = {}
    for tie in ties:
        side = for_it if _fits(tie, day) else against
        side[id(tie.own)] = max(side.get(id(tie.own), 0.0), tie.weight)
    return sum(for_it.values()) - 0.5 * sum(weight for own, weight in against.items() if own not in for_it)


def _fits(tie: Tie, day: date) -> bool:
    return Days.on(tie.day) in tie.own.on(day)


def _deciding(ties: Sequence[Tie], day: date, *, named: bool) -> Tie | None:
    """The strongest tie by a time that counts from the account's own day.

    Args:
        ties: Of the account.
        day: The day that it may have been published on.
        named: Whether its lead names that weekday as past, which bears a weaker tie out.
    """
    counting = [
        tie
        for tie in ties
        if tie.own.counts_days
        and _fits(tie, day)
        and (tie.weight >= DECIDING or tie.own.verb == tie.other.verb or (named and tie.own.ahead != 0))
    ]
    return max(counting, key=_strength, default=None)


def _strength(tie: Tie) -> tuple[float, str, int]:
    return tie.weight, tie.other.passage.article, -tie.own.passage.span.start


def _reason(tie: Tie, day: date | None, leads: Mapping[int, Anchor] | None = None) -> str:
    there = f"{tie.other.passage.article} dates {tie.day.isoformat()} (“{tie.other.time.text}”)"
    said = f"says “{tie.own.time.text}” of what {there}"
    if day is None:
        return f"{said}, which fixes no single day"
    lead = leads.get(day.weekday()) if leads and tie.weight < ENOUGH else None
    return f"{said}, and its lead names “{lead.time.text}”" if lead else said
