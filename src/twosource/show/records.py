"""JSON lines in and out of the stream commands: the shapes that ``docs/streams.md`` publishes.

A line that cannot be read is not lost: it gives an output line ``{"id": …, "error": …}`` in its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from twosource.errors import RecordError
from twosource.model.article import Article, PublishedFrom
from twosource.model.moment import Moment
from twosource.model.reading import Attribution, Event, QuantityMention, Reading, TimeMention, Token
from twosource.model.span import Span
from twosource.read.records import parse as json_object
from twosource.tell.values import iso, quantity_record
from twosource.text.surrogates import without_surrogates

Line = dict[str, Any]

_QUOTED = 40  # characters of a wrong value that an error shows


def parse(line: str, number: int, required: Iterable[str] = ("id",)) -> Line:
    """A JSON object from a line.

    Raises:
        RecordError: It is broken, no object, or lacks a required text field.
    """
    place = f"line {number}"
    record = json_object(place, line)
    for name in required:
        if not isinstance(record.get(name), str):
            raise RecordError(place, f'"{name}" is missing' if name not in record else f'"{name}" must be a text')
    return {name: without_surrogates(value) if isinstance(value, str) else value for name, value in record.items()}


def article_from(record: Line, number: int) -> Article:
    """An article whose text is taken as it stands.

    Raises:
        RecordError: It has no text, a field is of the wrong kind, or its date is none.
    """
    names = ("text", "title", "published", "outlet", "byline", "url", "language")
    for name in names:
        if not isinstance(record.get(name), str | None):
            raise RecordError(f"line {number}", f'"{name}" must be a text or null')
    if record.get("text") is None:
        raise RecordError(f"line {number}", '"text" is missing')
    published = moment_from(record.get("published"), number)
    try:
        urlsplit(record.get("url") or "")
    except ValueError:
        raise RecordError(f"line {number}", f'"url" is no address: {record["url"][:_QUOTED]!r}') from None
    return Article(
        id=record["id"],
        text=record["text"],
        url=record.get("url"),
        outlet=record.get("outlet"),
        title=record.get("title"),
        byline=record.get("byline"),
        published=published,
        published_from=PublishedFrom.METADATA if published else PublishedFrom.NONE,
        language=record.get("language"),
    )


def moment_from(text: str | None, number: int, name: str = "published") -> Moment | None:
    """A date or datetime in ISO 8601.

    Args:
        text: What the record gives.
        number: Of its line, for errors.
        name: Of its field, for errors.

    Raises:
        RecordError: It is none.
    """
    if not text:
        return None
    try:
        return Moment(text)
    except ValueError:
        raise RecordError(f"line {number}", f'"{name}" is no ISO 8601 date: {text[:_QUOTED]!r}') from None


def dumps(record: Line) -> str:
    """One line of JSON, ended by a line feed."""
    return json.dumps(record, ensure_ascii=False) + "\n"


def reading_record(identifier: str, reading: Reading) -> Line:
    """A reading as ``twosource annotate`` writes it."""
    return {
        "id": identifier,
        "sentences": [{"start": span.start, "end": span.end} for span in reading.sentences],
        "tokens": [_token(token) for token in reading.tokens],
        "entities": [
            {"start": name.span.start, "end": name.span.end, "text": name.text, "type": name.type.value}
            for name in reading.names
        ],
        "quantities": [_quantity(one) for one in reading.quantities],
        "times": [_time(one) for one in reading.times],
        "attributions": [_attribution(one) for one in reading.attributions],
        "coreference": [_spans(chain) for chain in reading.coreference],
        "events": [_event(event, reading) for event in reading.events],
        "parsed": reading.parsed,
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _token(token: Token) -> Line:
    return {
        "start": token.span.start,
        "end": token.span.end,
        "text": token.text,
        "lemma": token.lemma,
        "upos": token.upos,
        "feats": token.feats,
        "head": token.head,
        "deprel": token.deprel,
    }


def _quantity(mention: QuantityMention) -> Line:
    record = quantity_record(mention.quantity).model_dump(exclude={"type"})
    change = mention.quantity.change
    place = {"start": mention.span.start, "end": mention.span.end, "text": record.pop("text")}
    return {**place, **record, "change": change and change.value}


def _time(mention: TimeMention) -> Line:
    days = mention.days
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "type": mention.type.value,
        "value": mention.value,
        "from": iso(days.start if days else None),
        "to": iso(days.end if days else None),
    }


def _attribution(one: Attribution) -> Line:
    return {
        "source": _spans(one.source),
        "cue": _spans(one.cue),
        "content": _spans(one.content),
        "kind": one.kind.value,
        "modality": one.modality.value,
    }


def _event(event: Event, reading: Reading) -> Line:
    trigger = reading.tokens[event.trigger].span
    return {
        "start": trigger.start,
        "end": trigger.end,
        "text": trigger.of(reading.text),
        "lemma": event.lemma,
        "negated": event.negated,
        "modality": event.modality.value,
        "participants": [
            {"role": one.role.value, "start": one.span.start, "end": one.span.end, "text": one.span.of(reading.text)}
            for one in event.participants
        ],
    }
