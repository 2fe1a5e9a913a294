"""Where a grammar has to look at all: pieces that can begin an expression, with one that can carry it soon behind.

Most words of a text begin nothing, and trying every rule on each of them costs more than the model's own reading. One
pass backwards marks the few places that are worth it. The invariant: no place where an expression begins is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twosource.annotate.pieces import Kind, Piece


@dataclass(frozen=True, slots=True)
class Triggers:
    """The words, in lower case, that a grammar's expressions are made of. Digits may always begin and carry one.

    Attributes:
        starts: Words and marks that an expression may begin with.
        carriers: Words without one of which, or digits, there is no expression.
        number: Whether a word is a number written as one word, which begins and carries like digits.
        reach: How many pieces behind its beginning an expression's carrier may stand.
    """

    starts: frozenset[str]
    carriers: frozenset[str]
    number: Callable[[str], bool] | None = None
    reach: int = 8


def candidates(pieces: tuple[Piece, ...], triggers: Triggers) -> Iterator[int]:
    """The indexes of the pieces that are worth a try, in text order."""
    near, marked = len(pieces) + triggers.reach + 1, []
    starts, carriers, number = triggers.starts, triggers.carriers, triggers.number
    known: dict[str, bool] = {}
    for index in range(len(pieces) - 1, -1, -1):
        word = pieces[index].lower
        if pieces[index].kind is Kind.NUMBER:
            near = index
            marked.append(index)
            continue
        if number is not None and word not in known:
            known[word] = number(word)
        if word in carriers or known.get(word, False):
            near = index
        if near - index <= triggers.reach and (word in starts or known.get(word, False)):
            marked.append(index)
    return reversed(marked)
