"""What an amount is the size of: the hole of 2.4 billion, the price of 412 pence, the sentence of five years.

A count has its noun beside it; a measure has its unit there, and what is measured stands further off, as a noun that it
hangs on or as the verb above. Two amounts of one unit in two accounts are far from being of one thing, so each carries
the few words that may name it, by concept, and how many other amounts its account gives in that unit. Reach for
``is_comparable`` before two amounts that share neither outcome nor noun are laid side by side.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.corroborate.figures.outcomes import COUNT
from twosource.corroborate.findings.gainsaid import are_two_voices
from twosource.corroborate.interval import Fit, fit_quantities
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.span import Span
from twosource.model.value import Quantity

SCORE = "score"
_LETTERS = re.compile(r"[^\W\d]+")
RATE = " / "
PERSON = "person"
STEPS = 4
"""Steps up the tree from an amount within which the word stands that it is the size of."""
BESIDE = frozenset({"obj", "nsubj", "obl"})
"""How a noun hangs on the verb above that may name what is measured."""
BELOW = frozenset({"nmod", "nsubj", "compound"})
FEW = 2
"""Amounts of one unit that an account gives at most, if one of them is to be told from the rest by so little."""
CLOSELY = {Fit.EQUAL: 1.0, Fit.ROUNDER: 0.75, Fit.SHARPER: 0.75}
"""How telling a fit is: a rounder amount fits more by chance."""
CLOSE = 1.3
"""Within it are 83 % of those figures, and 7 % of those two amounts."""
ORDER = 5.0
"""How many times the other one of two amounts is that nobody takes for one another."""
FAR_OFF = 2.0
"""How many times the other one of two amounts of one thing may be: of 2,692 figures that a revision of an encyclopaedia
exchanged, 93 % are within it, and of two amounts of one unit in two accounts of one event less than half."""


def measured_in(context: Context, span: Span, head: int) -> frozenset[str]:
    """The concepts of the words that may name what an amount is the size of.

    Args:
        context: The account.
        span: The amount.
        head: Its token that the others hang on.
    """
    inside = context.tree.tokens_in(span)
    found = [at for at in context.tree.children[head] if _is_noun(context, at, inside, BELOW)]
    for at in context.tree.path_up(head)[1 : 1 + STEPS]:
        if at in inside:
            continue
        found.append(at)
        if context.tree.tokens[at].upos in ("VERB", "ADJ"):
            found += (one for one in context.tree.children[at] if _is_noun(context, one, inside, BESIDE))
            break
    return frozenset(name for at in found if (name := _name(context, at)))


def with_rivals(told: Sequence[Assertion], lexicon: Lexicon) -> list[Assertion]:
    """Mark each amount with how many of its unit and order of magnitude the account gives, itself counted, and each
    count of a noun with how many numbers the account gives of that noun; of shots, charges and calls many are told.

    Args:
        told: All that one account asserts.
        lexicon: The language's lists.
    """
    by_unit: dict[str, set[float]] = defaultdict(set)
    by_noun: dict[str, set[float]] = defaultdict(set)
    for one in told:
        if _is_amount(one):
            by_unit[str(one.topic.dimension)].add(_size(one))
        elif _counts_noun(one) and not lexicon.is_around("unharmed", str(one.topic.subject)):
            by_noun[str(one.topic.subject)].add(_size(one))
    sizes = {unit: sorted(found) for unit, found in by_unit.items()}
    return [_with_rivals(one, sizes, by_noun) for one in told]


def _with_rivals(one: Assertion, sizes: Mapping[str, Sequence[float]], by_noun: Mapping[str, Set[float]]) -> Assertion:
    if _is_amount(one):
        inside, size = sizes[str(one.topic.dimension)], _size(one)
        rivals = bisect_right(inside, size * ORDER) - bisect_left(inside, size / ORDER)
    elif _counts_noun(one):
        rivals = len(by_noun.get(str(one.topic.subject), ()))
    else:
        return one
    return replace(one, topic=replace(one.topic, rivals=rivals))


def _counts_noun(one: Assertion) -> bool:
    """Whether a figure counts something that a noun of its own names."""
    figure = one.type is ClaimType.FIGURE and isinstance(one.value, Quantity) and one.topic.dimension == COUNT
    return figure and one.topic.subject not in (None, PERSON)


def is_counted_anew(left: Assertion, right: Assertion) -> bool:
    """Whether two accounts of two days each give one number of what both count or measure, and not on two words: "24
    witnesses were heard", then "29 witnesses"; a queue of nine kilometres, then one of 14. One sentence with another
    number in it is a slip in copying: who counts anew writes anew.

    Args:
        left, right: Assertions of figures.
    """
    if left.dated_by_others or right.dated_by_others or not _are_of_two_days(left, right):
        return False
    return _are_alone(left, right) and not are_two_voices(left, right) and not _are_one_sentence(left, right)


def is_counted_likewise(left: Assertion, right: Assertion) -> bool:
    """Whether two who are named each give one number of what both count: "17 coins were stolen", said the museum; "they
    stole 21 coins", said the police. What two tell on two days may have changed.

    Args:
        left, right: Assertions of figures.
    """
    count = _counts_noun(left) and not _are_of_two_days(left, right)
    return count and _are_alone(left, right) and are_two_voices(left, right)


def _are_alone(left: Assertion, right: Assertion) -> bool:
    """Whether each is its account's only number of one thing, which a verb or noun beside it names, too."""
    one, other = left.topic, right.topic
    alike = one.dimension == other.dimension if _is_amount(left) else one.subject == other.subject
    return alike and one.rivals == other.rivals == 1 and bool(one.measured & other.measured)


