"""Who is said to vouch for a passage, among all who are said to have to do with it.

``annotate`` reads as attributions also whom somebody questions, mourns, posts or sees: attitudes to a thing that the
outlet itself tells of. The invariant: a source tells what is quoted, what stands as a clause behind a cue, and what a
verb of telling has for its object; who asks tells nothing, and who saw, learnt or knows tells it only as a body does.
"""

from __future__ import annotations

from twosource.corroborate.context import Context
from twosource.model.reading import Attribution, AttributionKind, EntityType

_CLAUSAL = frozenset({"mark", "nsubj", "cop", "aux", "expl"})


def tells(context: Context, attribution: Attribution) -> bool:
    """Whether a source says what stands in an attribution's content.

    Args:
        context: The account.
        attribution: One of its attributions.
    """
    verb = _predicate(context, attribution)
    if verb is None or attribution.kind is not AttributionKind.INDIRECT:
        return True
    if context.tree.tokens[verb].upos == "ADJ":  # "sure that 12 died", but not "reluctant to fund 12 schools"
        return _is_clause(context, attribution, _CLAUSAL - {"mark"})
    forms, words = context.forms(verb), context.lexicon
    if words.is_around("asking", *forms):
        return False
    if words.is_around("perceiving", *forms):
        return _is_body(context, attribution) and _is_clause(context, attribution)
    return words.is_around("telling", *forms) or _is_clause(context, attribution)


def _predicate(context: Context, attribution: Attribution) -> int | None:
    """The main verb of a cue, else its adjective; none of "according to", of a noun, of a mark."""
    tokens = context.tree.tokens
    cue = [index for part in attribution.cue for index in context.tree.tokens_in(part)]
    for kind in ("VERB", "ADJ"):
        found = [index for index in cue if tokens[index].upos == kind and tokens[index].deprel not in ("case", "amod")]
        if found:
            return found[-1]
    return None


def _is_clause(context: Context, attribution: Attribution, clausal: frozenset[str] = _CLAUSAL) -> bool:
    """Whether the content holds a clause of its own: a verb at its top with a subject, an auxiliary or a mark."""
    tree = context.tree
    inside = {index for part in attribution.content for index in tree.tokens_in(part)}
    for index in sorted(inside):
        token = tree.tokens[index]
        if (token.head in inside and token.head != index) or token.deprel.startswith("acl"):
            continue
        below = {tree.tokens[at].deprel.split(":")[0] for at in tree.children[index]}
        if "VerbForm=Fin" in token.feats or below & clausal:
            return True
    return False


def _is_body(context: Context, attribution: Attribution) -> bool:
    """Whether the source is a body or a document, which speaks where it has learnt something."""
    for part in attribution.source:
        head = context.head_of(part)
        if head is not None and context.lexicon.is_around("speaking", *context.forms(head)):
            return True
        if any(one.type is EntityType.ORGANIZATION and one.span.overlaps(part) for one in context.entities_in(part)):
            return True
    return False
