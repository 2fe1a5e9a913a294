"""Figures as assertions: what is counted, what happened to them, where, and how many.

The counted thing alone is no key: 41 killed and 186 injured are both people. So each figure looks for its outcome
in the tree around it, nearest first. A figure without a counted thing and without an outcome asserts nothing that
can be compared, and is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context
from twosource.corroborate.countable import counts, dimension_of
from twosource.corroborate.marks import (
    is_glimpsed,
    is_partial,
    is_record,
    is_running,
    is_sorted,
    is_whole,
    parts_beside,
)
from twosource.corroborate.measures import measured_in, who_puts
from twosource.corroborate.outcomes import (
    COUNT,
    DEATH,
    INJURY,
    PERSON,
    SENTENCE,
    SHOT,
    STRETCHES,
    befallen,
    is_shot,
    names_a_sort,
    outcome_of,
    window,
    with_dead_among,
)
from twosource.corroborate.parties import BEFALLING, Nations
from twosource.corroborate.recounts import is_former, is_latter, moved, recounted
from twosource.corroborate.stated import Found, stated
from twosource.corroborate.terms import sentenced
from twosource.corroborate.topics import people_in, places_in, words_in
from twosource.corroborate.voice import Voices
from twosource.model.claim import ClaimType
from twosource.model.moment import Days
from twosource.model.reading import Modality, QuantityMention, TimeType
from twosource.model.span import Span
from twosource.model.value import Quantity

HURT = frozenset({"injury", "hospital", "casualty", "shot"})
"""Of those who are hurt some are come upon, or still in hospital; who is missing is still missing."""
BEHIND = 6
"""Words behind a name within which the counted noun is looked for."""
NEGATIONS = frozenset({"not", "n't"})
CONTRASTS = frozenset({"but", "rather"})
CONTRAST = 20
"""Characters between two figures within which "but" sets the second against the first."""


def figures(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The figures of an account as assertions, in text order.

    Args:
        context: The account.
        voices: Names the speakers.

    Yields:
        One assertion a figure that counts or measures something.
    """
    before: Assertion | None = None
    nations = Nations(context)
    for mention in context.reading.quantities:
        head = context.head_of(mention.span)
        if head is None or not counts(context, mention):
            continue
        topic, said_by = figure_topic(context, mention, head)
        topic = recounted(context, mention, head, topic, before)
        if topic.predicate in BEFALLING:
            topic = replace(topic, whose=nations.whose(mention, head))
        if topic.subject or topic.predicate or topic.dimension != COUNT:
            mood, negated = _mood(context, said_by), _negated(context, mention, said_by)
            value = mention.quantity
            if topic.answers and before is not None and isinstance(before.value, Quantity):
                value = replace(value, unit=before.value.unit)
            found = Found(ClaimType.FIGURE, mention.span, topic, value, mood=mood, negated=negated)
            told = _beside_others(context, before, stated(context, voices, found))
            before = moved(context, before, _corrected(context, before, told))
            yield before


