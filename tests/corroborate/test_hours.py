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
    (Hour(1410, 1410), Hour(15, 15), Fit.APART, "around midnight, three quarters of an hour from each other"),
    (Hour(1320, 1320), Hour(1350, 1350), Fit.ROUNDER, "10 and half past ten, each rounded"),
    (Hour(1320, 1320), Hour(1260, 1260), Fit.APART, "an hour"),
    (Hour(600, 600), Hour(1320, 1320), Fit.APART, "10 a.m. and 10 p.m."),
    (Hour(1300, 1300), Hour(1270, 1270), Fit.APART, "9:40 and 9:10, neither of which is rounded"),
    (Hour(1300, 1300), Hour(1275, 1275), Fit.APART, "9:40 and a quarter past nine"),
    (Hour(1290, 1290), Hour(1310, 1310), Fit.EQUAL, "half past nine and 9:50"),
    (Hour(1170, 1200), Hour(1215, 1215), Fit.APART, "a little before eight and 8:15"),
    (Hour(720, 1020), Hour(1140, 1740), Fit.APART, "the afternoon and the night"),
    (Hour(720, 1020), Hour(1065, 1065), Fit.ROUNDER, "the afternoon and 5:45"),
    (Hour(1140, 1740), Hour(1065, 1065), Fit.ROUNDER, "the night and 5:45"),
    (Hour(1140, 1740), Hour(720, 720), Fit.APART, "the night and noon"),
    (Hour(1140, 1740), Hour(0, 719), Fit.SHARPER, "the night and the morning after it"),
    (Hour(1302, 1302), Hour(1288, 1288), Fit.APART, "9:42 and 9:28, as logs give them"),
    (Hour(1302, 1302), Hour(1290, 1290), Fit.EQUAL, "9:42 and half past nine"),
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
    ("The sluice was opened a little before 3 p.m. on Monday.", Hour(870, 900), "the same in other words"),
    ("The sluice was opened on Monday afternoon.", Hour(720, 1020), "a part of the day"),
    ("The sluice was opened this afternoon.", None, "a part of a day that it does not name"),
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


def test_a_street_ties_two_hours_of_what_befell_nobody_by_name(make: Make) -> None:
    day = date(2023, 3, 13)
    left, right = (_in_street(_at(make.dated(article, day), minute)) for article, minute in (("a", 1200), ("b", 1320)))
    assert not forbidden(left, right, lexicon("en"))
    elsewhere = replace(right, topic=replace(right.topic, sites=frozenset({"mill lane"})))
    assert forbidden(left, elsewhere, lexicon("en")) == "they happen hours apart"
    left = replace(left, topic=replace(left.topic, agents=frozenset({"caller"})))
    right = replace(right, topic=replace(right.topic, agents=frozenset({"neighbour"})))
    assert forbidden(left, right, lexicon("en")) == "they happen hours apart", "each of somebody else"


def test_the_police_tie_no_two_hours(make: Make) -> None:
    police = {"agents": frozenset({"police"}), "patients": frozenset()}
    pair = [_at(make.dated(article, date(2023, 3, 13)), minute) for article, minute in (("a", 1200), ("b", 1320))]
    left, right = (replace(one, topic=replace(one.topic, **police)) for one in pair)  # type: ignore[arg-type]
    assert forbidden(left, right, lexicon("en")) == "they happen hours apart"


@pytest.mark.parametrize(
    ("one", "other", "tied", "why"),
    [
        (1422, 1422, True, "11:42, twice"),
        (1422, 1423, False, "another minute"),
        (1410, 1410, False, "half past eleven stands in no log"),
    ],
)
def test_one_minute_is_one_deed_whatever_the_verb(make: Make, one: int, other: int, tied: bool, why: str) -> None:
    day = date(2023, 3, 13)
    left, right = _at(make.dated("a", day, concept="call"), one), _at(make.dated("b", day, concept="alert"), other)
    assert (forbidden(left, right, lexicon("en")) == "") is tied, why


def _in_street(one: Assertion) -> Assertion:
    return replace(one, topic=replace(one.topic, patients=frozenset(), sites=frozenset({"alder street"})))
