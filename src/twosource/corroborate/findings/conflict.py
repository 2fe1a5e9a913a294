"""Where the statements of one claim differ: sides, kinds, and what becomes of the difference.

Statements whose values fit stand on one side; a side against a side is a conflict. Rounder and sharper forms of one
value are ``precision``; a higher count in a later account of something that only grows is an ``update``; all else
``stands``. The invariant: a statement stands on one side of a conflict at most, and no side is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, pairwise

from twosource.corroborate.alignment.fits import is_known
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.exchanged import GIVEN_BODY, GIVEN_PLACE
from twosource.corroborate.assertions.keyed import sides_by_keys
from twosource.corroborate.assertions.misnamed import MISNAMED
from twosource.corroborate.assertions.opposed import OPPOSED_PLACE, OPPOSED_WORD
from twosource.corroborate.assertions.roles import read_role, role_words
from twosource.corroborate.assertions.seats import SEAT
from twosource.corroborate.assertions.spelt import NAME, Spelling, is_slip, spelling
from twosource.corroborate.assertions.streets import BLOCK, STREET
from twosource.corroborate.assertions.whereabouts import is_whereabouts
from twosource.corroborate.disputes.contested import DISPUTED
from twosource.corroborate.findings.gainsaid import are_two_voices, gainsays, is_denied, opposes
from twosource.corroborate.findings.newer import current, in_steps, is_moved, is_update, told
from twosource.corroborate.findings.notes import (
    Label,
    against,
    course,
    rounder,
    series,
    side_note,
    text_of,
    voices,
    who,
    worded,
)
from twosource.corroborate.findings.sides import Sides, by_precision, fit_values, sides_of
from twosource.corroborate.lexicon import Lexicon
from twosource.corroborate.states.ladders import kind_of
from twosource.model.claim import ClaimType, Conflict, ConflictKind, Resolution, Speaker
from twosource.model.reading import Modality
from twosource.model.value import Quantity, Time, Value, Wording

FEW, VAGUE = 12, 2.0
"""A rounded figure below the first whose upper end is so many times the lower one is "several"."""
SAME_WORDS = 0.6
"""Part of the words of the shorter of two quotations that must be in the other before two speakers of one are told."""
FEWEST_SHARED = 3
"""Words that they share at least: "Cancel the meeting" is said by many."""
_GIVEN: Mapping[str | None, tuple[ConflictKind, str]] = {
    NAME: (ConflictKind.NAME, "the name is spelt"),
    MISNAMED: (ConflictKind.NAME, "the name is spelt"),
    STREET: (ConflictKind.NAME, "the name of the street is given as"),
    BLOCK: (ConflictKind.PLACE, "the block of the street is given as"),
    GIVEN_PLACE: (ConflictKind.PLACE, "the place is given as"),
    GIVEN_BODY: (ConflictKind.NAME, "the name is given as"),
    OPPOSED_PLACE: (ConflictKind.PLACE, "it is told as"),
    OPPOSED_WORD: (ConflictKind.WORDING, "it is told as"),
}
"""What a conflict is in which each account gives its own form, and how its note begins."""


def conflicts(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> tuple[Conflict, ...]:
    """The conflicts among the assertions of one claim.

    Args:
        group: The assertions, by date of their account.
        lexicon: The language's concepts.
        label: Names who says so, for the note.

    Returns:
        By kind: values first, then polarity, wording, attribution.
    """
    finders = (_numbers, _dates, _names, _places, _roles, _states, _wordings, _speakers, _polarity)
    return tuple(found for finder in finders for found in finder(group, lexicon, label))


def _numbers(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    values = [one.value if isinstance(one.value, Quantity) and not is_loose(one.value) else None for one in group]
    sides = sides_of(values, lexicon)
    if len(sides) > 1:
        standing, steps = ((), sides) if is_update(group, sides) else current(group, sides)
        if standing:
            note = against(group, standing, label)
            yield Conflict(ConflictKind.NUMBER, standing, note, Resolution.STANDS)
        if steps and len({group[n].article for side in steps for n in side}) > 1:
            steps = in_steps(group, steps)
            yield Conflict(ConflictKind.NUMBER, steps, series(group, steps), Resolution.UPDATE)
    elif len(steps := in_steps(group, sides)) > 1 and is_update(group, steps):
        yield Conflict(ConflictKind.NUMBER, steps, series(group, steps), Resolution.UPDATE)
    largest = max(sides, key=len, default=())
    within = [
        value if n in largest or _fits(value, largest, values, lexicon) else None for n, value in enumerate(values)
    ]
    if rounded := by_precision(within, lexicon):
        yield Conflict(ConflictKind.NUMBER, rounded, rounder(group, rounded), Resolution.PRECISION)


def _fits(value: Value | None, side: tuple[int, ...], values: Sequence[Value | None], lexicon: Lexicon) -> bool:
    """Whether a value agrees with all of a side."""
    others = [other for n in side if (other := values[n]) is not None]
    return value is not None and all(fit_values(value, other, lexicon).agrees for other in others)


def is_loose(value: Quantity) -> bool:
    """Whether a figure is no more than "several": two may be called so, and ten; dozens are not."""
    low, high = value.minimum, value.maximum
    return value.approximate and low is not None and high is not None and low < FEW and high >= VAGUE * max(low, 1)


def _dates(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].type is not ClaimType.DATE:
        return
    values = [one.value if isinstance(one.value, Time) and is_known(one.value) else None for one in group]
    sides = sides_of(values, lexicon)
    if len(sides) > 1:
        moved = is_moved(group, sides)
        note = series(group, sides) if moved else against(group, sides, label)
        yield Conflict(ConflictKind.DATE, sides, note, Resolution.UPDATE if moved else Resolution.STANDS)
    elif rounded := by_precision(values, lexicon):
        yield Conflict(ConflictKind.DATE, rounded, rounder(group, rounded), Resolution.PRECISION)


def _names(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].topic.predicate not in _GIVEN:
        return
    spelt: dict[Spelling | frozenset[str] | None, list[int]] = {}
    for number, one in enumerate(group):
        form = spelling(text_of(one)) if one.topic.predicate == NAME else one.topic.words
        spelt.setdefault(form, []).append(number)
    if len(spelt) > 1:
        sides = tuple(sorted(map(tuple, spelt.values())))
        told = " and ".join(f"“{text_of(group[side[0]])}” ({who(group, side, label)})" for side in sides)
        kind, note = _GIVEN[group[0].topic.predicate]
        forms = [form for form in spelt if isinstance(form, Spelling)]
        note = note if all(is_slip(*pair) for pair in combinations(forms, 2)) else "the name is given as"
        yield Conflict(kind, sides, f"{note} {told}", Resolution.STANDS)


def _places(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    seat = group[0].topic.predicate == SEAT
    if not seat and not is_whereabouts(group[0].topic.predicate):
        return
    sides = sides_by_keys([one.topic.words for one in group])
    if len(sides) > 1:
        kind = ConflictKind.ROLE if seat else ConflictKind.PLACE
        yield Conflict(kind, sides, against(group, sides, label), Resolution.STANDS)


def _roles(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].type is not ClaimType.ROLE:
        return
    conflicting = role_words("en").conflicts
    states = [read_role(one.value.text) if isinstance(one.value, Wording) else None for one in group]
    named = {state for held in states if held for state in held.states}
    for pair in sorted(sorted(pair) for pair in conflicting if pair <= named):
        sides = tuple(
            tuple(
                n
                for n, held in enumerate(states)
                if held and state in held.states and len(held.states & set(pair)) == 1
            )
            for state in pair
        )
        if all(sides):
            update = _succeed(group, pair, sides) or _succeed(group, pair[::-1], sides[::-1])
            note = series(group, sides) if update else against(group, sides, label)
            yield Conflict(ConflictKind.ROLE, sides, note, Resolution.UPDATE if update else Resolution.STANDS)


def _succeed(group: Sequence[Assertion], pair: Sequence[str], sides: Sides) -> bool:
    """Whether one state follows the other in time, and every account of it is later than those of the other."""
    before, after = (told(group, side) for side in sides)
    return tuple(pair) in role_words("en").followed and bool(before and after and before[1] < after[0])


def _states(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    steps = sorted({one.topic.step for one in group if one.topic.step is not None})
    if len(steps) > 1:
        sides = tuple(tuple(n for n, one in enumerate(group) if one.topic.step == step) for step in steps)
        kind = kind_of(group[0].topic.predicate or "", "en")
        yield Conflict(kind, sides, course(group, sides, label), Resolution.UPDATE)


def _wordings(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].type not in (ClaimType.EVENT, ClaimType.DATE):
        return
    told = {n: one.topic.predicate for n, one in enumerate(group) if not is_denied(one) and not _is_open(one)}
    concepts = sorted({concept for concept in told.values() if concept in lexicon.posts})
    sides = tuple(tuple(n for n in told if told[n] == concept) for concept in concepts)
    if len(sides) > 1:
        yield Conflict(ConflictKind.WORDING, sides, worded(group, sides, label), Resolution.STANDS)


def _is_open(one: Assertion) -> bool:
    """Whether it is only called for, or may yet happen: a call for somebody's sacking is no word for how he left."""
    return one.modality is Modality.EXPECTED


