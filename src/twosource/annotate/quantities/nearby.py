"""Looking around in a tree without looking far: a hostile sentence hangs a hundred thousand words on one verb.

Reach for these instead of ``Tree.children`` wherever each figure asks. The invariant: every look costs a bounded number
of steps, whatever the tree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from twosource.text.tree import Tree

NEAR = 60
"""How many tokens away a dependent may stand: more than any phrase or clause that a figure belongs to."""
_DEEP = 12


def below(tree: Tree, index: int) -> tuple[int, ...]:
    """The dependents of a token that stand near it, in text order."""
    found = tree.children[index]
    return found[bisect_left(found, index - NEAR) : bisect_right(found, index + NEAR)]


def child(tree: Tree, index: int, *deprels: str) -> int | None:
    """The first dependent near a token with one of these relations; a relation also stands for its subtypes."""
    for at in below(tree, index):
        if tree.tokens[at].deprel in deprels or tree.tokens[at].deprel.split(":")[0] in deprels:
            return at
    return None


def leftmost(tree: Tree, index: int) -> int:
    """Where the phrase of a token begins: its first dependent before it, that one's first, and so on."""
    at = index
    for _ in range(_DEEP):
        first = below(tree, at)[:1]
        if not first or first[0] >= at:
            break
        at = first[0]
    return at
