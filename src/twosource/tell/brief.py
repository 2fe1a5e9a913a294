"""The brief: what an editor wants of a dossier, in the order in which an editor wants it.

Made from the dossier alone, so that a brief can be told again from a saved dossier. Nothing is judged here: the
dossier's claims come in order of weight, and the brief keeps that order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from twosource.model import dossier as record
from twosource.tell import words
from twosource.tell.citation import Source
from twosource.tell.claims import claim_views
from twosource.tell.days import day_views
from twosource.tell.lineage import copy_view, letter, open_view, origin_view, version_view
from twosource.tell.view import BriefView, ConflictView, StoryView
from twosource.tell.voices import Voices
from twosource.tell.wordings import comparable, is_quoted, spoken, wording
from twosource.text.bodies import is_public

Sources = Mapping[str, Source]


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
    files = Counter(articles[identifier].path for identifier in story.articles)
    sources = {
        identifier: _source(articles[identifier], number, origin_of.get(identifier, ""), files)
        for number, identifier in enumerate(story.articles, first)
    }
    names = {entity.id: entity.name for entity in story.entities}
    voices = Voices(story.lineage, story.entities)
    placed = frozenset(claim for entry in story.timeline for claim in entry.claims)
    claims = claim_views(story.claims, sources, names, voices, placed)
    conflicts = _once([(one, claim) for claim in story.claims for one in claim.conflicts])
    return StoryView(
        title=story.title,
        outline=_outline(story, sum(one.resolution == "stands" for one, _ in conflicts)),
        summary=_summary(story, names, voices),
        caution=_caution(story),
        claims=claims,
        conflicts=tuple(
            _conflict(*told, sources, names, voices) for told in conflicts if told[0].resolution == "stands"
        ),
        updates=tuple(_conflict(*told, sources, names, voices) for told in conflicts if told[0].resolution == "update"),
        timeline=day_views(story, sources, [articles[identifier] for identifier in story.articles]),
        origins=tuple(origin_view(origin, letters, sources) for origin in story.lineage.origins),
        copies=tuple(copy_view(copy, sources) for copy in story.lineage.copies),
        versions=tuple(version_view(one, sources) for one in story.lineage.versions),
        open=tuple(open_view(one, sources) for one in story.lineage.open),
        sources=tuple(sources.values()),
        dropped=_dropped(articles[identifier] for identifier in story.articles),
    )


def _source(article: record.ArticleRecord, number: int, origin: str, files: Mapping[str | None, int]) -> Source:
    place = article.path or article.url or ""
    file = "" if article.path and files[article.path] > 1 else PurePath(place.lstrip("-")).name  # one of its records
    credited = [f"{credit.agency} ({credit.kind})" for credit in article.credits]
    return Source(
        id=article.id,
        number=number,
        label=article.outlet or file or article.id,
        title=article.title or words.shortened(article.text, 80),
        place=place,
        origin=origin,
        dated=_dated(article)
        + ("" if article.parsed else f"; read only roughly, for no pipeline reads “{article.language}”"),
        day=(words.short_day(article.published) if article.published else "undated")
        + ("" if article.parsed else ", read only roughly"),
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


def _outline(story: record.StoryRecord, conflicts: int) -> str:
    count = story.lineage.independent_origins
    told = f"{words.counted(len(story.articles), 'article')}, {words.ranged(count.min, count.max, 'origin')}"
    return told + (f"; {words.counted(conflicts, 'conflict')}" if conflicts else "")


def _summary(story: record.StoryRecord, names: Mapping[str, str], voices: Voices) -> str:
    count = story.lineage.independent_origins
    parts = [words.counted(len(story.articles), "article"), words.ranged(count.min, count.max, "independent origin")]
    told_by = _primary_sources(story, names, voices)
    if told_by:
        most = sorted(told_by, key=lambda source: (-len(told_by[source]), source))[:3]
        counts = [words.counted(len(told_by[most[0]]), "article"), *(str(len(told_by[one])) for one in most[1:])]
        told = [f"{one} ({count})" for one, count in zip(most, counts, strict=True)]
        parts.append("most often on the word of " + words.listed(told))
    return "; ".join(parts)


def _primary_sources(story: record.StoryRecord, names: Mapping[str, str], voices: Voices) -> dict[str, set[str]]:
    """Those on whose word two or more articles rest in the end, with these articles."""
    cited = [one for claim in story.claims for one in claim.statements if one.attribution]
    cited = [one for one in cited if _is_known(one.attribution[0])]
    first = [one.attribution[0] for one in cited]
    told_by: dict[str, set[str]] = {}
    for places in voices.speakers.places(first):
        name = spoken(voices.speakers.named([first[n] for n in places]), names)
        told_by.setdefault(name, set()).update(cited[n].article for n in places)
    return {source: told for source, told in told_by.items() if len(told) > 1}


def _is_known(speaker: record.SpeakerRecord) -> bool:
    """Whether a source is named, or a body that has a name: "the man", "officials" may be anybody."""
    return speaker.entity is not None or is_public(speaker.name)


def _caution(story: record.StoryRecord) -> str:
    """What an editor must know before reading on: origins that are fewer than articles, or not known."""
    count = story.lineage.independent_origins
    if len(story.articles) == 1:
        return "A single account: nothing here is corroborated."
    if count.max == 1:
        return "All accounts go back to one origin: nothing here is corroborated."
    if count.min < count.max:
        return "Some accounts may go back to others: count the lower number of origins."
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
    conflict: record.ConflictRecord,
    claim: record.ClaimRecord,
    sources: Sources,
    names: Mapping[str, str],
    voices: Voices,
) -> ConflictView:
    told = [[claim.statements[index] for index in side] for side in conflict.sides]
    sides = tuple(wording(side, sources, voices, quoted=is_quoted(claim)) for side in told)
    denied = conflict.kind in ("polarity", "attribution") and not _is_state(conflict, claim)
    if (claim.type == "date" and conflict.kind != "date") or denied:
        sides = tuple(replace(side, value="") for side in sides)  # the day, or the words, are not what they differ in
    subject = names.get(claim.about[0]) if claim.about and claim.type in ("role", "attribute") else None
    note = f"{subject}: {conflict.note}" if subject else conflict.note
    return ConflictView(_kind(conflict, claim), note, sides)


def _kind(conflict: record.ConflictRecord, claim: record.ClaimRecord) -> str:
    """In what sides differ, in words: of a toll, of whom; of one day, in the hour."""
    if _is_state(conflict, claim):
        return "state"
    if conflict.kind == "number" and claim.outcome in words.OUTCOMES:
        return f"number {words.OUTCOMES[claim.outcome][0]}"
    days = {comparable(claim.statements[n]) for side in conflict.sides for n in side}
    if conflict.kind == "date" and claim.type == "date" and len(days) == 1:
        return "hour"
    return words.CONFLICT_KINDS.get(conflict.kind, conflict.kind)


def _is_state(conflict: record.ConflictRecord, claim: record.ClaimRecord) -> bool:
    """Whether its sides are states that follow each other: at large, then arrested."""
    return claim.type == "attribute" and conflict.resolution == "update" and conflict.kind in ("wording", "polarity")


def _dropped(articles: Iterable[record.ArticleRecord]) -> str:
    """How much page furniture was left out, by reason."""
    reasons = Counter(one.reason for article in articles for one in article.dropped)
    ordered = sorted(reasons.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{reason} {number}" for reason, number in ordered)
