"""Single words of persons' names: when two are one word in two spellings, and which of many words one is.

The invariant: ``Lookup.near`` finds exactly the words that ``same_word`` accepts, without trying them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from twosource.link.keys import keys, share_key
from twosource.link.spelling import similarity

SAME_WORD = 0.88
"""Likeness from which two words are one, where they also share a key, or are long and one slip apart."""
_LONG = 6
_END = 3  # letters: one slip leaves the first three or the last three of a long word alone


def same_word(left: str, right: str) -> bool:
    """Whether two words of persons' names are one, in two spellings or with one slip.

    >>> same_word("zhorina", "schorina"), same_word("zhorina", "zhorin"), same_word("morin", "zhorin")
    (True, False, False)
    """
    if left == right:
        return True
    return may_be_same(left, right) and similarity(left, right, SAME_WORD) >= SAME_WORD


def may_be_same(left: str, right: str) -> bool:
    """What ``same_word`` asks first, since it is quickly told: a shared key or one slip, and no feminine ending."""
    if left == right:
        return True
    slip = min(len(left), len(right)) >= _LONG and OSA.distance(left, right, score_cutoff=1) <= 1
    return (slip or share_key(left, right)) and not _gendered(left, right)


def _gendered(left: str, right: str) -> bool:
    """Whether one is the other with a feminine ending: of one family, not one person."""
    shorter, longer = sorted((left, right), key=len)
    stem = shorter[:-1] if shorter[-1:] in "yi" else shorter
    return longer != shorter and longer in (shorter + "a", stem + "aya")


class Lookup:
    """Words that others are looked up among."""

    def __init__(self, words: Iterable[str]) -> None:
        self._places: dict[str, set[str]] = defaultdict(set)
        for word in set(words):
            for place in _places(word):
                self._places[place].add(word)

    def near(self, word: str) -> tuple[str, ...]:
        """The words that ``word`` may be, sorted."""
        candidates = {other for place in _places(word) for other in self._places.get(place, ())}
        return tuple(sorted(other for other in candidates if same_word(word, other)))


def _places(word: str) -> Iterator[str]:
    yield from keys(word)
    if len(word) >= _LONG - 1:
        yield f"^{word[:_END]}"
        yield f"{word[-_END:]}$"
    yield f"={word}"