def _are_one_sentence(left: Assertion, right: Assertion) -> bool:
    """Whether two sentences are the same but for what is written in digits."""
    one, other = (_LETTERS.findall(told.text.lower()) for told in (left, right))
    return one == other


def _are_of_two_days(left: Assertion, right: Assertion) -> bool:
    one, other = left.published, right.published
    return one is not None and other is not None and not one.overlaps(other)


def is_told_apart(one: Assertion) -> bool:
    """Whether an account gives so few amounts of a unit and order that this one can be told from the rest.

    Args:
        one: Assertion of a figure.
    """
    return _is_amount(one) and 0 < one.topic.rivals <= FEW


def is_comparable(left: Assertion, right: Assertion) -> bool:
    """Whether two amounts may be laid side by side on no more than what they measure.

    Args:
        left, right: Assertions of figures.
    """
    if left.article == right.article or left.topic.dimension != right.topic.dimension:
        return False
    if min(left.topic.rivals, right.topic.rivals) != 1 or not (is_told_apart(left) and is_told_apart(right)):
        return False
    later = _is_later(left, right) or _is_later(right, left)
    if later and not fitting(left, right) and not is_counted_anew(left, right):
        return False
    low, high = sorted(map(_size, (left, right)))
    return low > 0 and high <= FAR_OFF * low


def _is_later(left: Assertion, right: Assertion) -> bool:
    """Whether an amount is of a day after the other account: a share's price of Thursday denies none of Monday."""
    days, told = left.topic.days, right.published
    return bool(days and days.start and told and told.end and days.start > told.end)


def same_thing(left: Assertion, right: Assertion) -> float:
    """Whether two amounts are the size of one thing, 0 to 1: a rate ("a share") and a shared outcome say so alone.

    Args:
        left, right: Assertions of figures.
    """
    one, other = left.topic, right.topic
    if one.predicate and one.predicate == other.predicate:
        return 1.0
    return 1.0 if RATE in (one.dimension or "") or one.measured & other.measured else 0.0


def fitting(left: Assertion, right: Assertion) -> float:
    """How far it is from chance that two amounts fit, 0 to 1: both closed, of two digits, and within rounding.

    Args:
        left, right: Assertions of figures.
    """
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return 0.0
    ends = (one.minimum, one.maximum, other.minimum, other.maximum)
    fit = fit_quantities(one, other)
    if None in ends or fit not in CLOSELY or any(_digits(_size(each)) == 1 for each in (left, right)):
        return 0.0
    return CLOSELY[fit]


def close(left: Assertion, right: Assertion) -> float:
    """Whether two amounts that do not fit are near each other, as two reports of one thing mostly are.

    Args:
        left, right: Assertions of figures.
    """
    low, high = sorted(map(_size, (left, right)))
    return float(high <= CLOSE * low and not fitting(left, right))


def _digits(size: float) -> int:
    """How many digits of a number tell something, of the first four.

    >>> _digits(2_400_000_000), _digits(20), _digits(4.5)
    (2, 1, 2)
    """
    return len(f"{size:.3e}".split("e")[0].replace(".", "").rstrip("0"))


def _is_noun(context: Context, at: int, inside: range, relations: frozenset[str]) -> bool:
    token = context.tree.tokens[at]
    return at not in inside and token.upos == "NOUN" and token.deprel.split(":")[0] in relations


def _name(context: Context, at: int) -> str | None:
    """What a word names as the size of something: its concept or lemma; no time, no people, no word of saying."""
    token, forms, lexicon = context.tree.tokens[at], context.forms(at), context.lexicon
    if token.upos not in ("NOUN", "VERB") or context.is_time(at) or context.is_saying(at):
        return None
    if not lexicon.light.isdisjoint(forms) or lexicon.counted.of(*forms) == PERSON:
        return None
    if lexicon.is_around("coming_upon", *forms):
        return None
    return lexicon.amount.of(*forms) or context.event_concept(at) or forms[0]


def _is_amount(one: Assertion) -> bool:
    """Whether a figure measures something, in a unit in which amounts can be told apart."""
    return (
        one.type is ClaimType.FIGURE
        and isinstance(one.value, Quantity)
        and one.topic.dimension not in (None, COUNT, SCORE)
    )


def _size(one: Assertion) -> float:
    value = one.value
    if not isinstance(value, Quantity):
        return 0.0
    ends = [abs(end) for end in (value.minimum, value.maximum) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0
