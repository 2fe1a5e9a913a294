"""Which way a weekday points, whose day a copy means, and which day an undated account means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.coming import looking_ahead, with_borrowed_days, with_source_days
from twosource.model.moment import Days
from twosource.model.reading import TimeMention, TimeType
from twosource.model.span import Span
from twosource.model.value import Time

FRIDAY = date(2021, 5, 14)
AHEAD = [
    (True, "Monday", 0, date(2021, 5, 10), date(2021, 5, 17), "is asked to come on Monday: the next one"),
    (False, "Monday", 0, date(2021, 5, 10), date(2021, 5, 10), "came on Monday: the last one"),
    (True, "Sunday", 6, date(2021, 5, 16), date(2021, 5, 16), "already to come"),
    (True, "9 o'clock", None, date(2021, 5, 10), None, "what is to come is not past"),
]


@pytest.mark.parametrize(("ahead", "text", "weekday", "read", "meant", "reason"), AHEAD)
def test_a_weekday_points_to_what_is_to_come(  # noqa: PLR0917
    ahead: bool, text: str, weekday: int | None, read: date, meant: date | None, reason: str
) -> None:
    time = TimeMention(Span(0, len(text)), text, TimeType.DATE, "", Days.on(read), weekday)
    found = looking_ahead(time, FRIDAY, ahead=ahead)
    assert (found.days if found else None) == (Days.on(meant) if meant else None), reason


def kind(one: Assertion) -> str:
    return f"{one.type} {one.topic.predicate}"


def test_a_copy_means_its_source_s_day(make: Make) -> None:
    source, copy = (
        _worded(make.dated(name, day), "in two days") for name, day in (("a", FRIDAY), ("b", date(2021, 5, 15)))
    )
    assert _days(with_source_days([source, copy], {"b": ("a",)}, kind)) == [FRIDAY, FRIDAY]
    assert _days(with_source_days([source, copy], {}, kind)) == [FRIDAY, date(2021, 5, 15)]


def test_a_sentence_that_two_print_has_one_day(make: Make) -> None:
    dated = (make.dated(name, day) for name, day in (("a", FRIDAY), ("b", date(2021, 5, 15))))
    told = [replace(_worded(one, "today"), text="It opens today.") for one in dated]
    assert _days(with_source_days(told[::-1], {}, kind)) == [FRIDAY, FRIDAY], "that of the first"


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
