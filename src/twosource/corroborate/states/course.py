"""How far each account has followed a course of states, and which are out of date: "at large", then "arrested".

Reach for it over all accounts of a story at once. An account stands where the furthest state that it tells stands; one
that tells both steps stands on the later. Of suspects the story's are meant, whoever they are, unless two accounts
name two; of patients only one who is named, or of the same age, or the only one in each account, or called by a noun
that is not everybody's. The invariant: states stand here only if an account is surely told later than one on a lower
step, by the times that the accounts give themselves (or on one day, where nobody goes back), and none is surely told
earlier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.states.ladders import ANYBODY, KNOWN, PATIENT, SUSPECT, Ladder
from twosource.corroborate.states.times import told_at
from twosource.corroborate.states.told import NOBODY, State, states_told
from twosource.corroborate.states.whose import anybody, is_surely_one, may_be_one
from twosource.model.claim import ClaimType
from twosource.model.reading import Role
from twosource.model.value import Quantity, Wording

COUNTED = {PATIENT: frozenset({"injury", "shot", "casualty", "hospital"}), "defendant": frozenset({"arrest"})}
"""Outcomes of which a count of several forbids to take one person for the only one."""
DEATHS = frozenset({"kill", "die"})
DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Told:
    """A state, and the account that tells it."""

    account: int
    state: State


def courses(read: Sequence[Context], voices: Voices, said: Sequence[Assertion]) -> Iterator[Assertion]:
    """What the accounts tell of states in which a later one stands further than an earlier one.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
        said: What they say; its counts tell whether there are several patients.
    """
    read = sorted(read, key=lambda context: context.account.article.id)
    told = [Told(number, state) for number, context in enumerate(read) for state in states_told(context)]
    found: set[str] = set()
    for ladder in sorted({one.state.ladder for one in told}, key=lambda one: (one.unless is not None, one.name)):
        mine = [one for one in told if one.state.ladder == ladder]
        for number, group in enumerate(_persons(read, ladder, mine, said)):
            current = _furthest(group)
            if ladder.unless not in found and _is_course(read, ladder, current):
                found.add(ladder.name)
                yield from _assertions(read, voices, f"{ladder.name} {number}", current)


def _persons(
    read: Sequence[Context], ladder: Ladder, told: Sequence[Told], said: Sequence[Assertion]
) -> list[list[Told]]:
    """The states of each person; of suspects all together."""
    if ladder.of == SUSPECT:  # the dead are arrested no more: it was before
        dead = frozenset(each for context in read for each in _dead(context))
        return [[one for one in told if not one.state.who.ids or one.state.who.ids - dead]]
    single = [one for one in told if not one.state.who.plural]
    named = _joined([[one] for one in single], lambda one, other: is_surely_one(one.state.who, other.state.who))
    several = any(
        one.topic.predicate in COUNTED[ladder.of] and one.value.unit == "person" and (one.value.maximum or 2) > 1
        for one in said
        if isinstance(one.value, Quantity)
    )
    accounts = set() if several else {one.account for one in single}
    lone = {number for number in accounts if _is_one([one for one in single if one.account == number])}
    only = _joined(named, lambda one, other: {one.account, other.account} <= lone and _may_follow(read, one, other))
    return _joined(only, lambda one, other: _are_called_one(read, one, other) and _may_follow(read, one, other))


def _are_called_one(read: Sequence[Context], one: Told, other: Told) -> bool:
    """Whether two accounts have one whom they call by a noun that is not everybody's ("the girl"), and no second."""
    noun = one.state.who.noun
    common = noun and noun == other.state.who.noun and noun not in anybody()
    return bool(common) and not any(noun in read[each.account].plurals for each in (one, other))


def _joined(groups: Sequence[list[Told]], tied: Callable[[Told, Told], bool]) -> list[list[Told]]:
    """Groups that are tied, as long as nothing keeps two of their members apart."""
    found: list[list[Told]] = []
    for group in groups:
        tied_to = (one for one in found if any(tied(each, other) for each in one for other in group))
        mine = next((one for one in tied_to if _may_join(one, group)), None)
        if mine is None:
            found.append(list(group))
        else:
            mine.extend(group)
    return found


