"""What two sentences exchange within themselves: "the army attacked the rebels" and "the rebels attacked the army".

Both have the same words, so nothing that counts words sees the difference. Here each sentence becomes its places (a
word and how another hangs on it, passives turned back) with what fills them. Two sentences are turned about where one
place has B for A and another A for B, or where A hangs on B and then B on A ("from A to B"). What goes both ways
("met", "played") is left alone. Reach for it where sentences share nearly all their words: another match of the same
two teams has other words too.
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.corroborate.pairs.differences import Difference
from twosource.corroborate.pairs.words import Pairing, Side
from twosource.model.claim import ConflictKind
from twosource.model.reading import EntityType, Mention

DOER, UNDERGOER = "doer", "undergoer"
_PLACES = {
    "nsubj": DOER, "nsubj:pass": UNDERGOER, "obj": UNDERGOER, "obl:agent": DOER, "iobj": "to", "nmod:poss": "of",
    "amod": "modifier", "compound": "modifier", "nummod": "number",
}  # fmt: skip
_BY_PREPOSITION = frozenset({"obl", "nmod"})
_FILLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


class Place(NamedTuple):
    """A word, and how what fills the place hangs on it."""

    head: str
    how: str


def turned_about(pairing: Pairing) -> Difference | None:
    """The first exchange within two sentences.

    Args:
        pairing: Their words, paired off.
    """
    left, right = _filled(pairing.left), _filled(pairing.right)
    exchanged: dict[tuple[str, str], Place] = {}
    for place, index in left.items():
        one, token = _key(pairing.left, index), pairing.left.tokens[index]
        upside_down = right.get(Place(one, place.how)) if token.deprel.startswith("nmod") else None
        if upside_down is not None and _key(pairing.right, upside_down) == place.head != one:
            return _difference(pairing.left, (token.head, index), {place.how})
        other = _key(pairing.right, right[place]) if place in right else one
        before = exchanged.get((other, one))
        if before is not None:
            return _difference(pairing.left, (left[before], index), {before.how, place.how})
        if one != other:
            exchanged[one, other] = place
    return None


def _difference(side: Side, words: tuple[int, int], hows: set[str]) -> Difference:
    """Who did it, or other names or figures in each other's places, or other words."""
    names = [_name_at(side, index) for index in words]
    kind = ConflictKind.WORDING
    if hows == {"number"}:
        kind = ConflictKind.NUMBER
    elif all(name and name.type is EntityType.PLACE for name in names):
        kind = ConflictKind.PLACE
    elif all(names) or hows & {DOER, UNDERGOER}:
        kind = ConflictKind.NAME
    one, other = (name.text if name else side.tokens[index].text for name, index in zip(names, words, strict=True))
    return Difference(kind, f"“{one}” and “{other}” have changed places", words=(one, other))


def _name_at(side: Side, index: int) -> Mention | None:
    return next((name for name in side.names if name.span.overlaps(side.tokens[index].span)), None)


def _filled(side: Side) -> dict[Place, int]:
    """The places of a sentence with the tokens that fill them; a place that is filled twice tells nothing."""
    found: dict[Place, int] = {}
    twice: set[Place] = set()
    for index in side.content:
        place = _place(side, index)
        if place is not None and found.setdefault(place, index) != index:
            twice.add(place)
    return {place: index for place, index in found.items() if place not in twice}


def _place(side: Side, index: int) -> Place | None:
    """Where a noun, a name, an adjective or a number hangs."""
    token, head = side.tokens[index], side.tokens[index].head
    if token.upos not in _FILLING or head == index or side.context.is_time(index):
        return None
    how = hangs(side, index)
    if how == "to" and _preposition(side, head) == "from":  # parsers hang "to B" on A or beside it
        head = side.tokens[head].head
    mutual = how in (DOER, UNDERGOER) and side.lemma(head) in side.context.lexicon.mutual
    return None if how in (None, "with") or mutual else Place(_key(side, head), how)


def hangs(side: Side, index: int) -> str | None:
    """How a word hangs on its head, passives turned back: as who does it, as what undergoes it, by a preposition …

    Args:
        side: Its sentence.
        index: The word.
    """
    token, children = side.tokens[index], side.context.tree.children
    how = _PLACES.get(token.deprel)
    if token.deprel.partition(":")[0] not in _BY_PREPOSITION or how is not None:
        return how
    passive = any(side.tokens[below].deprel == "nsubj:pass" for below in children[token.head])
    how = _preposition(side, index)
    return DOER if how == "by" and passive else how


def _preposition(side: Side, index: int) -> str | None:
    below = side.context.tree.children[index]
    return next((side.lemma(one) for one in below if side.tokens[one].deprel == "case"), None)


def _key(side: Side, index: int) -> str:
    """Who or what a word means: an entity, or the word."""
    return side.entity.get(index) or side.lemma(index)
