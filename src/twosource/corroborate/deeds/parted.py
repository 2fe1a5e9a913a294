"""What keeps two clauses from telling one deed, however much they share."""

from __future__ import annotations

from twosource.corroborate.assertions.topics import clause_span
from twosource.corroborate.deeds.clauses import Clause
from twosource.corroborate.interval import fit_quantities
from twosource.model.reading import QuantityMention
from twosource.model.value import Quantity

NEGATIONS = frozenset({"not", "n't", "no", "never", "nobody", "none"})


def are_parted(left: Clause, right: Clause) -> bool:
    """Whether two clauses are of two days, of two sexes or of figures that do not fit, one of them negates, or of two
    of one kind whoever does it in one is not who does it in the other.

    Args:
        left, right: Clauses of two accounts.
    """
    one, other = left.says, right.says
    if one.days is not None and other.days is not None and not one.days.overlaps(other.days):
        return True
    if _has_not(left) != _has_not(right) or _count_otherwise(left, right):
        return True
    if one.kind == other.kind and _are_others(left, right):
        return True
    sexes = _sexes(left), _sexes(right)
    return all(sexes) and sexes[0].isdisjoint(sexes[1])


def _are_others(left: Clause, right: Clause) -> bool:
    """Whether a part has two names, or who shot in one was shot in the other."""
    one, other = left.says, right.says
    if (one.agents & other.patients | one.patients & other.agents) & one.known:
        return True
    sides = ((one.agents, other.agents), (one.patients, other.patients))
    named = ((mine & one.known, theirs & other.known) for mine, theirs in sides)
    return any(mine and theirs and not mine & theirs for mine, theirs in named)


def _has_not(clause: Clause) -> bool:
    """Whether a negation stands anywhere in a clause: "pleaded not guilty" negates no verb."""
    context = clause.context
    inside = context.tree.tokens_in(clause_span(context, clause.says.head))
    return any(context.lemma(at) in NEGATIONS for at in inside)


def _count_otherwise(left: Clause, right: Clause) -> bool:
    """Whether both clauses count the same, and no two of their figures fit: "three abstained", "five abstained". In
    clauses of two kinds the same is what has a word in common.
    """
    alike = left.says.kind == right.says.kind
    one, other = ([each.quantity for each in _figures(clause)] for clause in (left, right))
    pairs = [(mine, theirs) for mine in one for theirs in other if _counts_alike(mine, theirs, alike=alike)]
    return bool(pairs) and not any(fit_quantities(mine, theirs).agrees for mine, theirs in pairs)


def _counts_alike(one: Quantity, other: Quantity, *, alike: bool) -> bool:
    words = [set((each.counted or "").lower().split()) for each in (one, other)]
    return one.unit == other.unit and (alike or not all(words) or bool(words[0] & words[1]))


def _figures(clause: Clause) -> tuple[QuantityMention, ...]:
    return clause.context.figures_in(clause_span(clause.context, clause.says.head))


def _sexes(clause: Clause) -> frozenset[str]:
    """Whether women or men are told of by a noun: who wounds three women wounds no three men."""
    context = clause.context
    words = (at for at in context.tree.subtree(clause.says.head) if context.tree.tokens[at].upos == "NOUN")
    told = (context.lexicon.sorts_of(*context.forms(at)).get("sex") for at in words)
    return frozenset(sex for sex in told if sex)
