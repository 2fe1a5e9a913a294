"""One piece of evidence on which of two tied accounts came first, and what the rest of the input adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from twosource.model.lineage import Direction

if TYPE_CHECKING:
    from twosource.trace.account import Account


@dataclass(frozen=True, slots=True)
class Clue:
    """Evidence for one side.

    Attributes:
        kind: What it is counted as.
        weight: Positive where the left account is the source.
        words: For the reason, where the clue prevails: a clause about “the source” and “the copy”.
        despite: The same where other evidence outweighs it; empty where that needs no saying.
    """

    kind: Direction
    weight: float
    words: str
    despite: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rest of the input tells about a tie.

    Attributes:
        composites: Ids of accounts that are put together from several others.
        kin: For each id the accounts that it is tied to as copy or source.
        fellows: For each id the accounts that tell of the same event.
    """

    composites: frozenset[str] = frozenset()
    kin: Mapping[str, Sequence[Account]] = field(default_factory=dict)
    fellows: Mapping[str, Sequence[Account]] = field(default_factory=dict)
