"""A clause reduced to what can be held against another: what happened, and to whom or what.

A predicate that only carries its noun gives way to it, so that "received no call", "there was a call" and "called the
hall" are of one kind. Nothing else is interpreted: two propositions tell of one thing only if kind and participants
meet (``meets``).
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.corroborate.assertion import NOTHING
from twosource.corroborate.assertions.topics import Core, clause_span, concept_of, identities, participants
from twosource.corroborate.context import CONTENT, NOMINAL, Context
from twosource.corroborate.pairs.differences import CLOCK
from twosource.model.moment import Days
from twosource.model.reading import Modality, TimeMention, TimeType
from twosource.model.span import Span

CARRIED = ("obj", "nsubj:pass", "nsubj")
"""Relations of the noun that a verb without content carries, the nearest first."""
SHARE = 0.5
"""Part of the participants of the clause with fewer that both must name."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a clause says happens.

    Attributes:
        head: Token of the predicate.
        kind: The predicate's concept, or its lemma; that of the noun which a light verb carries.
        agents, patients: Entity ids, counted concepts or lemmas; empty where a noun is the predicate, for who receives
            a call is not who calls.
        named: All that takes part, with the words that describe it.
        known: Those of them that are entities.
        beside: Those of them that only say where or how: in what somebody "was not shot in the back", the back.
        days: When it happens, where the clause says so.
        negated: Whether the clause says that it did not happen.
        mood: How the clause puts it, without regard to who says so.
    """

    head: int
    kind: str
    agents: frozenset[str]
    patients: frozenset[str]
    named: frozenset[str]
    known: frozenset[str]
    beside: frozenset[str]
    days: Days | None
    negated: bool
    mood: Modality


def proposition(context: Context, head: int) -> Proposition | None:
    """What a clause says happens, or ``None`` where its predicate says nothing that could be denied.

    Args:
        context: The account.
        head: Token of its predicate, a verb.
    """
    event = context.events.get(head)
    if event is None or context.tree.tokens[head].upos != "VERB":
        return None
    noun = _carried(context, head) if _is_carrying(context, head) else None
    kind = concept_of(context, head if noun is None else noun)
    said = kind in context.lexicon.saying and not context.lexicon.event.knows(kind)
    if noun is None and (_is_carrying(context, head) or said):
        return None
    core = Core(head, kind, None, ())
    agents, patients = participants(context, core) if noun is None else (NOTHING, NOTHING)
    span = clause_span(context, head)
    named = named_in(context, span, frozenset({head, noun}))
    known = named & {one.id for one in context.entities_in(span)}
    beside = _beside(context, head) - agents - patients
    days, negated, mood = _days(context, span), event.negated or _is_hardly_any(context, noun), event.modality
    return Proposition(head, kind, agents, patients, named, known, beside, days, negated, mood)


def _is_hardly_any(context: Context, noun: int | None) -> bool:
    """Whether a noun that a verb carries is as good as none: "had little contact", but not "a little"."""
    below = () if noun is None else context.tree.children[noun]
    scarce = any(context.lexicon.is_around("scarce", *context.forms(at)) for at in below)
    return scarce and "a" not in map(context.lemma, below)


def meets(one: Proposition, other: Proposition) -> bool:
    """Whether two propositions tell of one thing: of one kind, of the same participants, and not on two days."""
    if one.kind != other.kind or (one.days and other.days and not one.days.overlaps(other.days)):
        return False
    sides = ((one.agents, other.agents), (one.patients, other.patients))
    if any(mine and theirs and not mine & theirs for mine, theirs in sides):
        return False
    both = one.named & other.named
    return bool(both) and len(both) >= SHARE * min(len(one.named), len(other.named))


def shared(one: Proposition, other: Proposition) -> int:
    """How many participants two propositions share; who has a name counts twice."""
    return len(one.named & other.named) + len(one.known & other.known)


def _is_carrying(context: Context, index: int) -> bool:
    forms = context.forms(index)
    return not (context.lexicon.light | context.lexicon.occurring).isdisjoint(forms) or context.lexicon.is_around(
        "carrying", *forms
    )


def _carried(context: Context, head: int) -> int | None:
    tokens, below = context.tree.tokens, context.tree.children[head]
    for relation in CARRIED:
        for at in below:
            if tokens[at].deprel == relation and tokens[at].upos == "NOUN":
                return at
    return None


def named_in(context: Context, span: Span, without: frozenset[int | None] = frozenset()) -> frozenset[str]:
    """Entity ids and content words of a stretch, but for its times.

    Args:
        context: The account.
        span: The stretch.
        without: Tokens that are passed over: a clause's predicate.
    """
    found: set[str] = set()
    for at in context.tree.tokens_in(span):
        token = context.tree.tokens[at]
        if at in without or token.upos not in CONTENT | {"PRON"} or context.is_time(at):
            continue
        if token.upos in NOMINAL or context.entities_in(token.span):
            found |= identities(context, at)
        elif token.upos != "PRON" and token.text.isalnum():
            found.add(context.lemma(at))
    return frozenset(found) - context.lexicon.light - context.lexicon.saying


def _beside(context: Context, head: int) -> frozenset[str]:
    """What stands beside a predicate by a preposition, but for its times and for whoever does it."""
    tokens = context.tree.tokens
    phrases = [at for at in context.tree.children[head] if tokens[at].deprel == "obl" and tokens[at].upos in NOMINAL]
    found = (identities(context, at) for at in phrases if not context.is_time(at))
    return frozenset(one for names in found for one in names)


def _days(context: Context, span: Span) -> Days | None:
    number = context.reading.sentence_at(span.start)
    times = context.times_by_sentence.get(number if number is not None else -1, ())
    found = [time.days for time in times if time.days and _names_a_day(time) and span.overlaps(time.span)]
    return found[0] if len(found) == 1 else None


def _names_a_day(time: TimeMention) -> bool:
    """Whether a time says of which day it is: an hour alone is of the day that was told before."""
    if time.type is not TimeType.TIME or time.weekday is not None or time.offset is not None:
        return time.type is not TimeType.SET
    return any(map(str.isdigit, CLOCK.sub("", time.text)))