def _beside_others(context: Context, before: Assertion | None, told: Assertion) -> Assertion:
    """The "nine others" of "one died and nine others were hurt": all of the hurt, no part of them.

    Others who were shot beside the dead were hurt.
    """
    topic = told.topic
    words = (told.value.text if isinstance(told.value, Quantity) else "").lower().split()
    others = any(context.lexicon.is_around("others", word) for word in words)
    if before is None or not others or before.sentence != told.sentence:
        return told
    outcome, first = topic.predicate, before.topic.predicate
    if first != DEATH:
        return told
    if outcome in (None, DEATH, SHOT) and is_shot(context, told.focus):
        outcome = INJURY
    if outcome is None or outcome == first:
        return told
    return replace(told, topic=replace(topic, predicate=outcome, partial=False))


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
    nouns = _counted_words(context, mention)
    lexicon = context.lexicon
    said = _first(_outcome(context, index) for index in nouns if not names_a_sort(context, mention, index))
    subject = _subject(context, mention, nouns)
    dimension = dimension_of(context, mention.quantity)
    people = mention.quantity.unit == PERSON and said != DEATH and said == _outcome(context, head)
    verbal = befallen(context, mention, head, dimension) if said and people else None
    outcome, said_by = verbal or ((said, head) if said else outcome_of(context, mention, head, dimension))
    if not said and dimension == COUNT and is_whole(context, head):
        outcome, said_by = None, None
    outcome = with_dead_among(context, mention, outcome)
    if subject is not None and lexicon.is_around("unharmed", subject):
        outcome = None
    convict = sentenced(context, mention, head) if dimension in STRETCHES else None
    outcome = SENTENCE if convict else outcome
    near = window(context, mention, number)
    topic = Topic(
        subject=convict or subject,
        predicate=outcome or lexicon.understood.get(subject or "") or _fallen(context, nouns),
        places=places_in(context, context.tree.span(near)),
        people=frozenset({convict}) if convict else people_in(context, sentence) - who_puts(context, head),
        tellers=_tellers(context, mention, number),
        words=words_in(context, near),
        days=_days(context, number),
        dimension=dimension,
        measured=measured_in(context, mention.span, head) - {dimension} if dimension != COUNT else frozenset(),
        parts=parts_beside(context, mention),
        partial=is_partial(context, mention) or is_sorted(context, mention, head),
        earlier=is_former(context, mention, head) or (context.looks_back[number] and not is_latter(context, head)),
        elsewhen=context.elsewhen[number] or is_running(context, head) or is_record(context, mention),
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


def _counted_words(context: Context, mention: QuantityMention) -> list[int]:
    """The content words of what is counted, in text order ("people dead" are two); of "put the number of stolen
    paintings at 17" they stand before the figure, of "from 9 to 14 boats" behind the other one.
    """
    words = set((mention.quantity.counted or "").lower().split())
    inside = context.tree.tokens_in(mention.span)
    sentence = context.reading.sentences[context.sentence(inside.start)]
    whole = context.tree.tokens_in(sentence)
    ahead, behind = range(whole.start, inside.start), range(inside.stop, min(inside.stop + BEHIND, whole.stop))
    return next(filter(None, (_content(context, where, words) for where in (inside, ahead, behind))), [])


def _content(context: Context, where: range, words: set[str]) -> list[int]:
    tokens = context.tree.tokens
    told = ("NOUN", "PROPN", "ADJ", "VERB")
    return [at for at in where if tokens[at].upos in told and tokens[at].text.lower() in words]


def _subject(context: Context, mention: QuantityMention, words: list[int]) -> str | None:
    """What is counted: a known concept, people for whatever is said only of them, else the last noun."""
    lexicon = context.lexicon
    heads = _heads(context, words)
    if heads and lexicon.is_around("unharmed", *context.forms(heads[0])):
        return context.lemma(heads[0])
    known = _first(lexicon.counted.of(*context.forms(index)) for index in heads)
    if known:
        return known
    if any(context.tree.tokens[index].upos == "PROPN" for index in words):
        behind = _counted_behind(context, mention)
        if behind:
            return behind
    nouns = [
        index
        for index in words
        if context.tree.tokens[index].upos in ("NOUN", "PROPN") and not lexicon.outcome.of(*context.forms(index))
    ]
    if nouns:
        return context.lemma(nouns[-1])
    return PERSON if mention.quantity.unit == PERSON else None


def _heads(context: Context, words: list[int]) -> list[int]:
    """The words with the last noun of the first run of nouns in front: "gunshot victims" are victims."""
    tokens = context.tree.tokens
    first = next((at for at, index in enumerate(words) if tokens[index].upos == "NOUN"), None)
    if first is None:
        return words
    last = first
    while last + 1 < len(words) and words[last + 1] == words[last] + 1 and tokens[words[last + 1]].upos == "NOUN":
        last += 1
    return [words[last], *words]


def _counted_behind(context: Context, mention: QuantityMention) -> str | None:
    """What is counted behind a name that stands before it ("2,000 Mutual Defence Organization (MDO) troops")."""
    inside, tokens = context.tree.tokens_in(mention.span), context.tree.tokens
    for index in range(inside.stop, min(inside.stop + BEHIND, len(tokens))):
        if tokens[index].upos not in ("PROPN", "NOUN", "ADJ", "PUNCT"):
            return None
        found = context.lexicon.counted.of(*context.forms(index)) if tokens[index].upos == "NOUN" else None
        if found:
            return found
    return None


def _first(found: Iterable[str | None]) -> str | None:
    return next((one for one in found if one), None)


def _days(context: Context, number: int) -> Days | None:
    found = [
        time.days for time in context.times_by_sentence.get(number, ()) if time.days and time.type is not TimeType.SET
    ]
    return found[0] if len(found) == 1 else None


def _mood(context: Context, said_by: int | None) -> Modality:
    """The mood of what happened; a figure that is only mentioned ("the 2,000 troops will leave") is asserted."""
    event = context.events.get(said_by) if said_by is not None else None
    return event.modality if event is not None else Modality.ASSERTED


def _negated(context: Context, mention: QuantityMention, said_by: int | None) -> bool:
    first = context.tree.tokens_in(mention.span).start
    event = context.events.get(said_by) if said_by is not None else None
    return (first > 0 and context.lemma(first - 1) in NEGATIONS) or (event is not None and event.negated)
