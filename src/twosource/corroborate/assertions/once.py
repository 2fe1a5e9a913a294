"""What happens once, or for the last or the first time: its day is one, however far apart two accounts put it.

A dam is built once, and "was last inspected" tells of one inspection. So two days for it contradict each other though
they lie months apart, and so do two years ("replaced in 2016", "in 2019"), which date nothing else: "in 2011" is
background. The invariant: symmetric, and only for dates.
"""

from __future__ import annotations

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.coming import PERSON
from twosource.corroborate.assertions.topics import Core
from twosource.corroborate.context import Context
from twosource.model.moment import Days
from twosource.model.reading import TimeMention
from twosource.model.value import Time

EDGES = frozenset({"last", "first"})
"""Words beside a verb that make one of many deeds of it."""
YEAR = 364
"""Days from the first to the last of a year that is none of 366 days."""


def edge_of(context: Context, core: Core) -> str | None:
    """Whether a predicate tells of the last or the first time: "was last inspected".

    Args:
        context: The account.
        core: The predicate.
    """
    tokens = context.tree.tokens
    beside = (at for index in (core.index, *core.above) for at in context.tree.children[index])
    return next(
        (context.lemma(at) for at in beside if tokens[at].deprel == "advmod" and context.lemma(at) in EDGES), None
    )


def is_once(context: Context, core: Core) -> bool:
    """Whether a predicate tells of what happens once, or of the one time among many."""
    return edge_of(context, core) is not None or not context.lexicon.once.isdisjoint(context.forms(core.index))


def is_year(time: TimeMention) -> bool:
    """Whether a time is a year that is called by its number."""
    return time.text.isdigit() and time.days is not None and is_year_long(time.days)


def same_once(left: Assertion, right: Assertion) -> bool:
    """Whether two dates are of one thing that happens once.

    Args:
        left, right: Assertions of dates.
    """
    days = [one.value.days for one in (left, right) if isinstance(one.value, Time)]
    years = len(days) == 2 and all(one is not None and is_year_long(one) for one in days)
    edges = left.topic.phase in EDGES and left.topic.phase == right.topic.phase
    shared = left.topic.participants & right.topic.participants
    return (years or edges) and bool(shared - {PERSON})


def is_year_long(days: Days) -> bool:
    """Whether a stretch is a year or more."""
    return bool(days.start and days.end and (days.end - days.start).days >= YEAR)
