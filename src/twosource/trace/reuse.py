"""Exact reuse between two accounts: the passages that both have, and how much of each text's own words they make up.

Quoted speech is the speaker's, not the reporter's: passages in quotation marks are kept apart from those in the
reporters' own words, which alone are evidence of copying.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twosource.model.lineage import SharedPassage
from twosource.text.align import Passage, passages
from twosource.trace.account import Account

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Reuse:
    """What two accounts share word for word, small edits aside.

    Attributes:
        passages: In the order of the left text.
        left_covered, right_covered: For each word whether it lies in a passage.
        own_words: Shared words that are another's in neither text.
        longest: The most of them in a row.
        left_share, right_share: Part of each text's own words that lies in passages, 0 to 1.
        speech_words: Shared words that are quoted in one of the texts or in both: a speech, or a statement that the one
            issued and the other gives in marks.
    """

    passages: tuple[Passage, ...]
    left_covered: NDArray[np.bool_]
    right_covered: NDArray[np.bool_]
    own_words: int
    longest: int
    left_share: float
    right_share: float
    speech_words: int

    @property
    def share(self) -> float:
        """The greater of the two shares."""
        return max(self.left_share, self.right_share)


def reuse(left: Account, right: Account) -> Reuse:
    """The exact reuse between two accounts."""
    found = passages(left.words.codes, right.words.codes)
    left_covered, right_covered = np.zeros(len(left.words), bool), np.zeros(len(right.words), bool)
    own = speech = longest = 0
    for passage in found:
        left_covered[slice(*passage.left)] = True
        right_covered[slice(*passage.right)] = True
        for run in passage.runs:
            in_left = slice(run.left, run.left + run.words)
            in_right = slice(run.right, run.right + run.words)
            written = ~(left.given[in_left] | right.given[in_right])
            speech += int((left.quoted[in_left] | right.quoted[in_right]).sum())
            own += int(written.sum())
            longest = max(longest, _longest(written))
    return Reuse(
        passages=found,
        left_covered=left_covered,
        right_covered=right_covered,
        own_words=own,
        longest=longest,
        left_share=_share(left, left_covered),
        right_share=_share(right, right_covered),
        speech_words=speech,
    )


def no_reuse(left: Account, right: Account) -> Reuse:
    """What two accounts share that the sketch has found to share nothing."""
    return Reuse((), np.zeros(len(left.words), bool), np.zeros(len(right.words), bool), 0, 0, 0.0, 0.0, 0)


def _longest(mask: NDArray[np.bool_]) -> int:
    """The longest run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max()) if len(edges) else 0


def _share(account: Account, covered: NDArray[np.bool_]) -> float:
    return float((covered & ~account.given).sum()) / account.own if account.own else 0.0


def shared_passages(
    source: Account, copy: Account, found: tuple[Passage, ...], *, swapped: bool
) -> tuple[SharedPassage, ...]:
    """Passages as stretches of the two texts, in the order of the copy.

    Args:
        source, copy: The two accounts.
        found: Their passages.
        swapped: Whether the passages' left text is the copy.
    """
    pairs = [(one.right, one.left) if swapped else (one.left, one.right) for one in found]
    stretches = [SharedPassage(source.words.span(*first), copy.words.span(*second)) for first, second in pairs]
    return tuple(sorted(stretches, key=lambda one: one.copy))
