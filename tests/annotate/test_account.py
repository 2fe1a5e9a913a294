"""Articles read whole: what one part of a reading tells the other."""

from __future__ import annotations

from twosource.annotate import annotate, redate
from twosource.annotate.pipeline import Pipeline
from twosource.model.article import Article
from twosource.model.moment import Moment
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


def test_an_amount_is_no_name(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("1", "The court fined Orvel Nkr45m and SKr2bn on Monday.")], pipeline)
    assert [each.quantity.unit for each in account.body.quantities] == ["NOK", "SEK"]
    assert not any("kr" in name.span.of(account.body.text).lower() for name in account.body.names)
