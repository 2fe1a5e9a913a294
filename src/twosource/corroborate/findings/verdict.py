"""From what is known of a claim's support to its verdict: a table of rules, read from the top.

The verdict speaks of corroboration, never of truth. The invariant: nothing is ``corroborated`` unless two origins
that are known to be independent agree, on more than one source's word, and unknown lineage never counts as
independent.
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
        words: On how many words these rest in the end: of the sources that they name, and of those that name none.
        disputed: Whether a conflict stands between origins.
    """

    independent: OriginCount
    origins: int
    words: int
    disputed: bool


def verdict_on(support: Support) -> Verdict:
    """The verdict, by the first rule that holds.

    ===============================================  ==============
    a conflict stands between origins                disputed
    one origin or none                               single-origin
    two origins known to be independent, two words   corroborated
    not known to be apart, or all on one man's word  unclear
    ===============================================  ==============
    """
    if support.disputed:
        return Verdict.DISPUTED
    if support.origins <= 1:
        return Verdict.SINGLE_ORIGIN
    if support.independent.minimum >= 2 and support.words >= 2:
        return Verdict.CORROBORATED
    return Verdict.UNCLEAR
