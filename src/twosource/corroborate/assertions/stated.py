"""From what an extractor found to an assertion: its sentence, its speakers, its mood, its day."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.voice import Voices, modality_of
from twosource.corroborate.context import Context
from twosource.model.article import PublishedFrom
from twosource.model.claim import ClaimType
from twosource.model.judgement import Passage
from twosource.model.moment import Days
from twosource.model.reading import Modality
from twosource.model.span import Span
from twosource.model.value import Value


@dataclass(frozen=True, slots=True)
class Found:
    """What an extractor found.

    Attributes:
        kind: Type of the claim.
        focus: The words that carry the value.
        voiced: The words whose speakers are asked for, where they are not the focus.
        mood: Mood of its predicate, without regard to attribution.
        passage: The stretch that is quoted, where it is not the sentence.
    """

    kind: ClaimType
    focus: Span
    topic: Topic
    value: Value
    voiced: Span | None = None
    mood: Modality = Modality.ASSERTED
    negated: bool = False
    passage: Span | None = None


def stated(context: Context, voices: Voices, found: Found) -> Assertion:
    """The assertion of what was found.

    Args:
        context: The account.
        voices: Names the speakers.
        found: What an extractor found in it.
    """
    voiced = found.voiced or found.focus
    number = context.reading.sentence_at(found.focus.start) or 0  # the words that carry the value must stand in it
    passage = found.passage or context.reading.sentences[number]
    article = context.account.article
    published, last = article.published, article.modified or article.published
    return Assertion(
        type=found.kind,
        passage=Passage(context.account.article.id, passage),
        text=passage.of(context.reading.text),
        focus=found.focus,
        sentence=number,
        topic=found.topic,
        value=found.value,
        attribution=voices.over(context, voiced),
        modality=modality_of(context, voiced, found.mood),
        negated=found.negated,
        published=Days.on(published.day) if published else None,
        told=last.instants if last else None,
        dated_by_others=article.published_from is PublishedFrom.STORY,
        words=context.sentence_words[number],
    )
