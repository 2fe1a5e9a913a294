"""Two screens: how much of a story a brief shows when it is not asked for everything. What is left out is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twosource.tell.citation import Citation
from twosource.tell.view import ClaimView, StoryView, TimelineView

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
    """The weightiest of each list, or everything. Claims and conflicts come by weight; the timeline stays in order. Of
    what was replaced the newest is quoted, for the note names the others.
    """
    if everything:
        return Shown(story)
    timeline = _timeline(story)
    part = replace(
        story,
        claims=tuple(map(_claim, sorted(story.claims, key=_is_background)[:CLAIMS])),
        conflicts=story.conflicts[:CONFLICTS],
        updates=tuple(replace(one, sides=one.sides[-1:]) for one in story.updates[:UPDATES]),
        timeline=timeline,
        copies=story.copies[:COPIES],
        origins=tuple(replace(one, sources=one.sources[:SOURCES]) for one in story.origins[:ORIGINS]),
        versions=tuple(replace(one, changes=one.changes[:CHANGES]) for one in story.versions),
        dropped="",
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


def _is_background(claim: ClaimView) -> bool:
    """Who somebody is, and how old: what accounts agree on anyway."""
    return claim.type in ("role", "attribute") and not claim.verdict.startswith("disputed")


def _claim(claim: ClaimView) -> ClaimView:
    """The most common wordings, the newest, and every one that departs from its origin."""
    kept = [one for place, one in enumerate(claim.wordings) if place < WORDINGS or one.departures or one.newest]
    return replace(claim, wordings=tuple(kept))


def _timeline(story: StoryView) -> tuple[TimelineView, ...]:
    """One line of each of the weightiest days, then the weightiest of the rest.

    What several origins tell of days that are no background comes first, and what cannot stand alone last. A sentence
    that tells of two days stands with one of them.
    """
    weighed = [(n, one) for n, claim in enumerate(story.claims) for each in claim.wordings for one in each.citations]
    rank = {citation: number for number, citation in reversed(weighed)}
    places = sorted(
        (day.distant, line.weak, place, not line.several, rank.get(line.cited, len(rank)), number)
        for number, day in enumerate(story.timeline)
        for place, line in enumerate(day.lines)
    )
    chosen: dict[Citation, tuple[int, int]] = {}
    for _, _, place, _, _, number in places:
        if len(chosen) < TIMELINE:
            chosen.setdefault(story.timeline[number].lines[place].cited, (number, place))
    days = (
        replace(day, lines=tuple(line for place, line in enumerate(day.lines) if (number, place) in chosen.values()))
        for number, day in enumerate(story.timeline)
    )
    return tuple(day for day in days if day.lines)
