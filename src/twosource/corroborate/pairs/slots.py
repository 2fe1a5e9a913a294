"""Where two sentences that are alike word for word part: the places that they fill otherwise, or that one leaves empty.

Most words of "Ostrel's mayor thanked the crew" and "Ostrel's mayor thanked the pilots" stand in the same order; what
stands between them on both sides is a slot, filled two ways. Reach for it where one value may have been exchanged and
all else kept: ``words`` pairs words wherever they stand, and so does not see that a pronoun was exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from twosource.corroborate.pairs.words import Pairing, Side

MOST = 200
"""Words of a sentence that are laid in order: the time grows with the product of both lengths."""
ALIKE = 0.6
"""Part of the longer sentence's words in order from which on two sentences are alike word for word."""

_LINK = re.compile(r"\w\.\w+/")
"""What every address of a page has: no word, and no value that two sentences could differ in."""
_LEFT_OUT = frozenset({"PUNCT", "DET", "SYM"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_PERSONAL = frozenset({"Person", "Number", "Gender"})


_LOOSE = frozenset({("Gender=Neut", "Number=Sing", "Person=3"), ("Number=Plur", "Person=3"), ("Number=Sing",)})
"""What "it", "they" and "that" tell of what they mean: a deed, or those who did it. What is "theirs" has a holder."""


class Filling(StrEnum):
    """What fills a slot on both sides."""

    PRONOUN = "pronoun"
    FIGURE = "figure"
    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that two sentences fill otherwise; tokens of the left and of the right."""

    left: tuple[int, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slots:
    """Two sentences laid in order.

    Attributes:
        filled: The places that both fill.
        inserted: How many places only one of them fills.
        alike: Part of the longer sentence's words that both have in the same order.
        fillings: What fills ``filled``; empty where the sentences are not alike word for word.
    """

    filled: tuple[Slot, ...]
    inserted: int
    alike: float
    fillings: frozenset[Filling]

    @property
    def only(self) -> Slot | None:
        """The one place in which sentences part that are otherwise alike word for word."""
        return self.filled[0] if len(self.filled) == 1 and not self.inserted and self.alike >= ALIKE else None


def slots_of(pairing: Pairing) -> Slots:
    """Lay two sentences in order; articles and marks do not count.

    Args:
        pairing: Their words, paired off.
    """
    left, right = _words(pairing.left), _words(pairing.right)
    keys = [_key(pairing.left, index) for index in left], [_key(pairing.right, index) for index in right]
    found, equal, at, to = [], 0, 0, 0
    blocks = [step for step in LCSseq.opcodes(*keys) if step.tag == "equal"]
    for start, stop, other, end in [
        *((one.src_start, one.src_end, one.dest_start, one.dest_end) for one in blocks),
        (len(left), len(left), len(right), len(right)),
    ]:
        found.append(Slot(tuple(left[at:start]), tuple(right[to:other])))
        equal, at, to = equal + stop - start, stop, end
    filled = tuple(slot for slot in found if slot.left and slot.right)
    alike = equal / max(1, len(left), len(right))
    fillings = {filling for slot in filled if (filling := filling_of(pairing, slot))} if alike >= ALIKE else ()
    return Slots(filled, sum(bool(one.left) != bool(one.right) for one in found), alike, frozenset(fillings))


def filling_of(pairing: Pairing, slot: Slot) -> Filling | None:
    """What fills a slot on both sides, if nothing of it stands elsewhere in the other sentence.

    Args:
        pairing: The words of both sentences, paired off.
        slot: A place that both fill.
    """
    ones, others = _tags(pairing.left, slot.left), _tags(pairing.right, slot.right)
    if ones == others == {"PRON"}:
        one, other = _meant(pairing.left, slot.left), _meant(pairing.right, slot.right)
        owned = any(
            _is_possessive(side, slot) for side, slot in ((pairing.left, slot.left), (pairing.right, slot.right))
        )
        loose = not owned and {one, other} <= _LOOSE
        return Filling.PRONOUN if one and other and one != other and not loose else None
    if any(index in pairing.to_right for index in slot.left):
        return None
    for filling, tag in ((Filling.FIGURE, "NUM"), (Filling.NAME, "PROPN")):
        if tag in ones and tag in others and "VERB" not in ones | others:
            return filling
    return Filling.WORD if ones & _CONTENT and others & _CONTENT else None


def _words(side: Side) -> list[int]:
    tokens = side.tokens
    return [
        index for index in side.indexes if tokens[index].upos not in _LEFT_OUT and not _LINK.search(tokens[index].text)
    ][:MOST]


def _key(side: Side, index: int) -> str:
    """A word by its lemma; a pronoun as it stands, for "his" and "their" may share one."""
    token = side.tokens[index]
    return token.text.lower() if token.upos == "PRON" else token.lemma.lower()


def _meant(side: Side, indexes: Sequence[int]) -> tuple[str, ...]:
    """Person, number and gender of the personal pronouns in a slot: "his" and "him" mean one, "his" and "my" two."""
    feats = (feat for index in indexes for feat in side.tokens[index].feats.split("|"))
    return tuple(sorted(feat for feat in feats if feat.partition("=")[0] in _PERSONAL))


def _is_possessive(side: Side, indexes: Sequence[int]) -> bool:
    return any("Poss=Yes" in side.tokens[index].feats for index in indexes)


def _tags(side: Side, indexes: Sequence[int]) -> set[str]:
    return {side.tokens[index].upos for index in indexes}
