"""Accounts that stand alone, put to the story that they may belong to, in input picked as accounts of one event.

An archive holds thousands of events, and a doubtful account is better left alone. Whoever asks for a brief has picked
the accounts, and a feature that tells of the event from one bed in the hospital shares few words with the reports. So a
lone account joins the story that it is likest to, on less than would join two accounts of an archive, if no other story
comes near.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

LONE = 0.08
"""Likeness from which a lone account joins a story. On the tuning half of the events of ``bench.groups``, 0.4 % of
accounts are as like as that to an event of another topic (1.2 % on the reporting half)."""
CLEAR = 3.0
"""How many times likelier it must be than the next story: twin events are alike, and neither may be guessed."""


def gather(
    groups: Sequence[Sequence[int]], compare: Callable[[int, int], float]
) -> tuple[list[list[int]], list[tuple[int, int, float]]]:
    """Lone accounts put to stories.

    Args:
        groups: Indexes of accounts, a group a story.
        compare: Likeness of any two accounts, 0 to 1.

    Returns:
        The groups, each sorted, and for each joining the pair that led to it with its likeness.
    """
    stories = [list(group) for group in groups if len(group) > 1]
    gathered: dict[int, list[int]] = {place: [] for place in range(len(stories))}
    left: list[list[int]] = []
    joinings: list[tuple[int, int, float]] = []
    for (lone,) in (group for group in groups if len(group) == 1):
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
