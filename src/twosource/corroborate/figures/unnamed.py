"""How old the one victim is, where an account does not name them: "a 16-year-old boy was killed".

An age beside a name is that person's. Without one it is the age of whom the event befell, and accounts can be laid
side by side only where they tell of one such person. Reach for it over all accounts of a story at once. The invariant:
an age stands here only if no account counts several whom the same befell, none gives two ages of them, the ages lie few
years apart, and an account that lacks the name gives one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import NOMINAL, Context
from twosource.corroborate.figures.ages import AGE, OLDEST, whose_age
from twosource.corroborate.figures.countable import is_age
from twosource.model.claim import ClaimType
from twosource.model.reading import Modality, QuantityMention, Role
from twosource.model.value import Quantity

FATES: Mapping[str, frozenset[str]] = {
    "death": frozenset({"kill", "die"}),
    "injury": frozenset({"shoot", "injure", "shot", "injury"}),
    "arrest": frozenset({"arrest", "charge"}),
}
"""What befalls one person, and the events that say so."""
COUNTED: Mapping[str, frozenset[str]] = {
    "death": frozenset({"death"}),
    "injury": frozenset({"injury", "shot", "casualty", "hospital", "death"}),
    "arrest": frozenset({"arrest"}),
}
"""Outcomes of which a count of several forbids to take one age for the only one's."""
NEAR_YEARS = 3
"""Years between two ages that an error or a first guess makes; farther apart, they are two persons."""
BIRTHDAY = timedelta(days=30)
"""Time between two accounts in which few turn a year older."""
_BESIDE = frozenset({"amod", "compound", "nummod", "flat", "appos"})
_UNDERGOES = frozenset({"nsubj:pass", "obj"})
_OF = frozenset({"nmod", "nmod:of", "nmod:poss", "compound"})
_DYING = frozenset({"die"})
_UNDERGOERS = frozenset({Role.PATIENT, Role.RECIPIENT})
_APART = frozenset({"acl", "acl:relcl", "conj", "nmod", "nmod:poss"})
"""Branches of a noun that tell of others than whom it names: "the brother of a 3-year-old"."""


@dataclass(frozen=True, slots=True)
class Aged:
    """An age of somebody whom something befell.

    Attributes:
        person: Whose it is, where the account names them.
        sex: What the words beside it tell of the person.
    """

    mention: QuantityMention
    years: float
    person: str | None
    sex: str | None


def ages_befallen(context: Context, predicate: int) -> frozenset[float]:
    """How old those are whom an event befalls, as far as the words for them tell: "the shooting of a 3-year-old girl".

    Args:
        context: The account.
        predicate: The event's verb or noun.
    """
    event = context.events.get(predicate)
    heads = [one.head for one in event.participants if one.role in _UNDERGOERS] if event is not None else []
    spans = [context.tree.span(context.tree.subtree(head, _APART)) for head in heads]
    told = (one for span in spans for one in context.figures_in(span) if is_exact_age(one))
    return frozenset(one.quantity.minimum or 0 for one in told)


def are_of_two_ages(one: frozenset[float], other: frozenset[float]) -> bool:
    """Whether two accounts tell of persons of ages that no error makes of one.

    >>> are_of_two_ages(frozenset({3}), frozenset({8})), are_of_two_ages(frozenset({11}), frozenset({12}))
    (True, False)
    """
    return bool(one and other) and all(abs(mine - theirs) > NEAR_YEARS for mine in one for theirs in other)


def lone_ages(read: Sequence[Context], voices: Voices, said: Sequence[Assertion]) -> Iterator[Assertion]:
    """The ages of the one person whom the same befell in all accounts, where they differ and an account names nobody.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
        said: What they say; its counts tell whether it befell several.
    """
    for fate, told in _by_fate(read).items():
        if not _several(said, fate) and _is_one(told) and _of_one_month([read[number] for number in told]):
            person = next((aged.person for aged in told.values() if aged.person), None)
            unnamed = {number: aged.mention for number, aged in sorted(told.items()) if aged.person is None}
            for number, mention in unnamed.items():
                people = frozenset({person}) if person else frozenset()
                topic = Topic(subject=person or f"only {fate}", predicate=AGE, people=people, dimension="year")
                found = Found(ClaimType.ATTRIBUTE, mention.span, topic, mention.quantity)
                yield stated(read[number], voices, found)


