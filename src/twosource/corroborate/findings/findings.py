"""From grouped assertions to claims with their findings: origins, primary sources, conflicts, verdict, weight.

A claim rests on the origins of the statements that count: a distorted copy never counts, nor does the smaller side
of a conflict, nor a figure that a later one replaced. Both counts are shown, origins and primary sources: five accounts
of one speech rest on one man.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.copying.alterations import VALUES, Change
from twosource.corroborate.copying.guard import Given, distortions
from twosource.corroborate.findings.conflict import conflicts
from twosource.corroborate.findings.gainsaid import are_two_voices, is_denied
from twosource.corroborate.findings.notes import Label, against, in_turn, series, text_of
from twosource.corroborate.findings.rank import OUTCOME_WEIGHT, Setting, clarity, weight_of
from twosource.corroborate.findings.resting import primary_sources, statements_that_count, words_behind
from twosource.corroborate.findings.sides import fit_values
from twosource.corroborate.findings.verdict import Support, verdict_on
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import Claim, ClaimType, Conflict, ConflictKind, Resolution, Statement
from twosource.model.lineage import Lineage
from twosource.model.value import Quantity
from twosource.text.bodies import Speakers

SHARE_ABOUT = 0.5
"""Part of a claim's statements that must name an entity for the claim to be about it."""


@dataclass(frozen=True, slots=True)
class Story:
    """What findings are drawn from, besides the statements.

    Attributes:
        lineage: Who copied whom.
        sources: For each derived account those that it takes from.
        given: The values that each account gives.
        label: Names an account for notes.
        lexicon: The language's concepts.
        changed: What derived accounts changed, by account and sentence.
        prominence: Share of the story's accounts that name an entity, by its id.
        speakers: Which of those that accounts cite are one source.
        headlined: Share of the headlines that have a content word.
    """

    lineage: Lineage
    sources: Mapping[str, tuple[str, ...]]
    given: Given
    label: Label
    lexicon: Lexicon
    changed: Mapping[tuple[str, int], Change]
    prominence: Mapping[str, float]
    speakers: Speakers
    headlined: Mapping[str, float]


def finding(group: Sequence[Assertion], story: Story, parted: ConflictKind | None = None) -> Claim:
    """The claim that a group of assertions makes.

    Args:
        group: Assertions of one type that assert the same thing.
        story: What else is known.
        parted: In what their values exclude each other, where that is known beforehand.
    """
    ordered = _once(sorted(group, key=_order), story.lexicon)
    distorted = {**_changed(ordered, story), **distortions(ordered, story.sources, story.given, story.label)}
    found = tuple(_in_turn(one, ordered) for one in _conflicts(ordered, distorted, story))
    if parted is not None:
        found = (_parted(ordered, parted, story.label),)
    counting = statements_that_count(ordered, distorted, found, story.lineage, story.lexicon)
    origins = tuple(sorted({story.lineage.origin_of(ordered[n].article).id for n in counting}))
    independent = story.lineage.count(origins)
    disputed = any(_stands_between_origins(one, ordered, distorted, story.lineage) for one in found)
    derived = {copy.copy for copy in story.lineage.copies}
    clearest = max(
        (ordered[n] for n in counting or range(len(ordered))),
        key=lambda one: clarity(one, one.article in derived, story.headlined),
    )
    return Claim(
        id=_id(ordered),
        type=ordered[0].type,
        text=clearest.text,
        about=_about(ordered),
        statements=tuple(_statement(one, distorted.get(n)) for n, one in enumerate(ordered)),
        origins=origins,
        independent_origins=independent,
        primary_sources=primary_sources((ordered[n] for n in counting or range(len(ordered))), story.speakers),
        verdict=verdict_on(
            Support(independent, len(origins), words_behind(ordered, counting, story.lineage, story.speakers), disputed)
        ),
        conflicts=found,
        weight=weight_of(ordered, found, Setting(story.prominence, story.lineage, story.lexicon, story.headlined)),
        outcome=_outcome(ordered),
    )


def _parted(group: Sequence[Assertion], kind: ConflictKind, label: Label) -> Conflict:
    """A conflict between all that say another thing."""
    sides: dict[tuple[str, bool], list[int]] = {}
    for number, one in enumerate(group):
        sides.setdefault((text_of(one).lower(), one.negated), []).append(number)
    told = tuple(map(tuple, sides.values()))
    return Conflict(kind, told, against(group, told, label), Resolution.STANDS)


def _outcome(group: Sequence[Assertion]) -> str | None:
    """What happened to the people whom the figures of a claim count, where all that say so say the same."""
    told = {one.topic.predicate for one in group if one.type is ClaimType.FIGURE}
    people = any(isinstance(one.value, Quantity) and one.value.unit == "person" for one in group)
    return next(iter(told)) if people and len(told) == 1 and told <= OUTCOME_WEIGHT.keys() else None


def _changed(group: Sequence[Assertion], story: Story) -> dict[int, str]:
    """The statements whose sentence departs from its source's in what the claim is about."""
    found = {n: story.changed.get((one.article, one.sentence)) for n, one in enumerate(group)}
    return {n: change.text for n, change in found.items() if change and _concerns(group[n], change)}


def _concerns(one: Assertion, change: Change) -> bool:
    """Whether a change of a sentence touches the claim: its own value, or something that touches every claim of the
    sentence.
    """
    return change.kind not in VALUES or (one.value is not None and one.value.text in change.text)


