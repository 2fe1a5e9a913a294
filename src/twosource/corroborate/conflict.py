"""Where the statements of one claim differ: sides, kinds, and what becomes of the difference.

Statements whose values fit stand on one side; a side against a side is a conflict. Rounder and sharper forms of one
value are ``precision``; a higher count in a later account of something that only grows is an ``update``; all else
``stands``. The invariant: a statement stands on one side of a conflict at most, and no side is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.interval import Fit, fit_days, fit_quantities
from twosource.corroborate.lexicon import Lexicon
from twosource.corroborate.likeness import GROWING
from twosource.corroborate.roles import read_role, role_words
from twosource.model.claim import ClaimType, Conflict, ConflictKind, Resolution
from twosource.model.reading import Modality
from twosource.model.value import Quantity, Time, Value, Wording

CHANGING = frozenset({"missing", "hospital"})
"""Outcomes whose count grows and shrinks: who is missing is found."""

Sides = tuple[tuple[int, ...], ...]
Label = Callable[[Assertion], str]


def conflicts(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> tuple[Conflict, ...]:
    """The conflicts among the assertions of one claim.

    Args:
        group: The assertions, by date of their account.
        lexicon: The language's concepts.
        label: Names who says so, for the note.

    Returns:
        By kind: values first, then polarity, wording, attribution.
    """
    finders = (_numbers, _dates, _roles, _wordings, _speakers, _polarity)
    return tuple(found for finder in finders for found in finder(group, lexicon, label))


def _numbers(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    values = [one.value if isinstance(one.value, Quantity) else None for one in group]
    sides = sides_of(values, _fit_values, _width)
    if len(sides) > 1:
        update = _is_update(group, sides)
        yield Conflict(
            ConflictKind.NUMBER,
            sides,
            _series(group, sides) if update else _against(group, sides, label),
            Resolution.UPDATE if update else Resolution.STANDS,
        )
    largest = max(sides, key=len, default=())
    within = [value if n in largest else None for n, value in enumerate(values)]
    if rounded := _by_precision(within, _fit_values):
        yield Conflict(ConflictKind.NUMBER, rounded, _rounder(group, rounded), Resolution.PRECISION)


def _dates(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].type is not ClaimType.DATE:
        return
    values = [one.value if isinstance(one.value, Time) and one.value.days else None for one in group]
    sides = sides_of(values, _fit_values, _width)
    if len(sides) > 1:
        yield Conflict(ConflictKind.DATE, sides, _against(group, sides, label), Resolution.STANDS)
    elif rounded := _by_precision(values, _fit_values):
        yield Conflict(ConflictKind.DATE, rounded, _rounder(group, rounded), Resolution.PRECISION)


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
            yield Conflict(ConflictKind.ROLE, sides, _against(group, sides, label), Resolution.STANDS)


def _wordings(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].type not in (ClaimType.EVENT, ClaimType.DATE):
        return
    concepts = sorted({one.topic.predicate for one in group if one.topic.predicate in lexicon.posts})
    sides = tuple(tuple(n for n, one in enumerate(group) if one.topic.predicate == concept) for concept in concepts)
    if len(sides) > 1:
        yield Conflict(ConflictKind.WORDING, sides, _worded(group, sides, label), Resolution.STANDS)


def _speakers(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    if group[0].type is not ClaimType.QUOTE:
        return
    speakers: dict[str, list[int]] = {}
    denials = 2 * sum(map(is_denied, group)) > len(group)
    for number, one in enumerate(group):
        if one.attribution and is_denied(one) == denials:
            speakers.setdefault(one.attribution[0].entity or one.attribution[0].name.lower(), []).append(number)
    if len(speakers) > 1:
        sides = tuple(sorted(map(tuple, speakers.values())))
        said = [f"{group[side[0]].attribution[0].name} ({_who(group, side, label)})" for side in sides]
        yield Conflict(
            ConflictKind.ATTRIBUTION, sides, "the words are given to " + " and to ".join(said), Resolution.STANDS
        )


def _polarity(group: Sequence[Assertion], lexicon: Lexicon, label: Label) -> Iterator[Conflict]:
    denied = tuple(n for n, one in enumerate(group) if is_denied(one))
    affirmed = tuple(n for n in range(len(group)) if n not in denied)
    if denied and affirmed and not _one_voice(group, denied, affirmed):
        note = f"{_voices(group, affirmed, label)}: so; {_voices(group, denied, label)}: not so"
        yield Conflict(ConflictKind.POLARITY, tuple(sorted((affirmed, denied))), note, Resolution.STANDS)


def _one_voice(group: Sequence[Assertion], denied: tuple[int, ...], affirmed: tuple[int, ...]) -> bool:
    """Whether the same speakers stand on both sides of a quotation: then it is the words that are turned, not the
    sense.
    """
    speakers = [{group[n].topic.subject for n in side} for side in (denied, affirmed)]
    return group[0].type is ClaimType.QUOTE and bool(speakers[0] & speakers[1])


def is_denied(one: Assertion) -> bool:
    """Whether an assertion says that something is not so."""
    return one.negated or one.modality is Modality.DENIED


def _voices(group: Sequence[Assertion], side: tuple[int, ...], label: Label) -> str:
    """Who stands behind a side: the speakers where there are some, and the accounts."""
    speakers = list(dict.fromkeys(group[n].attribution[0].name for n in side if group[n].attribution))
    return f"{' and '.join(speakers[:2])} ({_who(group, side, label)})" if speakers else _who(group, side, label)


def sides_of(
    values: Sequence[Value | None], fit: Callable[[Value, Value], Fit], width: Callable[[Value], float]
) -> Sides:
    """Group values so that all of one side fit each other; the sharpest values found the sides.

    Args:
        values: ``None`` for a statement that gives no value; it stands on no side.
        fit: How two values fit.
        width: How wide a value is; a wide one joins the first side that it fits.
    """
    order = sorted((n for n, value in enumerate(values) if value is not None), key=lambda n: (width(values[n]), n))  # type: ignore[arg-type]
    sides: list[list[int]] = []
    for number in order:
        value = values[number]
        home = next((side for side in sides if all(fit(value, values[n]).agrees for n in side)), None)  # type: ignore[arg-type]
        if home is None:
            sides.append([number])
        else:
            home.append(number)
    return tuple(sorted(tuple(sorted(side)) for side in sides))


def _by_precision(values: Sequence[Value | None], fit: Callable[[Value, Value], Fit]) -> Sides:
    """Sides of equal values, where all fit but not all are equal; empty where there is nothing to tell."""
    groups: list[list[int]] = []
    for number, value in enumerate(values):
        if value is None:
            continue
        home = next((group for group in groups if fit(value, values[group[0]]) is Fit.EQUAL), None)  # type: ignore[arg-type]
        if home is None:
            groups.append([number])
        else:
            home.append(number)
    return tuple(map(tuple, groups)) if len(groups) > 1 else ()


def _fit_values(left: Value, right: Value) -> Fit:
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return fit_quantities(left, right)
    if isinstance(left, Time) and isinstance(right, Time) and left.days and right.days:
        return fit_days(left.days, right.days)
    return Fit.EQUAL


def _width(value: Value) -> float:
    if isinstance(value, Quantity):
        low, high = value.minimum, value.maximum
        return (high - low) / max(abs(high), 1.0) if low is not None and high is not None else float("inf")
    if isinstance(value, Time) and value.days and value.days.start and value.days.end:
        return float((value.days.end - value.days.start).days)
    return float("inf")


def _is_update(group: Sequence[Assertion], sides: Sides) -> bool:
    """Whether each side comes from accounts that are all later than the one before, and the count goes the way it
    can go.
    """
    outcomes = {one.topic.predicate for one in group}
    if not outcomes & (GROWING | CHANGING):
        return False
    spans = [(_published(group, side), _low(group, side)) for side in sides]
    known = sorted((days, low) for days, low in spans if days is not None)
    if len(known) < len(spans):
        return False
    grows = bool(outcomes & CHANGING) or all(low <= other for (_, low), (_, other) in pairwise(known))
    return grows and all(before[1] < after[0] for (before, _), (after, _) in pairwise(known))


def _low(group: Sequence[Assertion], side: tuple[int, ...]) -> float:
    values = [group[n].value for n in side]
    return min(value.minimum or 0.0 for value in values if isinstance(value, Quantity))


def _published(group: Sequence[Assertion], side: tuple[int, ...]) -> tuple[date, date] | None:
    """First and last known day on which a side was published; what an account calls earlier has no day."""
    days = [group[n].published for n in side if not group[n].topic.earlier]
    known = [(day.start, day.end) for day in days if day and day.start and day.end]
    if not known:
        return None
    return min(start for start, _ in known), max(end for _, end in known)


def _text(assertion: Assertion) -> str:
    value = assertion.value
    return value.text if value is not None else assertion.text


def _who(group: Sequence[Assertion], side: tuple[int, ...], label: Label) -> str:
    names = list(dict.fromkeys(label(group[n]) for n in side))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _against(group: Sequence[Assertion], sides: Sides, label: Label) -> str:
    told = [f"“{_text(group[side[0]])}” ({_who(group, side, label)})" for side in sides]
    return " against ".join(told)


def _worded(group: Sequence[Assertion], sides: Sides, label: Label) -> str:
    told = [f"“{group[side[0]].topic.wording or _text(group[side[0]])}” ({_who(group, side, label)})" for side in sides]
    return "worded as " + " and as ".join(told)


def _series(group: Sequence[Assertion], sides: Sides) -> str:
    ordered = sorted(sides, key=lambda side: (_published(group, side) or (date.min, date.min), side))
    return "first " + ", then ".join(f"“{_text(group[side[0]])}”" for side in ordered)


def _rounder(group: Sequence[Assertion], sides: Sides) -> str:
    return "the same, more or less exactly: " + ", ".join(f"“{_text(group[side[0]])}”" for side in sides)
