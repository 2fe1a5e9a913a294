"""What the course of time explains: later counts, birthdays; and what it does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.newer import is_update
from twosource.model.claim import ClaimType
from twosource.model.moment import Days

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
    second = replace(make.figure("b", age, age), type=ClaimType.ATTRIBUTE, published=Days.on(later))
    assert is_update([first, second], SIDES) is update
