"""Ladders of states and the words for their steps: sought, then held; uncharged, then charged; critical, then stable.

A ladder only goes up: who is in custody is no longer sought, and a later account that stands further on it makes an
earlier one out of date. The words are data (``resources/<language>/states.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource.model.claim import ConflictKind
from twosource.resources import listed

SUSPECT, PATIENT, VICTIM = "suspect", "patient", "victim"
ANYBODY, KNOWN = "anybody", "known"
NAMING = "naming"
"""The course of a name that is held back, then given; it has no words of its own for steps."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step and the words for it.

    Attributes:
        said: Words that say it of the subject or object of their clause ("at large"), or ``None``.
        alone: Words that say it without one ("no arrests have been made"), or ``None``.
        befalls: Verbs whose object is in the state then ("police arrested him").
        does: Verbs whose subject is ("she died").
        seeks: Verbs whose object behind "for" is ("police look for a man").
    """

    name: str
    said: re.Pattern[str] | None
    alone: re.Pattern[str] | None
    befalls: frozenset[str]
    does: frozenset[str]
    seeks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ladder:
    """States that follow each other.

    Attributes:
        of: Who is in them: the suspects of an account, whom it need not tell apart, or one patient.
        kind: In what two steps differ: by nature one denies the other ("not charged"), or they are two words.
        steps: The lowest first.
        denied: The step that says that a higher one is denied, or only expected; ``None`` where nothing says so.
        onward: That nobody goes back on it: of two accounts of one day that which stands further is the later one, if
            it tells of ``anybody``, or only of one whom the other knows; ``None`` where that is no rule.
        unless: Another ladder, beside which this one tells nothing new ("taken to hospital" beside "critical").
        without: Words of a sentence in which the words of the ladder mean something else.
        never: Nouns for people who are not meant ("looks for witnesses").
    """

    name: str
    of: str
    kind: ConflictKind
    steps: tuple[Step, ...]
    denied: int | None
    onward: str | None
    unless: str | None
    without: re.Pattern[str] | None
    never: frozenset[str]


@cache
def ladders(language: str) -> tuple[Ladder, ...]:
    """The ladders of a language, none where it has no list."""
    table = listed(language, "states")
    return tuple(_ladder(name, entry) for name, entry in table.items() if isinstance(entry, Mapping) and "of" in entry)


def kind_of(course: str, language: str) -> ConflictKind:
    """In what two steps of a course differ.

    Args:
        course: Name of a ladder, or ``NAMING``.
        language: Of the accounts.
    """
    return ConflictKind(listed(language, "states")[course]["kind"])


def _ladder(name: str, table: Mapping[str, Any]) -> Ladder:
    names: list[str] = table["steps"]
    return Ladder(
        name=name,
        of=table["of"],
        kind=ConflictKind(table["kind"]),
        steps=tuple(_step(step, table[step]) for step in names),
        denied=names.index(table["denied"]) if "denied" in table else None,
        onward=table.get("onward"),
        unless=table.get("unless"),
        without=_either(table.get("without", ())),
        never=frozenset(table.get("never", ())),
    )


def _step(name: str, words: Mapping[str, Sequence[str]]) -> Step:
    verbs = (frozenset(words.get(how, ())) for how in ("befalls", "does", "seeks"))
    return Step(name, _either(words.get("is", ())), _either(words.get("alone", ())), *verbs)


def _either(words: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None
