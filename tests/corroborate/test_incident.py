"""When accounts date one incident by other words, and when they tell of two."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.claims import corroborate
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import Claim, ClaimType, ConflictKind, Resolution
from twosource.model.moment import Moment
from twosource.trace import trace

DAY = Moment("2023-03-14")  # a Tuesday
NIGHT = "Ivo Telk was shot in Brek on Sunday night."


def _dated(pipeline: Pipeline, *texts: str) -> list[Claim]:
    """The claims on days that two accounts make."""
    articles = [Article(f"a{n}", text, language="en", published=DAY) for n, text in enumerate(texts)]
    accounts = list(annotate(articles, pipeline))
    claims = corroborate(accounts, link(accounts), trace(accounts))
    dates = [claim for claim in claims if claim.type is ClaimType.DATE]
    return [claim for claim in dates if len({one.passage.article for one in claim.statements}) > 1]


@pytest.mark.parametrize(
    "other",
    [
        "The incident happened about 10 p.m. Sunday.",
        "A man was killed on March 12 in Brek, police said.",
        "The attack left one man dead on Sunday.",
        "Telk was hit by gunfire while driving home on Sunday night.",
        "It happened on Sunday, and nobody was arrested.",
    ],
)
def test_one_incident_by_other_words(pipeline: Pipeline, other: str) -> None:
    assert len(_dated(pipeline, NIGHT, f"A shooting shook Brek. {other}")) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Officers made an arrest on Sunday night.",  # what followed
        "A separate shooting happened on Sunday night.",
        "The first attack happened on Sunday night.",  # one of several
        "A man was killed on Saturday in Brek.",  # another day
        "Officers hit the streets on Sunday night.",
        "The incident happened at 3 a.m. Sunday.",  # the night before
        "A man was robbed on Sunday at 9 p.m. and another was attacked at 4 a.m.",  # two events
    ],
)
def test_what_is_no_word_of_it(pipeline: Pipeline, other: str) -> None:
    assert not _dated(pipeline, NIGHT, other)


def test_parts_of_a_day_contradict_each_other(pipeline: Pipeline) -> None:
    (claim,) = _dated(
        pipeline,
        "A killing that occurred Sunday afternoon is investigated in Brek.",
        "The man shot three on Sunday night.",
    )
    assert [(one.kind, one.resolution) for one in claim.conflicts] == [(ConflictKind.DATE, Resolution.STANDS)]


def test_hours_of_two_streets_are_two_incidents(pipeline: Pipeline) -> None:
    assert not _dated(
        pipeline,
        "A man was shot on Alder Street at 9 p.m. Sunday.",
        "A killing happened on Birch Road at 11 p.m. Sunday.",
    )