def _speakers(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].type is not ClaimType.QUOTE:
        return
    speakers: dict[str, list[int]] = {}
    denials = 2 * sum(map(is_denied, group)) > len(group)
    for number, one in enumerate(group):
        if one.attribution and _names_speaker(one) and is_denied(one) == denials:
            speakers.setdefault(_voice(one.attribution[0], speakers, group), []).append(number)
    if len(speakers) > 1:
        sides = tuple(sorted(map(tuple, speakers.values())))
        if not all(_same_words(group[one[0]], group[other[0]]) for one, other in pairwise(sides)):
            return
        if any(_is_named_in(group[one[0]], group[n]) for one in sides for side in sides if side != one for n in side):
            return
        if any(opposes(group[one[0]], group[other[0]], lexicon) for one, other in pairwise(sides)):
            yield Conflict(ConflictKind.POLARITY, sides, against(group, sides, label), Resolution.STANDS)
            return
        said = [f"{group[side[0]].attribution[0].name} ({who(group, side, label)})" for side in sides]
        yield Conflict(
            ConflictKind.ATTRIBUTION, sides, "the words are given to " + " and to ".join(said), Resolution.STANDS
        )


def _names_speaker(one: Assertion) -> bool:
    """Whether the passage tells who speaks: "a man" may be anybody, also the one whom others name, and whom "he" means
    is too easily misread.
    """
    return one.attribution[0].entity is not None and not one.topic.inferred


