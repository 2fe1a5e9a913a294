"""What forbids to take two assertions for one claim, whatever else they share.

Two different counted things, the beginning and the end, two different holders, two figures of one account: each is told
apart by a rule of its own, with its reason in words.
"""

from __future__ import annotations

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.coming import same_announcement
from twosource.corroborate.interval import Fit, fit_days, fit_quantities
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.moment import Days
from twosource.model.value import Quantity, Time

FAR_DAYS = 20
"""Days between two times that make two events of it: a toll of March is not a toll of October."""


def forbidden(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Why two assertions cannot be one claim, or an empty string."""
    one, other = left.topic, right.topic
    dated = left.type is not ClaimType.FIGURE or one.predicate or other.predicate
    if dated and one.days and other.days and _gap(one.days, other.days) > FAR_DAYS:
        return "they happen weeks apart"
    if left.type is ClaimType.FIGURE:
        return _forbidden_figures(left, right, lexicon)
    if left.type in (ClaimType.DATE, ClaimType.EVENT):
        return _forbidden_events(left, right, lexicon)
    if left.type in (ClaimType.ROLE, ClaimType.ATTRIBUTE):
        return _forbidden_holders(one, other)
    return ""


def _forbidden_figures(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    fit = value_fit(left, right)
    if one.dimension != other.dimension:
        return "they measure different things"
    if one.predicate and other.predicate and one.predicate != other.predicate:
        return f"one counts {one.predicate}, the other {other.predicate}"
    if one.partial != other.partial or (one.partial and fit is Fit.APART):
        return "one counts a part"
    if one.subject and other.subject and one.subject != other.subject:
        kinds = lexicon.same_kind(one.subject, other.subject) and fit is not Fit.APART
        if not kinds and (one.dimension == "count" or fit is Fit.APART):
            return f"one counts {one.subject}, the other {other.subject}"
    one_denied = left.negated != right.negated
    if left.article == right.article and fit is Fit.APART and not one_denied and not _one_is_earlier(left, right):
        return "one account gives both figures"
    return ""


def _forbidden_events(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    if {one.phase, other.phase} == {"begin", "end"}:
        return "one is the beginning, the other the end"
    if kind_of(one, lexicon) != kind_of(other, lexicon) and not same_announcement(left, right, lexicon):
        return f"one is {one.predicate}, the other {other.predicate}"
    if one.predicate != other.predicate and one.predicate in lexicon.posts and one.agents & other.agents & one.people:
        return f"who does one ({one.predicate}) does the other ({other.predicate})"
    named = one.patients & one.people, other.patients & other.people
    if all(named) and not named[0] & named[1] and not one.participants & other.participants:
        return "it happens to others"
    if left.article == right.article and value_fit(left, right) is Fit.APART:
        return "one account gives both days"
    return ""


def _forbidden_holders(one: Topic, other: Topic) -> str:
    if one.subject != other.subject:
        return "two different persons"
    if one.predicate != other.predicate:
        return "two different roles"
    if one.words and other.words and not one.words & other.words:
        return "two different posts"
    return ""


def kind_of(topic: Topic, lexicon: Lexicon) -> str:
    """The kind of event that a topic's predicate is a wording of: resigned and was removed are one kind."""
    return lexicon.posts.get(topic.predicate or "", topic.predicate or "")


def _gap(left: Days, right: Days) -> int:
    if left.overlaps(right):
        return 0
    ends = [(right.start, left.end), (left.start, right.end)]
    return min(abs((start - end).days) for start, end in ends if start and end)


def _one_is_earlier(left: Assertion, right: Assertion) -> bool:
    return left.topic.earlier != right.topic.earlier


def value_fit(left: Assertion, right: Assertion) -> Fit | None:
    """How two assertions' figures or days fit; ``None`` where either gives none."""
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return fit_quantities(left.value, right.value)
    if isinstance(left.value, Time) and isinstance(right.value, Time) and left.value.days and right.value.days:
        return fit_days(left.value.days, right.value.days)
    return None
