"""What marks a figure in its own sentence: some of a whole, a sort, a record, a running tally, what somebody came upon.

None of these is the whole of those concerned, so none can contradict one (``wholes.py``). Each mark is read off the
words and the tree beside the figure alone.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from twosource.corroborate.context import Context
from twosource.corroborate.figures.nearness import CLAUSE_EDGES
from twosource.model.reading import QuantityMention

PERSON = "person"
AMONG, OF = "among", "of"
VERBAL = frozenset({"AUX", "VERB"})
WITHIN = frozenset({"in", "on"})
SINCE, AT = "since", "at"
FAR_ABOVE = 5
"""Steps up the tree within which a "since Friday" bears on a figure."""
NEXT = 3
"""Figures behind one that may be parts of it."""
FEW = 6
"""Words below a noun that are looked at for those joined to it."""


def is_partial(context: Context, mention: QuantityMention) -> bool:
    """Whether some of a whole are counted: "17 of them", "six more", "another 12", "including three children", "among
    the dead were two nurses".

    Args:
        context: The account.
        mention: The figure.
    """
    inside, tokens = context.tree.tokens_in(mention.span), context.tree.tokens
    words = [tokens[index].text.lower() for index in range(inside.start, min(inside.stop + 2, len(tokens)))]
    before = tokens[inside.start - 1].text.lower() if inside.start else ""
    lexicon = context.lexicon
    if lexicon.is_around("partial_before", before, words[0]) or _is_among(context, inside.start):
        return True
    for at, (first, second) in enumerate(pairwise(words)):
        if tokens[inside.start + at].upos not in ("NUM", "ADJ", "DET", "PRON") or first == "more":
            continue
        third = words[at + 2] if at + 2 < len(words) else ""
        if second in ("of", "among") and lexicon.is_around("partial_of", third):
            return True
        if lexicon.is_around("partial_after", second) and third != "than":
            return True
    return False


def parts_beside(context: Context, mention: QuantityMention) -> frozenset[float]:
    """How many are set apart behind a figure in its sentence: the 240 of "600 soldiers, 240 of them in Brek".

    Args:
        context: The account.
        mention: The figure.
    """
    at = bisect_right(context.figure_starts, mention.span.start)
    number = context.reading.sentence_at(mention.span.start)
    found = (
        one.quantity.minimum
        for one in context.reading.quantities[at : at + NEXT]
        if context.reading.sentence_at(one.span.start) == number and is_partial(context, one)
    )
    return frozenset(size for size in found if size is not None)


def is_whole(context: Context, head: int) -> bool:
    """Whether a figure is that of which another counts some: what befell "three of the 12 workers" did not befall 12.

    Args:
        context: The account.
        head: Token of the figure that the others hang on.
    """
    tokens = context.tree.tokens
    token, case = tokens[head], context.tree.child(head, "case")
    if case is None or tokens[case].text.lower() != OF or not token.deprel.startswith("nmod"):
        return False
    place = tokens[token.head].span.start
    before = bisect_right(context.figure_starts, place) - 1
    figures = context.reading.quantities
    return tokens[token.head].upos == "NUM" or (before >= 0 and figures[before].span.end > place)


def _is_among(context: Context, first: int) -> bool:
    """Whether a figure stands behind the verb of a sentence that begins with "among"."""
    tokens, start = context.tree.tokens, context.tree.sentence_ranges[context.sentence(first)].start
    return tokens[start].text.lower() == AMONG and any(tokens[at].upos in VERBAL for at in range(start, first))


def is_sorted(context: Context, mention: QuantityMention, head: int) -> bool:
    """Whether people are counted by sorts, "four women and two boys": each is a part of a whole that nobody gives.

    Args:
        context: The account.
        mention: The figure.
        head: Token of the figure that the others hang on.
    """
    tokens, below = context.tree.tokens, context.tree.children
    if mention.quantity.unit != PERSON or tokens[head].upos != "NOUN":
        return False
    joined = [at for at in below[head][:FEW] if tokens[at].deprel == "conj"]
    joined += [tokens[head].head] if tokens[head].deprel == "conj" else []
    counted = (at for at in joined if any(tokens[one].deprel == "nummod" for one in below[at][:FEW]))
    kinds = {PERSON, *context.lexicon.kinds.get(PERSON, ())}
    return any(context.lexicon.counted.of(*context.forms(at)) in kinds for at in counted)


def is_of_instances(context: Context, head: int) -> bool:
    """Whether those are counted in which something was so: "guilty of fraud in six cases".

    Args:
        context: The account.
        head: Token of the figure that the others hang on.
    """
    case = context.tree.child(head, "case")
    within = case is not None and context.tree.tokens[case].text.lower() in WITHIN
    return within and context.lexicon.is_around("instances", *context.forms(head))


def is_record(context: Context, mention: QuantityMention) -> bool:
    """Whether those of former days are counted: "19 prior arrests".

    Args:
        context: The account.
        mention: The figure.
    """
    first = context.tree.tokens_in(mention.span).start
    before = context.tree.tokens[first - 1].text.lower() if first else ""
    return context.lexicon.is_around("former", before, *mention.quantity.text.lower().split())


def is_running(context: Context, head: int) -> bool:
    """Whether a figure is what has come together since a time: "35 people have been shot since Friday", "50 over
    four nights".

    Args:
        context: The account.
        head: Token of the figure that the others hang on.
    """
    tokens, below = context.tree.tokens, context.tree.children
    path = context.tree.path_up(head)[:FAR_ABOVE]
    clause = [at for n, at in enumerate(path) if not any(tokens[one].deprel in CLAUSE_EDGES for one in path[:n])]
    clause += [at for at in below[head] if tokens[at].deprel == "acl"]
    beside = [at for above in clause for at in below[above] if at not in path]
    times = (at for at in beside if context.is_time(at))
    since = any(tokens[case].text.lower() == SINCE for at in times for case in below[at])
    return since or any(_is_span(context, at) for at in beside)


def _is_span(context: Context, index: int) -> bool:
    """Whether a word is a stretch of several days over which something has come together: "over four nights"."""
    tokens = context.tree.tokens
    if "Number=Plur" not in tokens[index].feats or not context.lexicon.is_around("days", *context.forms(index)):
        return False
    ahead = (at for at in range(max(0, index - FEW), index) if _is_below(context, at, index))
    return any(context.lexicon.is_around("spanning", tokens[at].text.lower()) for at in ahead)


def _is_below(context: Context, index: int, above: int) -> bool:
    """Whether a word belongs to another, or to one that does: the "over" of "over four nights"."""
    head = context.tree.tokens[index].head
    return above in (head, context.tree.tokens[head].head)


def is_peak(context: Context, head: int) -> bool:
    """Whether a figure is the most that there were at a time: "at the peak, 4,800 homes were without power".

    Args:
        context: The account.
        head: Token of the figure that the others hang on.
    """
    words = context.tree.sentence_ranges[context.sentence(head)]
    return any(context.lexicon.is_around("peak", *context.forms(at)) and _is_at(context, at) for at in words)


def _is_at(context: Context, index: int) -> bool:
    case = context.tree.child(index, "case")
    return case is not None and context.tree.tokens[case].text.lower() == AT


def is_glimpsed(context: Context, head: int) -> bool:
    """Whether somebody came upon those who are counted, or they are what is left: "officers found two men".

    Args:
        context: The account.
        head: Token of the figure that the others hang on.
    """
    tokens, case = context.tree.tokens, context.tree.child(head, "case")
    if case is not None and tokens[case].text.lower() == OF:
        return False  # "of the 31 injured four are still in hospital"
    verb = tokens[head].head
    below = [*context.tree.children[verb], *context.tree.children[head]] if verb != head else []
    left = any(tokens[at].upos == "ADV" and context.lexicon.is_around("left_over", *context.forms(at)) for at in below)
    found = tokens[head].deprel == "obj" and context.lexicon.is_around("coming_upon", *context.forms(verb))
    return left or found or context.lexicon.is_around("left_over", *context.forms(verb))
