"""Figures as assertions: what is counted, what happened to them, where, and how many.

The counted thing alone is no key: 41 killed and 186 injured are both people. So each figure looks for its outcome in the
tree around it, nearest first. A figure without a counted thing and without an outcome asserts nothing that can be
compared, and is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context
from twosource.corroborate.topics import PHASES, people_in, places_in, words_in
from twosource.corroborate.voice import Voices, modality_of
from twosource.model.claim import ClaimType
from twosource.model.judgement import Passage
from twosource.model.moment import Days
from twosource.model.reading import Modality, QuantityMention, TimeType
from twosource.model.value import Quantity

COUNT = "count"
COUNTS = frozenset({None, "person", COUNT})
NOT_COUNTED = frozenset({"ordinal"})
CLAUSE_EDGES = frozenset({"conj", "acl:relcl", "advcl", "parataxis", "ccomp", "appos"})
FAR = 6.0
STEP = 0.2
REACH = 5.0
"""How far an outcome may stand from its figure: edges of the tree plus ``STEP`` a word in between; a word that the tree does not
reach within the window counts as ``FAR`` edges away, so that one beside the figure is not lost to a wrong tree, and one with
another figure in between as ``BETWEEN`` edges further."""
BETWEEN = 1.5
PATTERN_WINDOW = 10
"""Words after a verb within which the other word of a pattern may stand ("forced more than 3,000 from their homes")."""
PERSON = "person"
BEHIND = 6
"""Words behind a name within which the counted noun is looked for."""
WINDOW = 12
"""How many tokens around a figure are its context."""

EARLIER = frozenset({"earlier", "previously", "previous", "initially", "initial", "originally"})
RELATIVE = frozenset({"after", "before", "ago", "later", "earlier", "since", "from"})
"""Words behind a stretch of time that make a point in time of it ("three days after the blast", "two days from now")."""
LEADING = frozenset({"in", "within"})
STRETCHES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
NEGATIONS = frozenset({"not", "n't"})
_PARTIAL_BEFORE = frozenset({"another", "additional", "further", "extra", "including", "among"})
_PARTIAL_AFTER = frozenset({"more", "other", "others", "further", "additional"})
_PARTIAL_OF = frozenset(
    {
        "them",
        "these",
        "those",
        "the",
        "whom",
        "which",
        "his",
        "her",
        "its",
        "their",
        "six",
        "two",
        "three",
        "four",
        "five",
    }
)


def figures(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The figures of an account as assertions, in text order.

    Args:
        context: The account.
        voices: Names the speakers.

    Yields:
        One assertion a figure that counts or measures something.
    """
    for mention in context.reading.quantities:
        head = context.head_of(mention.span)
        if head is None or mention.quantity.unit in NOT_COUNTED or _within_time(context, mention) or is_age(mention):
            continue
        topic, said_by = figure_topic(context, mention, head)
        if topic.subject or topic.predicate or topic.dimension != COUNT:
            yield _assertion(context, voices, mention, topic, said_by)


def is_age(mention: QuantityMention) -> bool:
    """Whether a figure says how old somebody is, in words of its own ("49-year-old")."""
    return mention.quantity.text.lower().replace(" ", "-").endswith(("year-old", "years-old", "years-of-age"))


def figure_topic(context: Context, mention: QuantityMention, head: int) -> tuple[Topic, int | None]:
    """What a figure counts and what happened to it, and the token that says what happened, where there is one."""
    number = context.sentence(head)
    sentence = context.reading.sentences[number]
    nouns = _counted_words(context, mention)
    lexicon = context.lexicon
    said = _first(
        lexicon.counted_outcome.of(*context.forms(index)) or lexicon.outcome.of(*context.forms(index))
        for index in nouns
    )
    subject = _subject(context, mention, nouns)
    dimension = _dimension(context, mention.quantity)
    outcome, said_by = (said, head) if said else _outcome(context, mention, head, dimension)
    near = _near(context, mention, number)
    topic = Topic(
        subject=subject,
        predicate=outcome or context.lexicon.understood.get(subject or ""),
        places=places_in(context, context.tree.span(near)),
        people=people_in(context, sentence),
        words=words_in(context, near) - {context.lemma(index) for index in nouns},
        days=_days(context, number),
        dimension=dimension,
        partial=_is_partial(context, mention),
        earlier=any(EARLIER & {*context.forms(index)} for index in context.tree.sentence_ranges[number]),
    )
    return topic, said_by


def _assertion(
    context: Context, voices: Voices, mention: QuantityMention, topic: Topic, said_by: int | None
) -> Assertion:
    number = context.reading.sentence_at(mention.span.start) or 0
    sentence = context.reading.sentences[number]
    published = context.account.article.published
    return Assertion(
        type=ClaimType.FIGURE,
        passage=Passage(context.account.article.id, sentence),
        text=sentence.of(context.reading.text),
        focus=mention.span,
        sentence=number,
        topic=topic,
        value=mention.quantity,
        attribution=voices.over(context, mention.span),
        modality=modality_of(context, mention.span, _mood(context, said_by)),
        negated=_negated(context, mention, said_by),
        published=Days.on(published.day) if published else None,
        words=context.words(context.tree.sentence_ranges[number]),
    )


def _dimension(context: Context, quantity: Quantity) -> str:
    return COUNT if quantity.unit in COUNTS else context.lexicon.same_unit.get(str(quantity.unit), str(quantity.unit))


