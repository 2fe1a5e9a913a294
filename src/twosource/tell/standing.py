"""Whether a sentence can stand alone under a day: it says of whom it tells, and tells of that day.

"It happened on Friday" says nothing without the sentence before it, and "last Friday's storm" and "closed since Friday"
date something else than what they tell. Such a line is not wrong; it comes after better ones.
"""

from __future__ import annotations

import re

from twosource.resources import load

LED = 4
"""Code points before the words of a day that opens its sentence: "On Friday they lost"."""

LONGEST = 40
"""Code points before a day within which the word that leads to it stands."""


def stands_alone(text: str, dated: str = "") -> bool:
    """Whether a sentence says by itself whom it tells of and what was on its day.

    Args:
        text: The sentence.
        dated: Its words that give the day, empty where they are not known.

    >>> stands_alone("On Friday the pier broke.", "Friday"), stands_alone("On Friday it broke.", "Friday")
    (True, False)
    >>> stands_alone("The pier has been closed since Friday.", "Friday")
    False
    >>> stands_alone("Friday's storm broke the pier.", "Friday")
    False
    """
    words = load("en", "lines")
    place = text.find(dated) if dated else -1
    behind = text[place + len(dated) :]
    if place >= 0 and dates_another(text, place, place + len(dated)):
        return False
    opening = re.search(r"\w+", behind if 0 <= place <= LED else text)
    return opening is None or opening[0].lower() not in words["openings"]


def dates_another(text: str, start: int, end: int, edges: str = "stretches") -> bool:
    """Whether a day dates something else than what its sentence tells: "Friday's storm", "closed since Friday".

    Args:
        text: A text.
        start, end: Where its words for the day stand.
        edges: The list of the words that lead to such a day.
    """
    owned = text.startswith(("'s", "’s"), end)
    return owned or _leads(text[max(0, start - LONGEST) : start], text[start:end]) in load("en", "lines")[edges]


def _leads(before: str, dated: str) -> str:
    """The word that leads to a day: the first of its own words, or the last before them."""
    first = dated.split(None, 1)[0].lower()
    return first if first in load("en", "lines")["stretches"] else "".join(before.split()[-1:]).lower()
