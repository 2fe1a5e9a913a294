"""People whom accounts only describe: "a 24-year-old man was also shot" in one account and the next.

Who is named is found again by the name. Somebody without one is found by an age, by what befell them and by the sex
that the words tell. Reach for it over all accounts of a story at once. The invariant: an age stands here only if two
accounts tell it, and nothing tells that two persons of it are meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.figures.ages import AGE, told_ages
from twosource.corroborate.figures.unnamed import Aged, aged, fate_of, is_exact_age, noun_of
from twosource.model.claim import ClaimType
from twosource.model.reading import QuantityMention
from twosource.model.value import Quantity

SEIZED, STRUCK, UNTOLD = "arrest", "harm", ""
"""Who was arrested or fired is not who was hit; who was shot may be who died."""
PARTS = {"victim": STRUCK, "suspect": SEIZED}
HARMING = frozenset({"shoot", "kill", "attack", "injure"})
SELVES = frozenset({"himself", "herself", "themselves", "itself"})
OTHERS = frozenset({"another", "other", "also", "second", "third", "fellow", "each", "both", "two", "three", "four"})
"""Words beside an age that tell of two persons of it."""
REACH = 2
"""Tokens around an age in which such a word stands."""


@dataclass(frozen=True, slots=True)
class Described:
    """An age of somebody, in one account."""

    account: int
    told: Aged


def described(
    read: Sequence[Context], voices: Voices, said: Sequence[Assertion], persons: Mapping[str, str]
) -> Iterator[Assertion]:
    """The ages of persons of whom some account tells without a name, where two accounts tell of them.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
        said: What they say; an account that gives a person that age tells of nobody else with it.
        persons: Ids of those who are spelt two ways, to the one that stands for both.
    """
    ages = _given(said)
    for (part, years), told in sorted(_by_age(read).items()):
        ids = {persons.get(each.told.person, each.told.person) for each in told if each.told.person}
        named = {person for person in ids if years in ages[person]}
        if len({each.account for each in told}) < 2 or len(named) > 1 or not _is_one(read, told):
            continue
        if any(ages[person] != {years} for person in named):
            continue  # an age in dispute is for those who name whose it is
        topic = Topic(subject=next(iter(named), f"of {years:g} {part}"), predicate=AGE, dimension="year")
        for each in told:
            context, mention = read[each.account], each.told.mention
            if each.told.person is None and years not in ages[context.account.article.id]:
                yield stated(context, voices, Found(ClaimType.ATTRIBUTE, mention.span, topic, mention.quantity))


def _given(said: Sequence[Assertion]) -> Mapping[str, set[float | None]]:
    """The ages that are given to each person beside the name, and by each account to anybody."""
    found: defaultdict[str, set[float | None]] = defaultdict(set)
    for one in said:
        if one.topic.predicate == AGE and isinstance(one.value, Quantity):
            found[one.article].add(one.value.minimum)
            if one.topic.subject and not one.topic.inferred:
                found[one.topic.subject].add(one.value.minimum)
    return found


def _by_age(read: Sequence[Context]) -> dict[tuple[str, float], list[Described]]:
    """Whom the accounts tell of, by what befell them and their age; of whom nothing is told is whom it befell, if it is
    the same for all of that age.
    """
    found: defaultdict[float, defaultdict[str, list[Described]]] = defaultdict(lambda: defaultdict(list))
    for number, context in enumerate(read):
        named = told_ages(context)
        for mention in context.reading.quantities:
            if (is_exact_age(mention) or mention.span in named) and not _is_beside(context, mention):
                told = aged(context, mention)
                found[told.years][_part(context, mention)].append(Described(number, told))
    for fates in found.values():
        if len(fates) > 2:
            del fates[UNTOLD]
        elif UNTOLD in fates and len(fates) == 2:
            untold = fates.pop(UNTOLD)
            next(iter(fates.values())).extend(untold)
    return {(fate, years): told for years, fates in found.items() for fate, told in fates.items()}


def _part(context: Context, mention: QuantityMention) -> str:
    """Whether an age is of whom it befell or of who did it, as far as the sentence tells."""
    if fate := fate_of(context, mention):
        return SEIZED if fate == SEIZED else STRUCK
    noun = noun_of(context, mention)
    if noun is not None and _does_harm(context, noun):
        return SEIZED
    tokens = context.tree.sentence_ranges[context.reading.sentence_at(mention.span.start) or 0]
    sorts = {context.lexicon.sorts_of(*context.forms(at)).get("part") for at in tokens} - {None}
    return PARTS[sorts.pop() or ""] if len(sorts) == 1 else UNTOLD


def _does_harm(context: Context, noun: int) -> bool:
    """Whether somebody shoots or kills, and not themselves."""
    tokens = context.tree.tokens
    verb = tokens[noun].head
    if tokens[noun].deprel != "nsubj" or context.event_concept(verb) not in HARMING:
        return False
    objects = (at for at in context.tree.children[verb] if tokens[at].deprel == "obj")
    return not any(tokens[at].text.lower() in SELVES for at in objects)


def _is_beside(context: Context, mention: QuantityMention) -> bool:
    """Whether its sentence tells of another time or sets its event apart from the story's."""
    number = context.reading.sentence_at(mention.span.start) or 0
    return context.sets_aside[number] or context.elsewhen[number]


def _is_one(read: Sequence[Context], told: Sequence[Described]) -> bool:
    """Whether nothing tells that two persons of one age are meant."""
    sexes = {one.told.sex for one in told} - {None}
    sentences = [(one.account, read[one.account].reading.sentence_at(one.told.mention.span.start)) for one in told]
    twice = len(sentences) != len(set(sentences))
    return len(sexes) < 2 and not twice and not any(_is_of_two(read[one.account], one.told) for one in told)


def _is_of_two(context: Context, told: Aged) -> bool:
    tokens = context.tree.tokens
    inside = context.tree.tokens_in(told.mention.span)
    around = tokens[max(0, inside.start - REACH) : inside.stop + REACH]
    return any(token.text.lower() in OTHERS for token in around)
