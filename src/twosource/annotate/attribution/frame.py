"""A cue with what hangs on it, as token indexes: what every rule proposes before spans are made.

The invariant: the three parts of a frame share no token.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.phrase import run_around
from twosource.model.span import Span
from twosource.text.tree import Tree

INCIDENTAL = frozenset({"acl", "acl:relcl", "parataxis", "advcl", "ccomp", "discourse"})
"""Branches that never help to say who a source is; a restrictive relative clause does, see ``source_tokens``."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution as tokens.

    Attributes:
        head: The cue's main token.
        cue: All of the cue, without gaps.
        source: The source's tokens; empty where nobody is named.
        content: The content's tokens, in text order, with gaps where cue and source stand inside.
        lemma: What to look the modality up with.
        statement: Whether somebody states a whole proposition (and not only judges, wants or mentions a thing).
    """

    head: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    lemma: str
    statement: bool = True


def frame(  # noqa: PLR0913 - the parts of a frame, each named by its caller
    tree: Tree, head: int, cue: list[int], source: int | None, content: list[int], *, statement: bool = True
) -> Frame | None:
    """Make a frame, with overlaps taken out: the cue wins over the source, the source over the content.

    Returns:
        The frame, or ``None`` where no content is left.
    """
    within = set(cue)
    speaker = [] if source is None else [token for token in source_tokens(tree, source) if token not in within]
    within.update(speaker)
    said = tuple(sorted({token for token in content if token not in within}))
    if not any(tree.tokens[token].upos != "PUNCT" for token in said):
        return None
    return Frame(head, tuple(cue), tuple(speaker), said, tree.tokens[head].lemma.lower(), statement)


def source_tokens(tree: Tree, head: int) -> list[int]:
    """A source's noun phrase, with appositions and defining clauses ("a man who saw it"), not asides (", who left").

    Only the run of tokens around the head is kept, so that a wrongly hung branch cannot stretch the phrase.
    """
    found = set(tree.subtree(head, without=INCIDENTAL))
    for below in tree.children[head]:
        if tree.tokens[below].deprel in ("acl", "acl:relcl") and is_defining(tree, head, below):
            found.update(tree.subtree(below))
        if below < head and tree.tokens[below].upos == "ADV" and tree.child(below, "obl") is not None:
            found.difference_update(tree.subtree(below))  # "Hours later officials said"
    start = end = head
    while start - 1 in found:
        start -= 1
    while end + 1 in found:
        end += 1
    while start < head and tree.tokens[start].deprel in _BEFORE and not _belongs_to_number(tree, start, head):
        start += 1
    while end > head and tree.tokens[end].upos == "PUNCT" and tree.tokens[end].text not in ')]”"':
        end -= 1
    return list(range(start, end + 1))


_BEFORE = frozenset({"punct", "cc", "case", "mark", "advmod"})
"""What stands before a source and is none of it, unless a number within needs it: "more than 200 people"."""


def _belongs_to_number(tree: Tree, token: int, head: int) -> bool:
    above = tree.path_up(token)
    return any(tree.tokens[at].upos == "NUM" for at in above[: above.index(head)]) if head in above else False


def antecedent(tree: Tree, source: tuple[int, ...]) -> list[Span]:
    """The noun phrase that a lone relative pronoun stands for: "Ana Orlo" in "Ana Orlo, who said"."""
    if len(source) != 1 or "PronType=Rel" not in tree.tokens[source[0]].feats:
        return []
    clause = next((at for at in tree.path_up(source[0]) if tree.tokens[at].deprel == "acl:relcl"), None)
    if clause is None or tree.tokens[clause].head >= source[0]:
        return []
    head = tree.tokens[clause].head
    phrase = [at for at in tree.subtree(head, without=_CLAUSES) if at < head or tree.tokens[at].text != ","]
    apart = (below for below in tree.children[head] if tree.tokens[below].deprel.split(":")[0] in _OUTSIDE)
    outside = {at for below in apart for at in tree.subtree(below)}
    return [tree.span(run_around([at for at in phrase if at not in outside], head))]


_CLAUSES = INCIDENTAL | {"conj", "cc"}
_OUTSIDE = frozenset({"punct", "case", "nsubj", "cop", "aux", "mark"})
"""What hangs on the head of a phrase and is none of it: "It was" in "It was a neighbour who said"."""


def is_defining(tree: Tree, head: int, clause: int) -> bool:
    """Whether a relative clause tells which one is meant: no comma or dash stands before it."""
    tokens = tree.subtree(clause)
    first = tokens[0]
    return (
        first > head and tree.tokens[first].upos != "PUNCT" and tree.tokens[first - 1].text not in (",", "—", "–", "-")
    )
