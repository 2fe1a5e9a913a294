"""Values in one frame: what two accounts print in the same words around another figure or day."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.alignment.frames import joined_by_frames
from twosource.corroborate.assertions.happenings import dates
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.figures import figures
from twosource.corroborate.lexicon import lexicon
from twosource.link import link
from twosource.model.article import Article
from twosource.model.moment import Moment

FRAMES = [
    (
        "The court ordered the ferry line to pay 2.4 million crowns in compensation.",
        "The court ordered the ferry line to pay 4.2 million crowns in compensation.",
        True,
        "the same words around another figure",
    ),
    (
        "The court ordered the ferry line to pay 2.4 million crowns in compensation.",
        "The court ordered the ferry line to pay 2.4 million crowns, and Orlund 4.2 million crowns more.",
        False,
        "the second is in no frame that both have",
    ),
    (
        "The family paid $43,885,310 in taxes to the island.",
        "The family paid $43 million in taxes to the island.",
        False,
        "somebody's rounding",
    ),
    (
        "The result was declared at 4:20 a.m. in the hall of the school.",
        "The result was declared at 6:05 a.m. in the gym.",
        True,
        "hours are values, too",
    ),
    (
        "Two men were killed in the blast, and two other men were hurt.",
        "Two men were killed in the blast, and four others were burned.",
        False,
        "the verb of what differs stands outside of the frame",
    ),
]


@pytest.mark.parametrize(("left", "right", "joined", "why"), FRAMES)
def test_frames(pipeline: Pipeline, left: str, right: str, joined: bool, why: str) -> None:
    articles = [
        Article(name, text, language="en", published=Moment("2023-03-15"))
        for name, text in zip("ab", (left, right), strict=True)
    ]
    accounts = list(annotate(articles, pipeline))
    entities = link(accounts)
    read, voices = contexts(accounts, entities), Voices(entities)
    alone = [(one,) for context in read for one in (*figures(context, voices), *dates(context, voices))]
    groups = joined_by_frames(alone, read, lexicon("en"))
    assert any(len(group) > 1 for group in groups) is joined, why
    assert sum(map(len, groups)) == len(alone), "none is lost"
