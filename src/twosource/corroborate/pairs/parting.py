"""Where two sentences part that share most of their words in order: the one place that both fill otherwise, or in which
one of them says "not".

Reach for it with the sentences of two accounts. What stands before the words that both share, or behind them, may be
anything, for each account names its source and breaks off where it likes; a mark ends what belongs to them. The
invariant: the verb that a place hangs on is among the shared words, or stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Opcode

from twosource.corroborate.pairs.tone import tones_of
from twosource.corroborate.pairs.words import Side
from twosource.model.reading import Token
from twosource.model.span import Span

FEWEST = 5
"""Words in order that two sentences must share, articles and marks apart."""
SHARED = 0.6
"""… and part of the words from the first of them to the last, where these are fewer."""
LEAST, LEAST_DENIED = 4, 3
"""Of these, words that tell something: names, nouns, verbs, adjectives, figures. Fewer tell a "not" apart."""
MOST = 60
"""Words of a sentence that are laid in order: longer ones are lists."""
NEXT = 2
"""Words from one place to the next up to which both are one ("six to three")."""
_LEFT_OUT = frozenset({"PUNCT", "DET", "SYM"})
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_UNITS = frozenset({"percent", "per", "cent"})
"""House style writes "per cent", "percent" and "%"."""
Slot = tuple[Sequence[int], Sequence[int]]
"""A place in which two sentences part, by the tokens of both; empty where one has nothing there."""


@dataclass(frozen=True, slots=True)
class Parting:
    """The one place in which two sentences part.

    Attributes:
        slot: The place.
        shared: The clause with the words that both share, in each account's text.
    """

    slot: Slot
    shared: tuple[Span, Span]


def keys(side: Side) -> tuple[str, ...]:
    """The words of a sentence by which it is laid beside another."""
    return tuple(_key(side, index) for index in _laid(side))


def _laid(side: Side) -> list[int]:
    """The words of a sentence that are laid in order."""
    tokens = side.tokens
    return [
        index
        for index in side.indexes
        if tokens[index].upos not in _LEFT_OUT
        and not (tokens[index].text.lower() in _UNITS and index and _is_counting(tokens[index - 1]))
    ][:MOST]


def _is_counting(token: Token) -> bool:
    return token.upos == "NUM" or token.text.lower() in _UNITS


def _key(side: Side, index: int) -> str:
    token = side.tokens[index]
    return token.text.lower() if token.upos in ("PRON", "NUM") else token.lemma.lower()


def parting(left: Side, right: Side) -> Parting | None:
    """Where two sentences part; ``None`` where they are alike, part in several places, or share too little.

    Args:
        left, right: The sentences.
    """
    ones, others = _laid(left), _laid(right)
    if min(len(ones), len(others)) < FEWEST:
        return None
    steps = LCSseq.opcodes([_key(left, at) for at in ones], [_key(right, at) for at in others])
    equal = [step for step in steps if step.tag == "equal"]
    same = [ones[at] for step in equal for at in range(step.src_start, step.src_end)]
    theirs = [others[at] for step in equal for at in range(step.dest_start, step.dest_end)]
    if len(same) < FEWEST:
        return None
    whole = range(same[0], same[-1] + 1), range(theirs[0], theirs[-1] + 1)
    around = [sum(at in span for at in laid) for laid, span in zip((ones, others), whole, strict=True)]
    if len(same) < SHARED * min(around):
        return None
    slots = _slots(equal, ones, others, left, right)
    if len(slots) != 1 or sum(_tells(left, at) for at in same) < (LEAST if all(slots[0]) else LEAST_DENIED):
        return None
    one, other = slots[0]
    if all(slots[0]) and not (_has_verb(left, one, same) and _has_verb(right, other, theirs)):
        return None
    near = max(
        at for at in range(len(same)) if not at or (one and same[at] < one[0]) or (other and theirs[at] < other[0])
    )
    return Parting(slots[0], (_clause(left, same, near), _clause(right, theirs, near)))


def _clause(side: Side, shared: Sequence[int], near: int) -> Span:
    """The shared words up to the first mark behind the place in which the sentences part, with their article."""
    article = shared[0] in side.indexes[1:] and side.tokens[shared[0] - 1].upos == "DET"
    behind = range(shared[near] + 1, shared[-1] + 1)
    end = next((at for at in behind if side.tokens[at].upos == "PUNCT"), behind.stop)
    return side.context.tree.span(range(shared[0] - article, end))


def _has_verb(side: Side, value: Sequence[int], among: Sequence[int]) -> bool:
    """Whether the verb that a value hangs on, or that it is, stands among the shared words or in it."""
    verbs = (at for at in (value[0], *side.context.tree.path_up(value[0])) if side.tokens[at].upos == "VERB")
    verb = next(verbs, None)
    return verb is not None and verb in (*among, *value)


def _tells(side: Side, index: int) -> bool:
    """Whether a word says what happened, and not who tells it."""
    return side.tokens[index].upos in _TELLING and not _is_of_speaker(side, [index])


def _slots(equal: Iterable[Opcode], ones: Sequence[int], others: Sequence[int], left: Side, right: Side) -> list[Slot]:
    """The places in which two sentences part; what only one has before or behind the shared words is none."""
    found: list[Slot] = []
    at, to = 0, 0
    for step in equal:
        found.append((ones[at : step.src_start], others[to : step.dest_start]))
        at, to = step.src_end, step.dest_end
    found[0] = _behind_mark(left, found[0][0]), _behind_mark(right, found[0][1])
    found.append((_before_mark(left, ones[at:], ones[at - 1]), _before_mark(right, others[to:], others[to - 1])))
    told = [slot for slot in found if _is_filled(left, right, *slot) or is_no(left, slot[0]) or is_no(right, slot[1])]
    return _run_together(told)


def _is_filled(left: Side, right: Side, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether both sentences have something else in a place, and not only who says so."""
    words = [[side.tokens[at].text.lower() for at in indexes] for side, indexes in ((left, one), (right, other))]
    return all(words) and words[0] != words[1] and not _is_of_speaker(left, one) and not _is_of_speaker(right, other)


