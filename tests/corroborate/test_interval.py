"""How intervals fit: a table of cases that an editor would decide without thinking, and the symmetry of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.corroborate.interval import Fit, fit_days, fit_quantities
from twosource.model.moment import Days
from twosource.model.value import Quantity


def figure(low: float | None, high: float | None, approximate: bool = False) -> Quantity:
    return Quantity(low, high, approximate, "person", "people", "")


EXACT_12, EXACT_21 = figure(12, 12), figure(21, 21)
DOZENS = figure(24, 99)


@pytest.mark.parametrize(
    ("left", "right", "fit"),
    [
        (EXACT_12, EXACT_12, Fit.EQUAL),  # the same figure
        (EXACT_12, EXACT_21, Fit.APART),  # two values of one count
        (DOZENS, figure(164, 164), Fit.APART),  # dozens end at 99
        (DOZENS, figure(41, 41), Fit.ROUNDER),  # 41 are dozens
        (figure(2030, 2030), figure(2000, None), Fit.SHARPER),  # more than 2,000
        (figure(30000, 30000), figure(2000, None), Fit.APART),  # nobody says "more than 2,000" of 30,000
        (figure(9000, 10000, True), figure(9500, 10300, True), Fit.OVERLAP),  # almost 10,000; around 9,900
        (figure(10000, 10000), figure(9900, 9900), Fit.ROUNDER),  # a round figure may be rounded
        (figure(200, 200), figure(186, 186), Fit.APART),  # by more than rounding hides
        (figure(20, 20), figure(21, 21), Fit.APART),  # small counts are exact
        (figure(4.5, 4.5), figure(4.53, 4.53), Fit.ROUNDER),  # a digit more
        (figure(4.5, 4.5), figure(4.7, 4.7), Fit.APART),  # another digit
        (figure(0, 0), figure(0, 0), Fit.EQUAL),  # none is a count
        (figure(None, 50), figure(40, 40), Fit.ROUNDER),  # at most 50
        (figure(None, 50), figure(None, 40), Fit.ROUNDER),  # at most 40 is at most 50
        (figure(None, 5), figure(None, 2), Fit.APART),  # nobody says "up to five" where it is up to two
    ],
)
def test_figures(left: Quantity, right: Quantity, fit: Fit) -> None:
    assert fit_quantities(left, right) is fit
    assert fit_quantities(right, left) is fit.mirrored


@pytest.mark.parametrize(
    ("left", "right", "fit"),
    [
        (Days.on(date(2021, 5, 4)), Days.on(date(2021, 5, 4)), Fit.EQUAL),  # one day
        (Days.on(date(2021, 5, 4)), Days.on(date(2021, 5, 5)), Fit.APART),  # the day after
        (Days.on(date(2021, 5, 4)), Days(date(2021, 5, 3), date(2021, 5, 9)), Fit.SHARPER),  # that week
        (Days(None, date(2021, 5, 4)), Days.on(date(2021, 5, 3)), Fit.ROUNDER),  # by the 4th
        (Days(date(2021, 5, 3), date(2021, 5, 6)), Days(date(2021, 5, 5), date(2021, 5, 9)), Fit.OVERLAP),
    ],
)
def test_days(left: Days, right: Days, fit: Fit) -> None:
    assert fit_days(left, right) is fit
    assert fit_days(right, left) is fit.mirrored


bounds = st.one_of(st.none(), st.floats(0, 1e12, allow_nan=False))


@st.composite
def figures(draw: st.DrawFn) -> Quantity:
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return figure(low, high, draw(st.booleans()))


@given(figures(), figures())
def test_swapping_the_sides_mirrors_the_fit(left: Quantity, right: Quantity) -> None:
    assert fit_quantities(left, right) is fit_quantities(right, left).mirrored


@given(figures())
def test_a_figure_fits_itself(one: Quantity) -> None:
    assert fit_quantities(one, one) is Fit.EQUAL
