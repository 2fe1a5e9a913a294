"""Which word of one name stands for which word of another.

Words are paired off best first: the same word, another romanisation of it, a pet form, an initial, two words written as
one. The invariant: a word is paired at most once, and the result does not depend on which name is the left one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from twosource.link.parts import NameParts, Word
from twosource.link.spelling import LATIN, script, similarity
from twosource.resources import languages, load

PAIRED = 0.55
"""Likeness from which two words may be paired: below it, unlike surnames begin to meet ("Morin", "Zhorin" have 0.79,
two given names at random 0.3). How good a pair is, is weighed later."""
_ONE_WORD = 0.9  # likeness beyond which two words are another's two halves
_INITIAL = 0.8  # an initial fits one given name in eight or so
_PET_FORM = 0.9
_FITS = 0.75  # likeness from which a native word is read as the Latin one that it is paired with


class Kind(StrEnum):
    """By what two words were paired."""

    SAME = "same"
    SPELLING = "spelling"
    PET_FORM = "pet form"
    INITIAL = "initial"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of one name that stand for words of the other, by their places among the full words."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two names laid against each other.

    Attributes:
        left, right: The full words of both; a native word that fits a Latin one reads as that one, since by itself it
            would be romanised without its vowels.
        pairs: Paired words, by place in the left name.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    pairs: tuple[Pair, ...]

    @property
    def left_over(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words of each name that found no counterpart."""
        taken_left = {place for pair in self.pairs for place in pair.left}
        taken_right = {place for pair in self.pairs for place in pair.right}
        return (
            tuple(word for place, word in enumerate(self.left) if place not in taken_left),
            tuple(word for place, word in enumerate(self.right) if place not in taken_right),
        )

    @property
    def reordered(self) -> bool:
        """Whether the pairs do not stand in one order."""
        places = [pair.right for pair in self.pairs]
        return places != sorted(places)


def align(left: NameParts, right: NameParts) -> Alignment:
    """Pair the words of two names off, best first."""
    one, other = left.full, right.full
    found = [*_single(one, other), *_joined(one, other)]
    found.sort(
        key=lambda pair: (-pair.likeness, len(pair.left) + len(pair.right), _apart(pair), sum(pair.left + pair.right))
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen = []
    for pair in found:
        if taken_left.isdisjoint(pair.left) and taken_right.isdisjoint(pair.right):
            chosen.append(pair)
            taken_left.update(pair.left)
            taken_right.update(pair.right)
    pairs = tuple(sorted(chosen, key=lambda pair: pair.left))
    return Alignment(*_romanised(one, other, pairs), pairs)


def _romanised(
    left: Sequence[Word], right: Sequence[Word], pairs: Sequence[Pair]
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of both names, native ones spelt as the Latin ones that they fit."""
    one, other = list(left), list(right)
    for pair in pairs:
        i, j = pair.left[0], pair.right[0]
        if len(pair.left) == 1 == len(pair.right) and pair.likeness >= _FITS:
            scripts = script(one[i].text), script(other[j].text)
            if scripts[0] != LATIN == scripts[1]:
                one[i] = replace(one[i], plain=other[j].plain)
            elif scripts[1] != LATIN == scripts[0]:
                other[j] = replace(other[j], plain=one[i].plain)
    return tuple(one), tuple(other)


def _apart(pair: Pair) -> int:
    return abs(pair.left[0] - pair.right[0])


def _single(left: tuple[Word, ...], right: tuple[Word, ...]) -> list[Pair]:
    pairs = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            likeness, kind = likeness_of(one, other)
            if likeness >= PAIRED:
                pairs.append(Pair((i,), (j,), likeness, kind))
    return pairs


def likeness_of(one: Word, other: Word) -> tuple[float, Kind]:
    """How alike two words are, 0 to 1, and by what; 0 where they are too unlike to be paired."""
    if one.plain == other.plain:
        return 1.0, Kind.SAME
    if one.initial or other.initial:
        return (_INITIAL if one.plain[:1] == other.plain[:1] else 0.0), Kind.INITIAL
    if is_pet_form(one.plain, other.plain):
        return _PET_FORM, Kind.PET_FORM
    return similarity(one.text, other.text, PAIRED), Kind.SPELLING


def _joined(left: tuple[Word, ...], right: tuple[Word, ...]) -> list[Pair]:
    """Two neighbouring words of one name that the other writes as one."""
    pairs = [Pair((i, i + 1), (j,), 0.97, Kind.JOINED) for i, j in joins(left, right)]
    return pairs + [Pair((i,), (j, j + 1), 0.97, Kind.JOINED) for j, i in joins(right, left)]


def joins(apart: tuple[Word, ...], whole: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Where two neighbouring words of one name are one word of the other: the first one's place, and that word's."""
    found = []
    for i in range(len(apart) - 1):
        both = apart[i].text + apart[i + 1].text
        if len(both) > 3:
            found += [(i, j) for j, word in enumerate(whole) if similarity(both, word.text, _ONE_WORD) > _ONE_WORD]
    return found


def is_pet_form(one: str, other: str) -> bool:
    """Whether one given name is a short or pet form of the other ("Ted", "Theodore").

    >>> is_pet_form("ted", "theodore"), is_pet_form("ted", "robert")
    (True, False)
    """
    table = _pet_forms()
    return other in table.get(one, ()) or one in table.get(other, ())


@cache
def _pet_forms() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for language in languages("given-names"):
        for name, forms in load(language, "given-names")["given"].items():
            found[name] = found.get(name, frozenset()) | frozenset(forms.split())
    return found
