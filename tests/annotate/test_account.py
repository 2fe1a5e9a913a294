"""Articles read whole: what one part of a reading tells the other."""

from __future__ import annotations

from datetime import date

from twosource.annotate import annotate, redate, redate_within
from twosource.annotate.pipeline import Pipeline
from twosource.model.article import Article
from twosource.model.moment import Days, Moment
from twosource.model.reading import Annotated

QUOTED = "“I will leave tomorrow,” Orlo said on Monday."
REPORTED = "Orlo said on Monday that he would leave tomorrow."
THURSDAY = Moment("2031-05-08")


def _values(account: Annotated) -> dict[str, str]:
    return {time.text: time.value for time in account.body.times}


def test_a_speaker_counts_from_the_day_of_speaking(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("1", QUOTED, published=THURSDAY)], pipeline)
    assert _values(account) == {"tomorrow": "2031-05-06", "Monday": "2031-05-05"}


def test_a_reporter_counts_from_the_day_of_the_report(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("1", REPORTED, published=THURSDAY)], pipeline)
    assert _values(account) == {"tomorrow": "2031-05-09", "Monday": "2031-05-05"}


def test_a_date_that_is_inferred_later_tells_the_day_of_speaking(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("1", QUOTED)], pipeline)
    assert _values(redate(account, THURSDAY)) == {"tomorrow": "2031-05-06", "Monday": "2031-05-05"}


def test_a_window_gives_a_day_its_year_and_no_weekday_its_day(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("1", "Orlo left on 4 March. The court sits again on Tuesday.")], pipeline)
    known = redate_within(account, Days(date(2031, 2, 20), date(2031, 3, 22)))
    assert known.article.published is None
    assert _values(known) == {"4 March": "2031-03-04", "Tuesday": "XXXX-WXX-2"}


def test_a_window_of_a_week_gives_its_first_weekday(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("1", "Orlo left on Tuesday and came back on Wednesday.")], pipeline)
    known = redate_within(account, Days(date(2031, 5, 6), date(2031, 5, 12)))
    assert _values(known) == {"Tuesday": "2031-05-06", "Wednesday": "XXXX-WXX-3"}


def test_an_amount_is_no_name(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("1", "The court fined Orvel Nkr45m and SKr2bn on Monday.")], pipeline)
    assert [each.quantity.unit for each in account.body.quantities] == ["NOK", "SEK"]
    assert not any("kr" in name.span.of(account.body.text).lower() for name in account.body.names)
