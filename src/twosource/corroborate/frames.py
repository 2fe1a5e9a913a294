"""One sentence with two values: "the court ordered the firm to pay 2.4 million crowns", "… to pay 4.2 million crowns".

Alignment weighs words, people and days, and may hold such a pair apart for what else their accounts tell. But who
prints the same words around another figure tells of the same thing, or has copied it wrongly; either is for an editor.
The words right before and right behind a value are its frame. The invariant: groups are joined, never parted, and only
where two accounts have one frame, of a verb and a noun at least, around values that cannot both hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.corroborate.fits import differ_by_hours, value_fit
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType

LEAST = 5
"""Words of a frame that two accounts must share: of four ("police were called at") many deeds are told."""
LONGEST = 10
"""Words on either side of a value that are looked at."""
ENTRY = 3
"""Words beside a value under which its frame is looked up."""
MOST = 40
"""Frames under one entry up to which all are laid side by side: more are a table."""

Group = tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a value.

    Attributes:
        before: Those before it, the nearest first, in lower case, each with its universal tag.
        behind: Those behind it.
    """

    assertion: Assertion
    before: tuple[tuple[str, str], ...]
    behind: tuple[tuple[str, str], ...]


def joined_by_frames(groups: Sequence[Group], read: Sequence[Context], lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups, with those in one whose members stand in one frame.

    Args:
        groups: What alignment found.
        read: The accounts.
        lexicon: Knows the words for nights.
    """
    contexts = {context.account.article.id: context for context in read}
    home = {id(one): number for number, group in enumerate(groups) for one in group}
    into = list(range(len(groups)))
    for left, right in _alike([frame for group in groups for one in group for frame in _frames(one, contexts)]):
        one, other = (_root(into, home[id(frame.assertion)]) for frame in (left, right))
        if one != other and _cannot_both_hold(left.assertion, right.assertion, lexicon):
            into[max(one, other)] = min(one, other)
    joined: dict[int, list[Assertion]] = defaultdict(list)
    for number, group in enumerate(groups):
        joined[_root(into, number)].extend(group)
    return tuple(tuple(sorted(group, key=lambda one: one.key)) for _, group in sorted(joined.items()))


def _root(into: Sequence[int], number: int) -> int:
    while into[number] != number:
        number = into[number]
    return number


def _frames(one: Assertion, contexts: dict[str, Context]) -> Iterator[Frame]:
    """The frame of a figure or a time; none where no number stands."""
    if one.type not in (ClaimType.FIGURE, ClaimType.DATE) or one.value is None:
        return
    tree = contexts[one.article].tree
    inside = tree.tokens_in(one.focus)
    if one.type is ClaimType.FIGURE:
        numbers = [at for at in inside if tree.tokens[at].upos == "NUM"]
        if not numbers:
            return
        inside = range(numbers[0], numbers[-1] + 1)
    sentence = tree.sentence_ranges[one.sentence]
    before = range(max(sentence.start, inside.start - LONGEST), inside.start)
    behind = range(inside.stop, min(sentence.stop, inside.stop + LONGEST))
    words = [tuple((tree.tokens[at].text.lower(), tree.tokens[at].upos) for at in side) for side in (before, behind)]
    yield Frame(one, words[0][::-1], words[1])


def _alike(frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Frames of two accounts that share enough."""
    entries: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
    for frame in frames:
        kind = (frame.assertion.type.value, frame.assertion.topic.dimension or "")
        for side, words in (("before", frame.before), ("behind", frame.behind)):
            entries[*kind, side, *(word for word, _ in words[:ENTRY])].append(frame)
    for entry in sorted(entries):
        if len(entries[entry]) <= MOST:
            pairs = combinations(entries[entry], 2)
            yield from (
                pair for pair in pairs if pair[0].assertion.article != pair[1].assertion.article and _one(*pair)
            )


def _of_two_accounts(left: Frame, right: Frame) -> bool:
    return left.assertion.article != right.assertion.article


def _one(left: Frame, right: Frame) -> bool:
    """Whether two frames are one: the same words on both sides together, a verb and a noun among them."""
    shared = [*_run(left.before, right.before), *_run(left.behind, right.behind)]
    tags = {tag for _, tag in shared}
    words = sum(tag != "PUNCT" for _, tag in shared)
    return words >= LEAST and "VERB" in tags and not tags.isdisjoint(("NOUN", "PROPN"))


def _run(left: Sequence[tuple[str, str]], right: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    found = []
    for one, other in zip(left, right, strict=False):
        if one[0] != other[0]:
            break
        found.append(one)
    return found


def _cannot_both_hold(left: Assertion, right: Assertion, lexicon: Lexicon) -> bool:
    apart = value_fit(left, right, lexicon) is Fit.APART or differ_by_hours(left, right, lexicon)
    return apart and left.negated == right.negated
