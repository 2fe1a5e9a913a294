"""Stories that name the same are one, and lone accounts join the story that is clearly likest."""

from __future__ import annotations

import pytest

from twosource.group.gather import gather


@pytest.mark.parametrize(
    ("likeness", "groups", "reason"),
    [
        ({(0, 4): 0.3}, [[0, 1, 4], [2, 3]], "like one of the first story, like none of the second"),
        ({(0, 4): 0.05}, [[0, 1], [2, 3], [4]], "too little"),
        ({(0, 4): 0.3, (2, 4): 0.2}, [[0, 1], [2, 3], [4]], "twins: neither is guessed"),
        ({(1, 4): 0.1, (2, 4): 0.6}, [[0, 1], [2, 3, 4]], "six times likelier"),
    ],
)
def test_gather(likeness: dict[tuple[int, int], float], groups: list[list[int]], reason: str) -> None:
    found, joinings = gather(
        [[0, 1], [2, 3], [4]], lambda one, other: likeness.get((min(one, other), max(one, other)), 0.0), [{}] * 5
    )
    assert found == groups, reason
    assert len(joinings) == 3 - len(groups)


def test_nothing_to_join() -> None:
    assert gather([[0], [1]], lambda one, other: 0.9, [{}, {}]) == ([[0], [1]], [])


@pytest.mark.parametrize(
    ("names", "likeness", "groups", "reason"),
    [
        (
            ("orla brun street", "orla street valley"),
            0.2,
            [[0, 1, 2, 3]],
            "the same town and street: one event, told on",
        ),
        (("orla brun street", "orla marsh lane"), 0.2, [[0, 1], [2, 3]], "a town shared and the people not: twins"),
        (("orla brun street", "orla street valley"), 0.01, [[0, 1], [2, 3]], "like each other in nothing else"),
        (("", ""), 0.9, [[0, 1], [2, 3]], "without names nothing is joined by them"),
    ],
)
def test_stories_that_name_the_same_are_one(
    names: tuple[str, str], likeness: float, groups: list[list[int]], reason: str
) -> None:
    rarity = {"orla": 2.0, "brun": 6.0, "street": 4.0, "valley": 6.0, "marsh": 6.0, "lane": 4.0}
    named = [{word: rarity[word] for word in names[account // 2].split()} for account in range(4)]
    assert gather([[0, 1], [2, 3]], lambda one, other: likeness, named)[0] == groups, reason


def test_two_parts_together_may_join_a_third() -> None:
    named = [
        {"orla": 4.0, "brun": 4.0, "vik": 4.0, "dam": 4.0},
        {"dam": 2.0, "pesk": 2.0},
        {"pesk": 2.0, "vik": 4.0, "orla": 4.0},
    ]
    found, joinings = gather([[0], [1], [2]], lambda one, other: 0.2, named)
    assert found == [[0, 1, 2]]
    assert len(joinings) == 2


def test_a_story_does_not_grow_by_the_names_that_it_gathers() -> None:
    town, person, street = ({word: 4.0} for word in ("orla", "brun", "marsh"))
    named = [town | person, person | street, street | {"pesk": 4.0}, {"pesk": 4.0, "vik": 4.0}, {"vik": 4.0} | town]
    found, _ = gather([[0], [1], [2], [3], [4]], lambda one, other: 0.2, named)
    assert len(found) > 1, "each shares half with its neighbours, and all names are in the ring"
