"""What several rules ask of a noun phrase: the run of tokens around its head, and the name that it holds.

Names are found by binary search, so that asking for every phrase of a long article stays cheap.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from twosource.model.reading import EntityType, Mention, Reading
from twosource.model.span import Span


def run_around(tokens: list[int], head: int) -> range:
    """The unbroken run of token indexes that holds ``head``.

    Args:
        tokens: Sorted indexes, ``head`` among them.
        head: One of them.

    >>> run_around([1, 2, 4, 5, 6, 9], 5)
    range(4, 7)
    """
    place = tokens.index(head)
    start = end = place
    while start > 0 and tokens[start - 1] == tokens[start] - 1:
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1] == tokens[end] + 1:
        end += 1
    return range(tokens[start], tokens[end] + 1)


def name_in(reading: Reading, span: Span, *types: EntityType) -> Mention | None:
    """The first name that overlaps a span, of one of these types if any are given."""
    first = bisect_right(reading.names, span.start, key=lambda name: name.span.end)
    behind = map(reading.names.__getitem__, range(first, len(reading.names)))
    near = takewhile(lambda name: name.span.start < span.end, behind)
    return next((name for name in near if not types or name.type in types), None)