def _is_named_in(one: Assertion, other: Assertion) -> bool:
    """Whether what another account tells names the speaker, too: "the paper quotes Varn as saying"."""
    return one.attribution[0].name.split()[-1] in other.text


def _same_words(one: Assertion, other: Assertion) -> bool:
    """Whether two quotations are one, and not two on the same matter."""
    if one.wording == other.wording:
        return True
    shared = len(one.topic.words & other.topic.words)
    return shared >= FEWEST_SHARED and shared >= SAME_WORDS * min(len(one.topic.words), len(other.topic.words))


def _voice(speaker: Speaker, known: dict[str, list[int]], group: Sequence[Assertion]) -> str:
    """The speaker's id, or that of a known one with the same surname ("Lyudmila Marek", "Det. Marek")."""
    words = speaker.name.lower().split()
    for voice, numbers in known.items():
        other = group[numbers[0]].attribution[0].name.lower().split()
        if set(words) <= set(other) or set(other) <= set(words) or words[-1:] == other[-1:]:
            return voice
    return speaker.entity or speaker.name


def _polarity(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    denials = [_denies(one) for one in group]
    denied = tuple(n for n in range(len(group)) if denials[n] and any(map(partial(_meets, group[n]), group)))
    affirmed = tuple(n for n in range(len(group)) if not denials[n] and any(map(partial(_meets, group[n]), group)))
    told = denied and affirmed and not _one_voice(group, denied, affirmed)
    if told and _are_two_tellers(group, denied, affirmed):
        note = f"{side_note(group, affirmed, label)}; denied by {voices(group, denied, label)}"
        yield Conflict(ConflictKind.POLARITY, tuple(sorted((affirmed, denied))), note, Resolution.STANDS)


def _denies(one: Assertion) -> bool:
    """Whether a statement denies; a figure is denied by a speaker only, for "none" and "not 12 but 15" are figures."""
    return one.modality is Modality.DENIED if one.type is ClaimType.FIGURE else is_denied(one)


def _meets(one: Assertion, other: Assertion) -> bool:
    """Whether one of two statements denies what the other says, not a thing beside it."""
    if _denies(one) == _denies(other):
        return False
    if one.type is ClaimType.QUOTE:
        return gainsays(one, other)
    if one.type is not ClaimType.EVENT:
        return True
    if one.topic.predicate != other.topic.predicate:
        return False  # who "did not resign" was perhaps dismissed
    if (one.modality is Modality.EXPECTED) != (other.modality is Modality.EXPECTED):
        return False  # who "chose not to pay" some day may have paid before
    sides = ((one.topic.agents, other.topic.agents), (one.topic.patients, other.topic.patients))
    return all(mine & theirs for mine, theirs in sides if mine and theirs)


def _are_two_tellers(group: Sequence[Assertion], denied: tuple[int, ...], affirmed: tuple[int, ...]) -> bool:
    """Whether two accounts tell it, or one account on two parties' word: what it says itself it seldom contradicts."""
    if len({group[n].article for n in denied + affirmed}) > 1 or group[0].topic.predicate == DISPUTED:
        return True
    return any(are_two_voices(group[n], group[m]) for n in denied for m in affirmed)


def _one_voice(group: Sequence[Assertion], denied: tuple[int, ...], affirmed: tuple[int, ...]) -> bool:
    """Whether the same speakers stand on both sides of a quotation: then it is the words that are turned, not the
    sense.
    """
    speakers = [{group[n].topic.subject for n in side} for side in (denied, affirmed)]
    return group[0].type is ClaimType.QUOTE and bool(speakers[0] & speakers[1])
