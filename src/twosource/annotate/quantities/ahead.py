"""The thing that stands ahead of its figure: "the number of prisoners is 12"; only the tree shows it."""

from __future__ import annotations

from twosource.annotate.quantities.expressions import Expression
from twosource.annotate.quantities.nearby import below, child
from twosource.annotate.quantities.people import PeopleWords
from twosource.annotate.quantities.words import Numbering
from twosource.model.span import Span
from twosource.text.tree import Tree

_STEPS = 6
"""Edges up to the verb: parsers hang "to 12" on it, or on a clause within what is counted ("people killed at sea")."""
_APART = frozenset({"det", "acl", "acl:relcl", "appos", "conj", "cc", "case"})


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
