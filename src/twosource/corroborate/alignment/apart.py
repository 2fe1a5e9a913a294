"""What forbids to take two assertions for one claim, whatever else they share.

The beginning and the end, two different holders, two figures of one account: each is told apart by a rule of its own,
with its reason in words. Figures have their rules in ``headcounts.py``.
"""

from __future__ import annotations

from twosource.corroborate.alignment.fits import FAR_DAYS, differ_by_hours, gap, value_fit
from twosource.corroborate.alignment.headcounts import forbidden_figures
from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.coming import PERSON, same_announcement, same_milestone
from twosource.corroborate.assertions.hours import are_hours_apart, is_part_of_day, same_minute
from twosource.corroborate.assertions.once import same_once
from twosource.corroborate.assertions.partial import days_apart
from twosource.corroborate.figures.unnamed import are_of_two_ages
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.moment import Days
from twosource.model.reading import Modality
from twosource.model.value import Quantity, Time

HAPPENING = frozenset({ClaimType.FIGURE, ClaimType.DATE, ClaimType.EVENT})
"""Types of claims that are about an event."""
BEFALLING = frozenset({"kill", "die", "shoot", "injure", "arrest", "charge", "convict", "sentence", "release"})
"""Events that are told by whom they befall: one who shoots two persons does so twice."""
ANYBODY = frozenset({PERSON, "police"})
"""Who takes part in much that accounts of one day tell: that they share them ties no two hours."""
MONTH = 27
"""Days from the first to the last of the shortest month; two months that are named are two times."""
FAR_YEARS = 10
"""Years between two ages of one person that an error of an account makes; farther apart, two persons were mixed up."""
UNDATED_YEARS = 2
"""Years that somebody may have grown older between two accounts, if one of them has no date."""
FAR_MILESTONES = 366
"""Days between two dates that accounts may give for one beginning or end to come: plans slip by up to a year."""
YEAR = 366
"""Days before which what an account tells without a time is not what another tells with one."""


