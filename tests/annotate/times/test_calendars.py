"""Calendar arithmetic: stretches, holidays by rule, the ends of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.times.calendars import add_months, easter, feast, holiday, nth_weekday, ranked, step, stretch
from twosource.annotate.times.words import Holiday

STRETCHES = [
    ("W", "2021-W24", date(2021, 6, 14), date(2021, 6, 20), "weeks begin on Monday"),
    ("WE", "2021-W24-WE", date(2021, 6, 19), date(2021, 6, 20), "the weekend of the week"),
    ("M", "2021-06", date(2021, 6, 1), date(2021, 6, 30), "a month"),
    ("Q", "2021-Q2", date(2021, 4, 1), date(2021, 6, 30), "a quarter"),
    ("6M", "2021-H1", date(2021, 1, 1), date(2021, 6, 30), "a half-year"),
    ("10Y", "202", date(2020, 1, 1), date(2029, 12, 31), "a decade"),
    ("100Y", "20", date(2000, 1, 1), date(2099, 12, 31), "a century"),
]


@pytest.mark.parametrize(("unit", "value", "start", "end", "why"), STRETCHES)
def test_stretch(unit: str, value: str, start: date, end: date, why: str) -> None:
    found = stretch(unit, date(2021, 6, 16))
    assert (found.value, found.start, found.end) == (value, start, end), why


@pytest.mark.parametrize(
    ("year", "day"), [(2000, date(2000, 4, 23)), (2019, date(2019, 4, 21)), (2024, date(2024, 3, 31))]
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


HOLIDAYS = [
    (Holiday("fixed", (12, 25)), date(2021, 12, 25), "fixed"),
    (Holiday("weekday", (11, 3, 4)), date(2021, 11, 25), "the fourth Thursday of November"),
    (Holiday("weekday", (5, 0, -1)), date(2021, 5, 31), "the last Monday of May"),
    (Holiday("weekday", (11, 0, 1, 1)), date(2021, 11, 2), "the day after the first Monday"),
    (Holiday("easter", (-2,)), date(2021, 4, 2), "two days before Easter"),
]


@pytest.mark.parametrize(("rule", "day", "why"), HOLIDAYS)
def test_holiday(rule: Holiday, day: date, why: str) -> None:
    assert holiday(2021, rule) == day, why


RANKED = [
    ("W", 1, "2020-W49", "its Thursday lies in December"),
    ("W", -1, "2020-W53", "most of its days do, though January begins in it"),
    ("WE", 1, "2020-W49-WE", "the first Saturday"),
    ("D", -1, "2020-12-31", "the last day"),
    ("W", 0, "2020-W49", "the week that holds the first day"),
]


@pytest.mark.parametrize(("unit", "rank", "value", "why"), RANKED)
def test_ranked(unit: str, rank: int, value: str, why: str) -> None:
    found = ranked(stretch("M", date(2020, 12, 1)), unit, rank)
    assert found is not None, why
    assert found.value == value, why


def test_a_rank_beyond_the_stretch_is_none() -> None:
    assert ranked(stretch("M", date(2021, 6, 1)), "W", 6) is None


def test_a_feast_lasts_its_days() -> None:
    found = feast(2021, Holiday("feast", (date(2021, 4, 13).toordinal(),), 30))
    assert found is not None
    assert (found.start, found.end) == (date(2021, 4, 13), date(2021, 5, 12))


def test_months_keep_to_the_shorter_month() -> None:
    assert add_months(date(2021, 1, 31), 1) == date(2021, 2, 28)


@pytest.mark.parametrize("unit", ["D", "W", "M", "Q", "Y", "10Y"])
def test_steps_beyond_the_calendar_are_none(unit: str) -> None:
    assert step(unit, date(2021, 6, 16), 10**9) is None


@given(st.dates(), st.integers(min_value=0, max_value=6), st.sampled_from([-1, 0, 1]))
def test_a_weekday_is_at_most_six_days_off(day: date, weekday: int, direction: int) -> None:
    found = nth_weekday(day, weekday, direction)
    assert abs((found - day).days) <= 6
    assert found.weekday() == weekday or found in {date.min, date.max}


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "6M", "Y", "10Y", "100Y"]))
def test_a_stretch_holds_its_day(day: date, unit: str) -> None:
    found = stretch(unit, day)
    assert found.start <= day <= found.end
