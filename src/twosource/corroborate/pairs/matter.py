"""Whether two sentences differ in what they say of one thing.

"Nine boats sank" and "fifteen boats were moored" differ in a figure and say nothing against each other. Reach for it
before a difference of two sentences is called a conflict. A value is told of the predicate above it
(``predicates``): both predicates must be one, the value must have the same part in both, and what else takes part must
not be somebody else. Days are those of the predicate that they hang on, what is negated or denied is a predicate that
the other sentence asserts, and names are never of one thing: of two persons much is told in the same words. Only
sentences that part in one place tell those apart (``slots``).
"""

from __future__ import annotations

from twosource.corroborate.assertions.hours import fit_hours, hour_of
from twosource.corroborate.figures.ages import whose_age
from twosource.corroborate.figures.countable import is_age, is_bare_age
from twosource.corroborate.interval import fit_days, fit_quantities
from twosource.corroborate.pairs.differences import Difference, may_count_same, top_of
from twosource.corroborate.pairs.excluding import are_apart, is_rounding
from twosource.corroborate.pairs.predicates import (
    Two,
    governor,
    have_one_part,
    have_other_parts,
    is_denied,
    is_negated,
    share_more,
    share_parts,
    shared_predicates,
    stand_alike,
)
from twosource.corroborate.pairs.words import Pairing, Side
from twosource.model.claim import ConflictKind
from twosource.model.reading import QuantityMention, TimeMention

_NOTHING = frozenset({None, "ordinal"})
"""Units of numbers that measure nothing, unless they count something."""
_BESIDE = ("partial_before", "others")
"""Lists of words by which a count stands beside another: "three others", "two additional victims"."""


def is_of_one_thing(pairing: Pairing, differing: Difference) -> bool:
    """Whether a difference of two sentences is one about the same thing.

    Args:
        pairing: Their words, paired off.
        differing: One of their differences.
    """
    if differing.kind is ConflictKind.POLARITY:
        alike = not pairing.left_alone and not pairing.right_alone
        return alike or _is_gainsaid(pairing)
    at = differing.at
    if at is None or differing.kind in (ConflictKind.NAME, ConflictKind.PLACE):
        return False
    if differing.kind is ConflictKind.DATE:
        return _are_days_apart(pairing, at)
    if differing.kind is ConflictKind.NUMBER:
        return may_measure_one_thing(pairing, differing) and (_are_ages(pairing, at) or stand_alike(pairing, at))
    if differing.kind is ConflictKind.WORDING and (
        _is_counting(pairing.left, at[0]) or _is_counting(pairing.right, at[1])
    ):
        return False  # the "old" of "a three-year-old boy" is not the opposite of "young"
    opposed = differing.kind is ConflictKind.WORDING and _are_opposed(pairing, at)
    return (opposed or stand_alike(pairing, at)) and not _are_of_other_days(pairing)


def may_measure_one_thing(pairing: Pairing, differing: Difference) -> bool:
    """Whether two figures can measure one thing, wherever in their sentences they stand: of one day and of nobody else,
    of one sort of people, and neither rounds the other. A singular ("a woman") measures nothing, and two ages are of
    two persons, unless one name has both.

    Args:
        pairing: Both sentences.
        differing: One of their differences.
    """
    if differing.kind is not ConflictKind.NUMBER or differing.at is None or _are_of_other_days(pairing):
        return False
    left, right = pairing.left, pairing.right
    tops = governor(left, differing.at[0]), governor(right, differing.at[1])
    if pairing.to_right.get(tops[0]) == tops[1] and have_other_parts(pairing, tops, differing.at):
        return False
    one, other = _figure(left, differing.at[0]), _figure(right, differing.at[1])
    if one is None or other is None or _is_met(pairing, one):
        return False
    if _are_ages(pairing, differing.at):
        whose = whose_age(left.context, one.span)
        return whose is not None and whose == whose_age(right.context, other.span)
    exact = all(each.quantity.minimum == each.quantity.maximum for each in (one, other))
    if exact and is_rounding(one.quantity, other.quantity):
        return False
    counted = one.quantity.counted and other.quantity.counted
    measured = one.quantity.unit not in _NOTHING or counted
    told = _tells_number(left, one) and _tells_number(right, other)
    return bool(measured and told) and _count_alike(pairing, one, other)


def _are_ages(pairing: Pairing, at: Two) -> bool:
    """Whether one of two figures is somebody's age."""
    told = _figure(pairing.left, at[0]), _figure(pairing.right, at[1])
    return any(one is not None and (is_age(one) or is_bare_age(one)) for one in told)


def _figure(side: Side, index: int) -> QuantityMention | None:
    return next((one for one in side.quantities if top_of(side, one.span) == index), None)


def _is_met(pairing: Pairing, one: QuantityMention) -> bool:
    """Whether a figure of the left fits another of the right."""
    others = (other for other in pairing.right.quantities if may_count_same(pairing, one, other))
    return any(fit_quantities(one.quantity, other.quantity).agrees for other in others)


