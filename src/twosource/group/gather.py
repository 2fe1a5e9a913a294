"""Stories that are parts of one, put together, in input picked as accounts of one event.

An archive holds thousands of events, and a doubtful account is better left alone. Whoever asks for a brief has picked
the accounts, and a feature that tells of the event from one bed in the hospital shares few words with the reports. So a
lone account joins the story that it is likest to, on less than would join two accounts of an archive, if no other story
comes near. Before that, stories are one that name the same: what is told on the third day has other words than the
first flash, and the same mayor, street and school. Twin events are alike in their words and differ in whom they name.
A week's folder may be given too, so no story grows by the names that it gathers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

Compare = Callable[[int, int], float]
Names = Mapping[str, float]
Joining = tuple[int, int, float]

LONE = 0.08
"""Likeness from which a lone account joins a story. On the tuning half of the events of ``bench.groups``, 0.4 % of
accounts are as like as that to an event of another topic (1.2 % on the reporting half)."""
CLEAR = 3.0
"""How many times likelier it must be than the next story: twin events are alike, and neither may be guessed."""
SHARED, SHARED_OF_FEW = 0.4, 0.3
"""Part of the names, by rarity, of the story with fewer that both have, if they are one; on average over the stories
that each was made of, for the names of many together are all names. On the tuning half of ``bench.groups``, all events
in one input, B-cubed precision and recall are 92 and 97 % at 0.4 (at 0.3: 82 and 98 %; with the names of both thrown
together 78 and 100 %; without this step 95 and 95 %). Of 48 events of three to eight accounts 38 are one story either
way (33 without); but a story of seven accounts over four days falls apart at 0.35, and few accounts are likelier of one
event."""
FEW = 40
"""Up to this many accounts were picked by hand."""


def gather(
    groups: Sequence[Sequence[int]], compare: Compare, names: Sequence[Names]
) -> tuple[list[list[int]], list[Joining]]:
    """Stories that name the same in one, and lone accounts put to stories.

    Args:
        groups: Indexes of accounts, a group a story.
        compare: Likeness of any two accounts, 0 to 1.
        names: The words of each account's names with their rarity.

    Returns:
        The groups, each sorted, and for each joining the pair that led to it with its likeness.
    """
    shared = SHARED if len(names) > FEW else SHARED_OF_FEW
    together, joinings = _of_the_same_names([sorted(group) for group in groups], compare, names, shared)
    stories = [group for group in together if len(group) > 1]
    gathered: dict[int, list[int]] = {place: [] for place in range(len(stories))}
    left: list[list[int]] = []
    for (lone,) in (group for group in together if len(group) == 1):
        likest = sorted(
            (max((compare(lone, other), -other) for other in story), place) for place, story in enumerate(stories)
        )
        best = likest[-1][0][0] if likest else 0.0
        next_best = likest[-2][0][0] if len(likest) > 1 else 0.0
        if best < LONE or best < CLEAR * next_best:
            left.append([lone])
            continue
        (value, other), place = likest[-1]
        gathered[place].append(lone)
        joinings.append((lone, -other, value))
    found = [sorted(story + gathered[place]) for place, story in enumerate(stories)] + left
    return sorted(found), joinings


def _of_the_same_names(
    groups: list[list[int]], compare: Compare, names: Sequence[Names], least: float
) -> tuple[list[list[int]], list[Joining]]:
    """The groups, with those in one that share their names, those that share most first."""
    joinings: list[Joining] = []
    parts = {tuple(group): [_all(names[account] for account in group)] for group in groups}
    shares = {(one, other): _share(parts[one][0], parts[other][0]) for one, other in combinations(sorted(parts), 2)}
    while True:
        likest = [(share, _likest(*pair, compare), *pair) for pair, share in shares.items() if share >= least]
        fitting = [found for found in likest if found[1][0] >= LONE]
        if not fitting:
            return [list(group) for group in sorted(parts)], joinings
        _, (value, left, right), one, other = max(fitting, key=lambda found: (found[0], found[1][0]))
        joinings.append((-left, -right, value))
        shares = {pair: share for pair, share in shares.items() if not {one, other}.intersection(pair)}
        both = parts.pop(one) + parts.pop(other)
        joined = tuple(sorted(one + other))
        shares |= {(min(joined, rest), max(joined, rest)): _mean(both, parts[rest]) for rest in sorted(parts)}
        parts[joined] = both


def _mean(ones: Sequence[Names], others: Sequence[Names]) -> float:
    """What the parts of two stories share, on average."""
    return sum(_share(one, other) for one in ones for other in others) / (len(ones) * len(others))


def _likest(one: Sequence[int], other: Sequence[int], compare: Compare) -> tuple[float, int, int]:
    """The pair that is most alike, as its likeness and the two indexes, negated."""
    return max((compare(left, right), -left, -right) for left in one for right in other)


def _share(one: Names, other: Names) -> float:
    """Part of the names, by rarity, of the group with fewer that the other has, too."""
    fewer = min(sum(one.values()), sum(other.values()))
    return sum(one[name] for name in sorted(one.keys() & other.keys())) / fewer if fewer else 0.0


def _all(names: Iterable[Names]) -> dict[str, float]:
    return {name: rarity for each in names for name, rarity in each.items()}
