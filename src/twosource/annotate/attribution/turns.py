"""Turns of speech: in a transcript each paragraph opens with who speaks, and all of it is that speaker's.

"PELL: The roof fell in at noon. Two are missing." A headline or a list may open so once or twice; a text of which the
greater part is turns is a transcript. The invariant: a turn ends with its line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from twosource.annotate.attribution.frame import Frame
from twosource.text.tree import Tree

_LINE = re.compile(r"[^\n]+")
_TURN = re.compile(r"[^\W\d_][^\n:.!?“\"]{0,40}:\s")
_FEWEST = 3
_SHARE = 0.5  # of the lines; questions set apart and what was heard in between make up the rest

Turns = Mapping[int, int]
"""Where a turn begins in the text, and where it ends."""


def find_turns(text: str) -> Turns:
    r"""The turns of a transcript; none of any other text.

    >>> find_turns("ANN: One.\nBO: Two.\nANN: Three."), find_turns("Mayor: dam is safe\nThe dam is safe.")
    ({0: 9, 10: 18, 19: 30}, {})
    """
    lines = [match.span() for match in _LINE.finditer(text) if match[0].strip()]
    turns = {start: end for start, end in lines if _TURN.match(text, start)}
    return turns if len(turns) >= max(_FEWEST, _SHARE * len(lines)) else {}


def in_turn(tree: Tree, found: Frame, turns: Turns) -> Frame:
    """The frame of a turn's first sentence, with the rest of the turn as its content; any other frame as it is."""
    end = turns.get(tree.tokens[min(found.source)].span.start) if found.source else None
    if end is None or found.head > min(found.content):
        return found
    after = bisect_left(tree.tokens, end, key=lambda token: token.span.start)
    return Frame(found.head, found.cue, found.source, tuple(range(found.content[0], after)), found.lemma)