def _is_counting(side: Side, index: int) -> bool:
    return any(one.span.overlaps(side.tokens[index].span) for one in side.quantities)


def _tells_number(side: Side, mention: QuantityMention) -> bool:
    """Whether a figure is told by a number, and not by an article; in "an 11-year-old girl" 11 is none."""
    several = mention.quantity.minimum != 1 or mention.quantity.maximum != 1
    top = top_of(side, mention.span)
    return several or any(side.tokens[at].upos == "NUM" for at in (top, *side.context.tree.children[top]))


def _count_alike(pairing: Pairing, one: QuantityMention, other: QuantityMention) -> bool:
    """Whether two figures count one sort of people, of whom one thing is told, and both or neither beside others: "four
    injured" are not "one dead", nor "three others".
    """
    sides = ((pairing.left, one), (pairing.right, other))
    sorts, others, outcomes = [], [], []
    for side, mention in sides:
        context, words = side.context, side.context.tree.tokens_in(mention.span)
        above = governor(side, top_of(side, mention.span))
        sorts.append(
            {name: sort for at in words for name, sort in context.lexicon.sorts_of(*context.forms(at)).items()}
        )
        others.append(any(context.lexicon.is_around(name, *context.forms(at)) for name in _BESIDE for at in words))
        outcomes.append({context.lexicon.outcome.of(*context.forms(at)) for at in (*words, above)} - {None})
    told = not all(outcomes) or bool(outcomes[0] & outcomes[1])
    return sorts[0] == sorts[1] and others[0] == others[1] and told


def _are_of_other_days(pairing: Pairing) -> bool:
    """Whether both sentences name days, and none is the same."""
    days = [[time.days for time in side.times if time.days is not None] for side in (pairing.left, pairing.right)]
    return all(days) and not any(fit_days(one, other).agrees for one in days[0] for other in days[1])


def _are_days_apart(pairing: Pairing, words: Two) -> bool:
    """Whether two times of one predicate, with a part in common and none that is another, cannot be one time; by their
    hours where one names no day.
    """
    left, right = pairing.left, pairing.right
    tops = left.tokens[words[0]].head, right.tokens[words[1]].head
    if pairing.to_right.get(tops[0]) != tops[1] or not share_parts(pairing, tops, words):
        return False
    one, other = _time(left, words[0]), _time(right, words[1])
    if one is None or other is None or have_other_parts(pairing, tops):
        return False
    if _is_relative(left, one) or _is_relative(right, other):
        return False
    if _names_no_day(left, one) or _names_no_day(right, other):
        hours = hour_of(left.context, one), hour_of(right.context, other)
        return hours[0] is not None and hours[1] is not None and not fit_hours(hours[0], hours[1]).agrees
    weekdays = {one.weekday, other.weekday}
    return are_apart(left, right, one, other) or (not (one.days and other.days) and None not in weekdays)


def _time(side: Side, index: int) -> TimeMention | None:
    return next((one for one in side.times if top_of(side, one.span) == index), None)


def _names_no_day(side: Side, time: TimeMention) -> bool:
    """Whether a time gives an hour alone: its day is the reader's guess."""
    words = (side.tokens[at].text.lower().strip(".:") for at in side.context.tree.tokens_in(time.span))
    return "T" in time.value and all(not word.isalpha() or word in side.context.lexicon.hours for word in words)


def _is_relative(side: Side, time: TimeMention) -> bool:
    """Whether a time is laid from another ("a week later"), or only begins or ends there ("since 2005")."""
    inside = side.context.tree.tokens_in(time.span)
    around = [*inside, *(below for at in inside for below in side.context.tree.children[at])]
    return any(side.context.lexicon.is_around("relative_after", *side.context.forms(at)) for at in around)


def _are_opposed(pairing: Pairing, words: Two) -> bool:
    """Whether opposites are told of the same, both or neither of them with a "not"."""
    left, right = pairing.left, pairing.right
    if governor(left, words[0]) != words[0] or governor(right, words[1]) != words[1]:
        return False
    turned = is_negated(left, words[0]) != is_negated(right, words[1])
    return not turned and have_one_part(pairing, words) and not have_other_parts(pairing, words)


def _is_gainsaid(pairing: Pairing) -> bool:
    """Whether one sentence negates or denies a predicate that the other asserts, with a part in common and none that
    is another. Where both tell more than who does it, they share some of that: "they believe it was an accident" says
    nothing against "they do not believe that he left".
    """
    for tops in shared_predicates(pairing):
        if _is_asserted(pairing.left, tops[0]) == _is_asserted(pairing.right, tops[1]):
            continue
        if share_parts(pairing, tops) and share_more(pairing, tops) and not have_other_parts(pairing, tops):
            return True
    return False


def _is_asserted(side: Side, index: int) -> bool:
    return is_negated(side, index) == is_denied(side, index)
