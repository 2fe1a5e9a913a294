"""In what two sentences differ, told from their values: the first difference by a fixed order, with its reason.

Figures come first, then days, names, roles, wording and polarity: the more a difference can be checked, the sooner
it is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.corroborate.assertions.roles import role_words
from twosource.corroborate.interval import fit_days, fit_quantities
from twosource.corroborate.pairs.tone import count, tones_of
from twosource.corroborate.pairs.words import Pairing, Side
from twosource.model.claim import ConflictKind
from twosource.model.reading import Annotated, EntityType, Mention, QuantityMention, TimeMention, TimeType
from twosource.model.span import Span
from twosource.model.value import Quantity

CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b|\d{1,2}[:.]\d\d", re.IGNORECASE)
"""The hour of a time: "7:15 p.m. Friday" has no other number."""
MOST = 40
"""Values of a sentence that are compared with each other; longer lists are tables, not sentences."""


@dataclass(frozen=True, slots=True)
class Difference:
    """In what two sentences differ.

    Attributes:
        reason: In words.
        updates: Whether the later of the two replaces the earlier.
        words: What the left and the right say, empty where one says nothing of the kind.
        at: The tokens on top of both, where both say something.
    """

    kind: ConflictKind
    reason: str
    updates: bool = False
    words: tuple[str, str] = ("", "")
    at: tuple[int, int] | None = None


def _against(kind: ConflictKind, left: str, right: str, at: tuple[int, int], *, updates: bool = False) -> Difference:
    return Difference(kind, f"“{left}” against “{right}”", updates, (left, right), at)


def difference(pairing: Pairing, left: Annotated, right: Annotated) -> Difference | None:
    """The first difference of two sentences, or ``None`` where no value differs.

    Args:
        pairing: Their words.
        left, right: Their accounts; dates of publication tell an update from a conflict.
    """
    return next(differences(pairing, left, right), None)


def differences(pairing: Pairing, left: Annotated, right: Annotated) -> Iterator[Difference]:
    """All differences of two sentences, in the order in which they are named.

    Args:
        pairing: Their words.
        left, right: Their accounts; dates of publication tell an update from a conflict.
    """
    for finder in (_figures, _days, _names, _states, _opposites, _polarity):
        yield from finder(pairing, left, right)


def _figures(pairing: Pairing, left: Annotated, right: Annotated) -> Iterator[Difference]:
    """A figure of the right that fits none of the left that counts the same, with each of these."""
    for other in pairing.right.quantities[:MOST]:
        same = [one for one in pairing.left.quantities[:MOST] if may_count_same(pairing, one, other)]
        if any(fit_quantities(one.quantity, other.quantity).agrees for one in same):
            continue
        for one in same:
            updates = _is_update(one.quantity, other.quantity, left, right)
            at = top_of(pairing.left, one.span), top_of(pairing.right, other.span)
            yield _against(ConflictKind.NUMBER, one.quantity.text, other.quantity.text, at, updates=updates)


def may_count_same(pairing: Pairing, left: QuantityMention, right: QuantityMention) -> bool:
    """Whether two figures have one unit and count nothing that differs.

    Args:
        pairing: Their sentences.
        left, right: The figures.
    """
    one, other = left.quantity, right.quantity
    return one.unit == other.unit and _alike(pairing, one, other)


def top_of(side: Side, span: Span) -> int:
    """The token of a span that hangs on none of its others.

    Args:
        side: The sentence.
        span: A stretch of its text.
    """
    inside = side.context.tree.tokens_in(span)
    return next((at for at in inside if side.tokens[at].head not in inside or side.tokens[at].head == at), inside[0])


def _alike(pairing: Pairing, left: Quantity, right: Quantity) -> bool:
    if not left.counted or not right.counted:
        return True
    counted = pairing.left.context.lexicon.counted
    sides = [{counted.of(word) or word for word in (one.counted or "").lower().split()} for one in (left, right)]
    return bool(sides[0] & sides[1])


def _is_update(one: Quantity, other: Quantity, left: Annotated, right: Annotated) -> bool:
    before, after = left.article.published, right.article.published
    if before is None or after is None or before.day == after.day or one.minimum is None or other.minimum is None:
        return False
    if one.unit == "year":
        return False  # nobody grows older within a story
    return (before.day < after.day) == (one.minimum < other.minimum)


def _days(pairing: Pairing, left: Annotated, right: Annotated) -> Iterator[Difference]:
    """A day on each side that has no counterpart on the other."""
    ones, others = ([time for time in side.times[:MOST] if _is_day(time)] for side in (pairing.left, pairing.right))
    here = [one for one in ones if not any(_same_time(one, other) for other in others)]
    there = [other for other in others if not any(_same_time(one, other) for one in ones)]
    for one in here:
        for other in there:
            at = top_of(pairing.left, one.span), top_of(pairing.right, other.span)
            yield _against(ConflictKind.DATE, one.text, other.text, at)


def _is_day(time: TimeMention) -> bool:
    return time.type in (TimeType.DATE, TimeType.TIME) and (time.days is not None or time.weekday is not None)


def _same_time(one: TimeMention, other: TimeMention) -> bool:
    """Whether two times can mean one day. The same words do, and the same bare weekday: copied a day later, "Tuesday"
    is still the source's.
    """
    bare = not any(map(str.isdigit, one.text + other.text))
    if one.text.lower() == other.text.lower() or (bare and one.weekday is not None and one.weekday == other.weekday):
        return True
    if _is_that_weekday(one, other) or _is_that_weekday(other, one):
        return True
    if one.days is not None and other.days is not None:
        return fit_days(one.days, other.days).agrees
    return one.weekday is None or other.weekday is None or one.weekday == other.weekday


def _is_that_weekday(time: TimeMention, dated: TimeMention) -> bool:
    """Whether a date falls on the weekday that is all that the other names: printed on a Friday, "Friday" may be the
    one before.
    """
    bare = not any(map(str.isdigit, CLOCK.sub("", time.text)))
    day = dated.days.start if dated.days and dated.days.is_one_day and dated.weekday is None else None
    return bare and time.weekday is not None and day is not None and day.weekday() == time.weekday


def _names(pairing: Pairing, left: Annotated, right: Annotated) -> Iterator[Difference]:
    for kind_of_name in (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE):
        ones, others = (
            _alone(side, set(alone), kind_of_name)
            for side, alone in ((pairing.left, pairing.left_alone), (pairing.right, pairing.right_alone))
        )
        kind = ConflictKind.PLACE if kind_of_name is EntityType.PLACE else ConflictKind.NAME
        for one in ones:
            for other in others:
                at = top_of(pairing.left, one.span), top_of(pairing.right, other.span)
                yield _against(kind, one.text, other.text, at)


def _alone(side: Side, alone: set[int], kind: EntityType) -> list[Mention]:
    """The names of a kind of which some word has no partner."""
    named = (mention for mention in side.names[:MOST] if mention.type is kind)
    return [one for one in named if any(index in alone for index in side.context.tree.tokens_in(one.span))]


def _states(pairing: Pairing, left: Annotated, right: Annotated) -> Iterator[Difference]:
    """Qualifiers of a role that cannot both hold: acting and outgoing."""
    known = role_words(left.article.language or "en")
    ones, others = (
        {known.states[form]: (form, i) for i in alone for form in side.context.forms(i) if form in known.states}
        for side, alone in ((pairing.left, pairing.left_alone), (pairing.right, pairing.right_alone))
    )
    for one in sorted(ones):
        for other in sorted(others):
            if frozenset((one, other)) in known.conflicts:
                (mine, at), (theirs, to) = ones[one], others[other]
                yield _against(ConflictKind.ROLE, mine, theirs, (at, to))


def _polarity(pairing: Pairing, left: Annotated, right: Annotated) -> Iterator[Difference]:
    known = tones_of(pairing.left)
    for words, verb in ((known.negation, "negates"), (known.denial, "denies")):
        counts = [count(side, words) for side in (pairing.left, pairing.right)]
        if counts[0] % 2 != counts[1] % 2:
            on_left = counts[0] > counts[1]
            word = _first_of(words, *((pairing.left, pairing.right) if on_left else (pairing.right, pairing.left)))
            reason = f"only the {'left' if on_left else 'right'} sentence {verb} it (“{word}”)"
            yield Difference(ConflictKind.POLARITY, reason, words=(word, "") if on_left else ("", word))


def _first_of(words: frozenset[str], side: Side, other: Side) -> str:
    """The first word of a list that a sentence has and the other has not, as it stands; "n't" with its verb."""
    told = [index for index in side.indexes if words.intersection(side.context.forms(index))]
    theirs = {other.lemma(index) for index in other.indexes}
    place = next((index for index in told if side.lemma(index) not in theirs), told[0])
    word = side.tokens[place].text
    return side.tokens[place - 1].text + word if word.lower() in ("n't", "n’t") and place else word


def _opposites(pairing: Pairing, left: Annotated, right: Annotated) -> Iterator[Difference]:
    lexicon = pairing.left.context.lexicon
    for one in pairing.left_alone[:MOST]:
        for other in pairing.right_alone[:MOST]:
            words = pairing.left.lemma(one), pairing.right.lemma(other)
            forms = pairing.left.context.forms(one), pairing.right.context.forms(other)
            concepts = [lexicon.event.of(*form) or "" for form in forms]
            loaded = (
                lexicon.posts.get(concepts[0])
                and lexicon.posts.get(concepts[0]) == lexicon.posts.get(concepts[1])
                and concepts[0] != concepts[1]
            )
            if lexicon.opposed(*words) or loaded:
                yield _against(ConflictKind.WORDING, *words, (one, other))
