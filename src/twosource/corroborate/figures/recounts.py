"""A figure that is told by another: "the police counted 22,000 marchers; the organisers say 80,000".

Who says or counts a bare number without a word of what it counts has just been told it. The invariant: the two numbers
stand within two sentences and are of one order of magnitude, or nothing is taken over. Who tells from what to what a
number has grown gives the former one, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.context import Context
from twosource.corroborate.figures.countable import is_said
from twosource.corroborate.figures.steps import is_step, names_step
from twosource.model.reading import QuantityMention
from twosource.model.span import Span
from twosource.model.value import Quantity

PERSON = "person"
NEAR = 2
"""Sentences back to the figure that is answered."""
FAR_OFF = 10.0
"""How many times the other one of two answers to one question may be."""
SMALLEST = 3
"""Least number that is an answer: "one" and "two" are too often something else."""
ALL = "all"
MOVES = frozenset({"up", "down"})
_TO = re.compile(r"\s{1,4}to\s{1,4}")
ARGUMENTS = frozenset({"obj", "obl", "ccomp", "xcomp"})


def recounted(context: Context, mention: QuantityMention, head: int, topic: Topic, before: Assertion | None) -> Topic:
    """The topic of a number that counts nothing itself, taken over from the figure that it answers.

    Args:
        context: The account.
        mention: The number.
        head: Its token that the others hang on.
        topic: What is known of it without the figure before it.
        before: The figure before it.
    """
    quantity = mention.quantity
    if topic.predicate or before is None or not (is_bare(quantity, topic) or _is_of_people(context, head, topic)):
        return topic
    near = 0 <= context.sentence(head) - before.sentence <= NEAR
    step = is_step(context, head)
    comparable = is_comparable(quantity, before.value) or names_step(context, head)
    if not near or not comparable or not (step or _is_answer(context, head)):
        return topic
    if _counts_speakers(context, before, mention) or _follows_another(context, before, mention):
        return topic
    told = before.topic
    return replace(
        topic.of_what(told),
        earlier=topic.earlier or (not step and _had_been_given(context, head)),
        answers=not step,
    )


def is_former(context: Context, mention: QuantityMention, head: int) -> bool:
    """Whether a figure is what another was before: "from 47 on Saturday to 63", "63, up from 47".

    Args:
        context: The account.
        mention: The figure.
        head: Its token that the others hang on.
    """
    tokens, case = context.tree.tokens, context.tree.child(head, "case") or head
    around = (*context.tree.children[head], tokens[head].head, max(0, case - 1))
    moved = any(tokens[at].text.lower() in MOVES for at in around)
    if _is_after(context, head, "from") and (moved or _has_beside(context, head, "to")):
        return True
    first, text = context.tree.tokens_in(mention.span).start, context.reading.text
    to, starts = _TO.match(text, mention.span.end), context.figure_starts
    if to is None or first == 0 or context.tree.tokens[first - 1].text.lower() != "from":
        return False
    following = bisect_left(starts, to.end())
    return following < len(starts) and starts[following] == to.end()


def is_latter(context: Context, head: int) -> bool:
    """Whether a figure is what another has become: "to 63 on Sunday from 47 on Saturday".

    Args:
        context: The account.
        head: The figure's token that its others hang on.
    """
    return _is_after(context, head, "to") and _has_beside(context, head, "from")


def moved(context: Context, before: Assertion | None, told: Assertion) -> Assertion:
    """A figure with what the account says that it was before, if the figure before it says so.

    Args:
        context: The account.
        before: The figure before it.
        told: The figure.
    """
    if before is None or not before.topic.earlier or before.topic.dimension != told.topic.dimension:
        return told
    between = Span(before.focus.end, max(before.focus.end, told.focus.start))
    if not _TO.fullmatch(context.reading.text, between.start, between.end) or not isinstance(before.value, Quantity):
        return told
    return replace(told, topic=replace(told.topic, formerly=before.value))


def _counts_speakers(context: Context, before: Assertion, mention: QuantityMention) -> bool:
    """Whether the figure before only counts those who give this one: "five delegates put it at 45"."""
    return any(
        told.covers(mention.span) and any(part.overlaps(before.focus) for part in told.source)
        for told in context.reading.attributions
    )


def _follows_another(context: Context, before: Assertion, mention: QuantityMention) -> bool:
    """Whether a number that counts nothing stands before it in its sentence: it answers that one, if any ("the centre
    gave 5.9, the survey said it was 6").
    """
    number = context.reading.sentence_at(mention.span.start)
    figures = context.reading.quantities
    at = bisect_left(context.figure_starts, mention.span.start) - 1
    last = figures[at] if at >= 0 else mention
    bare = last.quantity.unit is None and last.quantity.counted is None
    return bare and last.span.start > before.focus.end and context.reading.sentence_at(last.span.start) == number


def _had_been_given(context: Context, head: int) -> bool:
    """Whether a number is what it was, or was said to be, before: "on Sunday it had been given as 968"."""
    verb = context.tree.tokens[head].head
    return _had_been(context, head) or (context.tree.child(verb, "aux:pass") is not None and _had(context, verb))


def _had_been(context: Context, head: int) -> bool:
    """Whether a number is all that a clause tells: "on Monday it had been 450"."""
    subject = context.tree.child(head, "nsubj")
    told = subject is not None and context.tree.tokens[subject].upos == "PRON"
    return told and context.tree.child(head, "cop") is not None and _had(context, head)


def _had(context: Context, verb: int) -> bool:
    had = context.tree.child(verb, "aux")
    return had is not None and context.tree.tokens[had].text.lower() == "had"


def _has_beside(context: Context, head: int, preposition: str) -> bool:
    beside = context.tree.children[context.tree.tokens[head].head]
    return any(at != head and _is_after(context, at, preposition) and _is_number(context, at) for at in beside)


def _is_number(context: Context, index: int) -> bool:
    return context.tree.tokens[index].upos == "NUM" or context.tree.child(index, "nummod") is not None


def _is_after(context: Context, index: int, preposition: str) -> bool:
    case = context.tree.child(index, "case")
    return case is not None and context.tree.tokens[case].text.lower() == preposition


def is_bare(quantity: Quantity, topic: Topic) -> bool:
    """Whether a number says nothing of what it counts.

    Args:
        quantity: The number.
        topic: What is known of it.
    """
    return not (topic.subject or quantity.unit or quantity.counted)


def _is_of_people(context: Context, head: int, topic: Topic) -> bool:
    """Whether a number without a noun is of people only because of its verb: "they claimed that 15,000 had come"."""
    return topic.subject == PERSON and context.tree.tokens[head].upos in ("NUM", "VERB")


def is_comparable(quantity: Quantity, before: object) -> bool:
    """Whether two numbers are of one order of magnitude.

    Args:
        quantity: A number.
        before: The value of the figure before it.
    """
    if not isinstance(before, Quantity):
        return False
    one, other = (value.minimum or value.maximum or 0.0 for value in (quantity, before))
    low, high = sorted((one, other))
    return one >= SMALLEST and low > 0 and high <= FAR_OFF * low


def _is_answer(context: Context, head: int) -> bool:
    """Whether a number is what somebody says or counts ("spoke of 80,000"), or what a total is, or it was before ("our
    count is 232", "it had been 232").
    """
    tokens, lexicon = context.tree.tokens, context.lexicon
    token = tokens[head]
    if _had_been(context, head) or is_said(context, head):
        return True
    subjects = (at for at in context.tree.children[head] if tokens[at].deprel == "nsubj")
    if any(lexicon.is_around("totals", *context.forms(at)) for at in subjects):
        return True
    verb = head if token.upos == "VERB" else token.head
    number = next((at for at in (head, *context.tree.children[head]) if tokens[at].upos == "NUM"), head)
    if tokens[verb].upos == "NOUN" or (number and tokens[number - 1].text.lower() == ALL):
        return False  # "said three were bystanders" tells who the three are, "said all four were there" who was there
    if tokens[verb].deprel == "ccomp" and (verb == head or token.deprel.split(":")[0] == "nsubj"):
        return not lexicon.saying.isdisjoint(context.forms(tokens[verb].head))
    forms = context.forms(token.head)
    tells = lexicon.is_around("counting", *forms) or not lexicon.saying.isdisjoint(forms)
    things = (at for at in context.tree.children[token.head] if tokens[at].deprel == "obj" and at != head)
    if any(tokens[at].upos == "NOUN" and not lexicon.is_around("totals", *context.forms(at)) for at in things):
        return False  # "put the magnitude at 5" says itself what is counted
    return token.deprel.split(":")[0] in ARGUMENTS and tokens[token.head].upos == "VERB" and tells