def _within_time(context: Context, mention: QuantityMention) -> bool:
    """Whether the figure is part of a date or a clock time ("in two days", "11:40 p.m."); a stretch of time stays one."""
    number = context.reading.sentence_at(mention.span.start)
    times = context.times_by_sentence.get(number, ()) if number is not None else ()
    if any(time.span.overlaps(mention.span) and (time.type is not TimeType.DURATION or time.days) for time in times):
        return True
    inside = context.tree.tokens_in(mention.span)
    follows = context.forms(inside.stop)[1] if inside.stop < len(context.tree.tokens) else ""
    before = {context.forms(index)[1] for index in range(max(0, inside.start - 1), min(inside.start + 1, inside.stop))}
    return mention.quantity.unit in STRETCHES and (follows in RELATIVE or bool(before & LEADING))


def _counted_words(context: Context, mention: QuantityMention) -> list[int]:
    """The content words of what is counted, in text order ("people dead" are two)."""
    words = set((mention.quantity.counted or "").lower().split())
    tokens = context.tree.tokens
    return [
        index
        for index in context.tree.tokens_in(mention.span)
        if tokens[index].upos in ("NOUN", "PROPN", "ADJ", "VERB") and tokens[index].text.lower() in words
    ]


def _subject(context: Context, mention: QuantityMention, words: list[int]) -> str | None:
    """What is counted: a known concept, people for whatever is said only of them, else the last noun."""
    lexicon = context.lexicon
    known = _first(lexicon.counted.of(*context.forms(index)) for index in words)
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


def _outcome(context: Context, mention: QuantityMention, head: int, dimension: str) -> tuple[str | None, int | None]:
    """The nearest word in the tree that says what happened to those who are counted, or to what is measured."""
    inside = context.tree.tokens_in(mention.span)
    near = _near(context, mention, context.sentence(head))
    distances = _distances(context, head, near)
    best: tuple[float, int, str] | None = None
    for index in near:
        concept = _concept_for(context, index, near, dimension, within=index in inside)
        if concept is None:
            continue
        cost = distances.get(index, FAR) + STEP * abs(index - head) + BETWEEN * _others_between(context, mention, index)
        if cost <= REACH:
            best = min(best, (cost, index, concept)) if best else (cost, index, concept)
    return (best[2], best[1]) if best else (None, None)


def _others_between(context: Context, mention: QuantityMention, index: int) -> bool:
    """Whether another figure stands between a word and this figure: the word is then more likely the other's."""
    place = context.tree.tokens[index].span
    low, high = min(place.end, mention.span.end), max(place.start, mention.span.start)
    at = bisect_left(context.figure_starts, low)
    return (
        at < len(context.figure_starts)
        and context.figure_starts[at] < high
        and context.figure_starts[at] != mention.span.start
    )


def _concept_for(context: Context, index: int, near: range, dimension: str, *, within: bool) -> str | None:
    """What a word says of a figure: an outcome of counts, a cost or a store of measures, an event of stretches of time."""
    if dimension in STRETCHES:
        event = context.lexicon.event.of(*context.forms(index))
        return None if event in PHASES or context.lemma(index) in context.lexicon.light else event
    concept = _outcome_concept(context, index, near, within=within)
    measured = concept in context.lexicon.measured
    return concept if measured != (dimension == COUNT) else None


def _outcome_concept(context: Context, index: int, near: range, *, within: bool) -> str | None:
    token = context.tree.tokens[index]
    if token.upos not in ("VERB", "NOUN", "ADJ", "ADP", "ADV") and not within:
        return None
    around = range(index + 1, min(index + 1 + PATTERN_WINDOW, near.stop))
    beside = [form for other in (*context.tree.children[index], *around) for form in context.forms(other)]
    forms = context.forms(index)
    return context.lexicon.outcome.pattern(forms, beside) or context.lexicon.outcome.of(*forms)


def _distances(context: Context, head: int, near: range) -> dict[int, float]:
    """How far the tokens around one are in the tree, in edges; an edge into another clause counts double."""
    tokens = context.tree.tokens
    found = {head: 0.0}
    waiting: deque[int] = deque([head])
    while waiting:
        index = waiting.popleft()
        neighbours = [(below, tokens[below].deprel) for below in context.tree.children[index]]
        neighbours.append((tokens[index].head, tokens[index].deprel))
        for other, relation in neighbours:
            cost = found[index] + (2.0 if relation in CLAUSE_EDGES else 1.0)
            if other in near and cost < found.get(other, FAR):
                found[other] = cost
                waiting.append(other)
    return found


def _near(context: Context, mention: QuantityMention, number: int) -> range:
    inside = context.tree.tokens_in(mention.span)
    sentence = context.tree.sentence_ranges[number]
    return range(max(sentence.start, inside.start - WINDOW), min(sentence.stop, inside.stop + WINDOW))


def _is_partial(context: Context, mention: QuantityMention) -> bool:
    """Whether some of a whole are counted: "17 of them", "six more", "another 12", "including three children"."""
    inside, tokens = context.tree.tokens_in(mention.span), context.tree.tokens
    reach = range(inside.start, min(inside.stop + 2, len(tokens)))
    words = [tokens[index].text.lower() for index in reach]
    before = tokens[inside.start - 1].text.lower() if inside.start else ""
    if before in _PARTIAL_BEFORE or words[0] in _PARTIAL_BEFORE:
        return True
    for at, (first, second) in enumerate(pairwise(words)):
        counted = tokens[reach[at]].upos in ("NUM", "ADJ", "DET", "PRON") or first in ("several", "dozens", "hundreds")
        if counted and (
            second in _PARTIAL_AFTER
            or (second in ("of", "among") and words[at + 2 : at + 3] and words[at + 2] in _PARTIAL_OF)
        ):
            return not (first == "more" or second == "more" and words[at + 2 : at + 3] == ["than"])
    return False


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
