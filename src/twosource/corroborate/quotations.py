"""Quotations as assertions: the words of a direct quotation and their speaker.

The value is the quoted wording, so that one quotation is found again in other words after a translation. Only quotations
with a known speaker and at least a few words count: a quoted name or a scare quote claims nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context
from twosource.corroborate.topics import words_in
from twosource.corroborate.voice import Voices
from twosource.model.claim import ClaimType
from twosource.model.judgement import Passage
from twosource.model.moment import Days
from twosource.model.reading import Attribution, AttributionKind, Modality
from twosource.model.span import Span
from twosource.model.value import Wording

FEWEST_WORDS = 3
"""Content words that make a quotation comparable."""


def quotations(context: Context, voices: Voices) -> Iterator[Assertion]:
    """The direct quotations of an account, in text order."""
    taken: list[Span] = []
    for attribution in sorted(context.reading.attributions, key=lambda one: one.content):
        content = _content(context, attribution)
        if content is None or any(content.overlaps(span) for span in taken):
            continue
        words = words_in(context, context.tree.tokens_in(content))
        speakers = voices.over(context, content)
        if len(words) >= FEWEST_WORDS and speakers:
            taken.append(content)
            yield _assertion(context, content, words, voices)


def _content(context: Context, attribution: Attribution) -> Span | None:
    if attribution.kind is AttributionKind.INDIRECT or not attribution.content:
        return None
    text = context.reading.text
    quoted = [part for part in attribution.content if _is_quoted(text, part)]
    return max(quoted, key=len) if quoted else None


def _is_quoted(text: str, span: Span) -> bool:
    around = text[max(0, span.start - 1) : span.start + 1] + text[max(0, span.end - 2) : span.end + 1]
    return any(mark in around for mark in '"“”„«»‘’')


def _assertion(context: Context, content: Span, words: frozenset[str], voices: Voices) -> Assertion:
    number = context.reading.sentence_at(content.start) or 0
    published = context.account.article.published
    last = context.reading.sentence_at(max(content.start, content.end - 1))
    sentences = context.reading.sentences
    passage = Span(sentences[number].start, sentences[last if last is not None else number].end)
    attribution = voices.over(context, content)
    return Assertion(
        type=ClaimType.QUOTE,
        passage=Passage(context.account.article.id, passage),
        text=passage.of(context.reading.text),
        focus=content,
        sentence=number,
        topic=Topic(subject=attribution[0].entity or attribution[0].name, predicate="say", words=words),
        value=Wording(content.of(context.reading.text)),
        attribution=attribution,
        modality=Modality.REPORTED,
        published=Days.on(published.day) if published else None,
        words=words,
    )
