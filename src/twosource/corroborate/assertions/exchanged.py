"""One sentence with two names in it: "flown to the clinic in Torvane" in one account, "… in Brenn" in the other.

Who prints the same words around another place or body tells of the same thing, or has copied it wrongly; either is for
an editor. Figures and times are joined by ``disputes/twins.py``; here a name is the value. Persons are
left out, for of two victims many accounts tell in the same words. An account that has both names knows two places, or
the smaller and the larger, and stands on no side. The invariant: each account gives one name a frame.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.gazetteer import cities, gazetteer
from twosource.corroborate.assertions.surroundings import Slot, pairs, shared, slot
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import is_whereabouts
from twosource.corroborate.context import NOMINAL, Context
from twosource.model.entity import Entity
from twosource.model.reading import EntityType

GIVEN_PLACE, GIVEN_BODY = "given place", "given body"
LEAST = 7
"""Words in a row around the names that two accounts must share. On 608 real stories, of which
some twenty have so many around two names, no two of these names exclude each other."""
ENTRY = 2
"""Words right before a name that must be the same."""
_WITHIN = r"(?:, ?| in | near )(?:the )?"
"""What stands between two names of which one says where the other is."""
KINDS: Mapping[EntityType, str] = {EntityType.PLACE: GIVEN_PLACE, EntityType.ORGANIZATION: GIVEN_BODY}


def exchanged(
    read: Sequence[Context], voices: Voices, entities: Sequence[Entity], said: Iterable[Assertion]
) -> Iterator[Assertion]:
    """The names that accounts give in one frame, where two of them exclude each other, by frame and account.

    Args:
        read: The accounts of a story.
        voices: Names the speakers.
        entities: From ``link``.
        said: What the accounts assert: where somebody's fate has a place already, it needs no second one.
    """
    placed = {one.passage for one in said if is_whereabouts(one.topic.predicate)}
    names = {one.id: frozenset(map(str.lower, one.names)) for one in entities}
    given: dict[str, dict[tuple[str, str], Slot]] = defaultdict(dict)
    texts = [context.reading.text.lower() for context in read]
    slots = [each for context in read for each in _slots(context) if each.passage not in placed]
    for one, other in pairs(slots, ENTRY):
        if not _are_alike(one, other) or not _exclude(one, other, names, texts):
            continue
        subject = " ".join(sorted((one.value, other.value)))
        for each in (one, other):
            given[subject].setdefault((each.article, each.value), each)
    for subject, told in sorted(given.items()):
        for _, each in sorted(told.items(), key=itemgetter(0)):
            yield each.told(voices, subject, each.kind)


def _slots(context: Context) -> Iterator[Slot]:
    """The names of an account's places and bodies with what stands around them in their sentence."""
    tokens = context.tree.tokens
    for named in context.named:
        inside = context.tree.tokens_in(named.span)
        if named.type in KINDS and any(tokens[at].upos == "PROPN" for at in inside):
            yield slot(context, named.span, named.id, KINDS[named.type])


def _are_alike(one: Slot, other: Slot) -> bool:
    """Whether two slots share enough words in a row, some right before and a verb and a noun among them."""
    words, tags = shared(one, other)
    return one.before[:ENTRY] == other.before[:ENTRY] and words >= LEAST and "VERB" in tags and bool(tags & NOMINAL)


def _exclude(one: Slot, other: Slot, names: Mapping[str, frozenset[str]], texts: Sequence[str]) -> bool:
    """Whether two names in one frame cannot both be meant: they share no word, neither sentence has both, and no
    account tells that one lies in the other ("Millbrook, Westshire").
    """
    if one.value == other.value or _words(one) & _words(other):
        return False
    mine, theirs = names[one.value], names[other.value]
    if any(name in one.sentence for name in theirs) or any(name in other.sentence for name in mine):
        return False
    if one.kind == GIVEN_PLACE and (mine | theirs) & gazetteer() and not mine | theirs <= cities():
        return False
    forms = ["|".join(map(re.escape, sorted(side))) for side in (mine, theirs)]
    beside = re.compile(rf"\b(?:{forms[0]}){_WITHIN}(?:{forms[1]})\b|\b(?:{forms[1]}){_WITHIN}(?:{forms[0]})\b")
    return not any(beside.search(text) for text in texts)


def _words(slot: Slot) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", slot.span.of(slot.context.reading.text).lower()))
