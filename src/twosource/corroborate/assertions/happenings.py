"""What happens, and when: events and their dates as assertions.

An event is asserted by its predicate, verb or noun, with at least one participant that is named; its date by a time
that hangs on the predicate. A time beside a word of saying dates the saying, and is no claim. Light verbs pass the
question on to what they govern, so that "troops are expected to begin leaving in two days" dates the start of a
withdrawal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.coming import looking_ahead
from twosource.corroborate.assertions.dating import DEADLINE, UNTIL, dated_core, is_point
from twosource.corroborate.assertions.hours import hour_of
from twosource.corroborate.assertions.incident import dates_incident
from twosource.corroborate.assertions.once import edge_of
from twosource.corroborate.assertions.partial import partly_known
from twosource.corroborate.assertions.posts import on_post
from twosource.corroborate.assertions.scene import streets_in
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.streets import sites
from twosource.corroborate.assertions.topics import (
    Core,
    clause_span,
    core_of,
    holders_in,
    participants,
    people_in,
    places_in,
    words_in,
)
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.figures.unnamed import ages_befallen
from twosource.model.claim import ClaimType
from twosource.model.moment import Days
from twosource.model.reading import Modality, TimeMention, TimeType
from twosource.model.span import Span
from twosource.model.value import Time, Wording

START_WORDS = frozenset({"from", "since", "starting", "as"})
PLANNING = frozenset({"for"})

REJECTING = "reject"
_NEGATIONS = frozenset({"not", "n't", "never", "no"})


def dates(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The dates of events that an account gives, in text order."""
    for number in sorted(context.times_by_sentence):
        for mention in context.times_by_sentence[number]:
            core = dated_core(context, mention)
            time = looking_ahead(mention, _published(context), ahead=_is_ahead(context, mention, core))
            if core is not None and time is not None:
                topic = event_topic(context, core, _phase(context, time, core), time.days)
                topic = replace(on_post(topic, context, core, voices), incident=dates_incident(context, mention, core))
                hour = hour_of(context, mention, deadline=core.concept == DEADLINE)
                if topic.incident:
                    topic = replace(topic, scene=frozenset(streets_in(context, context.reading.sentences[number])))
                if hour is not None:
                    topic = replace(topic, sites=sites(context, context.reading.sentences[number]))
                value = Time(time.days, _words_of(context, time), hour, "" if time.days else partly_known(time.value))
                dated = _stated(context, voices, core, Found(ClaimType.DATE, time.span, topic, value))
                if not dated.negated:  # what did not happen on Monday may not have happened on Tuesday either
                    yield replace(dated, weekday=time.weekday)


