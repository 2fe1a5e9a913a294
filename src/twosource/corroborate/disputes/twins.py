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

from rapidfuzz.distance import LCSseq, Opcode

from twosource.corroborate.alignment.cluster import merged
from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.hours import fit_hours, hour_of
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.figures.countable import is_age
from twosource.corroborate.findings.findings import Story, finding
from twosource.corroborate.interval import fit_days, fit_quantities
from twosource.corroborate.pairs.tone import tones_of
from twosource.corroborate.pairs.words import Side
from twosource.model.claim import Claim, ClaimType, ConflictKind
from twosource.model.reading import TimeMention, Token
from twosource.model.span import Span
from twosource.model.value import Quantity, Wording

FEWEST = 5
"""Words in order that two sentences must share, articles and marks apart."""
SHARED = 0.6
"""… and part of the words from the first of them to the last, where these are fewer."""
LEAST, LEAST_DENIED = 4, 3
"""Of these, words that tell something: names, nouns, verbs, adjectives, figures. Fewer tell a "not" apart."""
LONGEST = 4
"""Words that a value has at most."""
MOST_WORDS = 60
"""Words of a sentence that are laid in order: longer ones are lists."""
ENTRY = 3
"""Words in a row under which sentences are looked up."""
MOST = 40
"""Sentences under one entry up to which all are laid side by side: more are a table."""
_LEFT_OUT = frozenset({"PUNCT", "DET", "SYM"})
_TELLING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_UNITS = frozenset({"percent", "per", "cent"})
"""House style writes "per cent", "percent" and "%"."""
_JOINED = frozenset({ConflictKind.NUMBER, ConflictKind.DATE})
LARGE, NEARLY = 1000.0, 0.03
"""Of figures from the first on, a difference up to this part is somebody's rounding."""
NEXT = 2
"""Words from one value to the next up to which both are one ("six to three")."""
Place = tuple[str, int]
"""An account, and the number of a sentence in it."""
_Slot = tuple[Sequence[int], Sequence[int]]
"""A place in which two sentences part, by the tokens of both."""


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
            forms[tuple(_key(side, index) for index in _laid(side))].append(side)
    entries: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, words in enumerate(forms):
        for at in range(len(words) - ENTRY + 1):
            entries[words[at : at + ENTRY]].add(number)
    pairs = {pair for numbers in entries.values() if len(numbers) <= MOST for pair in combinations(sorted(numbers), 2)}
    told = list(forms.values())
    for one, other in sorted(pairs):
        yield from ((told[one][0], side) for side in told[other])
        yield from ((side, told[other][0]) for side in told[one][1:])


def _laid(side: Side) -> list[int]:
    """The words of a sentence that are laid in order."""
    tokens = side.tokens
    return [
        index
        for index in side.indexes
        if tokens[index].upos not in _LEFT_OUT
        and not (tokens[index].text.lower() in _UNITS and index and _is_counting(tokens[index - 1]))
    ][:MOST_WORDS]


def _is_counting(token: Token) -> bool:
    return token.upos == "NUM" or token.text.lower() in _UNITS


def _key(side: Side, index: int) -> str:
    token = side.tokens[index]
    return token.text.lower() if token.upos in ("PRON", "NUM") else token.lemma.lower()


def _twin(left: Side, right: Side) -> Twin | None:
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
    if len(same) < SHARED * min(
        len([at for at in laid if at in span]) for laid, span in zip((ones, others), whole, strict=True)
    ):
        return None
    slots = _slots(equal, ones, others, left, right)
    if len(slots) != 1 or sum(_tells(left, at) for at in same) < (LEAST if all(slots[0]) else LEAST_DENIED):
        return None
    one, other = slots[0]
    if all(slots[0]) and not (_has_verb(left, one, same) and _has_verb(right, other, theirs)):
        return None
    return _typed(left, right, slots[0], (left.context.tree.span(whole[0]), right.context.tree.span(whole[1])))


def _has_verb(side: Side, value: Sequence[int], among: Sequence[int]) -> bool:
    """Whether the verb that a value hangs on, or that it is, stands among the shared words or in it."""
    verbs = (at for at in (value[0], *side.context.tree.path_up(value[0])) if side.tokens[at].upos == "VERB")
    verb = next(verbs, None)
    return verb is not None and verb in (*among, *value)


def _tells(side: Side, index: int) -> bool:
    """Whether a word says what happened, and not who tells it."""
    return side.tokens[index].upos in _TELLING and not _is_of_speaker(side, [index])


def _slots(equal: Iterable[Opcode], ones: Sequence[int], others: Sequence[int], left: Side, right: Side) -> list[_Slot]:
    """The places in which two sentences part; what only one has before or behind the shared words is none."""
    found: list[_Slot] = []
    at, to = 0, 0
    for step in equal:
        found.append((ones[at : step.src_start], others[to : step.dest_start]))
        at, to = step.src_end, step.dest_end
    found[0] = _behind_mark(left, found[0][0]), _behind_mark(right, found[0][1])
    found.append((_before_mark(left, ones[at:], ones[at - 1]), _before_mark(right, others[to:], others[to - 1])))
    told = [slot for slot in found if _is_filled(left, right, *slot) or _is_no(left, slot[0]) or _is_no(right, slot[1])]
    return _run_together(told)


