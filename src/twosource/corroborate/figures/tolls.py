"""Which counts of dead and hurt an account tells as the toll of the story's one event, all of those concerned.

An account tells the toll where it begins, in the sentence that counts both the dead and the hurt, or as the number of
these, and says it again;
a count that is the only one of its kind is part of no other. Whatever else it counts are those of one street, of one
witness or in one state, and a run of events has a toll of its own. Only two tolls contradict each other
(``wholes.py``); where two counts agree, none of this is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.context import Context
from twosource.corroborate.figures.recounts import NEAR
from twosource.model.value import Quantity

DEATH = "death"
HARM = frozenset({DEATH, "injury", "casualty", "shot", "hospital"})
LEAD = 2
"""Sentences at the beginning of an account, in which it tells what happened."""
BEHIND = 6
"""Words behind a count within which its people's state is told: "two are in critical condition"."""

FEW = 6
"""Words below a noun that are looked at for its number."""


def with_tolls(told: Sequence[Assertion], context: Context) -> list[Assertion]:
    """Mark the counts of dead and hurt that are the toll, and what else the account counts of the same outcome.

    Args:
        told: All that the account asserts.
        context: The account.
    """
    harmed = [one for one in told if _counts_harm(one)]
    plain = {one.key for one in harmed if _is_plain(one, context)}
    tolls = {
        _kind(one) for one in harmed if one.key in plain and (_is_up_front(one, harmed) or _is_total(one, context))
    }
    counted = {dead: frozenset(_size(one) for one in harmed if _is_dead(one) is dead) for dead in (True, False)}
    return [
        replace(
            one,
            topic=replace(one.topic, toll=one.key in plain and _kind(one) in tolls, counted=counted[_is_dead(one)]),
        )
        if one.topic.predicate in HARM
        else one
        for one in told
    ]


def attested(told: Iterable[Assertion]) -> list[Assertion]:
    """Mark the counts that an account gives only in passing, and another account of the story as the toll.

    Args:
        told: All that the story's accounts assert.
    """
    told = list(told)
    tolls = {_kind(one) for one in told if one.topic.toll}
    marked: list[Assertion] = []
    for one in told:
        harm = _counts_harm(one) and not one.topic.toll
        named = harm and _is_named(one) and _kind(one) in tolls
        answer = harm and one.topic.answers and marked and _is_answered(one, marked[-1])
        marked.append(replace(one, topic=replace(one.topic, toll=True)) if named or answer else one)
    return marked


def _is_answered(one: Assertion, before: Assertion) -> bool:
    """Whether a bare number answers a toll: "two dead, says the court; we say four"."""
    near = one.article == before.article and 0 <= one.sentence - before.sentence <= NEAR
    return near and before.topic.toll and before.topic.predicate == one.topic.predicate


def _counts_harm(one: Assertion) -> bool:
    count = one.topic.dimension == "count" and isinstance(one.value, Quantity) and not one.negated
    return count and one.topic.predicate in HARM and not one.topic.earlier


def _is_up_front(one: Assertion, harmed: Sequence[Assertion]) -> bool:
    """Whether a count stands where accounts tell the toll: at the beginning, beside the dead or the hurt, or alone."""
    beside = any(other.sentence == one.sentence and _is_dead(other) is not _is_dead(one) for other in harmed)
    alone = {_size(other) for other in harmed if _is_dead(other) is _is_dead(one)} == {_size(one)}
    return one.sentence < LEAD or beside or alone


def _is_plain(one: Assertion, context: Context) -> bool:
    """Whether a count names whom it counts, without regard to how badly they were hurt, and of one event."""
    tokens, lexicon = context.tree.tokens, context.lexicon
    if not (_is_named(one) or _is_total(one, context)):
        return False
    sentence = context.tree.sentence_ranges[one.sentence]
    inside = context.tree.tokens_in(one.focus)
    near = range(inside.start, min(inside.stop + BEHIND, sentence.stop))
    several = any(_is_several(context, at) for at in sentence)
    return not several and not any(lexicon.is_around("degree", tokens[at].text.lower()) for at in near)


def _is_total(one: Assertion, context: Context) -> bool:
    """Whether a count is what a number or toll is said to be: "the number of the injured was given as 31"."""
    head = context.head_of(one.focus)
    subject = context.tree.child(context.tree.tokens[head].head, "nsubj") if head is not None else None
    return subject is not None and context.lexicon.is_around("totals", *context.forms(subject))


def _is_several(context: Context, index: int) -> bool:
    """Whether a word names so many events, or a run of them: "two shootings", "a spate of attacks"."""
    token, tree = context.tree.tokens[index], context.tree
    if "Number=Plur" not in token.feats or token.lemma.lower() not in context.lexicon.aside_events:
        return False
    number = any(tree.tokens[at].deprel == "nummod" for at in tree.children[index][:FEW])
    return number or context.lexicon.is_around("run_of", *context.forms(token.head))


def _is_named(one: Assertion) -> bool:
    """Whether it says whom it counts: "the six" were counted before, and "the 17-year-old" is no count."""
    counted = one.value.counted if isinstance(one.value, Quantity) else None
    return counted is not None and "-" not in counted


def _kind(one: Assertion) -> tuple[str | None, float]:
    return one.topic.predicate, _size(one)


def _is_dead(one: Assertion) -> bool:
    return one.topic.predicate == DEATH


def _size(one: Assertion) -> float:
    return one.value.minimum or 0.0 if isinstance(one.value, Quantity) else 0.0
