"""One subject a word, as Universal Dependencies has it: where a tree gives a word two, one moves to its next best head.

The encoder chooses each word's head by itself, so a modifier before a noun ("the Relief Organization (RO) troops", "the
attorney Bryn Kale") can come out as a second subject of the verb. The one of the two to which another head costs least
moves there, if that is nearly as likely; never to a verb before it as its subject, for these stand before their verb
("Ana Orlo resigned, the government of Brek said" has two that both fit "said"). Of two on both sides of a clause that
is what the verb says and has none ("Varn, 81, died in a lift, the fire service said") the first is the clause's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

DEAREST = 2.5
"""How much less likely the other head may be, in natural logarithms. Chosen on the development parts of EWT and GUM: 17
words move there, of which 8 come to their head and 4 leave it; at 1.5, 14 (7 and 4); at 3, 19 (9 and 5); at 4, 25 (10
and 9). On the test parts it is 17 (10 and 3)."""

_NEVER = np.float32(-1e9)


def one_subject(
    heads: Sequence[int],
    arcs: npt.NDArray[np.float32],
    labels: npt.NDArray[np.int64],
    subjects: Collection[int],
    said: Collection[int] = (),
) -> list[int]:
    """The tree with second subjects moved.

    Args:
        heads: For each word the number of its head, words counting from 1 and the root being 0.
        arcs: (1 + words, 1 + words), child by head: how likely, in natural logarithms up to a constant a row.
        labels: (1 + words, 1 + words), child by head: the number of the relation that the child would have.
        subjects: The numbers of the relations of which a word has one.
        said: The numbers of the relations of a clause that is what its verb says.

    >>> arcs = np.array([[0, 0, 0, 0], [0, 0, 2, 3], [0, 0, 0, 3], [9, 0, 0, 0]], dtype=np.float32)
    >>> labels = np.array([[0, 0, 0, 0], [0, 0, 7, 1], [0, 0, 0, 1], [0, 0, 0, 0]])
    >>> one_subject([3, 3, 0], arcs, labels, [1])
    [2, 3, 0]
    """
    found = [0, *heads]
    for child, clause in _before_clauses(found, labels, subjects, said):
        found[child] = clause
    owners: dict[int, list[int]] = {}
    for place, head in enumerate(found[1:], start=1):
        if head and labels[place, head] in subjects:
            owners.setdefault(head, []).append(place)
    for owner, children in owners.items():
        if len(children) > 1:
            moves = []
            for child in children:
                verbs = (other for other in range(1, len(found)) if labels[child, other] in subjects)
                taken = [other for other in verbs if other < child or other in owners]
                moves.append((*_next_best(arcs[child], owner, [0, *_below(child, found), *taken]), child))
            cost, head, child = min(moves)
            found[child] = head if cost <= DEAREST else owner
    return found[1:]


def _before_clauses(
    heads: Sequence[int], labels: npt.NDArray[np.int64], subjects: Collection[int], said: Collection[int]
) -> list[tuple[int, int]]:
    """The first subjects of two with a clause between them that is said and has none, each with that clause."""
    owned: dict[int, list[int]] = {}
    for place, head in enumerate(heads[1:], start=1):
        if head and labels[place, head] in subjects:
            owned.setdefault(head, []).append(place)
    found = []
    for owner, (first, *others) in owned.items():
        between = (at for at in range(first + 1, max(others, default=0)) if heads[at] == owner)
        clause = next((at for at in between if labels[at, owner] in said and at not in owned), None)
        if clause is not None and labels[first, clause] in subjects:
            found.append((first, clause))
    return found


def _next_best(row: npt.NDArray[np.float32], head: int, barred: list[int]) -> tuple[float, int]:
    """What the best head but this and the barred ones costs a word, and which it is."""
    others = row.copy()
    others[[head, *barred]] = _NEVER
    best = int(others.argmax())
    return float(row[head] - others[best]), best


def _below(top: int, heads: Sequence[int]) -> list[int]:
    """A word and all that hangs on it."""
    children: dict[int, list[int]] = {}
    for place, head in enumerate(heads):
        children.setdefault(head, []).append(place)
    found = [top]
    for place in found:
        found += children.get(place, ())
    return found
