"""Sentences that two accounts print alike but for one thing: another number, another day, a "not" more.

Alignment looks for claims first and lays their values side by side; what never became a claim, or stands in two, it
does not see. But who prints another's sentence with one value changed tells of the same thing, or has copied it
wrongly, and either is for an editor. Sentences are laid word by word in order; what stands before and behind the words
that they share may be anything, for each account names its source and breaks off where it likes. Figures and days are
joined to one claim and judged there; what no claim holds, opposites and denials become a claim of their own. Names
have their own reading (``assertions/exchanged.py``, ``spelt``, ``misnamed``), for of two persons much is told in the
same words. The invariants: two accounts of which one is known to take from the other are left to the guard, what one
account prints with two values is a list, and two sentences part in one place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.corroborate.alignment.cluster import merged
from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.findings.findings import Story, finding
from twosource.corroborate.pairs.excluding import excluded
from twosource.corroborate.pairs.parting import is_no, keys, parting
from twosource.corroborate.pairs.words import Side
from twosource.model.claim import Claim, ClaimType, ConflictKind, Statement
from twosource.model.span import Span
from twosource.model.value import Wording

LONGEST = 4
"""Words that a value has at most."""
ENTRY = 3
"""Words in a row under which sentences are looked up."""
MOST = 40
"""Sentences under one entry up to which all are laid side by side: more are a table."""
_JOINED = frozenset({ConflictKind.NUMBER, ConflictKind.DATE})
Place = tuple[str, int]
"""An account, and the number of a sentence in it."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Two sentences that part in one place.

    Attributes:
        kind: In what.
        places: The two sentences.
        slots: Where their values stand, in the account's text.
        denied: Which of them says no, for a conflict of polarity.
    """

    kind: ConflictKind
    places: tuple[Place, Place]
    slots: tuple[Span, Span]
    denied: tuple[bool, bool] = (False, False)


def twins(read: Sequence[Context], apart: Iterable[tuple[str, str]]) -> list[Twin]:
    """The pairs of sentences of two accounts that part in one place, in a fixed order.

    Args:
        read: The accounts of a story.
        apart: Pairs of accounts of which one is known to take from the other.
    """
    tied = {frozenset(pair) for pair in apart}
    found = [twin for left, right in _candidates(read) if (twin := _twin(left, right)) is not None]
    listed = {place for twin in found if len({article for article, _ in twin.places}) == 1 for place in twin.places}
    return [
        twin
        for twin in found
        if listed.isdisjoint(twin.places) and frozenset(article for article, _ in twin.places) not in tied
    ]


def _article(side: Side) -> str:
    return side.context.account.article.id


def _candidates(read: Sequence[Context]) -> Iterator[tuple[Side, Side]]:
    """Sentences that share some words in a row, and are not alike word for word. Of those that are, as reprints have
    them, each is held against one of the others' only.
    """
    forms: dict[tuple[str, ...], list[Side]] = defaultdict(list)
    for context in read:
        for sentence in context.tree.sentence_ranges:
            side = Side(context, sentence)
            forms[keys(side)].append(side)
    entries: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, words in enumerate(forms):
        for at in range(len(words) - ENTRY + 1):
            entries[words[at : at + ENTRY]].add(number)
    pairs = {pair for numbers in entries.values() if len(numbers) <= MOST for pair in combinations(sorted(numbers), 2)}
    told = list(forms.values())
    for one, other in sorted(pairs):
        yield from ((told[one][0], side) for side in told[other])
        yield from ((side, told[other][0]) for side in told[one][1:])


def _twin(left: Side, right: Side) -> Twin | None:
    found = parting(left, right)
    if found is None or max(map(len, found.slot)) > LONGEST:
        return None
    places = (_article(left), _number(left)), (_article(right), _number(right))
    one, other = found.slot
    if not one or not other:
        return Twin(ConflictKind.POLARITY, places, found.shared, (is_no(left, one), is_no(right, other)))
    slots = left.context.tree.span(list(one)), right.context.tree.span(list(other))
    kind = excluded(left, right, slots)
    return Twin(kind, places, slots) if kind else None


def _number(side: Side) -> int:
    return side.context.sentence(side.indexes.start)


def joined_by_twins(
    groups: Sequence[tuple[Assertion, ...]], found: Iterable[Twin]
) -> tuple[tuple[Assertion, ...], ...]:
    """The groups, with the figures and days of twins in one.

    Args:
        groups: What alignment found.
        found: From ``twins``.
    """
    at: defaultdict[Place, list[Assertion]] = defaultdict(list)
    for group in groups:
        for one in group:
            if one.type in (ClaimType.FIGURE, ClaimType.DATE):
                at[one.article, one.sentence].append(one)
    pairs = []
    for twin in found:
        if twin.kind in _JOINED:
            told = [
                [one for one in at[place] if one.focus.overlaps(slot)]
                for place, slot in zip(twin.places, twin.slots, strict=True)
            ]
            pairs += [(one, other) for one in told[0] for other in told[1] if one.type is other.type]
    return merged(groups, pairs)


def told_by_twins(
    found: Iterable[Twin], claims: Sequence[Claim], contexts: Iterable[Context], voices: Voices, story: Story
) -> list[Claim]:
    """A claim for each pair of values that no claim shows against each other.

    Args:
        found: From ``twins``.
        claims: The story's claims.
        contexts: Its accounts.
        voices: Names the speakers.
        story: What findings are drawn from.
    """
    by_id = {context.account.article.id: context for context in contexts}
    shown, held = _shown(claims, by_id), _held(claims, by_id)
    told: dict[tuple[str, frozenset[str]], dict[Place, Assertion]] = defaultdict(dict)
    for twin in found:
        if frozenset(twin.places) in shown | held[twin.kind]:
            continue
        said = [_said(by_id[place[0]], twin, at, voices) for at, place in enumerate(twin.places)]
        key = (
            twin.kind.value,
            frozenset(
                slot.of(by_id[place[0]].reading.text).lower()
                for place, slot in zip(twin.places, twin.slots, strict=True)
            ),
        )
        for place, one in zip(twin.places, said, strict=True):
            told[key].setdefault(place, one)
    return [
        finding(tuple(group.values()), story, ConflictKind(kind)) for (kind, _), group in sorted(told.items(), key=str)
    ]


def _said(context: Context, twin: Twin, at: int, voices: Voices) -> Assertion:
    """What one of two sentences says: its value, with the sentence as its passage."""
    slot = twin.slots[at]
    value = Wording(slot.of(context.reading.text))
    return stated(context, voices, Found(ClaimType.EVENT, slot, Topic(), value, negated=twin.denied[at]))


def _shown(claims: Iterable[Claim], contexts: Mapping[str, Context]) -> set[frozenset[Place]]:
    """The pairs of sentences between which a claim shows a conflict already."""
    found = set()
    for claim in claims:
        for conflict in claim.conflicts:
            sides = [{_place(claim.statements[n], contexts) for n in side} for side in conflict.sides]
            found |= {
                frozenset((one, other)) for mine, theirs in combinations(sides, 2) for one in mine for other in theirs
            }
    return found


def _held(claims: Iterable[Claim], contexts: Mapping[str, Context]) -> dict[ConflictKind, set[frozenset[Place]]]:
    """By the kind of a claim's conflicts the pairs of its sentences that give other values: a copy's change stands
    against its source alone there, and not against each other copy.
    """
    found: dict[ConflictKind, set[frozenset[Place]]] = defaultdict(set)
    for claim in claims:
        for kind in {conflict.kind for conflict in claim.conflicts}:
            for one, other in combinations(claim.statements, 2):
                if one.value and other.value and one.value.text.lower() != other.value.text.lower():
                    found[kind].add(frozenset((_place(one, contexts), _place(other, contexts))))
    return found


def _place(one: Statement, contexts: Mapping[str, Context]) -> Place:
    passage = one.passage
    return passage.article, contexts[passage.article].reading.sentence_at(passage.span.start) or 0
