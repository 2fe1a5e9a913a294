"""The brief: what an editor wants of a dossier, in the order in which an editor wants it.

Made from the dossier alone, so that a brief can be told again from a saved dossier. Nothing is judged here: the
dossier's claims come in order of weight, and the brief keeps that order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import PurePath

from twosource.model import dossier as record
from twosource.tell import words
from twosource.tell.claims import claim_views, spoken, wording
from twosource.tell.lineage import copy_view, letter, open_view, origin_view, version_view
from twosource.tell.view import (
    BriefView,
    Citation,
    ConflictView,
    Line,
    Source,
    StoryView,
    TimelineView,
)
from twosource.tell.voices import Voices

Sources = Mapping[str, Source]
MONTH = timedelta(days=31)


def view(dossier: record.Dossier) -> BriefView:
    """What the brief of this dossier shows."""
    articles = {article.id: article for article in dossier.articles}
    first, stories = 1, []
    for story in dossier.stories:
        stories.append(_story(story, articles, first))
        first += len(story.articles)
    quarantined = tuple((one.path, one.reason) for one in dossier.quarantined)
    return BriefView(dossier.generated_by, tuple(stories), quarantined)


def _story(story: record.StoryRecord, articles: Mapping[str, record.ArticleRecord], first: int) -> StoryView:
    letters = {origin.id: letter(index) for index, origin in enumerate(story.lineage.origins)}
    origin_of = {article: letters[origin.id] for origin in story.lineage.origins for article in origin.articles}
    sources = {
        identifier: _source(articles[identifier], number, origin_of.get(identifier, ""))
        for number, identifier in enumerate(story.articles, first)
    }
    names = {entity.id: entity.name for entity in story.entities}
    voices = Voices(story.lineage)
    claims = claim_views(story.claims, sources, names, voices)
    conflicts = _once([(one, claim) for claim in story.claims for one in claim.conflicts])
    return StoryView(
        title=story.title,
        summary=_summary(story, names),
        caution=_caution(story),
        claims=claims,
        conflicts=tuple(_conflict(*told, sources, voices) for told in conflicts if told[0].resolution == "stands"),
        updates=tuple(_conflict(*told, sources, voices) for told in conflicts if told[0].resolution == "update"),
        timeline=_timeline(story, sources, [articles[identifier] for identifier in story.articles]),
        origins=tuple(origin_view(origin, letters, sources) for origin in story.lineage.origins),
        copies=tuple(copy_view(copy, sources) for copy in story.lineage.copies),
        versions=tuple(version_view(one, sources) for one in story.lineage.versions),
        open=tuple(open_view(one, sources) for one in story.lineage.open),
        sources=tuple(sources.values()),
        dropped=_dropped(articles[identifier] for identifier in story.articles),
    )


def _source(article: record.ArticleRecord, number: int, origin: str) -> Source:
    place = article.path or article.url or ""
    credited = [f"{credit.agency} ({credit.kind})" for credit in article.credits]
    return Source(
        id=article.id,
        number=number,
        label=article.outlet or PurePath(place.lstrip("-")).name or article.id,
        title=article.title or words.shortened(article.text, 80),
        place=place,
        origin=origin,
        dated=_dated(article)
        + ("" if article.parsed else f"; read only roughly, for no pipeline reads “{article.language}”"),
        credits=words.listed(list(dict.fromkeys(credited))),
        text=article.text,
        language=article.language or "",
    )


def _dated(article: record.ArticleRecord) -> str:
    how = {"text": " (by its text)", "story": " (by the other accounts)", "metadata": "", "none": ""}
    if article.published:
        return words.day(article.published) + how[article.published_from]
    window = article.published_window
    if window and window.earliest and window.latest:
        return f"undated; {words.days(window.earliest, window.latest)}"
    return "undated"


def _summary(story: record.StoryRecord, names: Mapping[str, str]) -> str:
    count = story.lineage.independent_origins
    parts = [words.counted(len(story.articles), "article"), words.ranged(count.min, count.max, "independent origin")]
    told_by = _primary_sources(story, names)
    if told_by:
        most = sorted(told_by, key=lambda source: (-len(told_by[source]), source))[:3]
        parts.append("on the word of " + words.listed([f"{one} (in {len(told_by[one])})" for one in most]))
    return "; ".join(parts)


def _primary_sources(story: record.StoryRecord, names: Mapping[str, str]) -> dict[str, set[str]]:
    """Those on whose word two or more articles rest in the end, with these articles."""
    told_by: dict[str, set[str]] = {}
    for claim in story.claims:
        sources = {spoken(source, names) for source in claim.primary_sources}
        for statement in claim.statements:
            last = _named(statement.attribution[-1], names) if statement.attribution else ""
            if last in sources:
                told_by.setdefault(last, set()).add(statement.article)
    return {source: told for source, told in told_by.items() if len(told) > 1}


def _named(speaker: record.SpeakerRecord, names: Mapping[str, str]) -> str:
    return spoken(speaker.entity if speaker.entity and speaker.entity in names else speaker.name, names)


def _caution(story: record.StoryRecord) -> str:
    """What an editor must know before reading on: origins that are fewer than articles, or not known."""
    count = story.lineage.independent_origins
    if len(story.articles) == 1:
        return "A single account: nothing here is corroborated."
    if count.max == 1:
        return "All accounts go back to one origin: nothing here is corroborated."
    if count.min < count.max:
        return "Not all lineage is known, so the number of origins is a range. Count the lower figure."
    return ""


Told = tuple[record.ConflictRecord, record.ClaimRecord]


def _once(conflicts: Sequence[Told]) -> list[Told]:
    """The conflicts without the wordings of a deed's day where those of the deed itself hold all its sentences."""
    deeds = [_sentences(*told) for told in conflicts if _is_worded(*told, "event")]
    return [
        told
        for told in conflicts
        if not (_is_worded(*told, "date") and any(_sentences(*told) <= deed for deed in deeds))
    ]


