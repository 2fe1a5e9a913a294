"""Ages as assertions: how old an account says that somebody is.

An age stands before a name, behind it between commas or after a copula, or in apposition to it ("the 49-year-old, Ilse
Varn,"). "The 49-year-old" alone is whoever the sentence before named: such an age is *inferred*, so that it may agree
with what other accounts say and never contradicts them, and an age that the account gives itself comes before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import NOMINAL, Context, Named
from twosource.corroborate.figures.countable import is_age
from twosource.model.claim import ClaimType
from twosource.model.reading import EntityType, QuantityMention
from twosource.model.span import Span

AGE = "age"
OLDEST = 110
BETWEEN = frozenset(
    {",", "(", "who is", ", who is", "is", ", now", ", aged", "aged", ", a", "is a", "who was", ", who was", ", is"}
)
"""What may stand between a name and an age behind it."""
WAS = frozenset({"was", ", was"})
"""The same of the dead, where nothing follows: "Falk was fifteen." but not "Falk was fifteen when the war began"."""
SCORE = re.compile(r"[-–]\d")
"""What follows a number that is one of two: "Dalen (52-3) beat Varn"."""
HE_WAS = re.compile(r"\b(?:s?he),? was $", re.I)
ENDS = re.compile(r"\s?(?:[.,;:!?)]|$)")

OPENING, CLOSING = (",", "(", ", who was", ", who is"), (",", ")")
"""What encloses an age that is told in passing, of the account's own day."""


def ages(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The ages that an account gives to persons: "68-year-old Tokay", "Brel, 52,", "Brel is 52", "the 49-year-old"."""
    mentions = [one for one in context.reading.quantities if _may_be_age(one)]
    beside = _told_beside(context)
    known = {person for _, person in beside}
    placed = {one.span for one, _ in beside}
    inferred = [
        (one, person)
        for one in mentions
        if one.span not in placed and is_age(one) and (person := _before_last(context, one.span)) not in (None, *known)
    ]
    seen: set[tuple[str, float | None]] = set()
    for mention, person in sorted([*beside, *inferred], key=lambda pair: pair[0].span):
        if person is not None and (person, mention.quantity.minimum) not in seen:
            seen.add((person, mention.quantity.minimum))
            yield _stated(
                context, voices, mention, person, inferred=mention.span not in placed or _is_his(context, mention)
            )


def told_ages(context: Context) -> frozenset[Span]:
    """The figures of an account that are the age of a person whom it names beside them, and count nothing.

    Args:
        context: The account.
    """
    return frozenset(mention.span for mention, _ in _told_beside(context))


def _is_his(context: Context, mention: QuantityMention) -> bool:
    """Whether a bare number is what a pronoun was: "he was 95" is of whom the sentence before told, then or now."""
    return not is_age(mention) and bool(HE_WAS.search(context.reading.text, 0, mention.span.start))


def _told_beside(context: Context) -> list[tuple[QuantityMention, str]]:
    text = context.reading.text
    mentions = (one for one in context.reading.quantities if _may_be_age(one) and not SCORE.match(text, one.span.end))
    return [(one, person) for one in mentions if (person := _beside(context, one.span, is_age(one)))]


def whose_age(context: Context, span: Span) -> str | None:
    """The person whose age words like "49-year-old" tell, if the account names them there.

    Args:
        context: The account.
        span: The age.
    """
    return _beside(context, span, explicit=True) or _before_last(context, span)


def _stated(context: Context, voices: Voices, mention: QuantityMention, person: str, *, inferred: bool) -> Assertion:
    unit = mention.quantity.unit
    topic = Topic(
        subject=person,
        predicate=AGE,
        people=frozenset({person}),
        dimension="year" if unit in (None, "person") else unit,
        inferred=inferred,
        elsewhen=context.elsewhen[context.reading.sentence_at(mention.span.start) or 0]
        and not _in_passing(context, mention),
    )
    return stated(context, voices, Found(ClaimType.ATTRIBUTE, mention.span, topic, mention.quantity))


def _in_passing(context: Context, mention: QuantityMention) -> bool:
    """Whether an age stands between commas or brackets: "Brel, 52, was elected in 1996" tells that she is 52 now."""
    text = context.reading.text
    before, behind = text[: mention.span.start].rstrip()[-9:], text[mention.span.end : mention.span.end + 1]
    return behind in CLOSING and before.endswith(OPENING)


def _may_be_age(mention: QuantityMention) -> bool:
    """Whether a figure is an age, or a bare number that may be one beside a name."""
    quantity = mention.quantity
    small = quantity.is_exact and quantity.minimum is not None and 0 < quantity.minimum < OLDEST
    bare = quantity.unit is None or quantity.text.strip().isdigit()
    return is_age(mention) or (small and bare and quantity.counted is None)


def _beside(context: Context, span: Span, explicit: bool) -> str | None:
    """The person whose age a figure is: the name right before or behind it, or the one in apposition to it."""
    text, number = context.reading.text, context.reading.sentence_at(span.start)
    if number is None:
        return None
    people = [one for one in context.entities_in(context.reading.sentences[number]) if one.type is EntityType.PERSON]
    around = [one for one in people if one.span.overlaps(span)]
    behind = [one for one in people if one.span.start >= span.end and explicit]
    around += [one for one in behind if text[span.end : one.span.start].strip().lower() in ("", "-", "old")]
    before = [one for one in people if one.span.end <= span.start]
    between = BETWEEN | WAS if ENDS.match(text, span.end) else BETWEEN
    around += [one for one in before if text[one.span.end : span.start].strip().lower() in between]
    if around:
        return around[0].id
    return _by_apposition(context, span, people) if explicit else None


def _by_apposition(context: Context, span: Span, people: list[Named]) -> str | None:
    """Whose age the noun behind it tells: that of a name beside the noun, or of the subject that it is said of."""
    noun, tokens = context.head_of(span), context.tree.tokens
    if noun is None:
        return None
    if tokens[noun].upos not in NOMINAL and tokens[tokens[noun].head].upos in NOMINAL:
        noun = tokens[noun].head
    beside = [below for below in context.tree.children[noun] if tokens[below].deprel in ("appos", "flat")]
    if tokens[noun].deprel in ("appos", "flat"):
        beside.append(tokens[noun].head)
    subject = context.tree.child(noun, "nsubj") if context.tree.child(noun, "cop") is not None else None
    beside += [subject] if subject is not None else []
    return next((one.id for at in beside for one in people if one.span.overlaps(tokens[at].span)), None)


def _before_last(context: Context, span: Span) -> str | None:
    """Whom "the 49-year-old" means where nothing else tells: the one person that only the sentence before names."""
    inside, number = context.tree.tokens_in(span), context.reading.sentence_at(span.start)
    around = (inside.start, max(0, inside.start - 1))
    if not number or all(context.tree.tokens[at].text.lower() != "the" for at in around):
        return None
    sentences = context.reading.sentences
    here = {one.id for one in context.entities_in(sentences[number])}
    before = context.entities_in(sentences[number - 1])
    named = {one.id for one in before if one.type is EntityType.PERSON} - here
    return named.pop() if len(named) == 1 else None
