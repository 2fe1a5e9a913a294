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
from dataclasses import dataclass
from itertools import combinations

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.gazetteer import cities, gazetteer
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import is_whereabouts
from twosource.corroborate.context import NOMINAL, Context
from twosource.model.claim import ClaimType
from twosource.model.entity import Entity
from twosource.model.judgement import Passage
from twosource.model.reading import EntityType
from twosource.model.span import Span
from twosource.model.value import Wording
from twosource.text.words import shared_start

GIVEN_PLACE, GIVEN_BODY = "given place", "given body"
LEAST = 7
"""Words in a row around the names that two accounts must share, one of them right before. On 608 real stories, of which
some twenty have so many around two names, no two of these names exclude each other."""
LONGEST = 12
"""Words on either side of a name that are looked at."""
ENTRY = 2
"""Words right before a name under which its frame is looked up."""
MOST = 60
"""Frames under one entry up to which all are laid side by side: more are a table."""
_WITHIN = r"(?:, ?| in | near )(?:the )?"
"""What stands between two names of which one says where the other is."""
KINDS: Mapping[EntityType, str] = {EntityType.PLACE: GIVEN_PLACE, EntityType.ORGANIZATION: GIVEN_BODY}


@dataclass(frozen=True, slots=True)
class _Slot:
    """A name with the words around it, the nearest first."""

    context: Context
    span: Span
    entity: str
    kind: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    tags: tuple[tuple[str, ...], tuple[str, ...]]


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
    given: dict[str, dict[tuple[str, str], _Slot]] = defaultdict(dict)
    texts = [context.reading.text.lower() for context in read]
    slots = [slot for context in read for slot in _slots(context) if _passage(slot) not in placed]
    for one, other in _pairs(slots):
        if not _exclude(one, other, names, texts):
            continue
        subject = " ".join(sorted((one.entity, other.entity)))
        for slot in (one, other):
            given[subject].setdefault((slot.context.account.article.id, slot.entity), slot)
    for subject, told in sorted(given.items()):
        for (_, entity), slot in sorted(told.items()):
            topic = Topic(subject=subject, predicate=slot.kind, words=frozenset({entity}))
            value = Wording(slot.span.of(slot.context.reading.text))
            yield stated(slot.context, voices, Found(ClaimType.ATTRIBUTE, slot.span, topic, value))


def _slots(context: Context) -> Iterator[_Slot]:
    """The names of an account's places and bodies with what stands around them in their sentence."""
    tokens = context.tree.tokens
    for named in context.named:
        inside = context.tree.tokens_in(named.span)
        if named.type not in KINDS or not any(tokens[at].upos == "PROPN" for at in inside):
            continue
        sentence = context.tree.sentence_ranges[context.tree.sentence_of[inside[0]]]
        before = [at for at in range(inside[0] - 1, sentence.start - 1, -1) if tokens[at].upos != "PUNCT"]
        if before and tokens[before[0]].upos == "DET":
            before = before[1:]
        behind = [at for at in range(inside[-1] + 1, sentence.stop) if tokens[at].upos != "PUNCT"]
        sides = before[:LONGEST], behind[:LONGEST]
        words = [tuple(tokens[at].text.lower() for at in side) for side in sides]
        first, second = (tuple(tokens[at].upos for at in side) for side in sides)
        yield _Slot(context, named.span, named.id, KINDS[named.type], words[0], words[1], (first, second))


def _pairs(slots: Sequence[_Slot]) -> Iterator[tuple[_Slot, _Slot]]:
    """Slots of two accounts in one frame."""
    entries: dict[tuple[str, ...], list[_Slot]] = defaultdict(list)
    for slot in slots:
        if len(slot.before) >= ENTRY:
            entries[slot.kind, *slot.before[:ENTRY]].append(slot)
    for entry in sorted(entries):
        if len(entries[entry]) <= MOST:
            for one, other in combinations(entries[entry], 2):
                if one.context is not other.context and _are_alike(one, other):
                    yield one, other


def _are_alike(one: _Slot, other: _Slot) -> bool:
    """Whether two slots share enough words in a row, a verb and a noun among them."""
    before, behind = shared_start(one.before, other.before), shared_start(one.behind, other.behind)
    tags = {*one.tags[0][:before], *one.tags[1][:behind]}
    return before + behind >= LEAST and "VERB" in tags and bool(tags & NOMINAL)


def _exclude(one: _Slot, other: _Slot, names: Mapping[str, frozenset[str]], texts: Sequence[str]) -> bool:
    """Whether two names in one frame cannot both be meant: they share no word, neither sentence has both, and no
    account tells that one lies in the other ("Millbrook, Westshire").
    """
    if one.entity == other.entity or _words(one) & _words(other):
        return False
    mine, theirs = names[one.entity], names[other.entity]
    if any(name in _sentence(one) for name in theirs) or any(name in _sentence(other) for name in mine):
        return False
    if one.kind == GIVEN_PLACE and (mine | theirs) & gazetteer() and not mine | theirs <= cities():
        return False
    forms = ["|".join(map(re.escape, sorted(side))) for side in (mine, theirs)]
    beside = re.compile(rf"\b(?:{forms[0]}){_WITHIN}(?:{forms[1]})\b|\b(?:{forms[1]}){_WITHIN}(?:{forms[0]})\b")
    return not any(beside.search(text) for text in texts)


def _passage(slot: _Slot) -> Passage:
    reading = slot.context.reading
    return Passage(slot.context.account.article.id, reading.sentences[reading.sentence_at(slot.span.start) or 0])


def _sentence(slot: _Slot) -> str:
    return _passage(slot).span.of(slot.context.reading.text).lower()


def _words(slot: _Slot) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", slot.span.of(slot.context.reading.text).lower()))
