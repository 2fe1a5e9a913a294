"""Accounts made by hand, without a model: words and names only, every sentence a flat tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from twosource.model.article import Article
from twosource.model.moment import Days, Moment
from twosource.model.reading import Annotated, EntityType, Mention, Reading, TimeMention, TimeType, Token
from twosource.model.span import Span

Names = Sequence[tuple[str, str]]
Times = Sequence[tuple[str, int | None, int | None, int]]
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_VERBS = {"said": "say", "told": "tell", "opens": "open", "open": "open", "reopen": "reopen", "closed": "close"}


def account(id: str, text: str, names: Names = (), times: Times = (), published: str | None = None) -> Annotated:  # noqa: A002
    """An account.

    Args:
        id: The article's id.
        text: Sentences end with a full stop; the first verb of ``_VERBS`` is a sentence's root.
        names: Names with their types, in text order; of each the next occurrence is taken.
        times: Times with weekday, offset and direction, in text order.
        published: Day of publication.
    """
    sentences = tuple(Span(match.start(), match.end()) for match in re.finditer(r"[^\s.][^.]*\.?", text))
    tokens = _tokens(text, sentences)
    day = date.fromisoformat(published) if published else None
    reading = Reading(text, sentences, tokens, _mentions(text, names), times=_times(text, times, day), anchor=day)
    return Annotated(Article(id, text, published=Moment(published) if published else None), reading)


def _tokens(text: str, sentences: Sequence[Span]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for sentence in sentences:
        words = [(match.start() + sentence.start, match.group()) for match in _WORD.finditer(sentence.of(text))]
        first = len(tokens)
        root = first + next((place for place, (_, word) in enumerate(words) if word in _VERBS), 0)
        for place, (start, word) in enumerate(words, first):
            upos = (
                "VERB" if word in _VERBS else "PROPN" if word[:1].isupper() else "NOUN" if word.isalnum() else "PUNCT"
            )
            deprel = "root" if place == root else "dep"
            tokens.append(Token(Span(start, start + len(word)), word, _VERBS.get(word, word), upos, "", root, deprel))
    return tuple(tokens)


def _mentions(text: str, names: Names) -> tuple[Mention, ...]:
    found, at = [], 0
    for name, kind in names:
        start = text.index(name, at)
        found.append(Mention(Span(start, start + len(name)), name, EntityType(kind)))
        at = start + len(name)
    return tuple(found)


def _times(text: str, times: Times, day: date | None) -> tuple[TimeMention, ...]:
    found, at = [], 0
    for words, weekday, offset, direction in times:
        start = text.index(words, at)
        at = start + len(words)
        days = None if day is None else Days.on(_resolved(day, weekday, offset, direction))
        found.append(TimeMention(Span(start, at), words, TimeType.DATE, "", days, weekday, offset, direction))
    return tuple(found)


def _resolved(day: date, weekday: int | None, offset: int | None, direction: int) -> date:
    if weekday is None:
        return day + timedelta(offset or 0)
    return (
        day - timedelta((day.weekday() - weekday) % 7)
        if direction < 0
        else day + timedelta((weekday - day.weekday()) % 7)
    )


@pytest.fixture(name="account")
def account_fixture() -> Callable[..., Annotated]:
    """The function above, for tests."""
    return account
