"""Quotations with the day that they were spoken on, and the times in them."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.annotate.times import find_times
from twosource.annotate.times.quoted import quoted_days
from twosource.model.article import Article
from twosource.model.moment import Moment
from twosource.text.tree import Tree

WEDNESDAY = "2021-06-16"
CASES = [
    ('"I will go tomorrow," he said on Monday.', "tomorrow", "2021-06-15", "the speaker's tomorrow"),
    ('On Monday, Ana Bell said: "We will open in two days."', "two days", "2021-06-16", "counted from what was said"),
    ("He said on Monday that he would go tomorrow.", "tomorrow", "2021-06-17", "in reported speech the writer speaks"),
    ('"I left yesterday," said Bell, who was fired on Monday.', "yesterday", "2021-06-15", "another verb's day"),
    ('"The port opens tomorrow," she said.', "tomorrow", "2021-06-17", "no day is said"),
]


@pytest.mark.parametrize(("text", "words", "day", "why"), CASES)
def test_a_quotation_counts_from_its_own_day(pipeline: Pipeline, text: str, words: str, day: str, why: str) -> None:
    (account,) = annotate([Article("a", text, published=Moment(WEDNESDAY))], pipeline)
    found = find_times(Tree(account.body), date.fromisoformat(WEDNESDAY), "en", quoted_days(account.body))
    (time,) = [each for each in found if each.text == words]
    assert time.days and str(time.days.start) == day, why


def test_a_speakers_day_is_not_counted_from_the_article(pipeline: Pipeline) -> None:
    (account,) = annotate([Article("a", CASES[0][0], published=Moment(WEDNESDAY))], pipeline)
    found = find_times(Tree(account.body), date.fromisoformat(WEDNESDAY), "en", quoted_days(account.body))
    assert found[0].offset is None