def _is_worded(conflict: record.ConflictRecord, claim: record.ClaimRecord, kind: str) -> bool:
    return conflict.kind == "wording" and claim.type == kind


def _sentences(conflict: record.ConflictRecord, claim: record.ClaimRecord) -> set[tuple[str, int]]:
    return {(claim.statements[n].article, claim.statements[n].start) for side in conflict.sides for n in side}


def _conflict(
    conflict: record.ConflictRecord, claim: record.ClaimRecord, sources: Sources, voices: Voices
) -> ConflictView:
    sides = tuple(wording([claim.statements[index] for index in side], sources, voices) for side in conflict.sides)
    if claim.type == "date" and conflict.kind != "date":
        sides = tuple(replace(side, value="") for side in sides)  # the day is not what they differ in
    return ConflictView(words.CONFLICT_KINDS.get(conflict.kind, conflict.kind), conflict.note, sides)


def _timeline(
    story: record.StoryRecord, sources: Sources, articles: Sequence[record.ArticleRecord]
) -> tuple[TimelineView, ...]:
    """The timeline's lines, day by day; a sentence that stands beside another has no line of its own."""
    statements = {claim.id: claim.statements for claim in story.claims}
    dated = _dated_words(story)
    published = sorted(date.fromisoformat(one.published[:10]) for one in articles if one.published)
    together: dict[tuple[str, str], list[Line]] = {}
    for entry in story.timeline:
        told = [one for claim in entry.claims for one in statements[claim]]
        if any(one.text == entry.text for one in told):
            together.setdefault((entry.start, entry.end), []).append(_line(entry, told, sources, dated))
    days = []
    for (start, end), lines in together.items():
        beside = {one for line in lines for one in line.also}
        kept = [line for line in lines if line.also or line.cited not in beside]
        ordered = tuple(sorted(kept, key=lambda line: not line.several))
        days.append(TimelineView(words.days(start, end), ordered, _is_distant(start, end, published)))
    return tuple(days)


def _is_distant(start: str, end: str, published: Sequence[date]) -> bool:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return bool(published) and (last < published[0] - MONTH or first > published[-1] + MONTH)


Dated = Mapping[tuple[str, int], Mapping[str, tuple[str, str]]]
"""Words of a sentence that give a day, with that day, by its article and start."""


def _dated_words(story: record.StoryRecord) -> Dated:
    found: dict[tuple[str, int], dict[str, tuple[str, str]]] = {}
    for claim in story.claims:
        for one in claim.statements:
            if isinstance(one.value, record.TimeRecord) and one.value.start and one.value.end:
                days = found.setdefault((one.article, one.start), {})
                days.setdefault(one.value.text, (one.value.start, one.value.end))
    return found


def _line(entry: record.TimelineRecord, told: Sequence[record.StatementRecord], sources: Sources, dated: Dated) -> Line:
    own = next(one for one in told if one.text == entry.text)
    day = entry.start, entry.end
    also: dict[str, Citation] = {}
    for one in told:
        same = isinstance(one.value, record.TimeRecord) and (one.value.start, one.value.end) == day
        if same and one.article != own.article:
            also.setdefault(one.article, sources[one.article].cite(one.start, one.end))
    days = dated.get((own.article, own.start), {})
    words_of_day = next((text for text, on in days.items() if on == day), "")
    return Line(
        cited=sources[own.article].cite(own.start, own.end),
        text=_of_its_day(own.text, words_of_day, [text for text, on in days.items() if on != day]),
        also=tuple(sorted(also.values(), key=lambda one: one.number)),
        several=len({sources[article].origin for article in (own.article, *also)}) > 1,
        dated=words_of_day,
    )


def _of_its_day(text: str, dated: str, others: Sequence[str]) -> str:
    """A sentence without the words of other days: "to begin … and end on Friday"."""
    told = text
    for other in others:
        told = told if other in dated else told.replace(other, "…")
    return told if dated in told else text


def _dropped(articles: Iterable[record.ArticleRecord]) -> str:
    """How much page furniture was left out, by reason."""
    reasons = Counter(one.reason for article in articles for one in article.dropped)
    ordered = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{reason} {number}" for reason, number in ordered)
