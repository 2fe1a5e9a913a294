"""How the statements of a claim put it: the words of a value, who says so, and which statements are one wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.model import dossier as record
from twosource.resources import load
from twosource.tell import words
from twosource.tell.citation import Citation, Source
from twosource.tell.view import Departure, Wording
from twosource.tell.voices import Voices
from twosource.text.bodies import is_description
from twosource.text.quotes import unmarked

Sources = Mapping[str, Source]
BARE_NUMBER = re.compile(r"[\d,]+|[^\W\d]+(-[^\W\d]+)?")
"""A figure in one word: "1,240", "eleven", "Sixty-three"."""
_DAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|[a-z]{3,9}\.? \d{1,2}\b)")
OWNER = re.compile(r"^(?:its|his|her|their|our|my|whose)\s+", re.IGNORECASE)
"""Whose office it is, said by a pronoun that means nothing outside of its sentence."""


def counts(statement: record.StatementRecord) -> bool:
    """Whether a figure names what it counts: "214 people" does, "214" and "nine of them" do not."""
    value = statement.value
    if not isinstance(value, record.QuantityRecord) or not value.counted:
        return False
    return {value.counted.lower(), *value.text.lower().split()}.isdisjoint(load("en", "persons")["pronouns"])


def is_score(statement: record.StatementRecord) -> bool:
    """Whether its figure is one side's of a score."""
    return isinstance(statement.value, record.QuantityRecord) and statement.value.unit == "score"


def wordings(claim: record.ClaimRecord, sources: Sources, voices: Voices) -> tuple[Wording, ...]:
    """Statements that give the same value, together; the most common first.

    By what verb a deed goes, or where a quotation is cut, is no value unless accounts clash over it.
    """
    told_alike = against if claim.type in ("event", "quote") and not claim.conflicts else comparable
    together: dict[object, list[record.StatementRecord]] = {}
    for statement in claim.statements:
        together.setdefault(told_alike(statement), []).append(statement)
    ordered = sorted(together.values(), key=lambda those: -len(those))
    newest = [claim.statements[n] for n in newest_of(claim)]
    return tuple(
        replace(wording(those, sources, voices, quoted=is_quoted(claim)), newest=any(one in newest for one in those))
        for those in ordered
    )


def newest_of(claim: record.ClaimRecord) -> tuple[int, ...]:
    """Indexes of the statements that a later account put in the others' place, if one did."""
    return next((one.sides[-1] for one in claim.conflicts if one.resolution == "update"), ())


def is_quoted(claim: record.ClaimRecord) -> bool:
    """Whether its values are words out of a sentence, which want marks of quotation, and no figures, posts or days."""
    return claim.type in ("event", "quote")


def comparable(statement: record.StatementRecord) -> object:
    """What two statements must have in common to be one wording: the value, however a figure or day is worded."""
    value = statement.value
    if isinstance(value, record.QuantityRecord):
        return value.min, value.max, value.approximate, against(statement)
    if isinstance(value, record.TimeRecord) and value.start:
        return value.start, value.end, against(statement)
    if isinstance(value, record.TimeRecord) and (named := _DAY.findall(value.text.lower())):
        return *named, against(statement)  # "late Thursday", "Thursday night"
    return "" if value is None else re.sub(r"^\W+|\W+$", "", value.text.casefold())


def against(statement: record.StatementRecord) -> bool:
    """Whether its value, taken out of its sentence, would say the contrary: "not one shot", "denied that nine died"."""
    return statement.negated or statement.modality == "denied"


def wording(
    statements: Sequence[record.StatementRecord], sources: Sources, voices: Voices, *, quoted: bool = False
) -> Wording:
    """What statements say that give the same value; a copy that departs from its origin does not tell who says so.

    Args:
        statements: Those of one side.
        sources: The articles, by id.
        voices: Their origins.
        quoted: Whether the value is put in marks of quotation.
    """
    faithful = [one for one in statements if not one.distortion] or statements
    speakers = _speakers(faithful, voices)
    count = voices.count(statement.article for statement in statements)
    cited = dict.fromkeys(citation(one, sources) for one in statements)
    return Wording(
        value=common(statements, sources, quoted=quoted),
        speakers="; ".join(speakers[:3]) + ("; and others" if len(speakers) > 3 else ""),
        citations=tuple(sorted(cited, key=lambda one: (one.number, one.start, one.end))),
        support=words.ranged(count.minimum, count.maximum, "origin"),
        departures=tuple(Departure(one.distortion, citation(one, sources)) for one in statements if one.distortion),
    )


def common(statements: Sequence[record.StatementRecord], sources: Sources, *, quoted: bool = False) -> str:
    """The words in which most of these statements put their value, in English if one does; first those that say what is
    counted.
    """
    english = readable(statements, sources)
    values = Counter(value_words(statement, quoted=quoted) for statement in english)
    counted = {value_words(one, quoted=quoted) for one in english if counts(one)}
    return max(values, key=lambda value: (value in counted, values[value], -len(value), value))


def readable(statements: Sequence[record.StatementRecord], sources: Sources) -> Sequence[record.StatementRecord]:
    """Those in the language that the brief is written in; all where there are none."""
    return [one for one in statements if sources[one.article].language in ("", "en")] or statements


def value_words(statement: record.StatementRecord, *, quoted: bool = False) -> str:
    """The value in words that can stand alone: a day as a date, a bare number with what it counts, a denial as one.

    Args:
        statement: What gives it.
        quoted: Whether words out of a sentence are put in marks of quotation.
    """
    value = statement.value
    if value is None:
        return ""
    if isinstance(value, record.TimeRecord) and value.start and value.end:
        told = words.days(value.start, value.end)
    else:
        told = words.shortened(unmarked(value.text), 120)
    if isinstance(value, record.WordingRecord) and not quoted:
        told = OWNER.sub("", told)
    if isinstance(value, record.QuantityRecord) and counts(statement) and BARE_NUMBER.fullmatch(told):
        told = f"{told} {value.counted}"
    said = isinstance(value, record.WordingRecord)
    alone = said and not told.isalpha()
    told = f"“{told}”" if said and quoted and told else told
    if not against(statement) or alone:
        return told  # "did not resign" denies by itself, "resign" does not
    if isinstance(value, record.QuantityRecord) and value.max == 0:
        return told  # nor does "nobody is missing" need a further "not"
    return f"denied: {told}" if statement.modality == "denied" else f"not {told}"


def _speakers(statements: Sequence[record.StatementRecord], voices: Voices) -> list[str]:
    """On whose word these statements are, each source once, with who passes it on."""
    chains = [one.attribution for one in statements if one.attribution]
    found = []
    for places in voices.speakers.places([chain[0] for chain in chains]):
        name = voices.speakers.named([chains[n][0] for n in places])
        own = next((chains[n] for n in places if name in (chains[n][0].entity, chains[n][0].name)), chains[places[0]])
        first = own[0].name if own[0].entity else name
        found.append(", according to ".join(spoken(each, {}) for each in (first, *(one.name for one in own[1:]))))
    return found


def citation(statement: record.StatementRecord, sources: Sources) -> Citation:
    """The statement's passage, cited for its value."""
    said = statement.value.text if statement.value else ""
    return sources[statement.article].cite(statement.start, statement.end, said)


def spoken(source: str, names: Mapping[str, str]) -> str:
    """A source as a sentence names it: an entity by its name, a description without its capital."""
    if source in names or source in names.values() or not is_description(source):
        return names.get(source, source)
    return source[0].lower() + source[1:]
