"""What forbids to take two figures for one: rule by rule, each with its reason.

A toll of the dead is none of the injured, a part contradicts no whole, and "a man" leaves open how many there were.
Reach for it through ``apart.forbidden``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.fits import value_fit
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import Lexicon
from twosource.model.value import Quantity

CASUALTY = "casualty"
HARM = frozenset({CASUALTY, "death", "injury", "shot"})
"""Outcomes that a count of victims leaves open: "the 23 victims" may be the 23 dead."""
VICTIM = "victim"
SOMEBODY = frozenset({"a", "an", "another"})
STATES = frozenset({None, "deployment", "storage", "protest", "job"})
"""What may be told of several places at once, each with a figure of its own; a toll is told of one."""
LONG_PAST = 60
"""Days from which on an event is past to an account that does not date its own."""
_AGE = re.compile(r"\b(\d{1,3})[- ]year[- ]old")

Rule = Callable[[Assertion, Assertion, Lexicon], str]
"""The reason why two figures are apart, or an empty string; symmetric."""


def forbidden_figures(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Why two figures cannot be one claim, or an empty string.

    Args:
        left, right: Assertions of figures.
        lexicon: The language's concepts.
    """
    rules = RULES + (RULES_WHERE_THEY_DIFFER if value_fit(left, right, lexicon) is Fit.APART else ())
    return next((why for rule in rules if (why := rule(left, right, lexicon))), "")


def _measures(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    return "" if left.topic.dimension == right.topic.dimension else "they measure different things"


def _outcomes(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """What happened differs; victims may be dead or hurt, if their number is that of these."""
    one, other = left.topic.predicate, right.topic.predicate
    if not one or not other or one == other:
        return ""
    left_open = CASUALTY in (one, other) and {one, other} <= HARM
    if left_open and value_fit(left, right, lexicon) is not Fit.APART:
        return ""
    return f"one counts {one}, the other {other}"


def _subjects(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """What is counted differs; soldiers are people, if their number is that of the people."""
    one, other = left.topic, right.topic
    if not one.subject or not other.subject or one.subject == other.subject:
        return ""
    differ = value_fit(left, right, lexicon) is Fit.APART
    if lexicon.same_kind(one.subject, other.subject) and not differ:
        return ""
    return f"one counts {one.subject}, the other {other.subject}" if one.dimension == "count" or differ else ""


def _one_partial(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    return "one counts a part" if left.topic.partial != right.topic.partial else ""


def _parts(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    partial = left.topic.partial or left.topic.part_of or right.topic.part_of
    return "one counts a part" if partial else ""


def _some(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    some = _may_be_some(left, lexicon) or _may_be_some(right, lexicon)
    return "one speaks of some, not of how many" if some else ""


def _long_past(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    past = _is_long_past(left, right) or _is_long_past(right, left)
    return "one is of an event long before the other account" if past else ""


def _places(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    apart = one.predicate in STATES and one.places and other.places and not one.places & other.places
    return "one is of another place" if apart else ""


def _of_one_account(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """An account that gives two figures speaks of two things, unless it denies one or calls it earlier."""
    if left.article != right.article or left.negated != right.negated or left.topic.earlier != right.topic.earlier:
        return ""
    return "one account gives both figures"


def _other_sort(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """In what sort the people differ that two figures count; empty where nothing tells."""
    one, other = _sorts(left, lexicon), _sorts(right, lexicon)
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            return f"one counts {one[name]}, the other {other[name]}"
    return ""


def _other_age(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether two somebodies are of two ages: "a 22-year-old man" is not "a 30-year-old"."""
    ages = [_AGE.search(one.value.text) for one in (left, right) if isinstance(one.value, Quantity)]
    told = [found[1] for found in ages if found]
    return "they are of two ages" if len(told) == 2 and told[0] != told[1] else ""


def is_somebody(one: Assertion) -> bool:
    """Whether a figure only says that there is somebody: "a man was shot"."""
    value = one.value
    return (
        isinstance(value, Quantity)
        and value.minimum == value.maximum == 1
        and not SOMEBODY.isdisjoint(value.text.lower().split()[:3])
    )


def _may_be_some(one: Assertion, lexicon: Lexicon) -> bool:
    """Whether a figure leaves open how many there are: somebody, or victims ("two victims are in hospital")."""
    return is_somebody(one) or VICTIM in _sorts(one, lexicon).values()


def _sorts(one: Assertion, lexicon: Lexicon) -> dict[str, str]:
    words = one.value.counted if isinstance(one.value, Quantity) else None
    return {name: sort for word in (words or "").lower().split() for name, sort in lexicon.sorts_of(word).items()}


def _is_long_past(left: Assertion, right: Assertion) -> bool:
    """Whether one figure is dated long before the other's account, which gives its own no date and so tells of now."""
    days, told = left.topic.days, right.published
    if days is None or right.topic.days is not None or told is None or told.start is None or days.end is None:
        return False
    return (told.start - days.end).days > LONG_PAST


RULES: tuple[Rule, ...] = (_measures, _outcomes, _one_partial, _other_sort, _other_age, _subjects)
RULES_WHERE_THEY_DIFFER: tuple[Rule, ...] = (_parts, _some, _long_past, _places, _of_one_account)
"""What forbids to take two figures that differ for two values of one claim."""
