"""Figures as assertions: what is counted, what happened to them, where, and how many.

The counted thing alone is no key: 41 killed and 186 injured are both people. So each figure looks for its outcome
in the tree around it, nearest first. A figure without a counted thing and without an outcome asserts nothing that
can be compared, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.topics import people_in, places_in, words_in
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.elsewhen import far_times
from twosource.corroborate.figures.ages import told_ages
from twosource.corroborate.figures.countable import counts, dimension_of
from twosource.corroborate.figures.ellipses import unit_before
from twosource.corroborate.figures.givers import given, givers_in
from twosource.corroborate.figures.held import HELD, held_as
from twosource.corroborate.figures.marks import (
    is_glimpsed,
    is_of_instances,
    is_partial,
    is_peak,
    is_record,
    is_running,
    is_sorted,
    is_whole,
    parts_beside,
)
from twosource.corroborate.figures.measures import measured_in
from twosource.corroborate.figures.nearness import window
from twosource.corroborate.figures.nouns import counted_words, group_of, moved_thing, subject_of
from twosource.corroborate.figures.others import beside_others
from twosource.corroborate.figures.outcomes import (
    COUNT,
    DEATH,
    PERSON,
    SENTENCE,
    STRETCHES,
    befallen,
    names_a_sort,
    outcome_of,
    with_dead_among,
)
from twosource.corroborate.figures.parties import BEFALLING, Nations
from twosource.corroborate.figures.quoted import FRACTION, PERCENT, QUOTATION, as_percent, is_quotation
from twosource.corroborate.figures.recounts import is_former, is_latter, moved, recounted
from twosource.corroborate.figures.steps import left_behind
from twosource.corroborate.figures.takebacks import taken_back
from twosource.corroborate.figures.terms import sentenced
from twosource.model.claim import ClaimType
from twosource.model.moment import Days
from twosource.model.reading import Event, Modality, QuantityMention, TimeType
from twosource.model.span import Span
from twosource.model.value import Quantity

HURT = frozenset({"injury", "hospital", "casualty", "shot"})
"""Of those who are hurt some are come upon, or still in hospital; who is missing is still missing."""
SIGNATURE = "signature"
"""Signatures have always come together since a time."""
RELEASE = "release"
"""Who is let go is one of those who were held."""
NEGATIONS = frozenset({"not", "n't"})
PLEAS = frozenset({"guilty", "plead"})
CONTRASTS = frozenset({"but", "rather"})
CONTRAST = 20
"""Characters between two figures within which "but" sets the second against the first."""


def figures(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The figures of an account as assertions, in text order.

    Args:
        context: The account.
        voices: Names the speakers.

    Returns:
        One assertion a figure that counts or measures something.
    """
    before: Assertion | None = None
    told_all: list[Assertion] = []
    nations, aged = Nations(context), told_ages(context)
    for mention in context.reading.quantities:
        head = context.head_of(mention.span)
        if head is None or mention.span in aged or not counts(context, mention):
            continue
        own, said_by = figure_topic(context, mention, head)
        former = taken_back(context, mention, own, before)
        topic = former or recounted(context, mention, head, own, before)
        unit_of = unit_before(context, mention, head, own, told_all) if topic is own else None
        if unit_of:
            own = topic = replace(own, dimension=unit_of.topic.dimension)
        step = topic is not own and not topic.answers and not former
        if topic.predicate in BEFALLING:
            topic = replace(topic, whose=nations.whose(mention, head))
        if topic.subject or topic.predicate or topic.dimension != COUNT:
            mood, negated = _mood(context, said_by), _negated(context, mention, said_by)
            negated = not former.earlier if former else negated
            value = as_percent(mention.quantity) if topic.predicate == QUOTATION else mention.quantity
            if (topic.answers or former or step) and before is not None and isinstance(before.value, Quantity):
                value = replace(value, unit=before.value.unit)
            if unit_of and isinstance(unit_of.value, Quantity):
                value = replace(value, unit=unit_of.value.unit)
            found = Found(ClaimType.FIGURE, mention.span, topic, value, mood=mood, negated=negated)
            told = given(context, voices, head, stated(context, voices, found))
            told = beside_others(context, before, told)
            if former and former.earlier and before is not None:
                told_all[-1] = replace(before, topic=replace(before.topic, formerly=value))
            if step and before is not None:
                told_all[-1], told = left_behind(told, before)
            before = moved(context, before, _corrected(context, before, told))
            told_all.append(before)
    return iter(told_all)


def _corrected(context: Context, before: Assertion | None, told: Assertion) -> Assertion:
    """A figure that is set against the one before it, "not 12 tonnes of coal but 15 tonnes": both measure the same."""
    if before is None or not before.negated or before.topic.dimension != told.topic.dimension:
        return told
    between = Span(before.focus.end, max(before.focus.end, told.focus.start))
    if len(between) > CONTRAST or not any(context.lemma(at) in CONTRASTS for at in context.tree.tokens_in(between)):
        return told
    subject, outcome = before.topic.subject, before.topic.predicate
    topic = replace(told.topic, subject=told.topic.subject or subject, predicate=told.topic.predicate or outcome)
    return replace(told, topic=topic)


