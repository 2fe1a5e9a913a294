"""What a denial itself says that another claims: "rejected the union's claim that the filters were removed".

One sentence then holds both sides of a dispute, with both parties named. It is read off the surface around the word for
what is said, for parsers hang "by the union" and "that …" now on that word and now on the verb of denying. The
invariant: the accuser stands right beside that word, and what is claimed right behind them.
"""

from __future__ import annotations

from twosource.corroborate.context import NOMINAL, Context
from twosource.model.reading import Attribution, AttributionKind, Modality
from twosource.model.span import Span

AUTHOR = frozenset({"by", "from"})
"""Before who makes a claim."""
SUBJECT = frozenset({"of", "about", "against", "over"})
"""Before what a claim is about: "accusations of fraud"."""
BESIDE = frozenset({"case", "acl", "acl:relcl", "ccomp", "advcl", "appos", "punct"})
"""Branches of an accuser that are no part of who it is."""


def accusation(context: Context, report: int) -> Attribution | None:
    """Who claims what is denied, and what.

    Args:
        context: The account.
        report: The word for what is said that is denied ("claim").
    """
    if not context.lexicon.is_around("reports", *context.forms(report)):
        return None
    source, claim = _owner(context, report), report + 1
    if source is None and (author := _author(context, report)) is not None:
        source, claim = author, author.stop
    content = None if source is None else _clause(context, claim) or _subject(context, report, claim)
    if source is None or content is None:
        return None
    span = context.tree.span(source)
    return Attribution(
        (span,), (context.tree.tokens[report].span,), (content,), AttributionKind.INDIRECT, Modality.ALLEGED
    )


def _owner(context: Context, report: int) -> range | None:
    """As "the union" in "the union's claim", and "police" in "police claims" where a parser takes that for a clause."""
    owner = context.tree.child(report, "nmod:poss", "nsubj")
    return None if owner is None or owner > report else _phrase(context, owner, 0, report)


def _author(context: Context, report: int) -> range | None:
    """As "the union" in "claims by the union"."""
    tokens = context.tree.tokens
    if report + 2 >= len(tokens) or tokens[report + 1].text not in AUTHOR or tokens[report + 1].deprel != "case":
        return None
    head = tokens[report + 1].head
    that = next((at for at in range(report + 2, len(tokens)) if tokens[at].text in ("that", ",")), len(tokens))
    return _phrase(context, head, report + 2, that) if tokens[head].upos in NOMINAL else None


def _phrase(context: Context, head: int, first: int, stop: int) -> range | None:
    """The tokens of a noun phrase between two places."""
    inside = [at for at in context.tree.subtree(head, BESIDE) if first <= at < stop]
    return range(inside[0], inside[-1] + 1) if head in inside else None


def _clause(context: Context, at: int) -> Span | None:
    """The clause that a "that" opens at a token."""
    tokens = context.tree.tokens
    if at + 1 >= len(tokens) or tokens[at].text != "that" or tokens[at].head <= at:
        return None
    inside = [below for below in context.tree.subtree(tokens[at].head) if below > at]
    return context.tree.span(range(at + 1, inside[-1] + 1))


def _subject(context: Context, report: int, at: int) -> Span | None:
    """A claim in a few words: "accusations of fraud"."""
    tokens = context.tree.tokens
    if at >= len(tokens) or tokens[at].text not in SUBJECT or tokens[at].deprel != "case" or tokens[at].head <= at:
        return None
    return context.tree.span(range(report, context.tree.subtree(tokens[at].head)[-1] + 1))
