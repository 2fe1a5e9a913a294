"""One sentence with two values: "the court ordered the firm to pay 2.4 million crowns", "… to pay 4.2 million crowns".

Alignment weighs words, people and days, and may hold such a pair apart for what else their accounts tell. But who
prints the same words around another figure tells of the same thing, or has copied it wrongly; either is for an editor.
The words right before and right behind a value are its frame. The invariant: groups are joined, never parted, and only
where two accounts have one frame, with the value's own verb and a noun in it, around values that cannot both hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.alignment.cluster import merged
from twosource.corroborate.alignment.fits import differ_by_hours, value_fit
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.value import Quantity, Value
from twosource.text.words import shared_start

LEAST, LEAST_APART = 5, 7
"""Words of a frame that two accounts must share: of four ("police were called at") many deeds are told. The second for
figures that alignment holds apart, for their person or their time."""
LONGEST = 10
"""Words on either side of a value that are looked at."""
ENTRY = 3
"""Words beside a value under which its frame is looked up."""
MOST = 40
"""Frames under one entry up to which all are laid side by side: more are a table."""
LARGE, NEARLY = 1000.0, 0.03
"""Of figures from the first on, a difference up to this part is somebody's rounding."""

Group = tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a value.

    Attributes:
        assertion: Whose value it is.
        context: The account.
        before: Tokens before it, the nearest first.
        behind: Tokens behind it.
        verb: The verb that it hangs on.
    """

    assertion: Assertion
    context: Context
    before: tuple[int, ...]
    behind: tuple[int, ...]
    verb: int

    def words(self, side: Sequence[int]) -> tuple[str, ...]:
        """Tokens as words in lower case."""
        return tuple(self.context.tree.tokens[at].text.lower() for at in side)


def joined_by_frames(groups: Sequence[Group], read: Sequence[Context], lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups, with those in one whose members stand in one frame.

    Args:
        groups: What alignment found.
        read: The accounts.
        lexicon: Knows the words for nights.
    """
    contexts = {context.account.article.id: context for context in read}
    frames = [frame for group in groups for one in group for frame in _frames(one, contexts)]
    pairs = (
        (left.assertion, right.assertion)
        for left, right, shared in _alike(frames)
        if _cannot_both_hold(left.assertion, right.assertion, shared, lexicon)
    )
    return merged(groups, pairs)


def _frames(one: Assertion, contexts: Mapping[str, Context]) -> Iterator[Frame]:
    """The frame of a figure or a time; none where it is no number, or hangs on no verb but one of saying."""
    if one.type not in (ClaimType.FIGURE, ClaimType.DATE) or one.value is None:
        return
    context = contexts[one.article]
    tree, inside = context.tree, context.tree.tokens_in(one.focus)
    if one.type is ClaimType.FIGURE:
        numbers = [at for at in inside if tree.tokens[at].upos == "NUM"]
        if not numbers or numbers[-1] - numbers[0] >= len(numbers):
            return
        inside = range(numbers[0], numbers[-1] + 1)
    verb = next((at for at in tree.path_up(inside.start) if tree.tokens[at].upos == "VERB"), None)
    if verb is None or verb in inside:
        return
    if context.is_saying(verb) and tree.child(verb, "nsubj:pass") is None:
        return  # two may say two things at two hours; what was declared was declared at one
    sentence = tree.sentence_ranges[one.sentence]
    before = range(max(sentence.start, inside.start - LONGEST), inside.start)
    behind = range(inside.stop, min(sentence.stop, inside.stop + LONGEST))
    yield Frame(one, context, tuple(reversed(before)), tuple(behind), verb)


def _alike(frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame, int]]:
    """Frames of two accounts that share enough, and how many words they share."""
    entries: dict[tuple[str, ...], list[Frame]] = defaultdict(list)
    for frame in frames:
        kind = (frame.assertion.type.value, frame.assertion.topic.dimension or "")
        for side, tokens in (("before", frame.before), ("behind", frame.behind)):
            entries[*kind, side, *frame.words(tokens[:ENTRY])].append(frame)
    for entry in sorted(entries):
        if len(entries[entry]) <= MOST:
            for one, other in combinations(entries[entry], 2):
                shared = _shared(one, other) if one.assertion.article != other.assertion.article else 0
                if shared >= LEAST:
                    yield one, other, shared


def _shared(left: Frame, right: Frame) -> int:
    """How many words two frames share around their values; none unless their verbs and a noun are among them."""
    mine: set[int] = set()
    theirs: set[int] = set()
    for one, other in ((left.before, right.before), (left.behind, right.behind)):
        run = shared_start(left.words(one), right.words(other))
        mine.update(one[:run])
        theirs.update(other[:run])
    tags = [left.context.tree.tokens[at].upos for at in sorted(mine)]
    if left.verb not in mine or right.verb not in theirs or not {"NOUN", "PROPN"} & set(tags):
        return 0
    return sum(tag != "PUNCT" for tag in tags)


def _cannot_both_hold(left: Assertion, right: Assertion, shared: int, lexicon: Lexicon) -> bool:
    """Whether two values in one frame exclude each other."""
    held_apart = left.type is ClaimType.DATE or shared < LEAST_APART
    if held_apart and forbidden(left, right, lexicon):
        return False  # a board meets more than once, and is said to in the same words
    if left.negated != right.negated or _is_rounding(left.value, right.value):
        return False
    return value_fit(left, right, lexicon) is Fit.APART or differ_by_hours(left, right, lexicon)


def _is_rounding(left: Value | None, right: Value | None) -> bool:
    """Whether one large figure is another one cut off: "$43 million" of 43,885,310."""
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    low, high = sorted(value.minimum or value.maximum or 0.0 for value in (left, right))
    return low >= LARGE and high - low <= NEARLY * high
