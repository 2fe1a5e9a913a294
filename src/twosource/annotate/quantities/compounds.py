"""Numbers that a language writes as one word ("zweihundertfünfunddreißig").

The word is cut into number words from left to right, the longest first, and the parts are added and multiplied by the
rules of counting. A word is at most 60 letters long: longer ones are no number that a newspaper prints.
"""

from __future__ import annotations

from collections.abc import Mapping

_LONGEST = 60
_WIDEST_PART = 12


def split_compound(
    word: str, cardinals: Mapping[str, int], scales: Mapping[str, int], joiners: frozenset[str]
) -> int | None:
    """The value of a number in one word, or ``None`` where it is not made of number words alone.

    >>> german = {"zwei": 2, "fünf": 5, "dreißig": 30}
    >>> split_compound("zweihundertfünfunddreißig", german, {"hundert": 100}, frozenset({"und"}))
    235
    """
    if len(word) > _LONGEST or word in joiners:
        return None
    total, group, at = 0, 0, 0
    while at < len(word):
        part = _part(word, at, cardinals, scales, joiners)
        if part is None:
            return None
        if part in cardinals:
            group += cardinals[part]
        elif part in scales and scales[part] == 100:
            group = (group or 1) * 100
        elif part in scales:
            total, group = total + (group or 1) * scales[part], 0
        at += len(part)
    return total + group


def _part(
    word: str, at: int, cardinals: Mapping[str, int], scales: Mapping[str, int], joiners: frozenset[str]
) -> str | None:
    for length in range(min(_WIDEST_PART, len(word) - at), 0, -1):
        part = word[at : at + length]
        if part in cardinals or part in scales or part in joiners:
            return part
    return None
