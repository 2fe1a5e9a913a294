"""Days without a year in a story of which no account has a date."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.alignment.fits import value_fit
from twosource.corroborate.assertions.happenings import dates
from twosource.corroborate.assertions.partial import days_apart, fit_partly
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import lexicon
from twosource.model.article import Article
from twosource.model.moment import Days
from twosource.model.value import Time

MARCH_4 = Days.on(date(2031, 3, 4))  # a Tuesday
FITS = [
    ("XXXX-12", "XXXX-09", Fit.APART, "two months"),
    ("XXXX-12", "XXXX-12", Fit.EQUAL, "one month"),
    ("XXXX-12-04", "XXXX-12-05", Fit.APART, "two days of one month"),
    ("XXXX-12-04", "XXXX-12", Fit.SHARPER, "a day of the month"),
    ("XXXX-WXX-2", "XXXX-WXX-5", Fit.APART, "two weekdays"),
    ("XXXX-WXX-2", "XXXX-12", Fit.OVERLAP, "a weekday of any month"),
]


@pytest.mark.parametrize(("left", "right", "fit", "why"), FITS)
def test_parts_of_days_fit(left: str, right: str, fit: Fit, why: str) -> None:
    one, other = Time(None, "left", partly=left), Time(None, "right", partly=right)
    assert fit_partly(one, other) is fit, why
    assert fit_partly(other, one) is fit.mirrored, why


@pytest.mark.parametrize(
    ("partly", "fit", "why"),
    [
        ("XXXX-03-04", Fit.ROUNDER, "the day in some year"),
        ("XXXX-WXX-2", Fit.ROUNDER, "its weekday"),
        ("XXXX-WXX-3", Fit.APART, "another weekday"),
        ("XXXX-04", Fit.APART, "another month"),
    ],
)
def test_a_part_fits_a_whole_day(partly: str, fit: Fit, why: str) -> None:
    assert fit_partly(Time(None, "part", partly=partly), Time(MARCH_4, "4 March 2031")) is fit, why


def test_a_month_is_no_day() -> None:
    march, year = (Time(Days(date(2031, 3, 1), date(2031, last, 31)), "") for last in (3, 12))
    assert fit_partly(Time(None, "in March", partly="XXXX-03"), march) is Fit.EQUAL
    assert fit_partly(Time(None, "in March", partly="XXXX-03"), year) is not Fit.APART, "a year holds any month"


@pytest.mark.parametrize(
    ("left", "right", "days", "why"),
    [
        ("XXXX-03-20", "XXXX-06-20", 92, "two seasons"),
        ("XXXX-12-30", "XXXX-01-02", 3, "around the turn of the year"),
        ("XXXX-02-29", "XXXX-03-01", 1, "a leap day"),
        ("XXXX-02-30", "XXXX-03-01", 1, "a slip in the account"),
        ("XXXX-12", "XXXX-09", 0, "months, that are no days"),
    ],
)
def test_days_of_the_calendar_lie_apart(left: str, right: str, days: int, why: str) -> None:
    assert days_apart(Time(None, "left", partly=left), Time(None, "right", partly=right)) == days, why


def test_two_accounts_without_a_date_give_two_months(pipeline: Pipeline) -> None:
    texts = [f"Ada Brun launched a new line of coats in {month}." for month in ("December", "September")]
    accounts = list(annotate((Article(text[-5:], text, language="en") for text in texts), pipeline))
    left, right = (next(dates(context, Voices(()))) for context in contexts(accounts, ()))
    assert value_fit(left, right, lexicon("en")) is Fit.APART
