"""The days that quotations were spoken on: "I will go tomorrow", he said on Monday.

What is quoted counts from the day on which it was said. Reach for it once times and quotations are read; then the
times are read again with what it finds. The invariants: only direct speech counts from another day, for in reported
speech the writer speaks; and only a day that hangs on the verb of saying, outside what is said, dates it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.model.reading import Attribution, AttributionKind, Reading, TimeType
from twosource.model.span import Span
from twosource.text.tree import Tree

_STEPS = 6
"""Words between a time and the verb that it hangs on: "said at the gate of the works on Monday"."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of direct speech and the day that it was spoken on."""

    span: Span
    day: date


def quoted_days(reading: Reading) -> tuple[Quoted, ...]:
    """The quotations of which the text says on what day they were spoken, in text order.

    Args:
        reading: With its times, resolved against the article's day, and its attributions.
    """
    tree = Tree(reading)
    over = _over_days(tree)
    found = []
    for one in reading.attributions:
        day = _spoken_on(tree, one, over) if one.kind is AttributionKind.DIRECT else None
        found += [Quoted(part, day) for part in one.content] if day else []
    return tuple(sorted(found, key=lambda each: (each.span, each.day)))


def _over_days(tree: Tree) -> Mapping[int, Sequence[tuple[Span, date]]]:
    """For each word that a day hangs on the days, none of which is to come."""
    over: dict[int, list[tuple[Span, date]]] = {}
    anchor = tree.reading.anchor
    for time in tree.reading.times:
        day = time.days.start if time.days and time.days.is_one_day else None
        if day and time.type in {TimeType.DATE, TimeType.TIME} and (anchor is None or day <= anchor):
            for word in _above(tree, time.span):
                over.setdefault(word, []).append((time.span, day))
    return over


def _spoken_on(tree: Tree, said: Attribution, over: Mapping[int, Sequence[tuple[Span, date]]]) -> date | None:
    """The day that hangs on the cue, outside of what is said."""
    words = sorted({index for part in said.cue for index in tree.tokens_in(part)})
    days = (found for word in words for found in over.get(word, ()))
    return next((day for span, day in days if not any(part.overlaps(span) for part in said.content)), None)


def _above(tree: Tree, span: Span) -> Iterator[int]:
    """The words above a time up to the first verb."""
    inside = tree.tokens_in(span)
    at = inside[-1] if inside else None
    for _ in range(_STEPS):
        if at is None:
            return
        yield at
        above = tree.tokens[at].head
        at = None if above == at or tree.tokens[at].upos == "VERB" else above
