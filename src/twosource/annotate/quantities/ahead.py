"""The thing that stands ahead of its figure: "soldiers in excess of 2000", "the number of prisoners is 12".

Only the tree shows it: the figure hangs on the noun phrase that ends right before it. The invariant: no other number
stands in that phrase, so that figures keep their order.
"""

from __future__ import annotations

from twosource.annotate.quantities.expressions import Expression
from twosource.annotate.quantities.nearby import below, child
from twosource.annotate.quantities.people import PeopleWords
from twosource.annotate.quantities.words import Numbering
from twosource.model.span import Span
from twosource.text.tree import Tree

_LONGEST = 8
_STEPS = 4
_APART = frozenset({"det", "acl", "acl:relcl", "appos", "conj", "cc", "case"})


def phrase_before(tree: Tree, text: Numbering, people: PeopleWords, figure: Expression) -> tuple[Span, bool] | None:
    """The words that a figure behind them counts, and whether they mean people.

    Args:
        tree: The reading's tree; without a parse nothing is found.
        text: The same text in pieces.
        people: The language's words for people.
        figure: An expression with its bound ("in excess of 2000").
    """
    own = tree.tokens_in(Span(text.at(figure.start).start, text.at(figure.end - 1).end))
    head = _governor(tree, own[0], own[-1]) if tree.reading.parsed and own else None
    if head is None:
        return None
    first = max(head - _LONGEST, min(head, *tree.children[head][:1]))
    inside = [at for at in range(first, own[0]) if tree.tokens[at].deprel != "det" or at > head]
    if any(tree.tokens[at].upos in {"NUM", "VERB", "PUNCT"} for at in inside):
        return None
    words = [tree.tokens[at].text.lower() for at in inside if tree.tokens[at].upos in {"NOUN", "PROPN"}]
    span = Span(tree.tokens[inside[0]].span.start, tree.tokens[inside[-1]].span.end)
    return span, any(people.is_person(word) for word in words)


def _governor(tree: Tree, first: int, last: int) -> int | None:
    """The noun before the tokens ``first`` to ``last`` that they hang on as a whole."""
    at = last
    for _ in range(_STEPS):
        up = tree.tokens[at].head
        if up < first:
            noun = tree.tokens[at].deprel == "nmod" and tree.tokens[up].upos == "NOUN"
            return _whole(tree, up, first) if noun else None
        if up > last or up == at:
            return None
        at = up
    return None


def _whole(tree: Tree, noun: int, first: int) -> int | None:
    """The noun that heads the whole phrase: "contingent" of "a contingent of soldiers"; ``None`` where it is far."""
    for _ in range(_STEPS):
        up = tree.tokens[noun].head
        if tree.tokens[noun].deprel != "nmod" or up >= noun or tree.tokens[up].upos != "NOUN":
            break
        noun = up
    return noun if first - noun <= _LONGEST else None


def total_before(tree: Tree, text: Numbering, people: PeopleWords, figure: Expression) -> tuple[Span, bool] | None:
    """What the subject is the number of ("the number of freed prisoners is said to be 12"), and whether it is people.

    Args:
        tree: The reading's tree; without a parse nothing is found.
        text: The same text in pieces.
        people: The language's words for people, with its words for totals.
        figure: An expression with no noun behind it.
    """
    own = tree.tokens_in(Span(text.at(figure.start).start, text.at(figure.end - 1).end))
    if not tree.reading.parsed or not own:
        return None
    above = own[-1]
    for _ in range(_STEPS):
        total = _total(tree, above, people)
        above = tree.tokens[above].head
        if total is None or total >= own[0]:
            continue
        counted = child(tree, total, "nmod")
        if counted is None or not total < counted < own[0]:
            return None
        own_words = [at for at in below(tree, counted) if total < at < counted and tree.tokens[at].deprel not in _APART]
        return tree.span([*own_words[:1], counted]), people.is_person(tree.tokens[counted].text.lower())
    return None


def _total(tree: Tree, verb: int, people: PeopleWords) -> int | None:
    """The word for a total that a verb has as subject or object: "put the number of marchers at 22,000"."""
    found = (child(tree, verb, relation) for relation in ("nsubj", "obj"))
    return next((at for at in found if at is not None and tree.tokens[at].text.lower() in people.totals), None)
