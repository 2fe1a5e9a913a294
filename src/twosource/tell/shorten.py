"""Two screens: how much of a story a brief shows when it is not asked for everything. What is left out is counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twosource.tell.citation import Citation
from twosource.tell.view import ClaimView, StoryView, TimelineView
from twosource.text.printed import says_again

CLAIMS = 5
WORDINGS = 3
CONFLICTS = 4
UPDATES = 2
TIMELINE = 6
CHANGES = 3
COPIES = 6
ORIGINS = 12
SOURCES = 6
SPELT = "disputed: name"
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
        claims=tuple(map(_claim, _claims(story))),
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


def _claims(story: StoryView) -> tuple[ClaimView, ...]:
    """The weightiest claims; who is who and what says again what a weightier one says come after the others."""
    first: list[ClaimView] = []
    again: list[ClaimView] = []
    for claim in sorted(story.claims, key=_is_background):
        repeats = not claim.verdict.startswith("disputed") and any(
            says_again(claim.citation.text, one.citation.text) for one in first
        )
        (again if repeats else first).append(claim)
    chosen = (first + again)[:CLAIMS]
    return tuple(sorted(chosen, key=lambda one: (_is_background(one), story.claims.index(one))))


def _is_background(claim: ClaimView) -> bool:
    """Who somebody is, and how old, on which accounts agree anyway; how a name is spelt, which the conflicts tell."""
    disputed = claim.verdict.startswith("disputed") and claim.verdict != SPELT
    return claim.type in ("role", "attribute") and not disputed


def _claim(claim: ClaimView) -> ClaimView:
    """The most common wordings, the newest, and every one that departs from its origin."""
    kept = [one for place, one in enumerate(claim.wordings) if place < WORDINGS or one.departures or one.newest]
    return replace(claim, wordings=tuple(kept))


def _timeline(story: StoryView) -> tuple[TimelineView, ...]:
    """One line of each of the weightiest days, then the weightiest of the rest.

    What several origins tell of days that are no background comes first; what cannot stand alone is left out, unless
    all else is background, and so is what says again what the day has. A sentence that tells of two days stands with
    one of them.
    """
    weighed = [(n, one) for n, claim in enumerate(story.claims) for each in claim.wordings for one in each.citations]
    rank = {citation: number for number, citation in reversed(weighed)}
    places = sorted(
        (day.distant, line.weak, place, not line.several, rank.get(line.cited, len(rank)), number)
        for number, day in enumerate(story.timeline)
        for place, line in enumerate(day.lines)
    )
    strong = [one for one in places if not one[1]]
    strong = strong if any(not one[0] for one in strong) else places
    chosen: dict[Citation, tuple[int, int]] = {}
    for _, _, place, _, _, number in strong:
        cited = story.timeline[number].lines[place].cited
        beside = [one for one, (day, _) in chosen.items() if day == number]
        if len(chosen) < TIMELINE and not any(says_again(cited.text, one.text) for one in beside):
            chosen.setdefault(cited, (number, place))
    days = (
        replace(day, lines=tuple(line for place, line in enumerate(day.lines) if (number, place) in chosen.values()))
        for number, day in enumerate(story.timeline)
    )
    return tuple(day for day in days if day.lines)
