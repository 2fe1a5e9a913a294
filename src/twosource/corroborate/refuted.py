"""Whether an account calls what was said untrue: "rumours that a student had been killed proved false".

What hangs on a word for a report is denied where the same clause says that the report is none. The words are data
(``counted.toml``, ``reports`` and ``untrue``).
"""

from __future__ import annotations

from twosource.corroborate.context import Context

FAR_ABOVE = 8
"""Steps up the tree from what was said to the report that says it."""


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
