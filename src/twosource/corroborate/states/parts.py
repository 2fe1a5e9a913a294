"""Whether somebody is a victim of what a story tells, or suspected of it: by a noun, or by what befell him.

Reach for it where a name or a missing name is to be laid to one of the two. The invariant: where neither the noun nor
the sentence tells, it is neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from twosource.corroborate.context import Context
from twosource.corroborate.states.ladders import NAMING, VICTIM
from twosource.corroborate.states.whose import antecedent, who_at
from twosource.model.reading import Event, Role
from twosource.resources import listed

HARMING = frozenset({"kill", "die", "shoot", "injure", "wound", "hurt", "hospitalize"})
"""Kinds of events, and verbs, that make a victim of whom they befall."""
UNDERGOERS = frozenset({Role.PATIENT, Role.RECIPIENT})
_DYING = "die"


def part_of(context: Context, head: int) -> str | None:
    """The part that somebody has in the story: ``victim``, ``suspect`` or ``None``.

    Args:
        context: The account.
        head: Token of the head of the words for him.
    """
    if not naming_words(context)["dead"].isdisjoint(context.forms(head)):
        return VICTIM
    who = who_at(context, head)
    parts = {sort for kind, sort in who.sorts if kind == "part"} if who is not None else set()
    if len(parts) == 1:
        return parts.pop()
    sentence = context.tree.sentence_ranges[context.sentence(head)]
    events = (event for at in sentence if (event := context.events.get(at)) is not None)
    return (
        VICTIM if any(antecedent(context, head) == one for event in events for one in harmed(context, event)) else None
    )


def harmed(context: Context, event: Event) -> Iterator[int]:
    """The heads of those whom an event kills or hurts, none for an event of another kind.

    Args:
        context: The account.
        event: One of its events.
    """
    concept = context.event_concept(event.trigger)
    if concept in HARMING or context.lemma(event.trigger) in HARMING:
        roles = UNDERGOERS | {Role.AGENT} if concept == _DYING else UNDERGOERS
        yield from (one.head for one in event.participants if one.role in roles)


def naming_words(context: Context) -> Mapping[str, frozenset[str]]:
    """The words of an account's language that hold names back or give them, by kind."""
    return _lists(context.account.article.language or "en")


@cache
def _lists(language: str) -> Mapping[str, frozenset[str]]:
    table = listed(language, "states").get(NAMING, {})
    kinds = ("identifying", "giving", "withholding", "names", "dead", "never", "wishing", "kin")
    return {name: frozenset(table.get(name, ())) for name in kinds}
