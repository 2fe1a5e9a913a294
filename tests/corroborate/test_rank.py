"""The order of claims and the sentence that words each: what accounts begin with comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.findings.rank import OPENING, Setting, clarity, weight_of
from twosource.corroborate.lexicon import lexicon
from twosource.model.claim import Conflict, ConflictKind, Resolution
from twosource.model.lineage import Independence, Lineage, Origin
from twosource.model.moment import Days


def weight(
    *group: Assertion,
    origins: tuple[str, ...] = ("a", "b", "c"),
    conflicts: tuple[Conflict, ...] = (),
    headlined: dict[str, float] | None = None,
) -> float:
    """A claim's weight, where each origin is a string of its accounts' letters."""
    free = Independence.INDEPENDENT
    lineage = Lineage(origins=tuple(Origin(each, tuple(each), None, free) for each in origins))
    return weight_of(group, conflicts, Setting({}, lineage, lexicon("en"), headlined or {}))


def test_what_accounts_begin_with_weighs_more(make: Make) -> None:
    begun = weight(make.figure("a", 40, 40), make.figure("b", 40, 40))
    added = weight(make.figure("a", 40, 40, at=3000), make.figure("b", 40, 40, at=2000))
    half = weight(make.figure("a", 40, 40), make.figure("b", 40, 40, at=2000))
    assert begun > half > added


def test_more_accounts_weigh_more_than_an_earlier_place(make: Make) -> None:
    three = weight(*(make.figure(article, 40, 40, at=3000) for article in "abc"))
    assert three > weight(make.figure("a", 40, 40), make.figure("b", 40, 40))


def test_reprints_weigh_no_more_than_what_they_reprint(make: Make) -> None:
    group = [make.figure(article, 40, 40) for article in "ab"]
    assert weight(*group, origins=("ab", "c")) == weight(group[0], origins=("a", "c"))
    assert weight(*group, origins=("ab", "c")) < weight(*group, origins=("a", "b"))


def test_a_disputed_figure_comes_before_a_disputed_title(make: Make) -> None:
    role = Conflict(ConflictKind.ROLE, ((0,), (1, 2)), "", Resolution.STANDS)
    figure = Conflict(ConflictKind.NUMBER, ((0,), (1,)), "", Resolution.STANDS)
    titles = [make.role(article, title) for article, title in zip("abc", ("acting", "interim", "interim"), strict=True)]
    tonnes = [make.measure("a", 640, "grain"), make.measure("b", 1150, "grain")]
    assert weight(*tonnes, conflicts=(figure,)) > weight(*titles, conflicts=(role,))


def test_a_sentence_that_looks_back_is_no_clear_wording(make: Make) -> None:
    back = replace(make.figure("a", 40, 40), text="It killed 40.")
    whole = replace(make.figure("b", 40, 40), text="The fire at the mill in Ostrel killed 40.")
    assert max((back, whole), key=clarity) is whole


def test_a_sentence_of_the_opening_may_be_longer_than_one_further_on(make: Make) -> None:
    opening = make.figure("a", 40, 40, words="died in the fire at the mill in Ostrel")
    further = make.figure("b", 40, 40, words="died there", at=OPENING)
    assert max((opening, further), key=clarity) is opening
    assert max((opening, make.figure("b", 40, 40, words="died there")), key=clarity).article == "b"
    long = make.figure("a", 40, 40, words="died in the fire at the mill in Ostrel, " + "the mayor said on Friday " * 4)
    assert max((long, further), key=clarity) is further


def test_what_headlines_say_weighs_more(make: Make) -> None:
    told = replace(make.figure("a", 40, 40), words=frozenset({"kill", "fire"}))
    beside = replace(make.figure("a", 40, 40), words=frozenset({"sell", "flower"}))
    headlined = {"kill": 1.0, "fire": 0.5, "mayor": 0.2}
    assert weight(told, headlined=headlined) > weight(beside, headlined=headlined) == weight(beside)


@pytest.mark.parametrize(("day", "past"), [(1, True), (20, False)])
def test_a_day_long_past_weighs_less(make: Make, day: int, past: bool) -> None:
    published = Days.on(date(2021, 5, 22))
    recent = replace(make.dated("a", date(2021, 5, 21)), published=published)
    told = replace(make.dated("a", date(2021, 5, day)), published=published)
    assert (weight(told) < weight(recent)) == past


def test_a_sentence_with_the_page_s_day_before_it_is_no_clear_wording(make: Make) -> None:
    stamped = replace(make.figure("a", 40, 40), text="Posted on May 3, 2021 The fire killed 40.")
    plain = replace(make.figure("b", 40, 40), text="The fire at the mill in the old town of Ostrel killed 40.")
    assert max((stamped, plain), key=clarity) is plain
