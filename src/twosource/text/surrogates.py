"""Halves of surrogate pairs: JSON can carry one alone, but no encoding writes it, and no library reads it.

The invariant: what comes back has as many code points, so that offsets into either are offsets into both.
"""

from __future__ import annotations

import re

_ALONE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    r"""A text with U+FFFD for each half of a surrogate pair.

    >>> ascii(without_surrogates("a\ud800b"))
    "'a\\ufffdb'"
    """
    return _ALONE.sub("\ufffd", text)
