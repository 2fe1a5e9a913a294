"""As many of whom the same is told: "three wounded", "three others were hurt", "the three are in hospital".

What befell people is told as a whole and as a part, by one outcome and by the next, and alignment holds such figures
apart, for of two numbers that differ neither could be held against the other. Of the same number they are the same
people. The invariant: groups are joined, never parted, and only a group of one number, to a group that has that number;
so no number comes to stand against another that did not before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.corroborate.alignment.align import TOLERANCE
from twosource.corroborate.alignment.cluster import JOIN, MOST, merged
from twosource.corroborate.alignment.likeness import Rarity, likeness
from twosource.corroborate.alignment.standing import count_of
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.figures.tolls import HARM
from twosource.corroborate.lexicon import Lexicon

Group = tuple[Assertion, ...]
SEVERAL = 3
"""Of one and of two too much is told: two are shot here, and two others are in hospital there."""
INJURY = "injury"
HURT = frozenset({INJURY, "shot", "hospital"})
"""Outcomes by which the same people are told of; "victims" may as well be dead."""


def joined_by_number(groups: Sequence[Group], rarity: Rarity, lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups, with those in one that count as many of whom the same is told.

    Args:
        groups: What alignment found.
        rarity: Weights of words within the story.
        lexicon: The language's concepts.
    """
    return merged(groups, _pairs(groups, rarity, lexicon))


def _pairs(groups: Sequence[Group], rarity: Rarity, lexicon: Lexicon) -> Iterator[tuple[Assertion, Assertion]]:
    """For each group of one number a pair with the group that is most like it among those that have that number."""
    having: dict[float, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for size in sorted(_sizes(group)):
            having[size].append(number)
    for number, group in enumerate(groups):
        sizes = _sizes(group)
        if len(sizes) != 1 or len(sizes) != len({_size(one) for one in group}):
            continue
        (size,) = sizes
        found = [
            (score, -other)
            for other in having[size]
            if other != number and (score := _alike(group, groups[other], size, rarity, lexicon)) >= JOIN
        ]
        if found:
            yield group[0], groups[-max(found)[1]][0]


def _sizes(group: Group) -> frozenset[float]:
    """The numbers that a group gives of people whom something befell."""
    return frozenset(size for one in group if (size := _size(one)) is not None)


def _size(one: Assertion) -> float | None:
    count = count_of(one)
    if count is None or not count.is_exact or (count.minimum or 0) < SEVERAL or one.topic.glimpsed:
        return None
    some = one.topic.partial and one.topic.predicate in HARM and not one.topic.toll
    return None if some or one.topic.predicate is None else count.minimum


def _alike(left: Group, right: Group, size: float, rarity: Rarity, lexicon: Lexicon) -> float:
    """How alike those of two groups are who count as many, 0 where too many of them cannot be the same people."""
    ones, others = ([one for one in group if _size(one) == size][:MOST] for group in (left, right))
    if {(one.article, one.sentence) for one in ones} & {(one.article, one.sentence) for one in others}:
        return 0.0
    if not any(one.topic.toll or one.topic.predicate not in HARM for one in (*ones, *others)):
        return 0.0
    across = [
        likeness(_plain(one), _plain(other), rarity, lexicon)
        for one in ones
        for other in others
        if one.article != other.article
    ]
    apart = sum(found.apart for found in across)
    if not across or apart > TOLERANCE * len(across):
        return 0.0
    return sum(found.score for found in across) / len(across)


def _plain(one: Assertion) -> Assertion:
    """A count as if it were of all, and without regard to how it is told that they were hurt."""
    outcome = INJURY if one.topic.predicate in HURT else one.topic.predicate
    return replace(one, topic=replace(one.topic, partial=False, predicate=outcome))
