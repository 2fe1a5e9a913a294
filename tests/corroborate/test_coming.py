"""Whose day a copy means, and which day an undated account means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.coming import with_borrowed_days, with_source_days
from twosource.model.moment import Days
from twosource.model.value import Time

FRIDAY = date(2021, 5, 14)


def kind(one: Assertion) -> str:
    return f"{one.type} {one.topic.predicate}"


def test_a_copy_means_its_source_s_day(make: Make) -> None:
    source, copy = (
        _worded(make.dated(name, day), "in two days") for name, day in (("a", FRIDAY), ("b", date(2021, 5, 15)))
    )
    assert _days(with_source_days([source, copy], {"b": ("a",)}, kind)) == [FRIDAY, FRIDAY]
    assert _days(with_source_days([source, copy], {}, kind)) == [FRIDAY, date(2021, 5, 15)]


def test_an_undated_weekday_is_the_others_one(make: Make) -> None:
    told = make.dated("a", FRIDAY)
    bare = replace(_worded(make.dated("b", FRIDAY), "on Friday", None), weekday=4)
    assert _days(with_borrowed_days([told, bare], kind)) == [FRIDAY, FRIDAY]
    assert _days(with_borrowed_days([told, replace(bare, weekday=0)], kind)) == [FRIDAY], "no Monday is known"
    other = make.dated("c", date(2021, 5, 21))
    assert len(with_borrowed_days([told, other, bare], kind)) == 2, "two Fridays are known"


def _worded(one: Assertion, text: str, days: Days | bool | None = True) -> Assertion:
    assert isinstance(one.value, Time)
    return replace(one, value=Time(one.value.days if days is True else None, text))


def _days(told: list[Assertion]) -> list[date | None]:
    return [one.value.days.start if isinstance(one.value, Time) and one.value.days else None for one in told]
