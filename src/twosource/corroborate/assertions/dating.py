"""Which event a time dates: the clause that it hangs on, as a reader takes it.

A time beside a word of saying dates the saying, and is no claim, unless something is announced; one behind
an infinitive dates the infinitive; "it happened on Saturday" dates what the sentence before told.
"""

from __future__ import annotations

import re

from twosource.corroborate.assertions.once import is_once, is_year
from twosource.corroborate.assertions.partial import partly_known
from twosource.corroborate.assertions.topics import Core, core_of
from twosource.corroborate.context import Context
from twosource.model.moment import Days
from twosource.model.reading import TimeMention, TimeType

LONGEST_DATE = 31
"""Days that a time may span and still date an event: "in recent months" is background, and so is "in 2019", but for
what happens once (once.py)."""
LONGEST_SIGNATURE = 40
_YEAR = re.compile(r"\b\d{4}\b")
_SIGNED = re.compile(r"\(@\w+\)\W*$")
"""The name below a post ("(@harbourwatch)"), before the day on which it was posted: that dates nothing told in it."""
TAKEN_UP = (
    "that ",
    "the same ",
    "the next ",
    "the following ",
    "the previous ",
    "later in the ",
    "later that ",
    "earlier in the ",
    "earlier that ",
)
"""Beginnings of times that count from what was told before, not from the day of the account."""
TAKEN_FROM = (" earlier", " later", " before")
"""… and their ends: "two weeks earlier" than what the account told, not than the account."""
CONTENTS = frozenset({"ccomp", "xcomp", "parataxis", "advcl"})
"""What hangs on a verb of saying as what is said: a thing that is announced has none beside it."""
DEADLINE = "deadline"
"""What a time ends up to which somebody is given it: "gave the council until Friday"."""
_GRANTING = frozenset({"give", "have"})
UNTIL = frozenset({"until", "till", "through"})
PLACE = "place"
TAKING_UP = frozenset({"it", "this", "that"})
RELATIVE, RELATIVES = "acl:relcl", frozenset({"that", "which"})


def dated_core(context: Context, time: TimeMention) -> Core | None:
    """The event that a time dates, if it dates one.

    Args:
        context: The account.
        time: One of its times.
    """
    core = _core(context, time) if is_year(time) or is_point(context, time) else None
    return core if core is None or not is_year(time) or is_once(context, core) else None


def _core(context: Context, time: TimeMention) -> Core | None:
    """The event that a time hangs on."""
    head = context.head_of(time.span)
    if head is None:
        return None
    saying = _saying_before(context, time)
    if saying is not None:
        return _announced(context, saying)
    for index in context.tree.path_up(head)[1:]:
        token = context.tree.tokens[index]
        if context.is_saying(index):
            return _announced(context, index)
        if token.upos in ("VERB", "ADJ") or context.lexicon.event.of(*context.forms(index)):
            dated = _complement_before(context, index, head)
            core = core_of(context, dated) or _taken_up(context, dated)
            core = core or _held(context, dated) or _deadline(context, time, dated)
            if core is None and dated != index:
                core = Core(dated, context.lemma(dated), None, (index,))
            return None if core is None or core.concept in context.lexicon.saying else core
        if token.upos == "AUX" or _is_said_of(context, index):
            return None
    return None


def _is_said_of(context: Context, index: int) -> bool:
    """Whether a noun is what a clause says that something is: "at two it was in the hall" dates no verb above."""
    return any(context.tree.tokens[below].deprel == "cop" for below in context.tree.children[index])


def _announced(context: Context, index: int) -> Core | None:
    """The event whose announcement a time dates, "the discovery was announced on Friday", or the announcing of a thing,
    "the result was declared at 4:20 a.m."; who said something on Friday did nothing else that day.
    """
    tokens, below = context.tree.tokens, context.tree.children[index]
    told = next((at for at in below if (tokens[at].deprel, tokens[at].upos) == ("nsubj:pass", "NOUN")), None)
    if told is None:
        return None
    concept = context.event_concept(told)
    if concept:
        return Core(told, concept, None, (index,))
    says = any(tokens[at].deprel in CONTENTS for at in below)
    if says:
        return None
    planned = None if context.lemma(index) in context.lexicon.saying else _held(context, index)
    return planned or Core(index, context.lemma(index), None, (index,))


def _complement_before(context: Context, index: int, time: int) -> int:
    """The infinitive between a verb and a time, which the time then dates: "was asked to appear on Monday"."""
    tokens = context.tree.tokens
    between = [below for below in context.tree.children[index] if index < below < time]
    return next((below for below in between if tokens[below].deprel == "xcomp" and tokens[below].upos == "VERB"), index)


