"""All clauses of a story's accounts, each reduced to what it says happens (``disputes/proposition.py``).

Read once, for two who look through them: deeds, for what accounts tell alike, and disputes, for what one of them
denies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.corroborate.context import Context
from twosource.corroborate.disputes.proposition import Proposition, proposition

CLAIMED = frozenset({"root", "ccomp", "conj", "parataxis"})
"""Relations of a clause that is said for its own sake."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of an account with what it says.

    Attributes:
        sentence: Its number in the account.
    """

    context: Context
    says: Proposition
    sentence: int

    @property
    def article(self) -> str:
        """Id of its account."""
        return self.context.account.article.id

    @property
    def is_claimed(self) -> bool:
        """Whether it is what somebody says, not when, where or of whom he says it."""
        return self.context.tree.tokens[self.says.head].deprel in CLAIMED


def clauses_of(contexts: Iterable[Context]) -> tuple[Clause, ...]:
    """The clauses of the accounts that a pipeline read, in an order that does not depend on the input's.

    Args:
        contexts: The accounts.
    """
    read = sorted((one for one in contexts if one.reading.parsed), key=lambda one: one.account.article.id)
    found = ((context, proposition(context, head)) for context in read for head in sorted(context.events))
    return tuple(Clause(context, says, context.sentence(says.head)) for context, says in found if says is not None)
