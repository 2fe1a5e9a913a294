"""Numbers without a noun that some account gives with one: "the police counted 22,000", "the court says 1,240".

What such a number counts no word beside it tells, and often no figure near it either. But that a story holds the same
large number of two things is rare, so it counts what the accounts that say so count. Reach for it over all accounts of
a story at once. The invariant: such a number joins a group that holds its equal, and binds no two groups.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.stated import Found, stated
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.figures.countable import FRACTION, counts, is_torn
from twosource.corroborate.figures.figures import NEGATIONS, figure_topic
from twosource.corroborate.figures.givers import given
from twosource.corroborate.figures.measures import FEW, SCORE
from twosource.corroborate.figures.outcomes import COUNT, STRETCHES
from twosource.corroborate.figures.quoted import PERCENT
from twosource.corroborate.findings.resting import is_vague
from twosource.corroborate.interval import Fit, fit_quantities
from twosource.model.claim import ClaimType
from twosource.model.reading import Modality, QuantityMention
from twosource.model.value import Quantity

LEAST = 13
"""The least number that is looked for: up to a dozen there is many a thing, and so are the hours of the clock."""
BARE = frozenset({None, "more"})
NUMERAL = frozenset({"NUM", "SYM", "NOUN", "ADJ"})
PLAIN = 100
"""Below it a number behind a preposition is an age or an hour ("at 62"), from it on it may be a sum ("bids of 300")."""
LARGE = 100_000
"""From it on a bare number may be one of money: "bids of 30 million"."""
ARGUMENTS = frozenset({"obj", "nsubj", "nsubj:pass", "ccomp", "xcomp", "root", "parataxis"})
ADJUNCTS = frozenset({"obl", "nmod"})
NOT_SUMS = STRETCHES | {PERCENT, FRACTION, SCORE}
OF_SUMS = frozenset({"of", "with", "at", "to", "by", "for", "as"})
"""Prepositions behind which a sum stands; "on 270" is a road."""
DIALLED = re.compile(r"\)?[- ]?\d")
"""What follows the first part of a number that is dialled: "(617) 555-0123"."""
ALIKE = frozenset({Fit.EQUAL, Fit.SHARPER, Fit.ROUNDER})
AGED = frozenset({"he", "she", "i", "who"})
"""Subjects of whom a bare number is the age: "she was 61"."""
DIGITS = 5
"""Digits without a mark between them that a number has which is dialled or written on an envelope."""


def with_echoes(
    groups: Sequence[tuple[Assertion, ...]], read: Sequence[Context], voices: Voices
) -> tuple[tuple[Assertion, ...], ...]:
    """The groups, those of figures with the numbers that count nothing by their own words and equal them.

    Args:
        groups: Assertions of all accounts that assert the same thing.
        read: The accounts of a story.
        voices: Names the speakers.
    """
    taken = {(one.article, one.focus.start) for group in groups for one in group if isinstance(one.value, Quantity)}
    counted, joined = _by_size(groups), defaultdict(list)
    for context in read:
        for mention in context.reading.quantities:
            place = counted.get(size_of(mention.quantity))
            if place is None or (context.account.article.id, mention.span.start) in taken:
                continue
            one = _echo(context, voices, mention, groups[place])
            if one is not None:
                joined[place].append(one)
    return tuple((*group, *joined.get(place, ())) for place, group in enumerate(groups))


def _by_size(groups: Sequence[tuple[Assertion, ...]]) -> dict[float, int]:
    """For each number the place of the group that has more than half of the accounts which give it."""
    found: defaultdict[float, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for place, group in enumerate(groups):
        for one in group:
            size = size_of(one.value) if isinstance(one.value, Quantity) else 0.0
            least = LEAST if one.topic.dimension == COUNT else LARGE
            if one.type is ClaimType.FIGURE and size >= least and one.topic.dimension not in NOT_SUMS:
                found[size][place].add(one.article)
    most = {size: max(places, key=lambda place: (len(places[place]), -place)) for size, places in found.items()}
    every = {size: set().union(*places.values()) for size, places in found.items()}
    return {size: place for size, place in most.items() if 2 * len(found[size][place]) > len(every[size])}


def _echo(context: Context, voices: Voices, mention: QuantityMention, group: Sequence[Assertion]) -> Assertion | None:
    """A bare number as one of what a group of figures counts, or ``None`` if it is none."""
    head = context.head_of(mention.span)
    if head is None or not counts(context, mention) or not _is_bare(context, mention, head):
        return None
    size, own = size_of(mention.quantity), figure_topic(context, mention, head)[0]
    known = [one for one in group if isinstance(one.value, Quantity) and size_of(one.value) == size]
    fullest = min(known, key=lambda one: (one.topic.subject is None, one.key))
    unit = fullest.value.unit if isinstance(fullest.value, Quantity) else None
    topic = replace(own.of_what(fullest.topic), answers=True)
    found = Found(ClaimType.FIGURE, mention.span, topic, replace(mention.quantity, unit=unit))
    told = given(context, voices, head, stated(context, voices, found))
    return told if told.modality is not Modality.DENIED and any(_is_echo(told, one) for one in known) else None


def _is_echo(one: Assertion, known: Assertion) -> bool:
    """Whether a bare number is that of another account's figure, and no bound of it; a small one must share a word of
    its sentence, and be of no noun that is counted many times, as points are.
    """
    if not isinstance(one.value, Quantity) or not isinstance(known.value, Quantity) or one.article == known.article:
        return False
    fit = fit_quantities(one.value, known.value)
    if size_of(one.value) >= PLAIN:
        return fit in ALIKE
    shared = (one.words & known.words) - _numbers(one, known)
    return bool(shared) and known.topic.rivals <= FEW and fit is Fit.EQUAL


def _numbers(*told: Assertion) -> frozenset[str]:
    """The words of figures themselves."""
    return frozenset(word for one in told if one.value is not None for word in one.value.text.lower().split())


def size_of(quantity: Quantity) -> float:
    """The number that a figure names: the middle of its interval, or its one end."""
    ends = [end for end in (quantity.minimum, quantity.maximum) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _is_bare(context: Context, mention: QuantityMention, head: int) -> bool:
    """Whether a number is a part of its clause, and neither its own words nor its place say what it is: no age, hour
    or number to dial.
    """
    quantity, token = mention.quantity, context.tree.tokens[head]
    if (
        quantity.unit is not None
        or quantity.counted not in (None, "more")
        or token.upos not in ("NUM", "SYM", "NOUN", "ADJ")
    ):
        return False
    if is_vague(quantity) or (quantity.text.isdecimal() and len(quantity.text) >= DIGITS):
        return False
    if is_torn(context, mention) or DIALLED.match(context.reading.text, mention.span.end):
        return False
    if _is_negated(context, mention, token.head):
        return False
    while token.deprel == "conj" and context.tree.tokens[token.head].upos == "NUM":
        head, token = token.head, context.tree.tokens[token.head]
    if token.deprel.split(":")[0] in ADJUNCTS:
        case = context.tree.child(head, "case")
        return size_of(quantity) >= PLAIN and case is not None and context.lemma(case) in OF_SUMS
    return token.deprel in ARGUMENTS and not _is_of_somebody(context, head)


def _is_of_somebody(context: Context, head: int) -> bool:
    """Whether a number is all that is said of one person: "he was 61", "the victim turned 61"."""
    tree = context.tree
    verb = head if tree.child(head, "cop") is not None else tree.tokens[head].head
    subject = tree.child(verb, "nsubj")
    if subject is None or subject == head:
        return False
    token = tree.tokens[subject]
    return token.upos == "PROPN" or token.text.lower() in AGED


def _is_negated(context: Context, mention: QuantityMention, verb: int) -> bool:
    """Whether it is said not to be that many, or what so many do not do: "not 47", "80,000 do not fit"."""
    first, event = context.tree.tokens_in(mention.span).start, context.events.get(verb)
    return (first > 0 and context.lemma(first - 1) in NEGATIONS) or (event is not None and event.negated)