def _may_join(one: Sequence[Told], other: Sequence[Told]) -> bool:
    return all(may_be_one(mine.state.who, theirs.state.who) for mine in one for theirs in other)


def _may_follow(read: Sequence[Context], one: Told, other: Told) -> bool:
    """Whether who died in one account can be the patient of another: one that tells of a death tells of two persons."""
    first, second = sorted((one, other), key=lambda each: each.state.step)
    if first.account == second.account or first.state.step == second.state.step:
        return True
    return second.state.ladder.steps[second.state.step].name != DEAD or not read[first.account].deadly


def _is_one(told: Sequence[Told]) -> bool:
    return all(may_be_one(one.state.who, other.state.who) for one, other in combinations(told, 2))


def _furthest(told: Sequence[Told]) -> list[Told]:
    """Of each account what stands furthest: where it first says so, and where it says so of the same person."""
    first: dict[int, Told] = {}
    ordered = sorted(told, key=lambda one: (-one.state.step, one.state.focus))
    for one in ordered:
        first.setdefault(one.account, one)
    return [one for one in ordered if _repeats(one, first[one.account])]


def _repeats(one: Told, first: Told) -> bool:
    mine, other = one.state.who, first.state.who
    return one.state.step == first.state.step and may_be_one(mine, other) and (mine.ids <= other.ids or not other.ids)


def _is_course(read: Sequence[Context], ladder: Ladder, told: Sequence[Told]) -> bool:
    """Whether a later account stands further, and none stands less far."""
    times = {one.account: told_at(read[one.account]) for one in told}
    found = False
    for one, other in combinations(told, 2):
        low, high = sorted((one, other), key=lambda each: each.state.step)
        before, after = times[low.account], times[high.account]
        if low.state.step == high.state.step or not before or not after:
            continue
        if after[1] < before[0]:
            return False
        if (before[1] < after[0] or _goes_onward(read, ladder, low, high)) and _meets(ladder, low, high):
            found = True
    return found


def _goes_onward(read: Sequence[Context], ladder: Ladder, low: Told, high: Told) -> bool:
    """Whether of two accounts of one day that which stands further must be the later one: nobody goes back, and both
    mean one person, or the lower one nobody in particular, but whom the other names it must know where that is asked.
    """
    mine, theirs = low.state.who, high.state.who
    if mine != NOBODY:
        return ladder.onward is not None and is_surely_one(mine, theirs)
    return ladder.onward == ANYBODY or (ladder.onward == KNOWN and not theirs.ids.isdisjoint(read[low.account].persons))


def _meets(ladder: Ladder, low: Told, high: Told) -> bool:
    mine, theirs = low.state.who, high.state.who
    return not (ladder.of == SUSPECT and mine.ids and theirs.ids and not mine.ids & theirs.ids)


def _dead(context: Context) -> Iterator[str]:
    """Those who an account says were killed."""
    for at, event in context.events.items():
        if context.event_concept(at) in DEATHS and not event.negated:
            roles = (Role.PATIENT,) if context.event_concept(at) == "kill" else (Role.AGENT, Role.PATIENT)
            for one in event.participants:
                if one.role in roles:
                    yield from (named.id for named in context.entities_in(context.tree.tokens[one.head].span))


def _assertions(read: Sequence[Context], voices: Voices, subject: str, told: Sequence[Told]) -> Iterator[Assertion]:
    people = frozenset.intersection(*(one.state.who.ids for one in told))
    described = "" if told[0].state.ladder.of == SUSPECT else max((one.state.who.text for one in told), key=len)
    for one in told:
        state = one.state
        topic = Topic(subject=subject, predicate=state.ladder.name, people=people, wording=described, step=state.step)
        found = Found(ClaimType.ATTRIBUTE, state.focus, topic, Wording(state.focus.of(read[one.account].reading.text)))
        yield stated(read[one.account], voices, found)
