"""Two sentences laid side by side: all that is weighed of them, in what they differ, and what tells that it is of one
thing.

Reach for it through ``relation.compare``. What is laid out of a pair does not depend on which sentence is the left one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.corroborate.context import contexts
from twosource.corroborate.pairs.differences import Difference, differences
from twosource.corroborate.pairs.evidence import Evidence
from twosource.corroborate.pairs.matter import is_of_one_thing, may_measure_one_thing
from twosource.corroborate.pairs.reader import reader_features
from twosource.corroborate.pairs.slots import Filling, filling_of, slots_of
from twosource.corroborate.pairs.tone import degree
from twosource.corroborate.pairs.turned import turned_about
from twosource.corroborate.pairs.words import Pairing, Side
from twosource.model.claim import ConflictKind
from twosource.model.entity import Entity
from twosource.model.reading import Annotated, EntityType

PLAIN = frozenset(
    {ConflictKind.NUMBER, ConflictKind.POLARITY, ConflictKind.WORDING, ConflictKind.ROLE, ConflictKind.DATE}
)
PLAIN_NEAR = 0.45
"""A difference of these kinds is plain where the shorter sentence shares this part of its words: names differ too
easily by spelling and by what is left out."""
DETAIL = 0.75
"""Share of the longer sentence's words that the other must have for both to say the same; below, one refines the
other."""
VALUES = frozenset({ConflictKind.NUMBER, ConflictKind.DATE})
"""What the reader sees differ without knowing of what it is told: beside such values its word alone is no conflict."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Two sentences laid side by side.

    Attributes:
        features: All that is weighed, by name.
        difference: The first difference of their values that is about one thing; of two headlines also another, for
            what one of them says is said of all there is.
        measured: The first difference of figures that may measure one thing, wherever they stand.
        valued: Whether figures or days differ, of one thing or not.
        exchange: The one value that was exchanged, all else being word for word alike, or two that changed places.
        degree: How one of them says less than the other: of some, or as possible.
    """

    features: Mapping[str, float]
    difference: Difference | None
    measured: Difference | None = None
    valued: bool = False
    exchange: Difference | None = None
    degree: str = ""


def lay(left: Annotated, right: Annotated, entities: Sequence[Entity]) -> Laid:
    """Lay two accounts side by side, by all but the reader.

    Args:
        left, right: The accounts.
        entities: From ``link``, over both.
    """
    one, other = contexts((left, right), entities)
    pairing = Pairing(Side(one), Side(other))
    found = Evidence(pairing, cosine(left, right)).features()
    differing = tuple(differences(pairing, left, right))
    first = differing[0] if differing else None
    turned = turned_about(pairing) if found["shared of longer"] >= DETAIL else None
    return Laid(
        features=found | {"plain": float(is_plain(found, first))},
        difference=next((one for one in differing if counts(pairing, one, headlines=not found["sentences"])), None),
        measured=next((one for one in differing if may_measure_one_thing(pairing, one)), None),
        valued=any(one.kind in VALUES for one in differing),
        exchange=exchange(pairing) or turned,
        degree=degree(pairing),
    )


def counts(pairing: Pairing, differing: Difference, *, headlines: bool) -> bool:
    """Whether a difference is one of what is said of the same thing; what one of two headlines denies is all there is.

    Args:
        pairing: Two sentences, paired off word by word.
        differing: One of their differences.
        headlines: Whether both are headlines.
    """
    return (headlines and differing.kind not in VALUES) or is_of_one_thing(pairing, differing)


def read_too(laid: Laid, left: str, right: str) -> Laid:
    """Add what the pair reader makes of two English texts, and how much of it their form lets count."""
    found, read = laid.features, reader_features(left, right)
    counted = {
        "reader supports claim": read["reader supports"] * found["readable"],
        "reader supports beside evidence": read["reader supports"] * found["claims"],
        "reader sees conflict of sentences": read["reader sees conflict"] * found["sentences"],
    }
    return replace(laid, features={**found, **read, **counted})


def cosine(left: Annotated, right: Annotated) -> float:
    """How alike the sentence vectors are: for each sentence of the right the most alike of the left, on average."""
    one, other = left.body.vectors, right.body.vectors
    if one is None or other is None or not len(one) or not len(other):
        return 0.0
    return float((one @ other.T).max(axis=0).mean())


def is_plain(features: Mapping[str, float], differing: Difference | None) -> bool:
    """Whether a difference is plain to see: sentences with most words in common, a value that does not fit."""
    near = max(features["shared of shorter"], features["same words"])
    if differing is None or differing.kind not in PLAIN or near <= PLAIN_NEAR:
        return False
    denied = features["negated head"] + features["denial"]
    return differing.kind is not ConflictKind.POLARITY or denied > 0


def exchange(pairing: Pairing) -> Difference | None:
    """What stands in the only place where two sentences part; a difference of wording may be none of meaning.

    Args:
        pairing: Their words, paired off.
    """
    only = slots_of(pairing).only
    if only is None:
        return None
    one, other = (_said(side, slot) for side, slot in ((pairing.left, only.left), (pairing.right, only.right)))
    kind = _kind(pairing.right, only.right, filling_of(pairing, only))
    return Difference(kind, f"“{one}” against “{other}”, and all else alike")


def _said(side: Side, slot: Sequence[int]) -> str:
    return side.context.reading.text[side.tokens[slot[0]].span.start : side.tokens[slot[-1]].span.end]


def _kind(side: Side, slot: Sequence[int], filling: Filling | None) -> ConflictKind:
    """What the filling of a slot is: a day, a figure, a place, who is meant, or other words."""
    if filling is None or filling is Filling.WORD:
        return ConflictKind.WORDING
    spans = [side.tokens[index].span for index in slot]
    if any(time.span.overlaps(span) for time in side.times for span in spans):
        return ConflictKind.DATE
    if filling is Filling.FIGURE:
        return ConflictKind.NUMBER
    places = [name for name in side.names if name.type is EntityType.PLACE]
    named = any(name.span.overlaps(span) for name in places for span in spans)
    return ConflictKind.PLACE if named else ConflictKind.NAME
