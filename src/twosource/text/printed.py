"""What pages print before or instead of a sentence: "Posted on January 5, 2011, 3:37 PM The pier broke", or capitals.

Reach for it where one sentence of several is picked to be shown. Nothing is cut off: a sentence with a stamp before it
is the account's all the same, only not the one to quote first, and the day of the stamp is that of the page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.resources import load

SHOUTED = 0.6
"""Part of the letters that are capitals in a line that is all capitals but for a few words."""
FEWEST = 20
"""Letters below which capitals are initials: "NATO said so"."""

_GLUED = re.compile(r"(?:\b[A-Z]{2,}[,:]? ){3}|(?:^| )[|#@](?:\w| )|\.\.\.$|…$|:$")
"""A heading in capitals, a bar between the parts of a page, a tag, or an end that a page cuts off or leads on from."""
AGAIN = 0.5
"""Part of a sentence's longer words that another one has, too, if it says the same again."""
STEM = 5
"""Letters of a word by which its forms are one."""


def stamp(text: str) -> int:
    """How long the stamp is with which a text opens: labels, days and hours, before a capital; 0 where there is none.

    >>> text = "Updated: May 3, 2013, 9:56 AM EDT The pier broke."
    >>> text[stamp(text):], stamp("May 3, 2013, was a Friday."), stamp("On May 3, 2013 Brek fell.")
    ('The pier broke.', 0, 0)
    """
    found = _opening().match(text)
    if found is None or text[found.end() :][:1].islower() or found[0].rstrip().endswith(","):
        return 0
    dated = re.search(r"\b\d{4}\b|\d: ?\d\d", found[0]) and len(re.findall(r"\d+", found[0])) > 1
    return found.end() if dated else 0


def is_printed(text: str) -> bool:
    """Whether a text is no plain sentence: with a stamp before it, in capitals, glued to a heading, or cut off.

    >>> is_printed("FIVE DEAD IN FIRE A man called for help."), is_printed("Five died | 02:16"), is_printed("It burnt.")
    (True, True, False)
    """
    return bool(stamp(text) or is_shouted(text) or _GLUED.search(text))


def is_shouted(text: str) -> bool:
    """Whether a text is set in capitals: a heading, or a transcript.

    >>> is_shouted("NEW DETAILS ON THE SHOOTING OF A MAN in Brek"), is_shouted("NATO said so.")
    (True, False)
    """
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= FEWEST and sum(sign.isupper() for sign in letters) >= SHOUTED * len(letters)


def says_again(text: str, other: str) -> bool:
    """Whether most of the telling words of a sentence stand in another one.

    >>> says_again("The pier broke on Friday.", "On Friday the old pier of Brek broke.")
    True
    """
    mine, theirs = _telling(text), _telling(other)
    return len(mine & theirs) >= AGAIN * len(mine)


def _telling(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words: "charged", "charges"."""
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]{4,}", text.lower()))


@lru_cache(1)
def _opening() -> re.Pattern[str]:
    """Days, hours and labels in a row; a preposition before them makes a sentence of them."""
    words = "|".join(load("en", "lines")["stamps"])
    labels = "|".join(load("en", "lines")["labels"])
    part = rf"(?:{words}|[ap]\.?m\b\.?|\d{{1,4}}(?:st|nd|rd|th)?)"
    return re.compile(
        rf"\W*(?:(?:{labels})\b\W*(?:(?:on|at)\b)?|{part})(?:[\W]*\b(?:{labels}|{part}))*[\W]*", re.IGNORECASE
    )
