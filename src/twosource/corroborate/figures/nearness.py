"""How near words stand to a figure: the stretch around it, the edges of the tree between, other figures in the way."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque

from twosource.corroborate.context import Context
from twosource.model.reading import QuantityMention
from twosource.model.span import Span

LEADING = frozenset({"after", "before"})
SUBJECT = "nsubj"
CLAUSE_EDGES = frozenset({"conj", "acl:relcl", "advcl", "parataxis", "ccomp", "appos"})
FAR = 6.0
"""Edges as which a word counts that the tree does not reach within the window."""
WINDOW = 12
"""How many tokens around a figure are its context."""


def window(context: Context, mention: QuantityMention, number: int) -> range:
    """The tokens around a figure, within its sentence, and between semicolons if a verb stands there: of "four are
    dead; two lie in hospital" the two are not.
    """
    inside, tokens = context.tree.tokens_in(mention.span), context.tree.tokens
    sentence = context.tree.sentence_ranges[number]
    start, stop = max(sentence.start, inside.start - WINDOW), min(sentence.stop, inside.stop + WINDOW)
    first = max((at + 1 for at in range(start, inside.start) if tokens[at].text == ";"), default=start)
    last = min((at for at in range(inside.stop, stop) if tokens[at].text == ";"), default=stop)
    own = any("VerbForm=Fin" in tokens[at].feats for at in range(first, last))
    return range(first, last) if own else range(start, stop)


def distances(context: Context, starts: tuple[int, ...], near: range) -> dict[int, float]:
    """How far the tokens around a figure are in the tree, in edges; an edge into another clause counts double."""
    tokens = context.tree.tokens
    found = dict.fromkeys(starts, 0.0)
    waiting: deque[int] = deque(starts)
    while waiting:
        index = waiting.popleft()
        neighbours = [(below, tokens[below].deprel) for below in context.tree.children[index]]
        neighbours.append((tokens[index].head, tokens[index].deprel))
        neighbours += ((at, SUBJECT) for at in _shared_subject(context, index))
        for other, relation in neighbours:
            cost = found[index] + (2.0 if relation in CLAUSE_EDGES else 1.0)
            if other in near and cost < found.get(other, FAR):
                found[other] = cost
                waiting.append(other)
    return found


def _shared_subject(context: Context, index: int) -> list[int]:
    """The subject that a verb shares with the one before it: "the outage began at six and affected 480 homes"."""
    token = context.tree.tokens[index]
    if token.deprel != "conj" or token.upos != "VERB" or context.tree.child(index, SUBJECT, f"{SUBJECT}:pass"):
        return []
    shared = context.tree.child(token.head, SUBJECT)
    return [shared] if shared is not None else []


def has_figure_between(context: Context, mention: QuantityMention, index: int) -> bool:
    """Whether another figure stands between a word and this figure: the word is then more likely the other's."""
    place = context.tree.tokens[index].span
    low, high = min(place.end, mention.span.end), max(place.start, mention.span.start)
    at = bisect_left(context.figure_starts, low)
    return (
        at < len(context.figure_starts)
        and context.figure_starts[at] < high
        and context.figure_starts[at] != mention.span.start
    )


def next_figure(context: Context, mention: QuantityMention, index: int, stop: int) -> int:
    """Where the words behind ``index`` end that this figure may have: the next one ("four shot, three fatally")."""
    starts = context.figure_starts
    at = bisect_left(starts, context.tree.tokens[index].span.end)
    while at < len(starts) and starts[at] == mention.span.start:
        at += 1
    return stop if at == len(starts) else min(stop, context.tree.tokens_in(Span(starts[at], starts[at] + 1)).start)


def totals(context: Context, head: int) -> list[int]:
    """The noun whose value a figure is: "raised the number of dead to 47", "the toll stands at 41"."""
    tokens = context.tree.tokens
    if tokens[head].deprel.split(":")[0] not in ("obl", "obj", "xcomp"):
        return []
    beside = context.tree.children[tokens[head].head]
    return [at for at in beside if at != head and context.lexicon.is_around("totals", *context.forms(at))]


def words_of_total(context: Context, head: int) -> frozenset[int] | None:
    """The words that tell what is counted by a number that a total is: "with two missing, the true figure was 71".

    Args:
        context: The account.
        head: The number's token that its others hang on.

    Returns:
        The words of the total's noun; ``None`` where no total is told.
    """
    tokens = context.tree.tokens
    subjects = (at for at in context.tree.children[head] if tokens[at].deprel == SUBJECT)
    total = next((at for at in subjects if context.lexicon.is_around("totals", *context.forms(at))), None)
    return frozenset(context.tree.subtree(total)) if total is not None and tokens[head].upos == "NUM" else None


def event_led_to(context: Context, inside: range) -> int | None:
    """The event to or from which a stretch of time leads, or ``None``: the alarm of "11 minutes after the alarm".

    Args:
        context: The account.
        inside: The stretch's tokens.
    """
    tokens = context.tree.tokens
    if inside.stop >= len(tokens) or tokens[inside.stop].text.lower() not in LEADING:
        return None
    word = tokens[inside.stop]
    led = word.deprel in ("case", "mark") and tokens[word.head].upos in ("NOUN", "VERB")
    return word.head if led and not context.is_time(word.head) else None
