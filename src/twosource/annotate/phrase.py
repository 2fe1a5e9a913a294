"""What several rules ask of a noun phrase: the run of tokens around its head, and the name that it holds.

Names are found by binary search, so that asking for every phrase of a long article stays cheap.
"""

from __future__ import annotations

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
    low, high = 0, len(reading.names)
    while low < high:
        middle = (low + high) // 2
        if reading.names[middle].span.end <= span.start:
            low = middle + 1
        else:
            high = middle
    while low < len(reading.names) and reading.names[low].span.start < span.end:
        if not types or reading.names[low].type in types:
            return reading.names[low]
        low += 1
    return None
