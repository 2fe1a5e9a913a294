"""What two texts are beside each other: two headlines, a claim beside its evidence, or two full sentences of accounts.

The same words weigh differently in each. In a headline "reportedly" is said of all there is; in a long sentence of some
clause. A short claim either follows from what stands beside it or does not, which is what the pair reader was trained
to tell; two full sentences make several claims each, and there the words that they share tell more. The form is told
from length and from the stop at the end alone, never from where a pair comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.corroborate.pairs.words import Side

LONG = (12, 20)
"""Words of the shorter text: up to the first it makes one claim, from the second on it is a full sentence."""
LIKE = (0.4, 0.8)
"""Words of the shorter text for each of the longer: below the first they are of unlike length, from the second on of
like length."""
_WORD = re.compile(r"\w+")
_STOPS = (".", "!", "?")
_CLOSING = " \"'”’)"


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a pair.

    Attributes:
        headlines: 1 where neither text ends in a stop, else 0.
        accounts: How much both are full sentences of like length, 0 to 1.
        asks: 1 where one of them asks and the other does not, else 0.
    """

    headlines: float
    accounts: float
    asks: float


def form_of(left: Side, right: Side) -> Form:
    """The form of two texts beside each other.

    Args:
        left, right: The texts.
    """
    texts = [side.context.reading.text[side.span.start : side.span.end] for side in (left, right)]
    shorter, longer = sorted(len(_WORD.findall(text)) for text in texts)
    headlines = float(not any(text.rstrip(_CLOSING).endswith(_STOPS) for text in texts))
    accounts = between(shorter, LONG) * between(shorter / max(1, longer), LIKE) * (1.0 - headlines)
    return Form(headlines, accounts, float(("?" in texts[0]) != ("?" in texts[1])))


def between(value: float, ends: tuple[float, float]) -> float:
    """Where a value stands between two ends, 0 to 1.

    >>> between(3, (2, 4)), between(9, (2, 4))
    (0.5, 1.0)
    """
    return min(1.0, max(0.0, (value - ends[0]) / (ends[1] - ends[0])))
