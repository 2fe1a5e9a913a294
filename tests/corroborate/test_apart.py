"""What forbids to take two assertions for one claim, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.alignment.apart import forbidden, kind_of
from twosource.corroborate.alignment.fits import fit_nights, with_day_of_others
from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import lexicon
from twosource.model.moment import Days, Hour
from twosource.model.reading import Modality
from twosource.model.value import Quantity, Time

ENGLISH = lexicon("en")


def why(left: Assertion, right: Assertion) -> str:
    reasons = {forbidden(left, right, ENGLISH), forbidden(right, left, ENGLISH)}
    assert len(reasons) == 1 or all(reasons)
    return min(reasons)


def people(make: Make, article: str, number: float, counted: str, outcome: str | None = "injury") -> Assertion:
    """A count of people under the words of an account."""
    one = make.figure(article, number, number, f"{number:g} {counted}", outcome)
    return replace(one, value=Quantity(number, number, False, "person", counted, f"{number:g} {counted}"))


def test_a_part_contradicts_no_whole(make: Make) -> None:
    part = make.figure("a", 2, 2)
    part = replace(part, topic=replace(part.topic, part_of=6.0))
    assert why(part, make.figure("b", 6, 6)) == "one counts a part"
    assert not why(part, make.figure("b", 2, 2))  # that it is a part there does not make it another figure


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("a 30-year-old man", True),  # somebody: how many there are is left open
        ("another man", True),
        ("one man", False),  # a count
    ],
)
def test_somebody_is_no_count(make: Make, words: str, apart: bool) -> None:
    assert bool(why(make.figure("a", 1, 1, words), make.figure("b", 4, 4, "four men"))) is apart


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (("miner", 14, "Fourteen miners"), ("person", 14, "14 people"), False),  # a word for people
        (("miner", 12, "twelve miners"), ("person", 14, "14 people"), False),  # a toll, in a mine
        (("worker", 3, "three workers"), ("miner", 7, "seven miners"), False),  # miners are workers
        (("police", 12, "twelve officers"), ("person", 14, "14 people"), True),  # a sort that is counted apart
        (("soldier", 6, "six Kardan soldiers"), ("soldier", 40, "some 40 Velmar soldiers"), True),  # two nations
        (("soldier", 6, "six Kardan soldiers"), ("soldier", 40, "40 soldiers"), True),  # of one nation, and of any
        (("soldier", 6, "six Kardan soldiers"), ("soldier", 6, "six soldiers"), False),  # as many
    ],
)
def test_words_for_people(make: Make, left: tuple[str, int, str], right: tuple[str, int, str], apart: bool) -> None:
    one, other = (
        make.figure(name, n, n, text, counted=who) for name, (who, n, text) in zip("ab", (left, right), strict=True)
    )
    assert bool(why(one, other)) is apart


def test_others_of_whom_nothing_is_told(make: Make) -> None:
    left, right = (people(make, article, 9, "others", None) for article in "ab")
    left = replace(left, topic=replace(left.topic, words=frozenset({"other", "search"})))
    right = replace(right, topic=replace(right.topic, words=frozenset({"other", "ship"})))
    assert why(left, right) == "neither says who the others are"
    assert not why(left, replace(right, topic=replace(right.topic, words=left.topic.words)))


def test_as_many_of_one_sort_are_no_part(make: Make) -> None:
    part = make.figure("a", 14, 14, "fourteen officers", counted="police", partial=True)
    assert not why(part, make.figure("b", 14, 14, "14 officers", counted="police"))
    assert why(part, make.figure("b", 16, 16, "16 officers", counted="police"))


def test_victims_may_be_some_of_them(make: Make) -> None:
    assert why(people(make, "a", 2, "victims"), people(make, "b", 4, "victims"))
    assert not why(people(make, "a", 4, "victims"), people(make, "b", 4, "victims"))


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("men", "women", True),
        ("boys", "women", True),
        ("suspects", "victims", True),
        ("people", "women", False),  # people may be women
        ("victims", "women", False),  # told apart by other things
    ],
)
def test_sorts_of_people(make: Make, left: str, right: str, apart: bool) -> None:
    assert bool(why(people(make, "a", 3, left), people(make, "b", 3, right))) is apart


def test_victims_are_dead_or_hurt(make: Make) -> None:
    assert not why(people(make, "a", 23, "people", "death"), people(make, "b", 23, "victims", "casualty"))
    assert why(people(make, "a", 23, "people", "death"), people(make, "b", 23, "people", "injury"))


def test_another_event_is_apart(make: Make) -> None:
    beside = make.figure("a", 2, 2)
    beside = replace(beside, topic=replace(beside.topic, aside=True))
    assert why(beside, make.figure("b", 2, 2)) == "one is said to be another event"


def test_an_old_toll_is_no_new_one(make: Make) -> None:
    old = make.figure("a", 12, 12)
    old = replace(old, topic=replace(old.topic, days=Days.on(date(2018, 7, 20))))
    assert why(old, make.figure("b", 3, 3, day=4)) == "one is of an event long before the other account"
    assert not why(old, make.figure("b", 12, 12, day=4))  # an account may look back, and not say when


def test_what_is_stationed_elsewhere(make: Make) -> None:
    left, right = make.figure("a", 900, 900, outcome="deployment"), make.figure("b", 400, 400, outcome="deployment")
    there = [
        replace(one, topic=replace(one.topic, places=frozenset({place})))
        for one, place in ((left, "p1"), (right, "p2"))
    ]
    assert why(*there) == "one is of another place"


def test_an_event_of_another_year(make: Make) -> None:
    then = make.event("a", "dismiss", "removed")
    then = replace(then, topic=replace(then.topic, background=Days(date(2013, 1, 1), date(2013, 12, 31))))
    now = make.event("b", "resign", "resigned")
    now = replace(now, topic=replace(now.topic, days=Days.on(date(2018, 12, 20))))
    assert why(then, now) == "they happen weeks apart"
    undated = replace(now, topic=replace(now.topic, days=None), published=Days.on(date(2018, 12, 20)))
    assert why(then, undated) == "one is of another year"
    assert not why(then, replace(undated, published=Days.on(date(2014, 3, 1))))


def test_two_who_leave(make: Make) -> None:
    left, right = make.event("a", "dismiss", "fired"), make.event("b", "resign", "resigned")
    holders = [
        replace(one, topic=replace(one.topic, holders=frozenset({who}))) for one, who in ((left, "e1"), (right, "e2"))
    ]
    assert why(*holders) == "they are about two posts"


@pytest.mark.parametrize(
    ("days", "apart", "reason"),
    [
        ((8, 9), True, "who will visit on the ninth has not been told of on the eighth"),
        ((9, 9), True, "nor on the same day"),
        ((9, 8), False, "what is expected on the eighth is done by the ninth"),
        ((None, 9), False, "without a day nobody can tell"),
    ],
)
def test_what_is_still_to_come(make: Make, days: tuple[int | None, int], apart: bool, reason: str) -> None:
    done, coming = make.event("a", "visit", "visited"), make.event("b", "visit", "visit")
    published = [Days.on(date(2021, 5, day)) if day else None for day in days]
    done = replace(done, published=published[0], modality=Modality.ASSERTED)
    coming = replace(coming, published=published[1], modality=Modality.EXPECTED)
    assert (why(done, coming) == "one is still to come when the other is told") is apart, reason


def test_wordings_of_one_kind() -> None:
    assert kind_of(Topic(predicate="die"), ENGLISH) == kind_of(Topic(predicate="kill"), ENGLISH)
    assert kind_of(Topic(predicate="resign"), ENGLISH) == kind_of(Topic(predicate="dismiss"), ENGLISH)
    assert kind_of(Topic(predicate="buy"), ENGLISH) != kind_of(Topic(predicate="sell"), ENGLISH)


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ((4, "Tuesday night"), (5, "overnight"), True),  # one night
        ((4, "Tuesday"), (5, "midnight"), True),
        ((4, "Tuesday"), (5, "Wednesday"), False),
        ((4, "Tuesday night"), (6, "overnight"), False),  # two nights
        ((4, "Tuesday"), (11, "Tuesday night"), True),  # one weekday: the days of publication are in doubt
        ((4, "Tuesday morning"), (11, "overnight"), True),  # and where the other names no date
        ((4, "Tuesday 4 May"), (11, "Tuesday"), False),  # one names the day
        ((13, "in two days"), (6, "last week"), False),  # neither names a weekday, whose week could be in doubt
    ],
)
def test_nights(left: tuple[int, str], right: tuple[int, str], agree: bool) -> None:
    one, other = (Time(Days.on(date(2021, 5, day)), text) for day, text in (left, right))
    fits = {fit_nights(one, other, ENGLISH), fit_nights(other, one, ENGLISH)}
    assert all((fit is not Fit.APART) is agree for fit in fits)


def test_an_hour_without_a_day_takes_that_of_the_others(make: Make) -> None:
    known = make.dated("a", date(2021, 5, 4))
    bare = make.dated("b", date(2021, 5, 6))
    bare = replace(bare, value=Time(bare.topic.days, "9.10 p.m.", Hour(1270, 1270)), published=bare.topic.days)
    assert [one.topic.days for one in with_day_of_others([known, bare], ENGLISH)] == [known.topic.days] * 2
    early = replace(known, value=Time(known.topic.days, "2:10 a.m.", Hour(130, 130)), published=known.topic.days)
    assert [one.topic.days for one in with_day_of_others([bare, early], ENGLISH)] == [known.topic.days] * 2, "the first"
    elsewhere = replace(bare, published=Days.on(date(2021, 5, 7)))
    assert with_day_of_others([known, elsewhere], ENGLISH)[1] is elsewhere, "its text gave it another day"


def test_an_hour_alone_is_of_any_day() -> None:
    told = Time(Days.on(date(2021, 5, 4)), "Tuesday")
    bare = Time(Days.on(date(2021, 5, 10)), "about 1 a.m.", Hour(60, 60))
    assert fit_nights(told, bare, ENGLISH).agrees


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [("NOK", "SEK", True), ("NOK", "crown", False), ("NOK", "NOK", False), ("ton", "metric_ton", False)],
)
def test_currencies_of_one_name(make: Make, left: str, right: str, apart: bool) -> None:
    one, other = (
        replace(
            make.measure(article, 45e6, "fine", "the court fined the firm"),
            value=Quantity(45e6, 45e6, False, unit, None, f"45m {unit}"),
        )
        for article, unit in (("a", left), ("b", right))
    )
    assert (forbidden(one, other, ENGLISH) == "they measure different things") is apart
