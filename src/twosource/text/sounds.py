"""What a name sounds like, roughly: its consonants, with the letters that languages write for one sound made one.

Enough to see that two spellings may be one name (Zhorova, Schorowa); names of other people agree by chance now and
then, so nothing is decided by it alone.
"""

from __future__ import annotations

import re

_SOUNDS = (
    (re.compile("tsch|tch|sch|sh|zh|ch|kh|cz|sz|tz|ts|dj|dzh"), "x"),
    (re.compile("[wu]"), "v"),
    (re.compile("ph"), "f"),
    (re.compile("[ckq]"), "k"),
    (re.compile("[sz]"), "s"),
    (re.compile("[aeiouyjh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(name: str) -> str:
    """The consonants of a folded name, letters for one sound made one.

    >>> sound("zhorova") == sound("schorowa"), sound("khadrin") == sound("chadrin")
    (True, True)
    >>> sound("marek") == sound("melnar")
    False
    """
    for pattern, letter in _SOUNDS:
        name = pattern.sub(letter, name)
    return name
