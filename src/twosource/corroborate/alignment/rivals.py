"""Two figures that one account sets against each other: "nine, says the commission; 31, say the campaigners".

No likeness need tell that both answer one question, for the account itself lays them side by side, on two speakers'
word. So what other accounts tell of either belongs in one claim, whatever keeps these accounts apart. The invariant:
groups are joined, never parted, and only where nothing forbids the two figures themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.alignment.cluster import merged
from twosource.corroborate.alignment.fits import value_fit
from twosource.corroborate.alignment.wholes import are_rivals
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.figures.parties import same_force
from twosource.corroborate.figures.recounts import NEAR
from twosource.corroborate.figures.tolls import HARM
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType

Group = tuple[Assertion, ...]


def joined_by_rivals(groups: Sequence[Group], lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups, with those in one that hold the two figures of one dispute.

    Args:
        groups: What alignment found.
        lexicon: The language's concepts.
    """
    figures = [one for group in groups for one in group if one.type is ClaimType.FIGURE]
    return merged(groups, _rivals(figures, lexicon))


def _rivals(figures: Sequence[Assertion], lexicon: Lexicon) -> Iterator[tuple[Assertion, Assertion]]:
    by_article: dict[str, list[Assertion]] = defaultdict(list)
    for one in sorted(figures, key=lambda one: one.key):
        by_article[one.article].append(one)
    for _, told in sorted(by_article.items()):
        for at, one in enumerate(told):
            for other in told[at + 1 :]:
                if other.sentence - one.sentence > NEAR:
                    break
                apart = _are_at_odds(one, other) and value_fit(one, other, lexicon) is Fit.APART
                if apart and not forbidden(one, other, lexicon):
                    yield one, other


def _are_at_odds(one: Assertion, other: Assertion) -> bool:
    """Whether two figures of one account answer one question, each on a word of its own."""
    if one.topic.dimension != other.topic.dimension or one.topic.earlier or other.topic.earlier:
        return False
    answer = other.topic.answers and (one.topic.subject, one.topic.predicate) == (
        other.topic.subject,
        other.topic.predicate,
    )
    if answer and one.attribution[:1] != other.attribution[:1]:
        return True
    plain = one.topic.predicate not in HARM or same_force(one, other)  # of the hurt many parts are told
    return plain and are_rivals(one, other)
