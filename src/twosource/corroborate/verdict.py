"""From what is known of a claim's support to its verdict: a table of rules, read from the top.

The verdict speaks of corroboration, never of truth. The invariant: nothing is ``corroborated`` unless two origins
that are known to be independent agree in their own words, and unknown lineage never counts as independent.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.lineage import OriginCount
from twosource.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Support:
    """What the verdict is read from.

    Attributes:
        independent: How many origins with a statement that counts are independent voices.
        origins: How many origins have a statement that counts.
        disputed: Whether a conflict stands between origins.
    """

    independent: OriginCount
    origins: int
    disputed: bool


def verdict_on(support: Support) -> Verdict:
    """The verdict, by the first rule that holds.

    ============================================  ==============
    a conflict stands between origins             disputed
    at least two origins known to be independent  corroborated
    one origin or none                            single-origin
    several origins, not known to be apart        unclear
    ============================================  ==============
    """
    if support.disputed:
        return Verdict.DISPUTED
    if support.independent.minimum >= 2:
        return Verdict.CORROBORATED
    if support.origins <= 1:
        return Verdict.SINGLE_ORIGIN
    return Verdict.UNCLEAR