def _of_one_month(read: Sequence[Context]) -> bool:
    """Whether accounts were published so close together that nobody turned a year older, as far as they are dated."""
    days = [context.account.article.published.day for context in read if context.account.article.published]
    return not days or max(days) - min(days) <= BIRTHDAY


def _by_fate(read: Sequence[Context]) -> dict[str, dict[int, Aged]]:
    """For each fate the one age that each account gives; an account with two of them speaks of two persons."""
    found: defaultdict[str, dict[int, Aged]] = defaultdict(dict)
    several: set[str] = set()
    for number, context in enumerate(read):
        for mention in context.reading.quantities:
            fate = fate_of(context, mention) if is_exact_age(mention) else None
            if fate is not None:
                told = aged(context, mention)
                if found[fate].setdefault(number, told).years != told.years:
                    several.add(fate)
    return {fate: told for fate, told in sorted(found.items()) if fate not in several}


def is_exact_age(mention: QuantityMention) -> bool:
    """Whether a figure is an age in years, of one person.

    Args:
        mention: A figure.
    """
    quantity = mention.quantity
    exact = quantity.is_exact and quantity.minimum is not None and 0 < quantity.minimum < OLDEST
    return exact and is_age(mention) and quantity.unit == "year"


def aged(context: Context, mention: QuantityMention) -> Aged:
    """Whose age a figure is, as far as the words beside it tell.

    Args:
        context: The account.
        mention: An age.
    """
    head = noun_of(context, mention)
    words = context.tree.subtree(head, frozenset({"acl:relcl", "acl", "conj", "nmod"})) if head is not None else ()
    sexes = {context.lexicon.sorts_of(*context.forms(at)).get("sex") for at in words} - {None}
    sex = sexes.pop() if len(sexes) == 1 else None
    return Aged(mention, mention.quantity.minimum or 0, whose_age(context, mention.span), sex)


def noun_of(context: Context, mention: QuantityMention) -> int | None:
    """The noun that an age stands beside: the boy of "a 16-year-old boy".

    Args:
        context: The account.
        mention: An age.
    """
    at, tokens = context.head_of(mention.span), context.tree.tokens
    while at is not None and tokens[at].deprel in _BESIDE and tokens[at].head != at:
        at = tokens[at].head
    return at


def fate_of(context: Context, mention: QuantityMention) -> str | None:
    """What befell whom an age is of, in an account that tells it as the story's own.

    Args:
        context: The account.
        mention: An age.
    """
    noun, tokens = noun_of(context, mention), context.tree.tokens
    if noun is None or context.sets_aside[context.sentence(noun)] or context.elsewhen[context.sentence(noun)]:
        return None
    above, relation = tokens[noun].head, tokens[noun].deprel
    concept, event = context.event_concept(above), context.events.get(above)
    if event is not None and (event.negated or event.modality in (Modality.EXPECTED, Modality.DENIED)):
        return None
    undergoes = relation in (_OF if tokens[above].upos in NOMINAL else _UNDERGOES)
    if not undergoes and not (relation == "nsubj" and concept in _DYING):
        return None
    return next((fate for fate, events in FATES.items() if concept in events), None)


def _several(said: Sequence[Assertion], fate: str) -> bool:
    """Whether an account counts several whom it befell."""
    return any(
        one.topic.predicate in COUNTED[fate] and one.value.unit == "person" and (one.value.maximum or 2) > 1
        for one in said
        if one.type is ClaimType.FIGURE and isinstance(one.value, Quantity)
    )


def _is_one(told: Mapping[int, Aged]) -> bool:
    """Whether the ages are of one person, as far as the accounts tell, and differ."""
    years = sorted({aged.years for aged in told.values()})
    persons, sexes = ({getattr(aged, name) for aged in told.values()} - {None} for name in ("person", "sex"))
    named = {aged.years for aged in told.values() if aged.person}
    return len(years) > 1 and years[-1] - years[0] <= NEAR_YEARS and max(map(len, (persons, sexes, named))) < 2
