"""Assertions made by hand, for what needs no parse."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.corroborate.assertion import Assertion, Topic
from twosource.model.claim import ClaimType, Speaker, SpeakerKind
from twosource.model.judgement import Passage
from twosource.model.moment import Days, Moment
from twosource.model.reading import Modality
from twosource.model.span import Span
from twosource.model.value import Quantity, Time, Value, Wording


class Make:
    """Assertions of invented accounts; each call's words are its text."""

    def figure(  # noqa: PLR0917
        self,
        article: str,
        low: float | None,
        high: float | None,
        text: str = "",
        outcome: str | None = "death",
        counted: str | None = "person",
        day: int | None = None,
        partial: bool = False,
        words: str = "",
        at: int = 0,
    ) -> Assertion:
        value = Quantity(low, high, low != high, "person", counted, text or f"{low}")
        topic = Topic(
            subject=counted,
            predicate=outcome,
            dimension="count",
            partial=partial,
            words=frozenset(words.split()),
            toll=True,
        )
        return self._one(ClaimType.FIGURE, article, value, topic, day, at, words)

    def measure(self, article: str, tonnes: float, counted: str, words: str = "") -> Assertion:
        value = Quantity(tonnes, tonnes, False, "metric_ton", counted, f"{tonnes} tonnes of {counted}")
        topic = Topic(subject=counted, predicate="storage", dimension="metric_ton", words=frozenset(words.split()))
        return self._one(ClaimType.FIGURE, article, value, topic, None, 0, words)

    def dated(
        self,
        article: str,
        start: date,
        end: date | None = None,
        *,
        phase: str | None = "begin",
        concept: str = "withdraw",
    ) -> Assertion:
        value = Time(Days(start, end or start), f"{start}")
        topic = Topic(predicate=concept, phase=phase, patients=frozenset({"soldier"}), days=value.days)
        return self._one(ClaimType.DATE, article, value, topic, None, 0, "")

    def role(self, article: str, text: str, person: str = "e1") -> Assertion:
        topic = Topic(subject=person, predicate="prime minister", people=frozenset({person}))
        return self._one(ClaimType.ROLE, article, Wording(text), topic, None, 0, "")

    def event(self, article: str, concept: str, word: str, person: str = "e1", negated: bool = False) -> Assertion:
        topic = Topic(predicate=concept, patients=frozenset({person}), people=frozenset({person}))
        return self._one(ClaimType.EVENT, article, Wording(word), topic, None, 0, "", negated=negated)

    def quote(self, article: str, text: str, speaker: str) -> Assertion:
        words = frozenset(text.lower().split())
        topic = Topic(subject=speaker, predicate="say", words=words)
        said = (Speaker(speaker, speaker, SpeakerKind.SPEAKER),)
        return self._one(ClaimType.QUOTE, article, Wording(text), topic, None, 0, text.lower(), attribution=said)

    @staticmethod
    def _one(  # noqa: PLR0917
        kind: ClaimType,
        article: str,
        value: Value,
        topic: Topic,
        day: int | None,
        at: int,
        words: str,
        *,
        negated: bool = False,
        attribution: tuple[Speaker, ...] = (),
    ) -> Assertion:
        text = f"{value.text} {words}".strip()
        return Assertion(
            type=kind,
            passage=Passage(article, Span(at, at + len(text))),
            text=text,
            focus=Span(at, at + len(value.text)),
            sentence=at,
            topic=topic,
            value=value,
            attribution=attribution,
            modality=Modality.ASSERTED,
            negated=negated,
            published=Days.on(date(2021, 5, day)) if day else None,
            told=Moment(f"2021-05-{day:02}").instants if day else None,
            words=frozenset(words.split()),
        )


@pytest.fixture
def make() -> Make:
    """Makes assertions."""
    return Make()


__all__ = ["Make"]
