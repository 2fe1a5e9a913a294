"""Whether one account retells the other: order-keeping alignment, weighed by what two reporters would not share.

Reporters of one event share its facts, its names and its speeches; who rewrites or translates an account also keeps its
order, sentence after sentence, and its odd details. Each feature is read from the two texts' own sentences, quoted ones
aside, and adds to the odds of a rewrite by the table of :mod:`.thresholds`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twosource.text.commonness import RARE, commonness
from twosource.trace.account import Account
from twosource.trace.sequence import gains, monotone
from twosource.trace.thresholds import (
    LEAST_SELECTED,
    REWRITE_BIAS,
    REWRITE_WEIGHTS,
    SELECTED,
    SELECTED_ODDS,
    SPEECH_SENTENCE,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 300
"""Own sentences of a text that are aligned: cost grows with the product of both lengths, and no report is longer."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """The alignment of two accounts and what it tells.

    Attributes:
        pairs: Aligned own sentences: index left, index right.
        left_share, right_share: Part of each text's own sentences that is aligned in order.
        left_matter, right_matter: Part of each text's own sentences that have a partner in the other in whatever order.
        mutual: Part of the shorter text's own sentences whose partner in order is also its nearest, and the reverse.
        details: Rare words and figures in aligned sentences that no other account of the input has.
        shorter: Own sentences of the text with fewer.
        novel: Part of the figures and names that each text has over the other, the lesser of the two: who retells adds
            few, two reporters each know something that the other does not.
        selection: Part of the figures and names of the text with more that the other has, too; 0 where they are few.
    """

    pairs: tuple[tuple[int, int], ...]
    left_share: float
    right_share: float
    left_matter: float
    right_matter: float
    mutual: float
    details: tuple[str, ...]
    shorter: int
    novel: float
    selection: float

    @property
    def least_share(self) -> float:
        """Part of the own sentences of the text with more that is aligned in order."""
        return min(self.left_share, self.right_share)

    @property
    def matter(self) -> float:
        """Part of the own sentences of the one text, the greater, that the other tells too, in whatever order."""
        return max(self.left_matter, self.right_matter)

    @property
    def same_selection(self) -> bool:
        """Whether both texts chose the same figures and names, which two reporters of one event seldom do."""
        return self.selection >= SELECTED and self.odds >= SELECTED_ODDS

    @property
    def odds(self) -> float:
        """Log-odds of a rewrite."""
        return REWRITE_BIAS + sum(weight * float(getattr(self, name)) for name, weight in REWRITE_WEIGHTS.items())


NONE = Retelling((), 0.0, 0.0, 0.0, 0.0, 0.0, (), 0, 0.0, 0.0)
"""Two texts of which one has no sentence of its own."""


def retelling(left: Account, right: Account, held: Mapping[str, int]) -> Retelling:
    """The alignment of two accounts.

    Args:
        left, right: The accounts.
        held: How many accounts of the input have each folded word.
    """
    ones, others = _own(left), _own(right)
    if not ones or not others:
        return NONE
    gain = gains(left, right, ones, others)
    path = monotone(gain)
    shorter = min(len(ones), len(others))
    pairs = tuple((ones[row], others[column]) for row, column in path)
    return Retelling(
        pairs=pairs,
        left_share=len(path) / len(ones),
        right_share=len(path) / len(others),
        left_matter=float((gain.max(axis=1) > 0).mean()),
        right_matter=float((gain.max(axis=0) > 0).mean()),
        mutual=_mutual(gain, path) / shorter,
        details=_details(left, right, pairs, held),
        shorter=shorter,
        novel=_novelty(left, right, pairs),
        selection=_selection(left, right),
    )


def _selection(left: Account, right: Account) -> float:
    shared = len(left.details & right.details)
    return shared / max(len(left.details), len(right.details)) if shared >= LEAST_SELECTED else 0.0


def _novelty(left: Account, right: Account, pairs: tuple[tuple[int, int], ...]) -> float:
    """Figures and names that each account has over the other, the lesser number, to those that both have; 0 to 1.

    A figure that stands where the other account has another one is no addition: who copies may have altered it.
    """
    ours, theirs = left.details - right.keys, right.details - left.keys
    for one, other in pairs:
        altered = [_figures(left, one) & ours, _figures(right, other) & theirs]
        count = min(map(len, altered))
        ours, theirs = (rest - set(sorted(gone)[:count]) for rest, gone in zip((ours, theirs), altered, strict=True))
    shared = len(left.details & right.details)
    least = min(len(ours), len(theirs))
    return least / (least + shared) if least else 0.0


def _figures(account: Account, sentence: int) -> frozenset[str]:
    inside = account.sentence_words[sentence]
    return frozenset(word for word in account.words.folded[inside.start : inside.stop] if not word.isalpha())


def _own(account: Account) -> list[int]:
    return [int(index) for index in np.flatnonzero(account.speech < SPEECH_SENTENCE)[:LONGEST]]


def _mutual(gain: NDArray[np.float64], path: tuple[tuple[int, int], ...]) -> int:
    nearest_right, nearest_left = gain.argmax(axis=1), gain.argmax(axis=0)
    return sum(int(nearest_right[row] == column and nearest_left[column] == row) for row, column in path)


def _details(
    left: Account, right: Account, pairs: tuple[tuple[int, int], ...], held: Mapping[str, int]
) -> tuple[str, ...]:
    """The shared rare words of aligned sentences that only these two accounts have, in the order of the left text."""
    found: dict[str, None] = {}
    for one, other in pairs:
        here, there = left.sentence_words[one], right.sentence_words[other]
        theirs = frozenset(right.words.folded[there.start : there.stop])
        for word in left.words.folded[here.start : here.stop]:
            if word in theirs and held[word] <= 2 and commonness(word) <= RARE:
                found[word] = None
    return tuple(found)