def figure_topic(context: Context, mention: QuantityMention, head: int) -> tuple[Topic, int | None]:
    """What a figure counts and what happened to it, and the token that says what happened, where there is one."""
    number = context.sentence(head)
    sentence = context.reading.sentences[number]
    nouns = counted_words(context, mention)
    lexicon = context.lexicon
    said = _first(_outcome(context, index) for index in nouns if not names_a_sort(context, mention, index))
    group = group_of(context, mention, head)
    subject = group or subject_of(context, mention, nouns) or moved_thing(context, mention, head)
    dimension = dimension_of(context, mention.quantity)
    people = mention.quantity.unit == PERSON and said != DEATH and said == _outcome(context, head)
    verbal = befallen(context, mention, head, dimension) if said and people else None
    outcome, said_by = verbal or ((said, head) if said else outcome_of(context, mention, head, dimension))
    if not said and dimension == COUNT and is_whole(context, head):
        outcome, said_by = None, None
    if not said and outcome not in HELD:
        outcome = held_as(context, mention, head, dimension) or outcome
    if is_quotation(context, mention, head, dimension):
        outcome = QUOTATION
    outcome = with_dead_among(context, mention, outcome)
    if subject is not None and lexicon.is_around("unharmed", subject):
        outcome = None
    convict = sentenced(context, mention, head) if dimension in STRETCHES else None
    outcome = SENTENCE if convict else outcome
    understood = lexicon.understood.get(f"{group} of" if group else subject or "")
    near = window(context, mention, number)
    topic = Topic(
        subject=convict or subject,
        predicate=outcome or understood or _fallen(context, nouns),
        places=places_in(context, context.tree.span(near)),
        people=frozenset({convict}) if convict else people_in(context, sentence) - givers_in(context, head),
        tellers=_tellers(context, mention, number),
        words=words_in(context, near),
        days=_days(context, number),
        dimension=PERCENT if outcome == QUOTATION and dimension == FRACTION else dimension,
        measured=measured_in(context, mention.span, head) - {dimension},
        parts=parts_beside(context, mention),
        partial=outcome == RELEASE
        or is_partial(context, mention)
        or is_sorted(context, mention, head)
        or is_of_instances(context, head),
        earlier=is_former(context, mention, head) or (context.looks_back[number] and not is_latter(context, head)),
        elsewhen=context.elsewhen[number]
        or (outcome != SIGNATURE and is_running(context, head))
        or is_record(context, mention),
        away=_away(context, number),
        peak=dimension == COUNT and is_peak(context, head),
        glimpsed=outcome in HURT and is_glimpsed(context, head),
    )
    return topic, said_by


def _tellers(context: Context, mention: QuantityMention, number: int) -> frozenset[str]:
    """Who gives a figure, and what is named beside them: "1,100 jobs will go, said the council's head, Sanna Dahl"."""
    sources = (
        source
        for told in context.attributions_of(number)
        if any(part.overlaps(mention.span) for part in told.content)
        for source in told.source
    )
    return frozenset().union(*(people_in(context, source) for source in sources))


def _outcome(context: Context, index: int) -> str | None:
    """What a counted word says by itself: "the 12 dead"."""
    forms = context.forms(index)
    return context.lexicon.counted_outcome.of(*forms) or context.lexicon.outcome.of(*forms)


def _fallen(context: Context, words: list[int]) -> str | None:
    """The death that "the 23 victims of the blast" means where nothing else is said of them."""
    tokens = context.tree.tokens
    fallen = (at for at in words if context.lexicon.is_around("fallen", *context.forms(at)) and at + 1 < len(tokens))
    return DEATH if any(tokens[at + 1].text.lower() in ("of", "from") for at in fallen) else None


def _first(found: Iterable[str | None]) -> str | None:
    return next((one for one in found if one), None)


def _days(context: Context, number: int) -> Days | None:
    found = [
        time.days for time in context.times_by_sentence.get(number, ()) if time.days and time.type is not TimeType.SET
    ]
    return found[0] if len(found) == 1 else None


def _away(context: Context, number: int) -> Days | None:
    """The one time of a sentence that is not the account's own."""
    found = {time.days for time in far_times(context, number) if time.days}
    return found.pop() if len(found) == 1 else None


def _mood(context: Context, said_by: int | None) -> Modality:
    """The mood of what happened; a figure that is only mentioned ("the 2,000 troops will leave") is asserted."""
    event = _event(context, said_by)
    return event.modality if event is not None else Modality.ASSERTED


def _event(context: Context, said_by: int | None) -> Event | None:
    """The event that a word tells; who is "not guilty" of killing three people denies that he did, and no number."""
    if said_by is None or any(context.lemma(at) in PLEAS for at in context.tree.path_up(said_by)[1:]):
        return None
    return context.events.get(said_by)


def _negated(context: Context, mention: QuantityMention, said_by: int | None) -> bool:
    first = context.tree.tokens_in(mention.span).start
    event = _event(context, said_by)
    return (first > 0 and context.lemma(first - 1) in NEGATIONS) or (event is not None and event.negated)