def _order(one: Assertion) -> tuple[bool, str, str, int]:
    day = one.published.start if one.published else None
    return (day is None, str(day or ""), one.article, one.focus.start)


def _once(group: Sequence[Assertion], lexicon: Lexicon) -> tuple[Assertion, ...]:
    """One statement a sentence: the first that it affirms ("not 12 but 15" says 15), else the first.

    A sentence that gives two figures ("22,000 according to the police and 80,000 according to the union") makes two,
    and so does one in which somebody denies what another says.
    """
    kept: dict[tuple[str, int], list[Assertion]] = {}
    for one in group:
        beside = kept.setdefault((one.article, one.passage.span.start), [])
        if all(_is_other_figure(one, other, lexicon) or _is_answer(one, other) for other in beside):
            beside.append(one)
        elif beside[0].negated and not one.negated:
            beside[:] = [one]
    return tuple(one for beside in kept.values() for one in beside)


def _is_other_figure(one: Assertion, other: Assertion, lexicon: Lexicon) -> bool:
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity) or one.negated or other.negated:
        return False
    return not fit_values(one.value, other.value, lexicon).agrees


def _is_answer(one: Assertion, other: Assertion) -> bool:
    """Whether one of two speakers denies, and the other does not."""
    return is_denied(one) != is_denied(other) and are_two_voices(one, other)


def _conflicts(group: Sequence[Assertion], distorted: Mapping[int, str], story: Story) -> tuple[Conflict, ...]:
    """The conflicts among the undistorted statements, then what distorted copies say against their sources."""
    sound = [n for n in range(len(group)) if n not in distorted]
    among = conflicts([group[n] for n in sound], story.lexicon, story.label) if sound else ()
    own = tuple(replace(one, sides=tuple(tuple(sound[n] for n in side) for side in one.sides)) for one in among)
    own = tuple(_between_versions(one, group, story) for one in own)
    if not distorted or not sound:
        return own
    every = conflicts(group, story.lexicon, story.label)
    return own + tuple(told for one in every if (told := _made_by_copying(one, group, distorted, story)) is not None)


def _in_turn(conflict: Conflict, group: Sequence[Assertion]) -> Conflict:
    """An update with its oldest side first; any other conflict as it stands, and so a course of states."""
    update = conflict.resolution is Resolution.UPDATE and group[conflict.sides[0][0]].topic.step is None
    return replace(conflict, sides=in_turn(group, conflict.sides)) if update else conflict


def _between_versions(conflict: Conflict, group: Sequence[Assertion], story: Story) -> Conflict:
    """A conflict as an update where one article has changed its mind: all that differs are its versions; a version that
    gives a rounder and a sharper value, as the other does, has changed nothing.
    """
    by_side = [{group[n].article for n in side} for side in conflict.sides]
    articles = set().union(*by_side)
    if conflict.resolution is Resolution.PRECISION and by_side[0].intersection(*by_side):
        return conflict
    before = {one.later: one.earlier for one in story.lineage.versions}
    own = len(articles) > 1 and len({_first_version(article, before) for article in articles}) == 1
    return replace(conflict, resolution=Resolution.UPDATE, note=series(group, conflict.sides)) if own else conflict


def _first_version(article: str, before: Mapping[str, str]) -> str:
    while article in before:
        article = before[article]
    return article


def _made_by_copying(
    conflict: Conflict, group: Sequence[Assertion], distorted: Mapping[int, str], story: Story
) -> Conflict | None:
    """A conflict with the sides that only distorted copies take, against what their sources say, or else against the
    largest of the other sides.
    """
    made = tuple(side for side in conflict.sides if all(n in distorted for n in side))
    others = [tuple(n for n in side if n not in distorted) for side in conflict.sides if side not in made]
    if not made or not any(others):
        return None
    taken_from = {source for side in made for n in side for source in story.sources.get(group[n].article, ())}
    told = tuple(n for n, one in enumerate(group) if one.article in taken_from and n not in distorted)
    first = told or max(others, key=len)
    note = "; ".join(f"{story.label(group[side[0]])} {distorted[side[0]]}" for side in made)
    return Conflict(conflict.kind, tuple(sorted((first, *made))), note, Resolution.STANDS)


def _stands_between_origins(
    conflict: Conflict, group: Sequence[Assertion], distorted: Mapping[int, str], lineage: Lineage
) -> bool:
    if conflict.resolution is not Resolution.STANDS:
        return False
    sides = [{lineage.origin_of(group[n].article).id for n in side if n not in distorted} for side in conflict.sides]
    told = [side for side in sides if side]
    return len(told) > 1 and len(set().union(*told)) > 1


def _statement(one: Assertion, distortion: str | None) -> Statement:
    return Statement(
        passage=one.passage,
        text=one.text,
        value=one.value,
        attribution=one.attribution,
        modality=one.modality,
        negated=one.negated,
        distortion=distortion,
    )


def _about(group: Sequence[Assertion]) -> tuple[str, ...]:
    named = Counter(entity for one in group for entity in sorted(one.topic.people | one.topic.places))
    needed = SHARE_ABOUT * len(group)
    return tuple(sorted((entity for entity in named if named[entity] >= needed), key=lambda one: (-named[one], one)))


def _id(group: Sequence[Assertion]) -> str:
    key = "|".join(f"{one.type}:{one.article}:{one.focus.start}:{one.focus.end}" for one in group)
    return "c" + sha256(key.encode()).hexdigest()[:12]
