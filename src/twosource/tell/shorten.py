"""Two screens: how much of a story a brief shows when it is not asked for everything. What is left out is counted."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.tell.view import ClaimView, ConflictView, StoryView, TimelineView

CLAIMS = 8
CONFLICTS = 6
TIMELINE = 8
"""Lines that fill two screens of 50 rows together with origins, copies and articles."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a story that is shown, and how much of each list is not."""

    claims: tuple[ClaimView, ...]
    claims_left: int
    conflicts: tuple[tuple[ClaimView, ConflictView], ...]
    conflicts_left: int
    timeline: tuple[TimelineView, ...]
    timeline_left: int


def shown(story: StoryView, everything: bool) -> Shown:
    """The first and weightiest of each list, or everything."""
    claims, conflicts, timeline = story.claims, story.conflicts, story.timeline
    if not everything:
        claims, conflicts = claims[:CLAIMS], conflicts[:CONFLICTS]
        weightiest = {claim.citation: rank for rank, claim in reversed(list(enumerate(story.claims)))}
        first = sorted(timeline, key=lambda line: weightiest.get(line.citation, len(weightiest)))[:TIMELINE]
        timeline = tuple(line for line in timeline if line in first)
    return Shown(
        claims,
        len(story.claims) - len(claims),
        conflicts,
        len(story.conflicts) - len(conflicts),
        timeline,
        len(story.timeline) - len(timeline),
    )
