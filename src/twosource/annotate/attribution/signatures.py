"""Quotations whose speaker stands beside them without a verb: "The mayor: '…'", "'…' – Ana Orlo".

Scripts, captions and pulled quotations name their speakers so. The invariant: a name is part of it, and no other words.
"""

from __future__ import annotations

from twosource.annotate.attribution.draft import Draft, draft
from twosource.annotate.attribution.frame import Frame
from twosource.annotate.attribution.quotes import Quotation
from twosource.text.tree import Tree

_LONGEST = 14
"""Tokens of a speaker: room for a name with its title."""
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP"})
_DASHES = frozenset({"-", "--", "–", "—", "―"})


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


def signed(tree: Tree, quotation: Quotation, last: int, drafts: list[Draft]) -> Draft | None:
    """A dash and a name after a quotation sign it: '"…" – Ana Orlo'."""
    dash = last + 1
    if dash + 1 >= len(tree.tokens) or tree.tokens[dash].text not in _DASHES:
        return None
    stop = dash + 1
    while stop < len(tree.tokens) and stop - dash < _LONGEST and tree.tokens[stop].upos in _NAMING:
        if not same_paragraph(tree, stop - 1, stop):
            break
        stop += 1
    alone = stop == len(tree.tokens) or not same_paragraph(tree, stop - 1, stop) or tree.tokens[stop].text in ".,"
    if not alone or all(token.upos != "PROPN" for token in tree.tokens[dash + 1 : stop]):
        return None
    said = tuple(at for part in quotation.parts for at in tree.tokens_in(part))
    made = draft(tree, Frame(dash, (dash,), tuple(range(dash + 1, stop)), said, ":"))
    drafts.append(made)
    return made


def same_paragraph(tree: Tree, left: int, right: int) -> bool:
    """Whether no line break stands between two tokens."""
    return "\n" not in tree.reading.text[tree.tokens[left].span.end : tree.tokens[right].span.start]