def _is_filled(left: Side, right: Side, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether both sentences have something else in a place, and not only who says so."""
    words = [[side.tokens[at].text.lower() for at in indexes] for side, indexes in ((left, one), (right, other))]
    return all(words) and words[0] != words[1] and not _is_of_speaker(left, one) and not _is_of_speaker(right, other)


def _run_together(slots: Sequence[_Slot]) -> list[_Slot]:
    """The places, with those in one that a single word parts: "six to three", "five to four"."""
    found: list[_Slot] = []
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


def _typed(left: Side, right: Side, slot: _Slot, whole: tuple[Span, Span]) -> Twin | None:
    """What differs in a place; ``None`` where both may hold, or nobody can tell."""
    one, other = slot
    if max(len(one), len(other)) > LONGEST:
        return None
    places = (_article(left), _number(left)), (_article(right), _number(right))
    if not one or not other:
        denied = _is_no(left, one), _is_no(right, other)
        return Twin(ConflictKind.POLARITY, places, whole, denied) if any(denied) else None
    slots = left.context.tree.span(list(one)), right.context.tree.span(list(other))
    kind = _kind(left, right, slots)
    return Twin(kind, places, slots) if kind else None


def _number(side: Side) -> int:
    return side.context.sentence(side.indexes.start)


def _is_no(side: Side, indexes: Sequence[int]) -> bool:
    """Whether words say no, and nothing else."""
    negation = tones_of(side).negation
    words = [side.tokens[index].text.lower() for index in indexes if side.tokens[index].upos != "AUX"]
    return bool(words) and all(word in negation for word in words)


def _is_of_speaker(side: Side, indexes: Sequence[int]) -> bool:
    """Whether words tell who says something: two accounts may cite two."""
    context, tokens = side.context, side.tokens
    above = {at for index in indexes for at in (index, *context.tree.path_up(index)[:3])}
    subjects = (at for at in above if tokens[at].deprel.startswith("nsubj"))
    return any(map(context.is_saying, indexes)) or any(context.is_saying(tokens[at].head) for at in subjects)


def _kind(left: Side, right: Side, slots: tuple[Span, Span]) -> ConflictKind | None:
    """In what two values of one place exclude each other: days, figures, opposites."""
    sides = tuple(zip((left, right), slots, strict=True))
    times = [next((time for time in side.times if time.span.contains(span)), None) for side, span in sides]
    if times[0] and times[1]:
        denied = any(_is_no(side, [index]) for side in (left, right) for index in side.indexes)
        return ConflictKind.DATE if not denied and _are_apart(left, right, times[0], times[1]) else None
    figures = [next((one.quantity for one in side.quantities if one.span.overlaps(span)), None) for side, span in sides]
    if figures[0] and figures[1]:
        apart = figures[0].unit == figures[1].unit and not fit_quantities(figures[0], figures[1]).agrees
        apart = apart and not _is_rounding(figures[0], figures[1])
        return ConflictKind.NUMBER if apart and all(_is_number(side, span) for side, span in sides) else None
    words = [[side.lemma(at) for at in side.context.tree.tokens_in(span)] for side, span in sides]
    return ConflictKind.WORDING if left.context.lexicon.opposed(" ".join(words[0]), " ".join(words[1])) else None


def _are_apart(left: Side, right: Side, one: TimeMention, other: TimeMention) -> bool:
    """Whether two times cannot be one: their days, or their hours of a day."""
    if one.days and other.days and not fit_days(one.days, other.days).agrees:
        return True
    mine, theirs = hour_of(left.context, one), hour_of(right.context, other)
    return mine is not None and theirs is not None and not fit_hours(mine, theirs).agrees


def _is_rounding(left: Quantity, right: Quantity) -> bool:
    """Whether one large figure is another one cut off: "$43 million" of 43,885,310."""
    low, high = sorted(value.minimum or value.maximum or 0.0 for value in (left, right))
    return low >= LARGE and high - low <= NEARLY * high


def _is_number(side: Side, span: Span) -> bool:
    """Whether words are a figure or part of one, or two with a word between them ("six to three"), and nobody's age."""
    inside, beside = side.context.tree.tokens_in(span), [one for one in side.quantities if one.span.overlaps(span)]
    numbers = all(side.tokens[index].upos == "NUM" for index in (inside[0], inside[-1]))
    return (numbers or any(one.span.contains(span) for one in beside)) and not any(map(is_age, beside))


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
    shown = _shown(claims, by_id)
    told: dict[tuple[str, frozenset[str]], dict[Place, Assertion]] = defaultdict(dict)
    for twin in found:
        if frozenset(twin.places) in shown:
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
            sides = [
                {
                    (one.article, contexts[one.article].reading.sentence_at(one.span.start) or 0)
                    for one in (claim.statements[n].passage for n in side)
                }
                for side in conflict.sides
            ]
            found |= {
                frozenset((one, other)) for mine, theirs in combinations(sides, 2) for one in mine for other in theirs
            }
    return found
