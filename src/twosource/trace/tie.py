"""What ties two accounts: the evidence on a pair, and what it comes to by the table of :mod:`.verdict`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.trace import thresholds as bounds
from twosource.trace.account import Account
from twosource.trace.evidence import signals
from twosource.trace.reuse import Reuse, no_reuse, reuse
from twosource.trace.rewrite import NONE, Retelling, retelling
from twosource.trace.verdict import Standing, Why, decide

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Tie:
    """The evidence on two accounts.

    Attributes:
        left, right: The accounts, in canonical order.
        reuse: What they share word for word.
        retelling: What the one retells of the other; empty where they agree word for word.
        standing: What the evidence amounts to.
        why: What decided.
    """

    left: Account
    right: Account
    reuse: Reuse
    retelling: Retelling
    standing: Standing
    why: Why

    @property
    def density(self) -> float:
        """Part of the words within the passages that are shared, the longer side counting."""
        covered = max(int(self.reuse.left_covered.sum()), int(self.reuse.right_covered.sum()))
        return sum(passage.words for passage in self.reuse.passages) / covered if covered else 0.0

    def exact_share_of(self, account: Account) -> float:
        """Part of an account's own words that lie in passages which the other has word for word."""
        return self.reuse.left_share if account is self.left else self.reuse.right_share

    def share_of(self, account: Account) -> float:
        """Part of an account's own text that the other covers, by the stronger of the two kinds of evidence."""
        told = self.retelling.left_share if account is self.left else self.retelling.right_share
        return max(self.exact_share_of(account), told if self.retold else 0.0)

    @property
    def retold(self) -> bool:
        """Whether the alignment of sentences counts as evidence."""
        return self.retelling.odds >= bounds.REWRITE_UNCLEAR_ODDS or self.retelling.same_selection

    @property
    def of_one_event(self) -> bool:
        """Whether the two tell of one event at all, as far as their texts show it."""
        return self.standing is not Standing.APART or self.retelling.matter >= bounds.SAME_MATTER

    def covered(self, account: Account) -> NDArray[np.bool_]:
        """For each word of an account whether the other covers it."""
        on_left = account is self.left
        mask = (self.reuse.left_covered if on_left else self.reuse.right_covered).copy()
        for pair in self.retelling.pairs if self.retold else ():
            words = account.sentence_words[pair[0 if on_left else 1]]
            mask[words.start : words.stop] = True
        return mask


def judge(left: Account, right: Account, held: Mapping[str, int], *, shares_words: bool = True) -> Tie:
    """The evidence on two accounts and what it amounts to.

    Args:
        left, right: The accounts, in canonical order.
        held: How many accounts of the input have each folded word.
        shares_words: Whether they may share passages; ``False`` spares the search for them.
    """
    exact = reuse(left, right) if shares_words else no_reuse(left, right)
    whole = min(exact.left_share, exact.right_share) >= bounds.WHOLE_SHARE
    told = NONE if whole else retelling(left, right, held)
    standing, why = decide(signals(left, right, exact, told))
    return Tie(left, right, exact, told, standing, why)
