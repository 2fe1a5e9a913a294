"""Quotations whose speaker stands before them without a verb: "The mayor: '…'".

Scripts and interviews name their speakers so. The invariant: a name is part of it, and no other words.
"""

from __future__ import annotations

from twosource.annotate.attribution.draft import Draft, draft
from twosource.annotate.attribution.frame import Frame
from twosource.annotate.attribution.quotes import Quotation
from twosource.text.tree import Tree

_LONGEST = 14
"""Tokens of a speaker: room for a name with its title."""
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP"})


def named_before(tree: Tree, quotation: Quotation, drafts: list[Draft]) -> Draft | None:
    """A name right before a colon and a quotation speaks it, as in a script: "The mayor: '…'"."""
    tokens = [at for part in quotation.parts for at in tree.tokens_in(part)]
    colon = tokens[0] - 1
    if colon < 1 or tree.tokens[colon].text != ":" or not same_paragraph(tree, colon, tokens[0]):
        return None
    start = colon
    while (
        start > 0
        and colon - start < _LONGEST
        and tree.tokens[start - 1].upos in _NAMING
        and same_paragraph(tree, start - 1, start)
    ):
        start -= 1
    if not any(tree.tokens[at].upos == "PROPN" for at in range(start, colon)):
        return None
    made = draft(tree, Frame(colon, (colon,), tuple(range(start, colon)), tuple(tokens), ":"))
    drafts.append(made)
    return made


def same_paragraph(tree: Tree, left: int, right: int) -> bool:
    """Whether no line break stands between two tokens."""
    return "\n" not in tree.reading.text[tree.tokens[left].span.end : tree.tokens[right].span.start]
