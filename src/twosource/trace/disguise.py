"""Words in disguise: Latin words with look-alike letters of other scripts, or with invisible signs inside.

Ordinary text has neither; a copy that is to escape a comparison of letters has many. Soft hyphens are left out, for
web pages have them by right.
"""

from __future__ import annotations

import re
import unicodedata

_SUSPECT = re.compile("[\u200b-\u200f\u2060-\u2064\ufeff\u0370-\u058f\u0250-\u02af]")
_WORD = re.compile("[\\w\u200b-\u200f\u2060-\u2064\ufeff]+")
_INVISIBLE = re.compile("[^\\W\\d_][\u200b-\u200f\u2060-\u2064\ufeff]+[^\\W\\d_]")
LEAST = 3
"""Words in disguise that make a disguise; one or two come from a stray keystroke or a pasted name."""


def disguised(text: str) -> int:
    """How many words of a text are in disguise; 0 below :data:`LEAST`.

    >>> disguised("The m\u0456n\u0456ster s\u0430id tr\u043e\u043eps")
    3
    """
    if text.isascii() or not _SUSPECT.search(text):
        return 0
    count = sum(1 for match in _WORD.finditer(text) if not match[0].isascii() and _mixed(match[0]))
    return count if count >= LEAST else 0


def _mixed(word: str) -> bool:
    scripts = {unicodedata.name(sign, "").split(" ")[0] for sign in word if sign.isalpha()}
    return bool(_INVISIBLE.search(word)) or ("LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN"}))
