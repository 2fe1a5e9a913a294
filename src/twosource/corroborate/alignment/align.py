"""Assertions of all accounts laid side by side: which of them assert the same thing.

Only assertions that share a key are compared (the outcome or the counted thing of a figure, the kind of an event,
the holder of a role, a rare word of a quotation), so that the work grows with what is alike and not with the square
of a story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.corroborate.alignment.apart import kind_of
from twosource.corroborate.alignment.cluster import Pair, cluster
from twosource.corroborate.alignment.likeness import Likeness, Rarity, likeness
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.coming import is_coming
from twosource.corroborate.figures.measures import is_told_apart
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.value import Time

LARGEST_BLOCK = 200
"""Assertions that share one key up to which all of them are compared with each other."""
NEIGHBOURS = 20
"""In a larger block each is compared with so many that follow, in the order of their values."""

HALF_DAY = 12 * 60
"""Minutes after which an hour comes again where its half of the day is not said."""
TOLERANCE = 0.2
"""Part of the pairs across two groups of figures that may be forbidden: one account that takes a figure for a part
keeps no five others apart. Events and dates know no such thing: one pair of two deeds is enough."""


def align(assertions: Sequence[Assertion], rarity: Rarity, lexicon: Lexicon) -> tuple[tuple[Assertion, ...], ...]:
    """Group assertions into claims.

    Args:
        assertions: Of any types, in any order.
        rarity: Weights of words within the story.
        lexicon: The language's concepts.

    Returns:
        The groups, of one type each, in an order that does not depend on the input's.
    """
    groups: list[tuple[Assertion, ...]] = []
    for kind in ClaimType:
        items = sorted((one for one in assertions if one.type is kind), key=lambda one: one.key)
        groups.extend(tuple(items[index] for index in group) for group in _groups(items, rarity, lexicon))
    return tuple(groups)


def _groups(items: Sequence[Assertion], rarity: Rarity, lexicon: Lexicon) -> tuple[tuple[int, ...], ...]:
    found: dict[Pair, Likeness] = {}

    def compared(left: int, right: int) -> Likeness:
        if (left, right) not in found:
            found[left, right] = likeness(items[left], items[right], rarity, lexicon)
        return found[left, right]

    scores = {pair: compared(*pair).score for pair in _pairs(items, lexicon)}
    tolerance = TOLERANCE if items and items[0].type is ClaimType.FIGURE else 0.0
    return cluster(len(items), scores, lambda left, right: compared(left, right).apart, tolerance)


def _pairs(items: Sequence[Assertion], lexicon: Lexicon) -> Iterator[Pair]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in sorted(_keys(item, lexicon)):
            blocks[key].append(number)
    seen: set[Pair] = set()
    for key in sorted(blocks):
        members = blocks[key]
        reach = len(members)
        if reach > LARGEST_BLOCK:
            members, reach = sorted(members, key=lambda number: (_digits(items[number]), number)), NEIGHBOURS
        for at, one in enumerate(members):
            for other in members[at + 1 : at + 1 + reach]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(item: Assertion, lexicon: Lexicon) -> set[str]:
    topic = item.topic
    if item.type is ClaimType.FIGURE:
        counted = {f"counted {topic.subject}"} if topic.subject and topic.subject != "person" else set()
        outcome = {f"outcome {topic.predicate}"} if topic.predicate else set()
        amount = {f"amount {topic.dimension}"} if is_told_apart(item) else set()
        return counted | outcome | amount | {f"{topic.dimension} {_digits(item)}"}
    if item.type is ClaimType.QUOTE:
        return {*topic.words, item.wording}
    if item.type in (ClaimType.DATE, ClaimType.EVENT):
        day = {f"coming {item.topic.days}"} if is_coming(item) else set()
        hour = item.value.hour if isinstance(item.value, Time) else None
        minute = {f"minute {topic.days} {hour.first % HALF_DAY}"} if hour and hour.first == hour.last else set()
        return {kind_of(topic, lexicon)} | day | minute
    return {topic.subject or ""}


def _digits(item: Assertion) -> str:
    value = item.value
    return str(getattr(value, "minimum", None) or getattr(value, "maximum", None))
