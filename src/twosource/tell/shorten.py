"""Two screens: how much of a story a brief shows when it is not asked for everything. What is left out is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.tell.view import Citation, ClaimView, StoryView, TimelineView

CLAIMS = 5
WORDINGS = 3
CONFLICTS = 4
UPDATES = 2
TIMELINE = 6
CHANGES = 3
COPIES = 6
ORIGINS = 12
SOURCES = 6
"""Items that fill two screens of 50 rows together with origins, copies and articles."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A story with the part of it that is shown, and how much of each list is not."""

    story: StoryView
    claims_left: int = 0
    conflicts_left: int = 0
    updates_left: int = 0
    timeline_left: int = 0
    changes_left: int = 0
    copies_left: int = 0
    sources_left: int = 0


def shown(story: StoryView, everything: bool) -> Shown:
    """The weightiest of each list, or everything. Claims and conflicts come by weight; the timeline stays in order."""
    if everything:
        return Shown(story)
    timeline = _timeline(story)
    part = replace(
        story,
        claims=tuple(map(_claim, story.claims[:CLAIMS])),
        conflicts=story.conflicts[:CONFLICTS],
        updates=story.updates[:UPDATES],
        timeline=timeline,
        copies=story.copies[:COPIES],
        origins=tuple(replace(one, sources=one.sources[:SOURCES]) for one in story.origins[:ORIGINS]),
        versions=tuple(replace(one, changes=one.changes[:CHANGES]) for one in story.versions),
    )
    return Shown(
        part,
        len(story.claims) - len(part.claims),
        len(story.conflicts) - len(part.conflicts),
        len(story.updates) - len(part.updates),
        sum(len(day.lines) for day in story.timeline) - sum(len(day.lines) for day in timeline),
        sum(max(0, len(one.changes) - CHANGES) for one in story.versions),
        len(story.copies) - len(part.copies),
        len(story.sources) - sum(len(one.sources) for one in part.origins),
    )


def _claim(claim: ClaimView) -> ClaimView:
    """The most common wordings, and every one that departs from its origin."""
    kept = [one for place, one in enumerate(claim.wordings) if place < WORDINGS or one.distortions]
    return replace(claim, wordings=tuple(kept))


def _first(places: Sequence[tuple[int, int, int, Citation]]) -> frozenset[tuple[int, Citation]]:
    """The lines that are shown, each with its day; a sentence that tells of two days stands with one of them."""
    chosen: dict[Citation, int] = {}
    for _, _, day, line in sorted(places, key=lambda one: one[:3]):
        if len(chosen) < TIMELINE:
            chosen.setdefault(line, day)
    return frozenset((day, line) for line, day in chosen.items())


def _timeline(story: StoryView) -> tuple[TimelineView, ...]:
    """The weightiest line of each of the weightiest days, then the weightiest of the rest."""
    weighed = [(n, one) for n, claim in enumerate(story.claims) for each in claim.wordings for one in each.citations]
    rank = {citation: number for number, citation in reversed(weighed)}
    ranked = [sorted(day.lines, key=lambda line: rank.get(line, len(rank))) for day in story.timeline]
    places = [
        (place, rank.get(line, len(rank)), day, line)
        for day, lines in enumerate(ranked)
        for place, line in enumerate(lines)
    ]
    first = _first(places)
    days = (
        replace(day, lines=tuple(line for line in day.lines if (number, line) in first))
        for number, day in enumerate(story.timeline)
    )
    return tuple(day for day in days if day.lines)
