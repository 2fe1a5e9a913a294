"""Hours of the day: how exact their words make them, how two fit, and when they are laid beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.corroborate.conftest import Make

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.hours import fit_hours, hour_of
from twosource.corroborate.context import Context
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import lexicon
from twosource.model.article import Article
from twosource.model.moment import Hour, Moment
from twosource.model.value import Time

FITS = [
    (Hour(180, 180), Hour(180, 180), Fit.EQUAL, "the same"),
    (Hour(180, 180), Hour(60, 60, either=True), Fit.APART, "three and one, of whichever half"),
    (Hour(900, 900), Hour(180, 180, either=True), Fit.EQUAL, "3 p.m. and three o'clock"),
    (Hour(70, 70), Hour(60, 90), Fit.SHARPER, "1:10 and shortly after one"),
    (Hour(1410, 1410), Hour(15, 15), Fit.EQUAL, "around midnight, three quarters of an hour from each other"),
    (Hour(1320, 1320), Hour(1260, 1260), Fit.APART, "an hour"),
    (Hour(600, 600), Hour(1320, 1320), Fit.APART, "10 a.m. and 10 p.m."),
    (Hour(1300, 1300), Hour(1270, 1270), Fit.APART, "9:40 and 9:10, neither of which is rounded"),
    (Hour(1300, 1300), Hour(1275, 1275), Fit.EQUAL, "9:40 and a quarter past nine"),
    (Hour(1302, 1302), Hour(1288, 1288), Fit.APART, "9:42 and 9:28, as logs give them"),
    (Hour(1302, 1302), Hour(1290, 1290), Fit.SHARPER, "9:42 and half past nine"),
    (Hour(1302, 1302), Hour(1297, 1297), Fit.EQUAL, "five minutes, of the call and the arrival"),
]


@pytest.mark.parametrize(("left", "right", "fit", "why"), FITS)
def test_two_hours_fit(left: Hour, right: Hour, fit: Fit, why: str) -> None:
    assert fit_hours(left, right) is fit, why
    assert fit_hours(right, left) is fit.mirrored, why


@given(st.integers(0, 1439), st.integers(0, 40), st.integers(0, 1439), st.integers(0, 40), st.booleans())
def test_fits_are_symmetric(at: int, wide: int, other: int, wider: int, either: bool) -> None:
    left, right = Hour(at, at + wide, either), Hour(other, other + wider)
    assert fit_hours(left, right) is fit_hours(right, left).mirrored


READ = [
    ("The sluice was opened at 3 a.m. on Monday.", Hour(180, 180), "exact"),
    ("The sluice was opened about 3 a.m. on Monday.", Hour(180, 180), "as exact as any"),
    ("The sluice was opened shortly after one o'clock.", Hour(60, 90, either=True), "behind it, of either half"),
    ("The sluice was opened just before 3 p.m. on Monday.", Hour(870, 900), "before it"),
    ("The sluice was opened by 3 p.m. on Monday.", None, "a deadline"),
    ("The sluice was opened between 1 and 3 a.m. on Monday.", None, "ends of a range"),
    ("The sluice was opened at 3 p.m. Eastern on Monday.", None, "a zone that others may not mean"),
]


@pytest.mark.parametrize(("text", "hour", "why"), READ)
def test_words_tell_how_exact_an_hour_is(pipeline: Pipeline, text: str, hour: Hour | None, why: str) -> None:
    article = Article("a", text, language="en", published=Moment("2023-03-14"))
    account = next(iter(annotate([article], pipeline)))
    context = Context(account, ())
    times = [time for time in account.body.times if time.type == "TIME"]
    assert {hour_of(context, time) for time in times} == {hour}, why


def test_an_account_in_a_language_without_lists_has_hours(pipeline: Pipeline) -> None:
    article = Article("a", READ[0][0], language="en", published=Moment("2023-03-14"))
    account = next(iter(annotate([article], pipeline)))
    context = Context(replace(account, article=replace(article, language="pcm")), ())
    times = [time for time in account.body.times if time.type == "TIME"]
    assert {type(hour_of(context, time)) for time in times} <= {Hour, type(None)}, (
        "Pidgin is told from English by chance"
    )


def _at(one: Assertion, minute: int) -> Assertion:
    assert isinstance(one.value, Time)
    return replace(one, value=replace(one.value, hour=Hour(minute, minute)))


def test_hours_apart_are_two_events_unless_they_name_one_thing(make: Make) -> None:
    day = date(2023, 3, 13)
    left, right = _at(make.dated("a", day), 180), _at(make.dated("b", day), 600)
    assert not forbidden(left, right, lexicon("en")), "both of soldiers"
    other = replace(right, topic=replace(right.topic, patients=frozenset({"person"})))
    assert forbidden(left, other, lexicon("en")) == "they happen hours apart"
    later = _at(make.dated("b", date(2023, 3, 16)), 600)
    assert forbidden(left, later, lexicon("en")) == "they happen hours apart", "on other days, too"
    assert forbidden(left, replace(right, passage=left.passage), lexicon("en")), "one account gives both"
