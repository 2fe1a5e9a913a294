"""Whose name one account holds back and a later one gives, over all accounts of a story.

Reach for it beside ``course``. A name that the later account gives answers the earlier one if the person was named
in no account until then, and neither age nor sex forbids it; of accounts of one day the one that gives the name is the
later. The invariant: nobody holds the name back after it was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.states.ladders import NAMING, SUSPECT, VICTIM
from twosource.corroborate.states.names import Known, named, unnamed
from twosource.corroborate.states.times import Instants, told_at
from twosource.corroborate.states.whose import may_be_one
from twosource.model.claim import ClaimType
from twosource.model.value import Wording


@dataclass(frozen=True, slots=True)
class Told:
    """Who has no name yet, or has one, and in which account."""

    account: int
    known: Known
    times: Instants


def namings(read: Sequence[Context], voices: Voices) -> Iterator[Assertion]:
    """What the accounts tell of victims and suspects whose names are held back first and given later.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
    """
    read = sorted(read, key=lambda context: context.account.article.id)
    times = {number: told for number, context in enumerate(read) if (told := told_at(context)) is not None}
    held = [Told(number, one, times[number]) for number in times for one in unnamed(read[number])]
    for part in (VICTIM, SUSPECT):
        mine = [one for one in held if one.known.part == part]
        given = [Told(n, one, times[n]) for n in times for one in named(read[n]) if one.part == part] if mine else []
        pairs = [(one, name) for one in mine for name in given if _answers(read, times, one, name)]
        last = max((one.times[0] for one in mine), default=None)
        if pairs and last is not None and all(last <= name.times[1] for _, name in pairs):
            yield from _assertions(read, voices, part, pairs)


def _answers(read: Sequence[Context], times: dict[int, Instants], held: Told, name: Told) -> bool:
    """Whether a name is that of whom another account leaves without one."""
    if held.account == name.account or name.times[1] < held.times[0] or not name.known.who.ids:
        return False
    before = (n for n, told in times.items() if n == held.account or told[1] < held.times[0])
    known = frozenset[str]().union(*(read[n].persons for n in before))
    return name.known.who.ids.isdisjoint(known) and may_be_one(held.known.who, name.known.who)


def _assertions(
    read: Sequence[Context], voices: Voices, part: str, pairs: Sequence[tuple[Told, Told]]
) -> Iterator[Assertion]:
    seen: set[tuple[int, int]] = set()
    for step, one in [(step, pair[step]) for step in (0, 1) for pair in pairs]:
        if (step, one.account) in seen:
            continue
        seen.add((step, one.account))
        context, focus = read[one.account], one.known.focus
        topic = Topic(subject=f"{NAMING} {part}", predicate=NAMING, step=step)
        value = Wording(focus.of(context.reading.text))
        yield stated(context, voices, Found(ClaimType.ATTRIBUTE, focus, topic, value))