def forbidden(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Why two assertions cannot be one claim, or an empty string."""
    one, other = left.topic, right.topic
    dated = left.type is not ClaimType.FIGURE or one.predicate or other.predicate
    if dated and (why := _other_time(left, right)):
        return why
    if left.type in HAPPENING and one.aside != other.aside:
        return "one is said to be another event"
    if left.type is ClaimType.FIGURE:
        return forbidden_figures(left, right, lexicon)
    if left.type in (ClaimType.DATE, ClaimType.EVENT):
        return _forbidden_events(left, right, lexicon)
    if left.type is ClaimType.ATTRIBUTE:
        return _forbidden_ages(left, right, lexicon)
    return _forbidden_holders(one, other) if left.type is ClaimType.ROLE else ""


def _other_time(left: Assertion, right: Assertion) -> str:
    """Whether two events lie weeks apart; a year that is named as background counts if no day is. An event without a
    time is of its account's own day.
    """
    one, other = left.topic, right.topic
    if (
        isinstance(left.value, Time)
        and isinstance(right.value, Time)
        and days_apart(left.value, right.value) > FAR_DAYS
    ):
        return "they happen weeks apart"
    first, second = one.days or one.background, other.days or other.background
    if left.type is ClaimType.EVENT and bool(first) != bool(second):
        told = right.published if first else left.published
        return "one is of another year" if told and gap(told, first or second or told) > YEAR else ""
    if not first or not second or first.overlaps(second) or same_once(left, right):
        return ""
    months = all(_length(days) >= MONTH for days in (first, second))
    far = FAR_MILESTONES if same_milestone(left, right) else FAR_DAYS
    return "they happen weeks apart" if months or gap(first, second) > far else ""


def _forbidden_events(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    if {one.phase, other.phase} == {"begin", "end"}:
        return "one is the beginning, the other the end"
    tied = same_announcement(left, right, lexicon) or same_minute(left.value, right.value)
    if kind_of(one, lexicon) != kind_of(other, lexicon) and not tied:
        return f"one is {one.predicate}, the other {other.predicate}"
    if why := _other_persons(one, other, lexicon):
        return why
    if left.type is ClaimType.EVENT and (_is_yet_to_come(left, right) or _is_yet_to_come(right, left)):
        return "one is still to come when the other is told"
    return _of_one_account(left, right, lexicon) if left.article == right.article else _hours(left, right, lexicon)


def _is_yet_to_come(left: Assertion, right: Assertion) -> bool:
    """Whether one account still expects what another told as done on the same day or before."""
    if left.modality is not Modality.EXPECTED or right.modality is Modality.EXPECTED:
        return False
    told, done = left.published, right.published
    return bool(told and done and told.start and done.end and done.end <= told.start)


def _other_persons(one: Topic, other: Topic, lexicon: Lexicon) -> str:
    """Whether the two events befall others."""
    post = one.predicate in lexicon.posts
    if post and not one.holders & other.holders and _other_post(one, other):
        return "they are about two posts"
    if post and one.predicate != other.predicate and one.agents & other.agents & one.people:
        return f"who does one ({one.predicate}) does the other ({other.predicate})"
    named = one.patients & one.people, other.patients & other.people
    elsewhere = one.predicate in BEFALLING or not one.participants & other.participants
    if all(named) and not named[0] & named[1] and elsewhere:
        return "it happens to others"
    if are_of_two_ages(one.aged, other.aged):
        return "it happens to persons of two ages"
    return ""


def _of_one_account(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether one account tells two events: on two days, or in one sentence."""
    if value_fit(left, right, lexicon) is Fit.APART:
        return "one account gives both days"
    if left.type is ClaimType.EVENT and left.sentence == right.sentence:
        return "one sentence tells both"
    return ""


def _hours(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether two events lie hours apart: on one day accounts may differ on when it befell the same thing or person, or
    when it happened in one street.
    """
    one, other = left.topic, right.topic
    shared = (one.participants & other.participants) - ANYBODY
    unnamed = not one.participants or not other.participants
    tied = shared or (unnamed and one.sites & other.sites)
    on_one_day = differ_by_hours(left, right, lexicon)
    if not are_hours_apart(left.value, right.value) or (tied and on_one_day):
        return ""
    if not on_one_day and any(is_part_of_day(one.value) for one in (left, right)):
        return ""  # "Tuesday morning" and "10 p.m. Monday" differ by their days
    return "they happen hours apart"


def _other_post(one: Topic, other: Topic) -> bool:
    """Whether two persons leave, or posts at two bodies are left, as far as the accounts say."""
    bodies = [(topic.patients & topic.people) - topic.holders for topic in (one, other)]
    return bool((one.holders and other.holders) or (all(bodies) and not bodies[0] & bodies[1]))


def _forbidden_holders(one: Topic, other: Topic) -> str:
    if one.subject != other.subject:
        return "two different persons"
    if one.predicate != other.predicate:
        return "two different roles"
    if one.words and other.words and not one.words & other.words:
        return "two different posts"
    return ""


def _forbidden_ages(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether two ages are of two persons, or of one at two times; ages that fit are held against nothing else."""
    one, other = left.topic, right.topic
    if one.subject != other.subject:
        return "two different persons"
    if one.predicate != other.predicate:
        return f"one is the {one.predicate}, the other the {other.predicate}"
    if value_fit(left, right, lexicon) is not Fit.APART:
        return ""
    if left.article == right.article:
        return "one account gives both ages"
    if one.inferred or other.inferred:
        return "whose age one is stands in another sentence"
    return _other_years(left, right)


def _other_years(left: Assertion, right: Assertion) -> str:
    """Whether the years between two ages are those between two accounts, or too many for one person."""
    one, other = left.topic, right.topic
    ages = [one.value.minimum or 0 for one in (left, right) if isinstance(one.value, Quantity)]
    years = abs(ages[0] - ages[1])
    if one.elsewhen or other.elsewhen:
        return "one is an age at another time"
    if years <= UNDATED_YEARS and not (left.published and right.published):
        return "how long after each other they were told is not known"
    far = one.dimension != other.dimension or years > FAR_YEARS
    return "so far apart that one is somebody else's" if far else ""


def kind_of(topic: Topic, lexicon: Lexicon) -> str:
    """The kind of event that a topic's predicate is a wording of: resigned and was removed, died and was killed."""
    return lexicon.wordings.get(topic.predicate or "", topic.predicate or "")


def _length(days: Days) -> int:
    """Days from the first to the last."""
    return (days.end - days.start).days if days.start and days.end else 0