def _run_together(slots: Sequence[Slot]) -> list[Slot]:
    """The places, with those in one that a single word parts: "six to three", "five to four"."""
    found: list[Slot] = []
    for slot in slots:
        near = found and all(
            mine and theirs and theirs[0] - mine[-1] <= NEXT for mine, theirs in zip(found[-1], slot, strict=True)
        )
        if near:
            first = found.pop()
            found.append((range(first[0][0], slot[0][-1] + 1), range(first[1][0], slot[1][-1] + 1)))
        else:
            found.append(slot)
    return found


def _before_mark(side: Side, indexes: Sequence[int], last: int) -> Sequence[int]:
    """Those words behind the shared ones that no mark parts from them."""
    for number, index in enumerate(indexes):
        if any(side.tokens[at].upos == "PUNCT" for at in range(last, index)):
            return indexes[:number]
        last = index
    return indexes


def _behind_mark(side: Side, indexes: Sequence[int]) -> Sequence[int]:
    """Those words before the shared ones that no mark parts from them."""
    marked = [at + 1 for at, index in enumerate(indexes) if side.tokens[index + 1].upos == "PUNCT"]
    return indexes[marked[-1] :] if marked else indexes


def is_no(side: Side, indexes: Sequence[int]) -> bool:
    """Whether words say no, and nothing else.

    Args:
        side: Their sentence.
        indexes: The words.
    """
    negation = tones_of(side).negation
    words = [side.tokens[index].text.lower() for index in indexes if side.tokens[index].upos != "AUX"]
    return bool(words) and all(word in negation for word in words)


def _is_of_speaker(side: Side, indexes: Sequence[int]) -> bool:
    """Whether words tell who says something: two accounts may cite two."""
    context, tokens = side.context, side.tokens
    above = {at for index in indexes for at in (index, *context.tree.path_up(index)[:3])}
    subjects = (at for at in above if tokens[at].deprel.startswith("nsubj"))
    return any(map(context.is_saying, indexes)) or any(context.is_saying(tokens[at].head) for at in subjects)
