"""Who is said to vouch for a passage, among all who are said to have to do with it; and what its account calls untrue.

``annotate`` reads as attributions also whom somebody questions, mourns, posts or sees: attitudes to a thing that the
outlet itself tells of. The invariant: a source tells what is quoted, what stands as a clause behind a cue, and what a
verb of telling has for its object; who asks tells nothing, and who saw, learnt or knows tells it only as a body does.
What somebody only wants or decides to do is no clause: "chose to leave three posts empty" is told by the outlet.
What hangs on a word for a report is denied where the same clause says that the report is none ("rumours that a student
had been killed proved false"); the words are data (``counted.toml``, ``reports`` and ``untrue``).
"""

from __future__ import annotations

from functools import partial

from twosource.corroborate.context import Context
from twosource.model.reading import Attribution, AttributionKind, EntityType
from twosource.model.span import Span

FAR_ABOVE = 8
"""Steps up the tree from what was said to the report that says it."""
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
    if words.is_around("showing", *forms) and any(map(partial(_is_headed, context, "documents"), attribution.source)):
        return True
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
        below = {tree.tokens[at].deprel.split(":")[0] for at in tree.children[index] if not _is_particle(context, at)}
        if "VerbForm=Fin" in token.feats or below & clausal:
            return True
    return False


def _is_particle(context: Context, index: int) -> bool:
    """Whether a token only marks an infinitive: "to leave"."""
    return context.tree.tokens[index].upos == "PART"


def _is_body(context: Context, attribution: Attribution) -> bool:
    """Whether the source is a body or a document, which speaks where it has learnt something."""
    for part in attribution.source:
        if _is_headed(context, "speaking", part):
            return True
        if any(one.type is EntityType.ORGANIZATION and one.span.overlaps(part) for one in context.entities_in(part)):
            return True
    return False


def _is_headed(context: Context, name: str, part: Span) -> bool:
    """Whether the head of a stretch is on a list of nouns."""
    head = context.head_of(part)
    return head is not None and context.lexicon.is_around(name, *context.forms(head))


def is_refuted(context: Context, index: int) -> bool:
    """Whether a token stands within a report that its account calls untrue.

    Args:
        context: The account.
        index: The token.
    """
    for at in context.tree.path_up(index)[:FAR_ABOVE]:
        if context.lexicon.is_around("reports", *context.forms(at)) and _is_untrue(context, at):
            return True
    return False


def _is_untrue(context: Context, report: int) -> bool:
    """Whether a report is called untrue: by its own attribute ("false reports of"), or by what is said of it."""
    above = context.tree.tokens[report].head
    said = (*context.tree.children[report], above, *context.tree.children[above])
    return any(at != report and context.lexicon.is_around("untrue", *context.forms(at)) for at in said)
