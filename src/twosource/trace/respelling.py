"""Names that two accounts spell differently throughout: the mark of a translation between them.

Reporters of one language spell a foreign name alike; whoever translates from another language carries its spelling over
(Zhorova, Schorowa; Khadrin, Chadrin). Two names in aligned sentences are one name respelled if they agree in their
consonants once the letters for one sound are folded together.
"""

from __future__ import annotations

from collections.abc import Iterable

from twosource.text.sounds import sound
from twosource.text.words import fold
from twosource.trace.account import Account

LEAST_NAMES = 2
"""Names respelled that make a translation; a single one may be a slip."""
_LEAST_LETTERS, _LEAST_CONSONANTS = 4, 2


def respelled(left: Account, right: Account, pairs: Iterable[tuple[int, int]]) -> tuple[tuple[str, str], ...]:
    """Names of aligned sentences that the two accounts spell differently, each pair once, as they stand.

    Args:
        left, right: The accounts.
        pairs: Aligned sentences, index left and index right.
    """
    ours, theirs = frozenset(left.words.folded), frozenset(right.words.folded)
    found: dict[tuple[str, str], None] = {}
    for one, other in pairs:
        here = _names(left, one, theirs)
        there = _names(right, other, ours) if here else []
        found |= {(name, second): None for name in here for second in there if _same(fold(name), fold(second))}
    return tuple(found)


def _names(account: Account, sentence: int, elsewhere: frozenset[str]) -> list[str]:
    """Capitalised words of a sentence that are not among the folded words ``elsewhere``."""
    text, words = account.annotated.body.text, account.words
    places = [
        index
        for index in account.sentence_words[sentence]
        if words.folded[index] not in elsewhere and len(words.folded[index]) >= _LEAST_LETTERS
    ]
    raw = [words.span(index, index + 1).of(text) for index in places]
    return [word for word in raw if word[0].isupper()]


def _same(left: str, right: str) -> bool:
    one, other = sound(left), sound(right)
    return one == other and len(one) >= _LEAST_CONSONANTS and abs(len(left) - len(right)) <= 3
