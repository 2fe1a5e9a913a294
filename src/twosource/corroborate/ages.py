"""Ages as assertions: how old an account says that somebody is.

An age stands before a name, behind it between commas or after a copula, or alone as a name for the person ("the
49-year-old"). A bare number counts only right beside a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context, Named
from twosource.corroborate.countable import is_age
from twosource.corroborate.stated import Found, stated
from twosource.corroborate.voice import Voices
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType, QuantityMention
from twosource.model.span import Span

AGE = "age"
OLDEST = 110


def ages(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The ages that an account gives to persons: "68-year-old Tokay", "Brel, 52,", "Brel is 52", "the 49-year-old"."""
    seen: set[tuple[str, float | None]] = set()
    for mention in context.reading.quantities:
        if not _may_be_age(mention):
            continue
        person = _aged(context, mention.span, is_age(mention))
        if person and (person, mention.quantity.minimum) not in seen:
            seen.add((person, mention.quantity.minimum))
            topic = Topic(subject=person, predicate=AGE, people=frozenset({person}), dimension="year")
            yield stated(context, voices, Found(ClaimType.ATTRIBUTE, mention.span, topic, mention.quantity))


def _may_be_age(mention: QuantityMention) -> bool:
    """Whether a figure is an age, or a bare number that may be one beside a name."""
    quantity = mention.quantity
    small = quantity.is_exact and quantity.minimum is not None and 0 < quantity.minimum < OLDEST
    bare = quantity.unit is None or quantity.text.strip().isdigit()
    return is_age(mention) or (small and bare and quantity.counted is None)


def _aged(context: Context, span: Span, explicit: bool) -> str | None:
    """The person whose age a figure is: the name right before or behind it, the subject of its copula, or its own
    chain.
    """
    text, number = context.reading.text, context.reading.sentence_at(span.start)
    if number is None:
        return None
    sentence = context.reading.sentences[number]
    people = [one for one in context.entities_in(sentence) if one.type is EntityType.PERSON]
    for one in people:
        if one.span.overlaps(span):
            return one.id
        between = text[min(one.span.end, span.end) : max(one.span.start, span.start)].strip().lower()
        after = one.span.start >= span.end
        if between in ("", "-", "old") and after and explicit:
            return one.id
        if not after and between in (
            ",",
            "(",
            "who is",
            ", who is",
            "is",
            ", now",
            ", aged",
            "aged",
            ", a",
            "is a",
            "who was",
            ", who was",
            ", is",
        ):
            return one.id
    if not explicit:
        return None
    known = _is_known(context, span)
    return _by_apposition(context, span, people) or (_before_last(context, number, people) if known else None)


def _is_known(context: Context, span: Span) -> bool:
    """Whether an age is that of somebody told of before: "the 49-year-old", not "a 49-year-old" or "her son"."""
    inside = context.tree.tokens_in(span)
    around = (inside.start, max(0, inside.start - 1))
    return any(context.tree.tokens[at].text.lower() == "the" for at in around)


def _before_last(context: Context, number: int, people: list[Named]) -> str | None:
    """Whom "the 49-year-old" means where nothing else tells: the one person that only the sentence before names."""
    if not number:
        return None
    here = {one.id for one in people}
    before = context.entities_in(context.reading.sentences[number - 1])
    named = {one.id for one in before if one.type is EntityType.PERSON} - here
    return named.pop() if len(named) == 1 else None


def _by_apposition(context: Context, span: Span, people: list[Named]) -> str | None:
    head = context.head_of(span)
    if head is None:
        return None
    for index in context.tree.path_up(head)[:3]:
        related = (index, context.tree.tokens[index].head, *context.tree.children[index])
        for other in related:
            linked = (
                other == index
                or context.tree.tokens[other].deprel in ("appos", "flat")
                or context.tree.tokens[index].deprel == "appos"
            )
            for one in people:
                if linked and one.span.overlaps(context.tree.tokens[other].span):
                    return one.id
    return None