def events(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The events that an account states, in text order: those whose participants are named."""
    seen: set[tuple[int, str | None]] = set()
    for index, token in enumerate(context.tree.tokens):
        if token.upos not in ("VERB", "NOUN") or not _states(context, index):
            continue
        core = core_of(context, index)
        if core is None or (core.index, core.phase) in seen or core.concept in context.lexicon.saying:
            continue
        seen.add((core.index, core.phase))
        found = event_at(context, voices, core)
        if _is_told(found.topic):
            yield found


def event_at(context: Context, voices: Voices, core: Core) -> Assertion:
    """The event that a predicate states, whether or not anybody is named in it.

    Args:
        context: The account.
        voices: Names the speakers.
        core: The predicate.
    """
    topic = on_post(event_topic(context, core, core.phase, _days_near(context, core)), context, core, voices)
    focus = context.tree.tokens[core.index].span
    return _stated(context, voices, core, Found(ClaimType.EVENT, focus, topic, Wording(topic.wording)))


def _published(context: Context) -> date | None:
    published = context.account.article.published
    return published.day if published else None


def _is_ahead(context: Context, time: TimeMention, core: Core | None) -> bool:
    """Whether what a time dates is still to come: "for Thursday", or expected. A weekday that was read as past where
    the words leave both sides open ("was told to go on Sunday") stays.
    """
    first = context.tree.tokens_in(time.span).start
    planned = first > 0 and context.forms(first - 1)[1] in PLANNING
    over = time.weekday is not None and time.direction < 0
    return planned or (core is not None and not over and _mood(context, core) is Modality.EXPECTED)


def event_topic(context: Context, core: Core, phase: str | None, days: Days | None) -> Topic:
    """What an event is about: concept, phase, participants, places, words."""
    agents, patients = participants(context, core)
    span = clause_span(context, core.above[0] if core.above else core.index)
    sentence = context.reading.sentences[context.sentence(core.index)]
    return Topic(
        predicate=core.concept,
        phase=phase,
        agents=agents,
        patients=patients,
        places=places_in(context, span),
        people=people_in(context, span),
        holders=holders_in(context, core, agents, patients),
        aged=ages_befallen(context, core.index),
        words=words_in(context, context.tree.tokens_in(span if len(span) * 3 > len(sentence) else sentence)),
        days=days,
        background=None if days else _background(context, core),
        wording=_wording(context, core),
    )


def _states(context: Context, index: int) -> bool:
    """Whether a token states an event: a verb that is no cue of an attribution, or the noun of a known kind of
    event.
    """
    if context.is_saying(index):
        return False
    token = context.tree.tokens[index]
    if token.upos == "VERB":
        return token.deprel not in ("amod", "compound", "acl")
    return index in context.events and context.lexicon.event.of(*context.forms(index)) is not None


def _is_told(topic: Topic) -> bool:
    """Whether it is plain enough who is meant: a person and something more, or who leaves a post."""
    if topic.holders:
        return True
    named = {one for one in topic.participants if one in topic.people}
    return bool(named) and (len(topic.participants) >= 2 or topic.days is not None or bool(topic.places))


def _words_of(context: Context, time: TimeMention) -> str:
    """A time's words with the preposition that belongs to them ("in two days")."""
    first = context.tree.tokens_in(time.span).start
    if first and time.type is TimeType.DURATION and context.forms(first - 1)[1] in ("in", "within"):
        return Span(context.tree.tokens[first - 1].span.start, time.span.end).of(context.reading.text)
    return time.text


def _phase(context: Context, time: TimeMention, core: Core) -> str | None:
    """The phase of the event that a time dates: "from tomorrow" begins it, "until Friday" ends it, and "last
    tested" is the last of many.
    """
    inside = context.tree.tokens_in(time.span)
    around = range(max(0, inside.start - 1), min(inside.start + 1, len(context.tree.tokens)))
    words = {context.tree.tokens[index].text.lower() for index in around}
    if words & START_WORDS:
        return "begin"
    if words & UNTIL:
        return "end"
    return core.phase or edge_of(context, core)


def _days_near(context: Context, core: Core) -> Days | None:
    """The day that the event's own clause names, if it names one."""
    span = clause_span(context, core.index)
    number = context.sentence(core.index)
    found = [
        time.days
        for time in context.times_by_sentence.get(number, ())
        if span.overlaps(time.span) and time.days and is_point(context, time)
    ]
    return found[0] if len(found) == 1 else None


def _background(context: Context, core: Core) -> Days | None:
    """The stretch that the event's own clause names ("in 2013"): too long to date it, but it tells old from new."""
    span = clause_span(context, core.index)
    times = context.times_by_sentence.get(context.sentence(core.index), ())
    near = [time for time in times if time.days and time.type is TimeType.DATE and span.overlaps(time.span)]
    found = [time.days for time in near if _hangs_on(context, time, core)]
    return found[0] if len(found) == 1 else None


def _hangs_on(context: Context, time: TimeMention, core: Core) -> bool:
    """Whether a time is the event's own, and not that of a clause within: "who had left in 2013, was leaving"."""
    above = context.tree.path_up(context.tree.tokens_in(time.span).start)
    verb = next((at for at in above if context.tree.tokens[at].upos == "VERB" or at == core.index), None)
    return verb is None or verb == core.index or verb in core.above


def _wording(context: Context, core: Core) -> str:
    """The predicate in the account's words, with its particle, and with its "not"."""
    tokens, below = context.tree.tokens, context.tree.children[core.index]
    beside = [at for at in below if tokens[at].deprel in ("compound:prt", "aux:pass")]
    nots = [at for at in below if context.lemma(at) in _NEGATIONS and at < core.index]
    beside += [*nots, *(at for at in below if nots and tokens[at].deprel == "aux")]
    return " ".join(tokens[index].text for index in sorted((core.index, *beside)))


def _stated(context: Context, voices: Voices, core: Core, found: Found) -> Assertion:
    """An assertion on what a predicate says, with the predicate's speakers and mood."""
    place = context.tree.tokens[core.index].span
    mood, negated = _mood(context, core), _negated(context, core)
    return stated(context, voices, replace(found, voiced=place, mood=mood, negated=negated))


def _mood(context: Context, core: Core) -> Modality:
    """The mood of the predicate and of the verbs above it; what somebody is said to reject is denied."""
    moods = [context.events[index].modality for index in (core.index, *core.above) if index in context.events]
    own = next((mood for mood in moods if mood is not Modality.ASSERTED), Modality.ASSERTED)
    return Modality.DENIED if core.concept == REJECTING and own is Modality.ASSERTED else own


def _negated(context: Context, core: Core) -> bool:
    for index in (core.index, *core.above):
        event = context.events.get(index)
        nots = any(context.lemma(below) in _NEGATIONS for below in context.tree.children[index])
        if nots if event is None else event.negated:
            return True
    return False
