"""What the course of time explains: later counts, birthdays; and what it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.findings.newer import current, in_steps, is_update
from twosource.model.claim import ClaimType
from twosource.model.moment import Moment

SIDES = ((0,), (1,))


def test_a_day_inferred_from_others_explains_nothing(make: Make) -> None:
    before, after = make.figure("a", 12, 12, day=4), make.figure("b", 21, 21, day=5)
    assert is_update([before, after], SIDES)
    assert not is_update([before, replace(after, dated_by_others=True)], SIDES)


@pytest.mark.parametrize(
    ("later", "age", "update"),
    [
        (date(2021, 5, 5), 58, False),  # the next day: an error is likelier than a birthday
        (date(2021, 9, 1), 58, True),  # four months
        (date(2021, 9, 1), 59, False),  # one year in four months
        (date(2023, 6, 1), 59, True),  # two in two years
        (date(2021, 9, 1), 56, False),  # nobody grows younger
    ],
)
def test_birthdays(make: Make, later: date, age: int, update: bool) -> None:
    first = replace(make.figure("a", 57, 57, day=4), type=ClaimType.ATTRIBUTE)
    second = replace(make.figure("b", age, age), type=ClaimType.ATTRIBUTE, told=Moment(str(later)).instants)
    assert is_update([first, second], SIDES) is update


def test_two_former_counts_replace_nothing(make: Make) -> None:
    counts = [make.figure("a", 9, 9, day=4), make.figure("b", 11, 11, day=5)]
    assert is_update(counts, SIDES)
    former = [replace(one, topic=replace(one.topic, earlier=True)) for one in counts]
    assert not is_update(former, SIDES), "a former count is of no known time"


def test_hours_tell_two_counts_of_one_day_apart(make: Make) -> None:
    morning = replace(make.figure("a", 9, 9), told=Moment("2021-05-04T08:10:00+02:00").instants)
    evening = replace(make.figure("b", 11, 11), told=Moment("2021-05-04T17:45:00+02:00").instants)
    assert is_update([morning, evening], SIDES)
    assert not is_update([replace(morning, told=Moment("2021-05-04").instants), evening], SIDES)


def test_who_comes_late_still_tells_the_older_toll(make: Make) -> None:
    first = replace(make.figure("a", 11, 11), told=Moment("2021-05-04T18:30:00+02:00").instants)
    paper, late = (replace(make.figure(name, 11, 11), told=Moment("2021-05-05").instants) for name in "bc")
    newer = replace(make.figure("d", 12, 12), told=Moment("2021-05-05").instants)
    assert is_update([first, paper, newer], ((0, 1), (2,)))
    assert not is_update([late, paper, newer], ((0, 1), (2,)))  # of one day


def test_a_day_without_an_hour_tells_nothing_beside_an_hour_of_it(make: Make) -> None:
    morning = replace(make.figure("a", 9, 9), told=Moment("2021-05-04T08:10:00+02:00").instants)
    evening = replace(make.figure("b", 11, 11), told=Moment("2021-05-04T17:45:00+02:00").instants)
    some_time = replace(make.figure("c", 9, 9), told=Moment("2021-05-04").instants)
    next_day = replace(make.figure("d", 9, 9), told=Moment("2021-05-05").instants)
    assert is_update([morning, evening, some_time], ((0, 2), (1,)))
    assert not is_update([morning, evening, next_day], ((0, 2), (1,)))


def test_a_rising_toll_that_is_told_the_next_day_too_is_the_later_one(make: Make) -> None:
    paper = replace(make.figure("a", 13, 13), told=Moment("2021-05-04").instants)
    evening = replace(make.figure("b", 14, 14), told=Moment("2021-05-04T19:00:00+02:00").instants)
    next_day = replace(make.figure("c", 14, 14), told=Moment("2021-05-05").instants)
    assert is_update([paper, evening, next_day], ((0,), (1, 2)))
    assert not is_update([paper, evening], SIDES), "of two counts of one day no order is told"
    fewer = replace(paper, value=make.figure("a", 15, 15).value)
    assert not is_update([fewer, evening, next_day], ((0,), (1, 2))), "a toll does not fall"


def test_a_bound_beside_a_number_is_no_later_count(make: Make) -> None:
    early, nine = make.figure("a", 11, None, day=3), make.figure("b", 9, 9, day=4)
    eleven = make.figure("c", 11, 11, day=5)
    assert is_update([early, nine, eleven], ((1,), (0, 2)))


def test_who_sets_two_counts_against_each_other_has_no_later_one(make: Make) -> None:
    police, hospital = make.figure("a", 12, 12, day=4), make.figure("b", 21, 21, day=5)
    both = make.figure("b", 12, 12, day=5)
    assert not is_update([police, hospital, both], ((0, 2), (1,)))


def test_bounds_left_behind_are_steps_of_an_update(make: Make) -> None:
    group = [make.figure("a", 6, None, day=3), make.figure("b", 9, 9, day=4), make.figure("c", 11, 11, day=5)]
    assert in_steps(group, ((1,), (2,))) == ((0,), (1,), (2,))


def test_an_hour_of_a_day_without_one_may_be_later_within_a_series(make: Make) -> None:
    five, seven = make.figure("a", 5, 5, day=4), make.figure("b", 7, 7, day=5)
    nine = replace(make.figure("c", 9, 9), told=Moment("2021-05-05T20:15:00+02:00").instants)
    assert is_update([five, seven, nine], ((0,), (1,), (2,)))
    assert not is_update([seven, nine], SIDES), "two counts of one day may be two counts"
    assert not is_update([five, seven, make.figure("c", 9, 9, day=5)], ((0,), (1,), (2,)))


def test_an_account_may_say_itself_what_a_number_was_before(make: Make) -> None:
    undated = [make.figure("a", 47, 47), make.figure("b", 63, 63)]
    assert not is_update(undated, SIDES)
    before = make.figure("b", 47, 47)
    before = replace(before, topic=replace(before.topic, earlier=True))
    assert is_update([*undated, before], ((0, 2), (1,)))


def test_a_count_that_was_replaced_is_at_odds_with_nobody(make: Make) -> None:
    group = [make.figure("a", 47, 47, day=4), make.figure("b", 63, 63, day=5), make.figure("b", 120, 120, day=5, at=9)]
    sides = ((0,), (1,), (2,))
    assert not is_update(group, sides)
    assert current(group, sides) == (((1,), (2,)), ((0,), (1,)))
    undated = [make.figure("a", 47, 47), *group[1:]]
    assert current(undated, sides) == (sides, ()), "no day tells that it was earlier"


def test_counts_of_one_day_are_in_order_where_a_later_one_goes_on_as_they_do(make: Make) -> None:
    five, four, two = (
        missing(make.figure(at, n, n, day=day)) for at, n, day in (("a", 5, 4), ("b", 4, 4), ("c", 2, 5))
    )
    assert is_update([five, four, two], ((0,), (1,), (2,)))
    assert not is_update([five, four], SIDES), "which of two counts of one day is later, nobody tells"
    assert not is_update([two, four, missing(make.figure("d", 3, 3, day=5))], ((0,), (1,), (2,))), "two last ones"


def test_an_hour_without_a_zone_is_told_within_some_hours(make: Make) -> None:
    early = replace(make.figure("a", 23, 23), told=Moment("2021-05-04T06:30:00+00:00").instants)
    late = replace(make.figure("b", 26, 26), told=Moment("2021-05-04T17:00").instants)
    assert is_update([early, late], SIDES)
    assert not is_update([early, replace(late, told=Moment("2021-05-04T09:00").instants)], SIDES)


def missing(one: Assertion) -> Assertion:
    return replace(one, topic=replace(one.topic, predicate="missing"))


@pytest.mark.parametrize(
    ("measured", "shares", "update"),
    [
        ("count", (61, 88), True),  # "with 88 percent of the ballots counted"
        ("count", (88, 61), False),  # what is counted stays counted
        ("turnout", (61, 88), False),  # no progress of a count
    ],
)
def test_a_count_in_progress(make: Make, measured: str, shares: tuple[int, int], update: bool) -> None:
    group = []
    for article, share, day in zip("ab", shares, (4, 5), strict=True):
        figure = make.figure(article, share, share, outcome="vote", day=day)
        group.append(replace(figure, topic=replace(figure.topic, dimension="percent", measured=frozenset({measured}))))
    assert is_update(group, SIDES) is update
