"""Speakers that are one source: a public body under its names, and those who speak for it.

"Police", "Brek police officials", "the Brek Police Department" and its spokesman say one thing on one word. Reach for
it wherever speakers are counted or listed. The invariant: two named bodies of different branches, or of different
places, stay two; a description that says less than either ("officials") goes with one that is there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

from twosource.resources import load

_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_OWNER = re.compile(r"[’']s?\b")
_INITIALS = re.compile(r"[A-Z]{2,5}PD")
"""A police department by its initials: "NYPD"."""


class Speaker(Protocol):
    """Who is said to say so: a name or description, and the id of the entity that it names."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def entity(self) -> str | None: ...  # noqa: D102


S = TypeVar("S", bound=Speaker)


def is_public(name: str) -> bool:
    """Whether a source is named as a public body of a known branch: "police", "the coroner's office"."""
    return bool(_sign(name).branch)


def is_description(name: str) -> bool:
    """Whether a source is described and not named, by how it begins: "Some of the crew", "Police officials".

    >>> is_description("Police officials"), is_description("Police Scotland"), is_description("The pilot")
    (True, False, True)
    """
    first, _, rest = name.partition(" ")
    listed = _list("plain") | _list("any") | _list("official") | _list("apart") | _list("described")
    known = first.lower() in listed or any(re.fullmatch(signs, first.lower()) for signs in _branches().values())
    article = first.lower() in _list("plain")
    return known and (article or not rest[:1].isupper())


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a name or an office says of a public body.

    Attributes:
        words: All its words but those that every description has.
        branch: "police", "fire"; empty where any public body may be meant ("officials"), ``None`` where none is.
        own: The words that tell this body from others of its branch.
    """

    words: frozenset[str]
    branch: str | None
    own: frozenset[str]


class Speakers:
    """Which speakers of a story are one source.

    Args:
        offices: What persons are, by entity id: "Brek police spokesman".

    >>> known = Speakers({"e1": ["Brek police spokesman"]})
    >>> known.are_one("police", "Brek Police Department"), known.are_one("Brek police", "Tolm police")
    (True, False)
    """

    def __init__(self, offices: Mapping[str, Sequence[str]]) -> None:
        self._offices = offices

    def are_one(self, left: str, right: str) -> bool:
        """Whether two descriptions may name one source."""
        return _meet(_sign(left), _sign(right))

    def together(self, speakers: Iterable[S]) -> list[list[S]]:
        """The speakers in groups, each one source, in the order in which each is first named."""
        told = list(speakers)
        return [[told[n] for n in group] for group in self.places(told)]

    def places(self, speakers: Sequence[Speaker]) -> list[list[int]]:
        """The same by the places of the speakers in their list.

        Who is described by less joins those that are described by more: "police" does not make one of two forces.
        """
        alike: dict[tuple[str, str | None], list[int]] = {}
        for n, one in enumerate(speakers):
            alike.setdefault((one.name, one.entity), []).append(n)
        full = {places[0]: places for places in alike.values()}
        signs = {n: self._signs(speakers[n]) for n in full}
        groups: list[list[int]] = []
        for n in sorted(signs, key=lambda n: (-max(len(one.own) for one in signs[n]), n)):
            joined = next((group for group in groups if any(self._match(speakers, signs, n, m) for m in group)), None)
            if joined is None:
                groups.append([n])
            else:
                joined.append(n)
        return sorted(sorted(place for n in group for place in full[n]) for group in groups)

    def named(self, group: Sequence[Speaker]) -> str:
        """By whom a source is named: the body, else the person, else the description that is cited most, first one that
        says which body it is ("Brek police"), and of these the fullest; without a capital where an account has none.
        """
        bodies = [one for one in group if one.entity and _sign(one.name).branch]
        known = bodies or [one for one in group if one.entity] or group
        found = Counter(one.entity or one.name for one in known)
        telling = {one.entity or one.name: bool(one.entity) or _names_body(one.name) for one in known}
        length = {one.entity or one.name: len(one.name) for one in known}
        best = max(found, key=lambda name: (telling[name], found[name], length[name], name))
        return next((one.name for one in group if one.name == best.lower()), best)

    def _signs(self, speaker: Speaker) -> tuple[_Sign, ...]:
        """What a speaker's name says, and what the offices do in which a public body is named."""
        held = (_sign(office) for office in self._offices.get(speaker.entity or "", ()))
        return (_sign(speaker.name), *(one for one in held if one.branch is not None))

    @staticmethod
    def _match(told: Sequence[Speaker], signs: Mapping[int, tuple[_Sign, ...]], n: int, m: int) -> bool:
        if told[n].entity and told[n].entity == told[m].entity:
            return True
        return any(_meet(one, other) for one in signs[n] for other in signs[m])


def _names_body(name: str) -> bool:
    """Whether what tells this body from others are names: "Brek police", not "police and witnesses"."""
    own = _sign(name).own
    capitals = {word.lower() for word in _WORD.findall(_OWNER.sub("", name)) if word[0].isupper()}
    return bool(own) and own <= capitals


def _meet(one: _Sign, other: _Sign) -> bool:
    if (one.words ^ other.words) & _list("apart"):
        return False
    if one.words and other.words and (one.words <= other.words or other.words <= one.words):
        return True
    if one.branch is None or other.branch is None or not _same_branch(one.branch, other.branch):
        return False
    return not one.own or not other.own or bool((one.own & other.own) - _shared())


def _same_branch(one: str, other: str) -> bool:
    """Whether two branches are one; who may be of any ("officials") is none that is asked beside the police."""
    return one == other or (not (one and other) and (one or other) not in _list("beside"))


@lru_cache(4096)
def _sign(name: str) -> _Sign:
    plain = _INITIALS.sub("police", name)
    words = [word.rstrip(".") for word in _WORD.findall(_OWNER.sub("", plain).lower())]
    telling = frozenset(words) - _list("plain")
    text = " ".join(words)
    branch = next((branch for branch, signs in _branches().items() if re.search(rf"\b(?:{signs})\b", text)), None)
    if telling & _list("apart"):
        branch = None
    own = frozenset(re.sub(rf"\b(?:{_branches()[branch]})\b", " ", text).split()) if branch else telling
    own -= _list("plain") | _list("official") | _list("any")
    generic = branch is None and not own and bool(telling & _list("any"))
    return _Sign(telling, "" if generic else branch, own)


def _list(name: str) -> frozenset[str]:
    return frozenset(load("en", "speaking-bodies")[name])


@lru_cache(1)
def _branches() -> dict[str, str]:
    """The words of each branch, as a pattern."""
    table: Mapping[str, Sequence[str]] = load("en", "speaking-bodies")["branches"]
    return {branch: "|".join(sorted(words, key=lambda word: (-len(word), word))) for branch, words in table.items()}


@lru_cache(1)
def _shared() -> frozenset[str]:
    """Words that the names of many places have."""
    return frozenset(load("en", "places")["sites"]["shared"])