def _deadline(context: Context, time: TimeMention, index: int) -> Core | None:
    """The deadline that a time is where it ends what somebody is given, or has."""
    first = context.tree.tokens_in(time.span).start
    until = first > 0 and context.forms(first - 1)[1] in UNTIL
    return Core(index, DEADLINE, None, ()) if until and context.lemma(index) in _GRANTING else None


def _taken_up(context: Context, index: int) -> Core | None:
    """The event that a verb without content says happened: the noun that it tells more of ("a fire that broke out"), or
    what the sentence before told ("it happened").
    """
    tokens, children = context.tree.tokens, context.tree.children[index]
    subjects = [below for below in children if tokens[below].deprel == "nsubj"]
    if context.lexicon.occurring.isdisjoint(context.forms(index)):
        return None
    if tokens[index].deprel == RELATIVE and any(context.lemma(below) in RELATIVES for below in subjects):
        above = tokens[index].head
        return core_of(context, above) if context.event_concept(above) else None
    number = context.sentence(index)
    if number == 0 or not subjects or any(context.lemma(below) not in TAKING_UP for below in subjects):
        return None
    told = context.tree.sentence_ranges[number - 1]
    named = [at for at in told if at in context.events and context.event_concept(at) and not context.is_saying(at)]
    nouns = [at for at in named if tokens[at].upos == "NOUN"]
    one = len({context.event_concept(at) for at in named}) == 1
    return core_of(context, nouns[0]) if nouns else core_of(context, named[0]) if one else None


def _held(context: Context, index: int) -> Core | None:
    """The thing that a verb without content says takes place, of whatever kind it is: "a service will be held", "the
    vote is planned".
    """
    tree, words = context.tree, context.forms(index)
    relation = "nsubj:pass" if context.lexicon.occurring.isdisjoint(words) else "nsubj"
    told = next((at for at in tree.children[index] if tree.tokens[at].deprel == relation), None)
    thing = tree.child(index, "obj")  # "was given a new roof"; but "place" is none
    if told is None or tree.tokens[told].upos != "NOUN" or context.lexicon.light.isdisjoint(words):
        return None
    if thing is not None and context.lemma(thing) != PLACE:
        return None
    return Core(told, context.event_concept(told) or context.lemma(told), None, (index,))


def is_point(context: Context, time: TimeMention) -> bool:
    """Whether a time says when: a date, a clock time, or a stretch that was resolved to the day it leads to ("in
    two days").
    """
    if (
        time.type is TimeType.SET
        or _SIGNED.search(context.reading.text, max(0, time.span.start - LONGEST_SIGNATURE), time.span.start)
        or time.text.lower().startswith(TAKEN_UP)
        or time.text.lower().endswith(TAKEN_FROM)
        or _names_a_kind(context, time)
        or _is_stamp(context, time)
        or context.lexicon.is_around("present", time.text.lower())
        or _counts_from_an_hour(context, time)
    ):
        return False
    if time.days is None:
        return bool(partly_known(time.value))
    return _length(time.days) <= LONGEST_DATE if time.type is not TimeType.DURATION else time.days.is_one_day


def _is_stamp(context: Context, time: TimeMention) -> bool:
    """Whether a whole date before a sentence is its stamp: "10 June 2031 Orlo was arrested" is told on that day."""
    inside = context.tree.tokens_in(time.span)
    sentence = context.tree.sentence_ranges[context.sentence(inside.start)]
    behind = context.tree.tokens[inside.stop : inside.stop + 1]
    alone = inside.start == sentence.start and not any(token.upos == "PUNCT" for token in behind)
    return alone and bool(_YEAR.search(time.text))


def _names_a_kind(context: Context, time: TimeMention) -> bool:
    """Whether a holiday only says of what kind something is: a Halloween party is held on any night of that week."""
    head, tokens = context.head_of(time.span), context.tree.tokens
    if head is None or tokens[head].deprel != "compound" or time.type is not TimeType.DATE or time.weekday is not None:
        return False
    return not any(map(str.isdigit, time.text)) and context.event_concept(tokens[head].head) is None


def _counts_from_an_hour(context: Context, time: TimeMention) -> bool:
    """Whether a time is so long before or after an hour that was told: "half an hour later"."""
    counted = time.type is not TimeType.DURATION and "T" not in time.value  # "in 48 hours" is a day
    return counted and not context.lexicon.hour_words["counted"].isdisjoint(time.text.lower().split())


def _saying_before(context: Context, time: TimeMention) -> int | None:
    """The word of saying right before a time ("said Tuesday that", "confirmed on Monday that")."""
    first = context.tree.tokens_in(time.span).start
    return next(filter(context.is_saying, range(max(0, first - 2), first)), None)


def _length(days: Days) -> int:
    return (days.end - days.start).days + 1 if days.start and days.end else LONGEST_DATE + 1
