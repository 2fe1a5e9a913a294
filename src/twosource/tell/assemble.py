"""From the values that travelled to the dossier that crosses the wire: names and offsets, nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from twosource.model import dossier as record
from twosource.model.article import Article
from twosource.model.claim import Claim, Conflict, Speaker, Statement
from twosource.model.entity import Entity, EntityMention
from twosource.model.judgement import Judgement, Passage
from twosource.model.lineage import Copy, Lineage, OpenTie, Origin, OriginCount, SharedPassage, Version
from twosource.model.moment import Days
from twosource.model.page import Quarantined
from twosource.model.span import Span
from twosource.model.story import Story
from twosource.model.timeline import TimelineEntry
from twosource.tell.values import iso, value_record

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One story with all that was found in it."""

    story: Story
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    lineage: Lineage
    timeline: tuple[TimelineEntry, ...]


def assemble(articles: Sequence[Article], quarantined: Sequence[Quarantined], told: Sequence[Told]) -> record.Dossier:
    """The dossier of a run.

    Args:
        articles: Every article that was read, in the order in which the dossier lists them.
        quarantined: Input that could not be read.
        told: The stories, in the order in which the dossier lists them.
    """
    texts = {article.id: article.text for article in articles}
    return record.Dossier(
        generated_by=f"twosource {version('twosource')}",
        articles=tuple(map(article_record, articles)),
        quarantined=tuple(record.QuarantinedRecord(path=one.path, reason=one.reason) for one in quarantined),
        stories=tuple(_story(one, texts) for one in told),
    )


def article_record(article: Article) -> record.ArticleRecord:
    """An article as the dossier and ``twosource clean`` write it."""
    return record.ArticleRecord(
        id=article.id,
        path=article.path,
        url=article.url,
        outlet=article.outlet,
        publisher=article.publisher,
        title=article.title,
        byline=article.byline,
        published=None if article.published is None else str(article.published),
        published_from=article.published_from.value,
        published_window=_window(article.window),
        modified=None if article.modified is None else str(article.modified),
        language=article.language,
        parsed=article.parsed,
        text=article.text,
        dropped=tuple(record.DroppedRecord(text=one.text, reason=one.reason) for one in article.dropped),
        credits=tuple(
            record.CreditRecord(agency=one.agency, kind=one.kind.value, text=one.text) for one in article.credits
        ),
    )


def lineage_record(lineage: Lineage) -> record.LineageRecord:
    """A lineage as the dossier and ``twosource trace`` write it."""
    return record.LineageRecord(
        copies=tuple(map(_copy, lineage.copies)),
        origins=tuple(map(_origin, lineage.origins)),
        versions=tuple(map(_version, lineage.versions)),
        open=tuple(map(_open_tie, lineage.open)),
        independent_origins=_count(lineage.count(tuple(origin.id for origin in lineage.origins))),
    )


def _story(told: Told, texts: Texts) -> record.StoryRecord:
    return record.StoryRecord(
        id=told.story.id,
        title=told.story.title,
        articles=told.story.articles,
        entities=tuple(_entity(entity, texts) for entity in told.entities),
        claims=tuple(map(_claim, told.claims)),
        lineage=lineage_record(told.lineage),
        timeline=tuple(map(_timeline, told.timeline)),
    )


def _entity(entity: Entity, texts: Texts) -> record.EntityRecord:
    return record.EntityRecord(
        id=entity.id,
        type=entity.type.value,
        name=entity.name,
        names=entity.names,
        roles=entity.roles,
        articles=entity.articles,
        mentions=tuple(map(_mention, entity.mentions)),
        links=tuple(_link(link, texts) for link in entity.links),
    )


def _mention(mention: EntityMention) -> record.MentionRecord:
    span = mention.passage.span
    return record.MentionRecord(article=mention.passage.article, start=span.start, end=span.end, text=mention.text)


def _link(link: Judgement, texts: Texts) -> record.LinkRecord:
    return record.LinkRecord(
        same=link.same,
        reason=link.reason,
        score=round(link.score, 4),
        left=_passage(link.left, texts),
        right=_passage(link.right, texts),
    )


def _passage(passage: Passage | None, texts: Texts) -> record.PassageRecord | None:
    if passage is None:
        return None
    span = passage.span
    text = span.of(texts[passage.article])
    return record.PassageRecord(article=passage.article, start=span.start, end=span.end, text=text)


def _claim(claim: Claim) -> record.ClaimRecord:
    return record.ClaimRecord(
        id=claim.id,
        type=claim.type.value,
        text=claim.text,
        about=claim.about,
        statements=tuple(map(_statement, claim.statements)),
        origins=claim.origins,
        independent_origins=_count(claim.independent_origins),
        primary_sources=claim.primary_sources,
        verdict=claim.verdict.value,
        conflicts=tuple(map(_conflict, claim.conflicts)),
        outcome=claim.outcome,
    )


def _statement(statement: Statement) -> record.StatementRecord:
    span = statement.passage.span
    return record.StatementRecord(
        article=statement.passage.article,
        start=span.start,
        end=span.end,
        text=statement.text,
        value=None if statement.value is None else value_record(statement.value),
        attribution=tuple(map(_speaker, statement.attribution)),
        modality=statement.modality.value,
        negated=statement.negated,
        distortion=statement.distortion,
    )


def _speaker(speaker: Speaker) -> record.SpeakerRecord:
    return record.SpeakerRecord(name=speaker.name, entity=speaker.entity, kind=speaker.kind.value)


def _conflict(conflict: Conflict) -> record.ConflictRecord:
    return record.ConflictRecord(
        kind=conflict.kind.value, sides=conflict.sides, note=conflict.note, resolution=conflict.resolution.value
    )


def _copy(copy: Copy) -> record.CopyRecord:
    return record.CopyRecord(
        earlier=copy.source,
        later=copy.copy,
        kind=copy.kind.value,
        share=round(copy.share, 4),
        direction=copy.direction.value,
        passages=tuple(map(_shared, copy.passages)),
        reason=copy.reason,
    )


def _shared(passage: SharedPassage) -> record.SharedPassageRecord:
    return record.SharedPassageRecord(earlier=_stretch(passage.source), later=_stretch(passage.copy))


def _stretch(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _origin(origin: Origin) -> record.OriginRecord:
    return record.OriginRecord(
        id=origin.id,
        articles=origin.articles,
        agency=origin.agency,
        independence=origin.independence.value,
        unclear=origin.unclear,
    )


def _version(version: Version) -> record.VersionRecord:
    return record.VersionRecord(
        earlier=version.earlier,
        later=version.later,
        changes=tuple(map(_shared, version.changes)),
        reason=version.reason,
    )


def _open_tie(tie: OpenTie) -> record.OpenTieRecord:
    return record.OpenTieRecord(
        left=tie.left,
        right=tie.right,
        passages=tuple((_stretch(left), _stretch(right)) for left, right in tie.passages),
        reason=tie.reason,
    )


def _count(count: OriginCount) -> record.CountRecord:
    return record.CountRecord(min=count.minimum, max=count.maximum)


def _timeline(entry: TimelineEntry) -> record.TimelineRecord:
    start, end = iso(entry.days.start), iso(entry.days.end)
    assert start and end, "a timeline entry has both its days"
    return record.TimelineRecord(start=start, end=end, text=entry.text, claims=entry.claims, aside=entry.aside)


def _window(window: Days | None) -> record.WindowRecord | None:
    return None if window is None else record.WindowRecord(earliest=iso(window.start), latest=iso(window.end))
