"""Romanisation-proof keys: the consonants that a word of a name stands for, read under each convention of spelling.

A Cyrillic or Arabic name reaches a text by an English, a German, a French, a scholarly or a passport spelling: Zhorin,
Schorin, Jorine. Each word is read under every convention, and two words fall together if one reading of each is the
same. Reach for it to find candidates and as one feature among others: a key says that two words may be one, never that
they are. The invariant: equal words, whatever their case and accents, have equal keys, in a fixed order.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii

from twosource.resources import load

_CONVENTIONS = ("english", "german", "french", "scholarly", "arabic")


@lru_cache(maxsize=1 << 16)
def keys(word: str) -> tuple[str, ...]:
    """The readings of one word as consonants, sorted; words without a consonant give their vowels.

    >>> set(keys("Zhorin")) & set(keys("Schorin")) & set(keys("Jorine"))
    {'Srn'}
    """
    readings = {_reading(form, name) for form in {plain(word), sounded(word)} for name in _CONVENTIONS}
    return tuple(sorted(readings - {""}))


def share_key(left: str, right: str) -> bool:
    """Whether two words have a reading in common."""
    return not set(keys(left)).isdisjoint(keys(right))


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """A word in small Latin letters without marks, other scripts romanised.

    >>> plain("Çelik"), plain("Жорин")
    ('celik', 'zhorin')
    """
    composed = unicodedata.normalize("NFC", word).casefold()
    return anyascii(composed).casefold() if not composed.isascii() else composed


@lru_cache(maxsize=1 << 16)
def sounded(word: str) -> str:
    """As ``plain``, but with letters whose mark changes the consonant spelt out.

    >>> sounded("Çelik")
    'chelik'
    """
    letters = _table()["letters"]
    composed = unicodedata.normalize("NFC", word).casefold()
    return plain("".join(letters.get(sign, sign) for sign in composed))


def _reading(word: str, convention: str) -> str:
    """One word's sounds under one convention, doubled sounds once; vowels alone where it has no consonant."""
    graphemes, longest = _graphemes(convention)
    sounds, at = [], 0
    while at < len(word):
        for length in range(min(longest, len(word) - at), 0, -1):
            sound = graphemes.get(word[at : at + length])
            if sound is not None or length == 1:
                sounds.append(word[at] if sound is None else sound)
                at += length
                break
    merged = _table()["merged"]
    signs = [merged.get(sign, sign) for sound in sounds for sign in sound if sign.isalnum()]
    once = [sign for place, sign in enumerate(signs) if place == 0 or signs[place - 1] != sign]
    return "".join(once) or "".join(sign for sign in word if sign.isalnum())


@cache
def _graphemes(convention: str) -> tuple[dict[str, str], int]:
    """The rows of a convention over the shared ones, and the length of the longest spelling."""
    rows: dict[str, str] = {**_table()["shared"], **_table()[convention]}
    return rows, max(map(len, rows))


def _table() -> dict[str, dict[str, str]]:
    return load("common", "romanisation")
