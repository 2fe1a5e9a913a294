"""Names that two accounts spell differently throughout: the mark of a translation between them.

Reporters of one language spell a foreign name alike; whoever translates from another language carries its spelling over
(Zhorova, Schorowa; Khadrin, Chadrin). Two names in aligned sentences are one name respelled if they agree in their
consonants once the letters for one sound are folded together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.text.words import fold
from twosource.trace.account import Account

_SOUNDS = (
    (re.compile("tsch|tch|sch|sh|zh|ch|kh|cz|sz|tz|ts|dj|dzh"), "x"),
    (re.compile("[wu]"), "v"),
    (re.compile("ph"), "f"),
    (re.compile("[ckq]"), "k"),
    (re.compile("[sz]"), "s"),
    (re.compile("[aeiouyjh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
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
        here, there = _names(left, one), _names(right, other)
        for name in here:
            for second in there:
                if fold(name) not in theirs and fold(second) not in ours and _same(fold(name), fold(second)):
                    found[(name, second)] = None
    return tuple(found)


def _names(account: Account, sentence: int) -> list[str]:
    """Capitalised words of a sentence."""
    text, words = account.annotated.body.text, account.words
    spans = (words.span(index, index + 1) for index in account.sentence_words[sentence])
    raw = (span.of(text) for span in spans)
    return [word for word in raw if word[0].isupper() and len(fold(word)) >= _LEAST_LETTERS]


def _same(left: str, right: str) -> bool:
    one, other = _sound(left), _sound(right)
    return one == other and len(one) >= _LEAST_CONSONANTS and abs(len(left) - len(right)) <= 3


def _sound(name: str) -> str:
    """The consonants of a folded name, letters for one sound made one.

    >>> _sound("zhorova") == _sound("schorowa"), _sound("khadrin") == _sound("chadrin")
    (True, True)
    >>> _sound("marek") == _sound("melnar")
    False
    """
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name
