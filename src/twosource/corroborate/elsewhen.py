"""What of an account is told of another time or another event than the story's: "45 this year", "a separate shooting".

A figure or deed in such a sentence is no side of the story's. Asked through ``Context``, which keeps the answers.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from twosource.model.moment import Days
from twosource.model.reading import TimeMention

if TYPE_CHECKING:
    from twosource.corroborate.context import Context

LONG_STRETCH = re.compile(r"P\d+[WMY]$")
"""A stretch of weeks or more, in TIMEX3 notation."""
LONG_DAYS = 27
"""Days from the first to the last of a stretch from which on it is no time of one event: "this year", "in March"."""
LONG_PAST = 60
"""Days from which on an event is past to an account that does not date its own."""


def is_elsewhen(context: Context, number: int) -> bool:
    """Whether a sentence tells of a long stretch, of another time than the account's own, or of several events."""
    if far_times(context, number):
        return True
    tokens = [context.tree.tokens[index] for index in context.tree.sentence_ranges[number]]
    spread = any(context.lexicon.is_around("spread", token.text.lower()) for token in tokens)
    return spread and any(
        "Number=Plur" in token.feats and token.lemma.lower() in context.lexicon.aside_events for token in tokens
    )


def far_times(context: Context, number: int) -> tuple[TimeMention, ...]:
    """The times of a sentence that are long, or another than the account's own."""
    published = context.account.article.published
    day = published.day if published else None
    return tuple(time for time in context.times_by_sentence.get(number, ()) if _is_far(context, time, day))


def _is_far(context: Context, time: TimeMention, published: date | None) -> bool:
    """Whether a time is long ("this year"), long past, or leads to another time ("six weeks after").

    "This year's budget" is the one that is spoken of, whenever it was found short, who plans something "within two
    years" speaks of the plan's own time, and "the worst blaze of the summer" may be today's.
    """
    inside, tokens = context.tree.tokens_in(time.span), context.tree.tokens
    if time.days is None:
        behind = context.forms(inside.stop) if inside.stop < len(tokens) else ()
        return bool(LONG_STRETCH.match(time.value)) and context.lexicon.is_around("relative_after", *behind)
    now = published is not None and time.days.overlaps(Days(published, published))
    whose = now and any(tokens[at].deprel == "nmod:poss" for at in inside)
    long = bool(time.days.start and time.days.end and (time.days.end - time.days.start).days >= LONG_DAYS)
    plan = published is not None and time.days.start is not None and time.days.start >= published
    past = published is not None and time.days.end is not None and (published - time.days.end).days > LONG_PAST
    return (long and not whose and not plan and not (now and _measures_worst(context, inside))) or past


def _measures_worst(context: Context, inside: range) -> bool:
    """Whether a stretch only tells among what something is the worst or the first."""
    tree = context.tree
    noun = next((at for at in tree.path_up(inside.start) if at not in inside and tree.tokens[at].upos == "NOUN"), None)
    return noun is not None and any("Degree=Sup" in tree.tokens[below].feats for below in tree.children[noun])


def is_set_aside(context: Context, index: int) -> bool:
    """Whether a token is the noun of an event with a word before it that sets it apart."""
    noun = context.tree.tokens[index].upos in ("NOUN", "PROPN")
    if not noun or context.lexicon.aside_events.isdisjoint(context.forms(index)):
        return False
    below = (one for one in context.tree.children[index] if one < index)
    return any(not context.lexicon.aside.isdisjoint(context.forms(one)) for one in below)
