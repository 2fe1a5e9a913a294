"""Times whole: extent, type, value and days, with and without the article's day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate import Pipeline, annotate
from twosource.annotate.times import find_times
from twosource.model.article import Article
from twosource.model.moment import Days, Moment
from twosource.model.reading import Reading, TimeMention, Token
from twosource.model.span import Span
from twosource.text.tree import Tree

ANCHOR = date(2021, 6, 16)  # a Wednesday


def times(text: str, anchor: date | None = ANCHOR, language: str = "en") -> list[TimeMention]:
    """The times of a text without a parse."""
    return list(find_times(Tree(Reading(text, parsed=False)), anchor, language))


VALUES = [
    ("on Tuesday", "Tuesday", "2021-06-15", "the preposition stays outside"),
    ("on Wednesday", "Wednesday", "2021-06-16", "the article's own day"),
    ("last Friday", "last Friday", "2021-06-11", "before the article's day"),
    ("next Monday", "next Monday", "2021-06-21", "behind it"),
    ("this Thursday", "this Thursday", "2021-06-17", "the coming one"),
    ("yesterday", "yesterday", "2021-06-15", "a day's step"),
    ("the day after tomorrow", "the day after tomorrow", "2021-06-18", "two"),
    ("a week ago", "a week ago", "2021-W23", "as precise as its unit"),
    ("three days ago", "three days ago", "2021-06-13", "days"),
    ("early last week", "early last week", "2021-W23", "the modifier belongs to it"),
    ("last month", "last month", "2021-05", "a month"),
    ("next year", "next year", "2022", "a year"),
    ("March 5, 1946", "March 5, 1946", "1946-03-05", "American order"),
    ("5 January 2022", "5 January 2022", "2022-01-05", "British order"),
    ("Jan. 5", "Jan. 5", "2021-01-05", "the nearest such day"),
    ("2022-01-05", "2022-01-05", "2022-01-05", "ISO 8601"),
    ("05.01.2022", "05.01.2022", "2022-01-05", "points mean the day first"),
    ("Friday, Oct. 23", "Friday, Oct. 23", "2020-10-23", "weekday and day are one"),
    ("in 1998", "1998", "1998", "a year behind a preposition"),
    ("nineteen ninety-four", "nineteen ninety-four", "1994", "a year as it is spoken"),
    ("the 1990s", "the 1990s", "199", "a decade"),
    ("the 19th century", "the 19th century", "18", "a century"),
    ("late November 2020", "late November 2020", "2020-11", "a month with a modifier"),
    ("summer 2020", "summer 2020", "2020-SU", "a season"),
    ("the first quarter", "the first quarter", "2021-Q1", "a quarter"),
    ("the second half of 2020", "the second half of 2020", "2020-H2", "a half-year"),
    ("Easter 2022", "Easter 2022", "2022-04-17", "a holiday by rule"),
    ("Thanksgiving 2020", "Thanksgiving 2020", "2020-11-26", "the fourth Thursday"),
    ("9:40 p.m. local time", "9:40 p.m. local time", "2021-06-16T21:40", "a time of day"),
    ("21:40 GMT", "21:40 GMT", "2021-06-16T21:40Z", "with its zone"),
    ("8 p.m. EST Friday", "8 p.m. EST Friday", "2021-06-11T20:00-05:00", "a zone with one offset"),
    ("9:40 p.m. Eastern", "9:40 p.m. Eastern", "2021-06-16T21:40", "a zone with two offsets gives none"),
    ("Tuesday of last week", "Tuesday of last week", "2021-06-08", "a weekday of a week, whatever the tense"),
    ("next week Wednesday", "next week Wednesday", "2021-06-23", "the week first"),
    ("Friday night last week", "Friday night last week", "2021-06-11TNI", "with a part of the day"),
    ("a week ago Monday", "a week ago Monday", "2021-06-07", "a week counted back"),
    ("last Tuesday", "last Tuesday", "2021-06-08", "yesterday would be called so"),
    ("next Friday", "next Friday", "2021-06-25", "the coming one needs no next"),
    ("the first Monday in October", "the first Monday in October", "2021-10-04", "a weekday by its rank"),
    ("the last Friday of May 2022", "the last Friday of May 2022", "2022-05-27", "counted from the end"),
    ("three days before May 13, 1999", "three days before May 13, 1999", "1999-05-10", "counted from a date"),
    ("two weeks after Easter 2022", "two weeks after Easter 2022", "2022-05-01", "counted from a holiday"),
    ("two days after tomorrow", "two days after tomorrow", "2021-06-19", "counted from a day told by another"),
    ("the Monday after Easter 2022", "the Monday after Easter 2022", "2022-04-18", "the next such day"),
    ("the 21st of next month", "the 21st of next month", "2021-07-21", "a day of a month"),
    ("on 22/04", "22/04", "2021-04-22", "only one order fits"),
    ("05-Aug-2016", "05-Aug-2016", "2016-08-05", "with strokes"),
    ("20161016", "20161016", "2016-10-16", "ISO 8601 without strokes"),
    ("Friday the 13th", "Friday the 13th", "2021-08-13", "the nearest that is one"),
    ("28 June in 2020", "28 June in 2020", "2020-06-28", "the year behind a preposition"),
    ("easter 2018", "easter 2018", "2018-04-01", "in small letters only with a year"),
    ("the past decade", "the past decade", "P10Y", "a length, other than last decade"),
    ("On 9/11 he was there", "9/11", "2001-09-11", "a day named by its numbers"),
    ("in the sixties", "the sixties", "196", "a decade in words"),
    ("a decade ago", "a decade ago", "2011", "ten years, not the decade before this one"),
    ("two years back.", "two years back", "2019", "another word for ago"),
    ("in spring", "spring", "2021-SP", "behind a preposition no verb"),
    ("the 5th of October", "the 5th of October", "2021-10-05", "with its article"),
    ("at the end of the month", "the end of the month", "2021-06", "the month at hand"),
    ("on Mondays", "Mondays", "XXXX-WXX-1", "every one of them"),
    ("every other Friday", "every other Friday", "XXXX-WXX-5", "a set"),
    ("ended the day", "the day", "2021-06-16", "the day that is told"),
    ("9 a.m. Tuesday", "9 a.m. Tuesday", "2021-06-15T09:00", "one expression"),
    ("Friday night", "Friday night", "2021-06-11TNI", "a part of a day"),
    ("this morning", "this morning", "2021-06-16TMO", "today's"),
    ("for three years", "three years", "P3Y", "a length"),
    ("a 16-hour flight", "16-hour", "PT16H", "with a hyphen"),
    ("2 1/2 years", "2 1/2 years", "P2Y6M", "with a half"),
    ("for weeks", "weeks", "PXW", "a vague length"),
    ("over the past three years", "the past three years", "P3Y", "up to now"),
    ("nearly forty years", "nearly forty years", "P40Y", "with its bound"),
    ("daily", "daily", "P1D", "a set"),
    ("every Monday", "every Monday", "XXXX-WXX-1", "a set of weekdays"),
    ("now", "now", "PRESENT_REF", "no date"),
    ("recent years", "recent years", "PAST_REF", "no date"),
    ("a recent survey", "recent", "PAST_REF", "nor here"),
    ("early Thursday morning", "early Thursday morning", "2021-06-10TMO", "the modifier leaves the part of the day"),
    ("by mid-afternoon", "mid-afternoon", "2021-06-16TAF", "a part of the day that is told of"),
    ("at eight in the evening", "eight in the evening", "2021-06-16T20:00", "an hour of a half of the day"),
    ("on Friday mornings", "Friday mornings", "XXXX-WXX-5TMO", "a set"),
    ("the first week of May", "the first week of May", "2021-W18", "its Thursday lies in May"),
    ("the last weekend in June", "the last weekend in June", "2021-W25-WE", "counted from the end"),
    ("the last day of 2020", "the last day of 2020", "2020-12-31", "a day of a year"),
    ("the week of April 15", "the week of April 15", "2021-W15", "the week that holds a day"),
    ("in two thousand and five", "two thousand and five", "2005", "a year counted out"),
    ("in nineteen hundred and five", "nineteen hundred and five", "1905", "with its hundreds"),
    ("this past Monday", "this past Monday", "2021-06-14", "the nearest behind"),
    ("October of next year", "October of next year", "2022-10", "a month of a year that is counted"),
    ("on May 5 of last year", "May 5 of last year", "2020-05-05", "and a day"),
    ("a year ago Friday", "a year ago Friday", "2020-06-11", "a year before a weekday"),
    ("in Q3 2020", "Q3 2020", "2020-Q3", "a quarter in short"),
    ("in 2020-Q3", "2020-Q3", "2020-Q3", "the other way round"),
    ("the first half of the year", "the first half of the year", "2021-H1", "the year at hand"),
    ("the 1800s", "the 1800s", "18", "a century in digits"),
    ("in the ‘80s", "the ‘80s", "198", "with any apostrophe"),
    ("two years and three months", "two years and three months", "P2Y3M", "a smaller unit adds to it"),
    ("all day", "all day", "P1D", "the whole of one"),
    ("a decades-long feud", "decades-long", "PXY", "with a hyphen and no number"),
    ("the past fortnight", "the past fortnight", "P2W", "up to now"),
    ("set to last 18 months", "18 months", "P18M", "last may be a verb"),
    ("Election Day", "Election Day", "2021-11-02", "the day after a Monday"),
    ("during Ramadan", "Ramadan", "2021-04-13/2021-05-12", "a feast of many days"),
    ("on Eid al-Adha", "Eid al-Adha", "2021-07-20", "a feast by the moon"),
    ("last Diwali", "last Diwali", "2020-11-14", "the one before"),
    ("Friday the thirteenth.", "Friday the thirteenth", "2021-08-13", "a rank in words"),
]


@pytest.mark.parametrize(("text", "extent", "value", "why"), VALUES)
def test_value(text: str, extent: str, value: str, why: str) -> None:
    (found,) = times(text)
    assert (found.text, found.value) == (extent, value), why


NO_TIMES = [
    "the car where his cousins sat.",
    "He may march on.",
    "a 6-year-old boy",
    "They fall.",
    "a quarter of voters",
    "2,000 soldiers",
    "a second man",
    "in excess of 2000",
    "2000 soldiers",
    "Black Monday",
    "open 24/7",
    "cut by 1/4",
    "on 1/2 acre",
    "They began to fall.",
    "Sixteen hundred people came.",
    "two thousand and one men",
    "in the second half of the match",
    "the H1N1 virus",
    "He saw Mar del Sur.",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_are_no_times(text: str) -> None:
    assert times(text) == []


UNRESOLVED = [
    ("on Tuesday", "XXXX-WXX-2", 1, None, "a weekday"),
    ("tomorrow", "+P1D", None, 1, "an offset"),
    ("yesterday", "-P1D", None, -1, "an offset back"),
    ("Jan. 5", "XXXX-01-05", None, None, "a day without its year"),
    ("9:40 p.m.", "T21:40", None, None, "a time without its day"),
    ("last week", "-P1W", None, None, "a week back"),
]


@pytest.mark.parametrize(("text", "value", "weekday", "offset", "why"), UNRESOLVED)
def test_without_an_anchor(text: str, value: str, weekday: int | None, offset: int | None, why: str) -> None:
    (found,) = times(text, None)
    assert (found.value, found.days) == (value, None), why
    assert (found.weekday, found.offset) == (weekday, offset), why


def test_a_full_date_needs_no_anchor() -> None:
    (found,) = times("March 5, 1946", None)
    assert found.days == Days.on(date(1946, 3, 5))


NEIGHBOURS = [
    ("On March 5, 2020 it began. Two days later it ended.", "2020-03-07", "later"),
    ("On March 5, 2020 it began, and the same day it ended.", "2020-03-05", "the same day"),
    ("It began on March 5, 2020. The following Monday it ended.", "2020-03-09", "the weekday behind the day told of"),
    ("It began on March 5, 2020. In April, that day was recalled.", "2020-03-05", "a day told of before a month"),
    ("In 2015 it began. The following year it ended.", "2016", "following"),
    ("It fell in April. A vote is due at the end of the month.", "2021-06", "what is not told as past is not over"),
    ("In 2015 it rose from 4 the year before.", "2014", "the year beside it"),
    ("It began on March 5, 2020. It had rained the night before.", "2020-03-04TNI", "the night beside it"),
    ("It earned $5 in the first quarter, against $4 a year earlier.", "2020-Q1", "the quarter of another year"),
]


@pytest.mark.parametrize(("text", "value", "why"), NEIGHBOURS)
def test_times_hang_on_their_neighbours(text: str, value: str, why: str) -> None:
    assert times(text)[-1].value == value, why


def test_partial_dates_are_intervals() -> None:
    (found,) = times("in February 2020")
    assert found.days == Days(date(2020, 2, 1), date(2020, 2, 29))


FISCAL = [
    ("fiscal 2019", "2019", None, "no text says when it begins"),
    ("the 2019-20 season", "2019", None, "two years written as one"),
    (
        "the fiscal year ending in March 2021",
        "P1Y",
        Days(date(2020, 4, 1), date(2021, 3, 31)),
        "but its end may be said",
    ),
    ("the quarter ended June 30, 2020", "2020-Q2", Days(date(2020, 4, 1), date(2020, 6, 30)), "and that of a quarter"),
    ("the year to March 2020", "2020", Days(date(2019, 4, 1), date(2020, 3, 31)), "to its last month"),
    ("the 12 months to March 2021", "P12M", Days(date(2020, 4, 1), date(2021, 3, 31)), "to its last month"),
    ("the nine months ended Sept. 30, 2020", "P9M", Days(date(2020, 1, 1), date(2020, 9, 30)), "and of some months"),
]


@pytest.mark.parametrize(("text", "value", "days", "why"), FISCAL)
def test_fiscal_years_are_not_those_of_the_calendar(text: str, value: str, days: Days | None, why: str) -> None:
    found = times(text)[0]
    assert (found.value, found.days) == (value, days), why


RANGES = [
    ("from 3 to 4 June 2020", ["2020-06-03", "2020-06-04"], "the month behind"),
    ("June 3-5, 2020", ["2020-06-03", "2020-06-05"], "the month before, the year behind"),
    ("on May 3 and 4, 2020", ["2020-05-03", "2020-05-04"], "two days"),
    ("between 3 and 12 of June", ["2021-06-03", "2021-06-12"], "with a preposition between"),
    ("On June 3 and 4 people died", ["2021-06-03"], "a number that counts is no day"),
    ("the 70s and 80s", ["197", "198"], "decades"),
    ("in May and June", ["2021-05", "2021-06"], "May is a month beside a month"),
    ("the week ended June 5, 2020", ["2020-W23", "2020-06-05"], "its last day tells the week"),
]


@pytest.mark.parametrize(("text", "values", "why"), RANGES)
def test_ends_share_their_words(text: str, values: list[str], why: str) -> None:
    assert [each.value for each in times(text)] == values, why


def test_a_feast_out_of_the_listed_years_has_no_day() -> None:
    (found,) = times("Lunar New Year 1950")
    assert found.days is None


def test_a_feast_is_known_with_any_apostrophe() -> None:
    assert [each.value for each in times("New Year’s Eve 1950 and New Year's Eve 1951")] == ["1950-12-31", "1951-12-31"]


def test_a_range_shares_its_year() -> None:
    found = [each.value for each in times("between November and March 2020, and from March to May 2020")]
    assert found == ["2019-11", "2020-03", "2020-03", "2020-05"]


def sentence(verb: str, helper: str) -> str:
    """A sentence in which a weekday hangs on a verb with or without a helper."""
    rows = ["Talks talk NOUN 3 nsubj", f"{helper} {helper} AUX 3 aux", f"{verb} VERB 0 root VerbForm=Inf"]
    return "\n".join([*rows, "Thursday Thursday PROPN 3 obl:tmod"])


def test_the_future_tense_points_ahead(parsed: Callable[..., Reading]) -> None:
    (found,) = find_times(Tree(parsed(sentence("begin begin", "will"))), ANCHOR)
    assert (found.value, found.direction) == ("2021-06-17", 1)


def test_the_past_tense_points_back(parsed: Callable[..., Reading]) -> None:
    reading = parsed("Talks talk NOUN 2 nsubj\nbegan begin VERB 0 root Tense=Past|VerbForm=Fin\nThursday T PROPN 2 obl")
    (found,) = find_times(Tree(reading), ANCHOR)
    assert (found.value, found.direction) == ("2021-06-10", -1)


def test_in_two_days_is_a_length_with_its_day(parsed: Callable[..., Reading]) -> None:
    reading = parsed(
        "They they PRON 3 nsubj\nwill will AUX 3 aux\nleave leave VERB 0 root VerbForm=Inf\nin in ADP 6 case\n"
        "two two NUM 6 nummod\ndays day NOUN 3 obl"
    )
    (found,) = find_times(Tree(reading), ANCHOR)
    assert (found.text, found.value, found.days, found.offset) == ("two days", "P2D", Days.on(date(2021, 6, 18)), 2)


GERMAN = [
    ("am Dienstag", "Dienstag", "2021-06-15", "a weekday"),
    ("am 5. Januar 2022", "5. Januar 2022", "2022-01-05", "the point of a rank"),
    ("vor zwei Tagen", "zwei Tagen", "2021-06-14", "the word for ago stands before"),
    ("um 21:40 Uhr", "21:40 Uhr", "2021-06-16T21:40", "a time of day"),
    ("gestern Abend", "gestern Abend", "2021-06-15TEV", "a part of yesterday"),
    ("jeden Montag", "jeden Montag", "XXXX-WXX-1", "a set"),
    ("im Herbst 2020", "Herbst 2020", "2020-FA", "a season"),
    ("in der vergangenen Woche", "der vergangenen Woche", "2021-W23", "a week"),
    ("am Dienstag vergangener Woche", "Dienstag vergangener Woche", "2021-06-08", "a weekday of a week"),
    ("am Mittwochabend", "Mittwochabend", "2021-06-16TEV", "day and part in one word"),
    ("am Montagmorgen um 8.15 Uhr", "Montagmorgen um 8.15 Uhr", "2021-06-14T08:15", "with its hour"),
    ("um halb sieben", "halb sieben", "2021-06-16T06:30", "half to, not half past"),
    ("im 18. Jahrhundert", "18. Jahrhundert", "17", "a rank with its point"),
    ("im ersten Halbjahr", "ersten Halbjahr", "2021-H1", "a half-year"),
    ("am Wochenende", "Wochenende", "2021-W24-WE", "the one at hand"),
    ("seit dem 1. Januar 2020", "1. Januar 2020", "2020-01-01", "the article stays outside"),
    ("im Vorjahr", "Vorjahr", "2020", "a step in one word"),
    ("im Sommer vergangenen Jahres", "Sommer vergangenen Jahres", "2020-SU", "a season of a year"),
    ("zwei Tage nach Ostern 2022", "zwei Tage nach Ostern 2022", "2022-04-19", "counted from a holiday"),
    ("in den 1990er Jahren", "den 1990er Jahren", "199", "a decade"),
    ("am Morgen", "Morgen", "2021-06-16TMO", "the morning, not tomorrow"),
    ("um acht am Abend", "acht am Abend", "2021-06-16T20:00", "an hour of a half of the day"),
    ("nach dem Opferfest 2020", "Opferfest 2020", "2020-07-31", "a feast by the moon"),
    ("am Abend des 5. Juni", "Abend des 5. Juni", "2021-06-05TEV", "a part of a date"),
]


@pytest.mark.parametrize(("text", "extent", "value", "why"), GERMAN)
def test_german(text: str, extent: str, value: str, why: str) -> None:
    (found,) = times(text, language="de")
    assert (found.text, found.value) == (extent, value), why


WORDS = [
    "on",
    "last",
    "Tuesday",
    "5",
    "May",
    "1998",
    "ago",
    "days",
    "two",
    "the",
    "every",
    "week",
    "9:40",
    "p.m.",
    ",",
    "-",
    "later",
    "quarter",
    "third",
    "next",
    "31",
    "Feb.",
    "30",
    "year",
]


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from([None, ANCHOR, date.min, date.max]))
def test_every_span_quotes_its_text(words: list[str], anchor: date | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in times(text, anchor):
        assert mention.span.of(text) == mention.text
        assert mention.span.start >= end
        end = mention.span.end


def test_a_language_without_word_lists_has_no_times() -> None:
    assert times("on Tuesday", language="xx") == []


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    times(text)


@pytest.mark.parametrize(
    "text", ["999999999 years ago", "in 99999999999 days", "Feb. 30, 2021", "the 99th century", "31.02.2021"]
)
def test_days_that_no_calendar_has(text: str) -> None:
    assert all(mention.days is None for mention in times(text))


def test_the_day_of_telling_is_no_day_of_an_hour(pipeline: Pipeline) -> None:
    text = "A mill burned down on Monday, the fire service said on Tuesday. The alarm came at 9:40 p.m."
    (account,) = annotate([Article("a", text, language="en", published=Moment("2021-06-15"))], pipeline)
    assert [one.value for one in account.body.times][-1] == "2021-06-14T21:40"


NIGHTS = [
    ("It burned at 11:50 p.m. on Sunday. It was out at 3 a.m. At 4 p.m. he was found.", ["14T03:00", "14T16:00"]),
    ("They met at 11 p.m. on Sunday. He had got up at 6 a.m.", ["13T06:00"]),
    ("They met at 11 a.m. on Sunday. He got up at 6 a.m.", ["13T06:00"]),
    ("They stopped on Sunday night. The order came at 3.20 a.m.", ["14T03:20"]),
    ("They met at 11 p.m. on Sunday. The lights went out shortly after seven.", ["13T07:00"]),
]


@pytest.mark.parametrize(("text", "values"), NIGHTS)
def test_a_morning_behind_an_evening_is_of_the_next_day(pipeline: Pipeline, text: str, values: list[str]) -> None:
    (account,) = annotate([Article("a", text, language="en", published=Moment("2021-06-15"))], pipeline)
    assert [one.value for one in account.body.times][1:] == [f"2021-06-{value}" for value in values]


FRAMES = [
    (
        "A mill burned down on Monday. Its owner said that the hoist had failed on Friday. Rain fell at noon.",
        "2021-06-14T12:00",
        "the account's own day before a day in somebody's words",
    ),
    (
        "A mill burned down on Monday. Its owner said that the hoist had failed on Friday. He said it stuck at noon.",
        "2021-06-11T12:00",
        "of what is said the day that was said",
    ),
    (
        "A mill burned down on Monday. Two died on Monday. A hoist failed on Friday.\n\nRain fell at noon.",
        "2021-06-14T12:00",
        "a new paragraph goes on with the news",
    ),
    (
        "A mill burned down on Monday. Two died on Monday.\n\nOn Friday a hoist failed.\n\nRain fell at noon.",
        "2021-06-11T12:00",
        "what a sentence begins that opens with its day",
    ),
    (
        "A mill burned down on Monday. " + "The town was shocked. " * 13 + "Rain fell at noon.",
        "2021-06-15T12:00",
        "far off",
    ),
    ("A mill burned down on Monday. Nobody has slept since the night of the fire.", "TNI", "of neither day"),
]


@pytest.mark.parametrize(("text", "value", "why"), FRAMES)
def test_which_day_an_hour_is_of(pipeline: Pipeline, text: str, value: str, why: str) -> None:
    (account,) = annotate([Article("a", text, language="en", published=Moment("2021-06-15"))], pipeline)
    assert account.body.times[-1].value == value, why


SIDES = [
    ("Her successor is Jan Orl, until Monday her deputy. He keeps pigeons.", "2021-06-14", "what he was is over"),
    ("The pool will be shut until Monday.", "2021-06-21", "what will be lasts"),
    ("Our office is closed on Monday for the funeral.", "2021-06-21", "what is done is nearer ahead"),
]


@pytest.mark.parametrize(("text", "value", "why"), SIDES)
def test_which_side_a_weekday_is_on(pipeline: Pipeline, text: str, value: str, why: str) -> None:
    (account,) = annotate([Article("a", text, language="en", published=Moment("2021-06-18"))], pipeline)
    assert account.body.times[-1].value == value, why


def test_a_week_that_is_over_is_not_the_one_told_of_before(pipeline: Pipeline) -> None:
    text = "The port will be slow until Christmas. Its director was dismissed at the start of the week."
    (account,) = annotate([Article("a", text, language="en", published=Moment("2021-12-09"))], pipeline)
    days = account.body.times[-1].days
    assert days is not None and days.start == date(2021, 12, 6)


FRIDAY = "2021-06-18"  # the coming one, seen from ANCHOR
HOURS = [
    ("It burned on Monday. It fell at 5 a.m.", ["2021-06-14", "2021-06-14T05:00"], "the nearest day before"),
    (
        f"It will open on {FRIDAY}. The fire was out at 5 a.m.",
        [FRIDAY, "T05:00"],
        "the past never takes over the coming day",
    ),
    (
        f"It burned on Monday. It will open on {FRIDAY}. It was out at 5 a.m.",
        ["2021-06-14", FRIDAY, "2021-06-14T05:00"],
        "the nearest day that agrees in tense",
    ),
    (
        f"It burned on Monday. It will open on {FRIDAY}. It will close at 5 p.m.",
        ["2021-06-14", FRIDAY, f"{FRIDAY}T17:00"],
        "the future takes the coming day",
    ),
    ("It was out at 5 a.m., he said on Monday.", ["2021-06-14T05:00", "2021-06-14"], "its own sentence, behind it"),
    ("It was out at 5 a.m.", ["2021-06-16T05:00"], "the article's day where the text names none"),
]


@pytest.mark.parametrize(("text", "values", "why"), HOURS)
def test_an_hour_alone(text: str, values: list[str], why: str) -> None:
    sentences, start = [], 0
    for part in text.split(". "):
        sentences.append(Span(start, min(len(text), start + len(part) + 1)))
        start += len(part) + 2
    tokens = tuple(
        Token(Span(each.start(), each.end()), each[0], each[0], "X", "", 0, "dep")
        for each in re.finditer(r"\w+|[^\w\s]", text)
    )
    reading = Reading(text, sentences=tuple(sentences), tokens=tokens, parsed=False)
    assert [each.value for each in find_times(Tree(reading), ANCHOR)] == values, why


def test_a_planned_day_hangs_on_either_verb(parsed: Callable[..., Reading]) -> None:
    ahead = parsed(
        """
        She she PRON 2 nsubj
        was be AUX 3 aux:pass Tense=Past|VerbForm=Fin
        asked ask VERB 0 root Tense=Past|VerbForm=Part
        to to PART 5 mark
        appear appear VERB 3 xcomp VerbForm=Inf
        on on ADP 7 case
        Monday Monday PROPN 3 obl
        """
    )
    (found,) = find_times(Tree(ahead), ANCHOR)
    assert found.value == "2021-06-21", "the infinitive before the day lies ahead"


BARE_HOURS = [
    ("It began around four Sunday morning.", [("four Sunday morning", "2021-06-13T04:00", False)], "a day behind it"),
    ("Calls came around 7 last night.", [("7 last night", "2021-06-15T19:00", False)], "the part tells the half"),
    ("between 1 and 2 a.m.", [("1", "2021-06-16T01:00", False), ("2 a.m.", "2021-06-16T02:00", False)], "one half"),
    ("from 11 to 1 a.m.", [("11", "2021-06-16T23:00", False), ("1 a.m.", "2021-06-16T01:00", False)], "over midnight"),
    (
        "between 10 in the evening and 5 in the morning",
        [("10 in the evening", "2021-06-16T22:00", False), ("5 in the morning", "2021-06-16T05:00", False)],
        "each has its half",
    ),
    ("At one they shut the mill.", [("one", "2021-06-16T01:00", True)], "either half"),
    ("He woke shortly after one.", [("one", "2021-06-16T01:00", True)], "nothing to count"),
    ("They met at three o'clock.", [("three o'clock", "2021-06-16T03:00", True)], "either half"),
    (
        "They were told at twelve minutes past three.",
        [("twelve minutes past three", "2021-06-16T03:12", True)],
        "spoken",
    ),
    ("The dam broke at ten to five.", [("ten to five", "2021-06-16T04:50", True)], "minutes before it"),
    (
        "The dam broke at twenty to ten in the evening.",
        [("twenty to ten in the evening", "2021-06-16T21:40", False)],
        "a half",
    ),
    ("The board voted ten to five.", [], "a result"),
    ("They sell it at five to ten crowns each.", [], "a range of prices"),
    ("The dam broke at ten past midnight.", [("ten past midnight", "2021-06-16T00:10", False)], "no open half"),
    ("Two past presidents came.", [], "no hour"),
    ("It was six o'clock at night.", [("six o'clock at night", "2021-06-16T18:00", False)], "the half is said"),
    ("The barges left at dawn.", [("dawn", "2021-06-16TMO", False)], "a part of the day"),
    ("THE BARGES LEFT AT DAWN TODAY.", [("DAWN TODAY", "2021-06-16TMO", False)], "in capitals, with its day"),
    ("They stood at Dawn Hall.", [], "a name"),
    ("See http://news.example/2016/02/26/fire for more.", [], "an address"),
    ("At one point two to one, at one of the gates, at least one man", [], "no hours"),
    ("At 12, he left school.", [], "an age"),
    ("Shots hit two houses after two men came.", [], "counts"),
]


@pytest.mark.parametrize(("text", "found", "why"), BARE_HOURS)
def test_hours_that_only_their_neighbours_show(text: str, found: list[tuple[str, str, bool]], why: str) -> None:
    """An hour needs a day, a half, or a place where it can count nothing."""
    assert [(time.text, time.value, time.either_half) for time in times(text)] == found, why
