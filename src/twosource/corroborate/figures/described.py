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
from twosource.corroborate.figures.ages import AGE
from twosource.corroborate.figures.unnamed import Aged, aged, fate_of, is_exact_age
from twosource.model.claim import ClaimType
from twosource.model.value import Quantity

SEIZED, STRUCK = "arrest", "harm"
"""Who was arrested is not who was hit; who was shot may be who died."""
OTHERS = frozenset({"another", "other", "also", "second", "third", "fellow", "each", "both"})
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
        said: What they say; an account that tells a person's age needs none without the name.
        persons: Ids of those who are spelt two ways, to the one that stands for both.
    """
    known = {(one.article, _years(one)) for one in said if one.topic.predicate == AGE}
    for (fate, years), told in sorted(_by_age(read).items()):
        named = {persons.get(one.told.person, one.told.person) for one in told if one.told.person}
        if len({one.account for one in told}) < 2 or len(named) > 1 or not _is_one(read, told):
            continue
        for one in told:
            context = read[one.account]
            if one.told.person is None and (context.account.article.id, years) not in known:
                topic = Topic(
                    subject=next(iter(named), f"of {years:g} {fate}"),
                    predicate=AGE,
                    people=frozenset(named),
                    dimension="year",
                )
                mention = one.told.mention
                yield stated(context, voices, Found(ClaimType.ATTRIBUTE, mention.span, topic, mention.quantity))


def _by_age(read: Sequence[Context]) -> dict[tuple[str, float], list[Described]]:
    """Whom the accounts tell of, by what befell them and their age."""
    found: defaultdict[tuple[str, float], list[Described]] = defaultdict(list)
    for number, context in enumerate(read):
        for mention in context.reading.quantities:
            fate = fate_of(context, mention) if is_exact_age(mention) else None
            if fate is not None:
                told = aged(context, mention)
                found[SEIZED if fate == SEIZED else STRUCK, told.years].append(Described(number, told))
    return found


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


def _years(one: Assertion) -> float | None:
    return one.value.minimum if isinstance(one.value, Quantity) else None
