"""How alike two assertions are: features with their reasons, and what forbids to take them for one claim.

Each type has its own table of features; the weights stand in ``resources/common/alignment.toml`` and sum to the
log-odds that both assert the same thing. What forbids weighs more than any sum: two different counted things, the
beginning and the end, two different holders. The likeness is symmetric.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from twosource.corroborate.alignment.apart import forbidden
from twosource.corroborate.alignment.fits import differ_by_hours, value_fit
from twosource.corroborate.alignment.wholes import is_somebody
from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.assertions.coming import same_announcement, same_milestone
from twosource.corroborate.assertions.hours import same_minute
from twosource.corroborate.figures.measures import (
    close,
    fitting,
    is_comparable,
    is_counted_anew,
    is_counted_likewise,
    same_thing,
)
from twosource.corroborate.figures.parties import same_force
from twosource.corroborate.findings.gainsaid import gainsays
from twosource.corroborate.interval import Fit, fit_days
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.value import Quantity, Time
from twosource.resources import load

GROWING = frozenset(
    {
        "death",
        "injury",
        "casualty",
        "arrest",
        "displacement",
        "infection",
        "hospital",
        "shot",
        "rescue",
        "signature",
    }
)
"""Outcomes whose count only grows as reports come in."""
MEASURED = 2.0
"""How much more it tells that two measures are of one thing ("tonnes of wheat") than that two counts are."""
OTHER_SIZE = 10.0
AMOUNT = "amount"
"""The table of weights for figures that share no more than what they measure."""
DEATH = "death"
"""The outcome whose single case two accounts seldom tell of two persons."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two assertions are.

    Attributes:
        score: Probability, 0 to 1, that both assert the same thing; 0 where ``apart``.
        reason: The features that decided, in words.
        apart: Whether something forbids to take them for one.
    """

    score: float
    reason: str
    apart: bool = False


class Rarity:
    """How rare words are among a story's accounts: shared rare words tie, shared common words do not."""

    def __init__(self, words_by_account: Sequence[frozenset[str]]) -> None:
        counts: dict[str, int] = {}
        for words in words_by_account:
            for word in words:
                counts[word] = counts.get(word, 0) + 1
        total = len(words_by_account)
        self._weight = {word: log(1 + total / count) for word, count in counts.items()}
        self._unseen = log(1 + max(total, 1))

    def of(self, word: str) -> float:
        """A word's weight, larger for rarer."""
        return self._weight.get(word, self._unseen)

    def overlap(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Weight of the shared words over the weight of all, 0 to 1 (a weighted Jaccard index)."""
        shared = sum(map(self.of, sorted(left & right)))
        union = sum(map(self.of, sorted(left | right)))
        return shared / union if union else 0.0


Feature = Callable[[Assertion, Assertion, Rarity, Lexicon], float]


def likeness(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> Likeness:
    """How alike two assertions of one type are.

    Args:
        left, right: Assertions of the same type.
        rarity: Weights of words within the story.
        lexicon: The language's concepts.
    """
    pairs = [(left, right), (_as_it_was(left), right), (left, _as_it_was(right))]
    found = [_likeness(one, other, rarity, lexicon) for one, other in pairs if one and other]
    return max(found, key=lambda one: (not one.apart, one.score))


def _as_it_was(one: Assertion) -> Assertion | None:
    """An assertion with the figure that the account says was before it: who tells that 47 became 63 tells of both."""
    former = one.topic.formerly
    return replace(one, value=former, topic=replace(one.topic, formerly=None)) if former else None


def _likeness(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> Likeness:
    reason_apart = forbidden(left, right, lexicon)
    if reason_apart:
        return Likeness(0.0, reason_apart, apart=True)
    if left.type is ClaimType.QUOTE and left.wording == right.wording:
        return Likeness(1.0, "the same words")
    found = _weighed(left.type.value, left, right, rarity, lexicon)
    if left.type is ClaimType.FIGURE and is_comparable(left, right):
        return max(found, _weighed(AMOUNT, left, right, rarity, lexicon), key=lambda one: one.score)
    return found


def _weighed(table: str, left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> Likeness:
    """The likeness by one table of weights."""
    weights: Mapping[str, float] = load("common", "alignment")[table]
    values = {name: FEATURES[name](left, right, rarity, lexicon) for name in weights if name != "bias"}
    total = weights["bias"] + sum(weights[name] * value for name, value in values.items())
    telling = sorted(values, key=lambda name: (-abs(weights[name] * values[name]), name))[:3]
    reason = ", ".join(f"{name} {values[name]:.2f}" for name in telling if values[name])
    return Likeness(1 / (1 + exp(-total)), reason)


def _value_agreement(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> float:
    """How well the values agree; two exact counts that differ speak more against one claim than a vague one does, and
    than two measures of one thing do. That a day lies within a month tells little.
    """
    fit = value_fit(left, right, lexicon)
    if fit is None or differ_by_hours(left, right, lexicon) or (fit is Fit.APART and same_milestone(left, right)):
        return 0.0  # the hours of one day say neither, nor two days for what begins or ends once (apart.py)
    if fit is Fit.APART:
        if left.topic.dimension != "count" and _same(left.topic.subject, right.topic.subject):
            return -0.2
        if _is_of_another_size(left, right) and not _may_update(left, right):
            return -2.5
        open_to = _may_update(left, right) or is_counted_likewise(left, right)
        return -1.0 if _is_exact(left) and _is_exact(right) and not open_to else -0.4
    if isinstance(left.value, Time) and fit is not Fit.EQUAL:
        return 0.2
    return 1.0 if fit is Fit.EQUAL else 0.6


def _is_of_another_size(left: Assertion, right: Assertion) -> bool:
    """Whether one figure is many times the other: accounts of one thing seldom differ so far."""
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return False
    low, high = sorted(abs(value.minimum or value.maximum or 0.0) for value in (left.value, right.value))
    return bool(low > 0 and OTHER_SIZE * low < high)


def _may_update(left: Assertion, right: Assertion) -> bool:
    """Whether the later account has the higher count of what only grows."""
    if not (left.topic.predicate in GROWING or is_counted_anew(left, right)):
        return False
    if not left.published or not right.published:
        return False
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return False
    one, other = sorted((str(side.published.start), side.value.minimum or 0) for side in (left, right))  # type: ignore[union-attr]
    return one[0] < other[0] and one[1] < other[1]


def _is_exact(one: Assertion) -> bool:
    return one.value.is_exact if isinstance(one.value, Quantity) else True


def _telling_number(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> float:
    """How telling it is that both give the same figure: 2,030 is no coincidence, 2 is."""
    if not isinstance(left.value, Quantity) or value_fit(left, right, lexicon) is not Fit.EQUAL:
        return 0.0
    size = abs(left.value.minimum or left.value.maximum or 0.0)
    return min(1.0, log(1 + size) / log(1 + 100))


def _same(one: str | None, other: str | None) -> float:
    return 1.0 if one and one == other else 0.0


def _is_part(one: Assertion) -> bool:
    """Whether a count is of some among those concerned, so that an equal count elsewhere may be of others."""
    return one.topic.part_of is not None or (is_somebody(one) and one.topic.predicate != DEATH)


def _same_outcome(one: Topic, other: Topic) -> float:
    """Whether the same happened to both; half where one only says that they are victims (apart.py forbids the rest)."""
    if one.predicate and other.predicate and one.predicate != other.predicate:
        return 0.5
    return _same(one.predicate, other.predicate)


def _same_counted(left: Assertion, right: Assertion) -> float:
    """Whether both count the same; that both count people, of whom nothing further is said, tells little."""
    one, other = left.topic, right.topic
    if one.subject == "person" and not (one.predicate and other.predicate):
        return 0.3 * _same(one.subject, other.subject)
    telling = one.dimension != "count" or is_counted_anew(left, right) or is_counted_likewise(left, right)
    return (MEASURED if telling else 1.0) * _same(one.subject, other.subject)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared part of the smaller set, 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _disjoint(one: frozenset[str], other: frozenset[str]) -> float:
    return 1.0 if one and other and not one & other else 0.0


def _swapped(one: Topic, other: Topic) -> float:
    """Whether who did it and to whom are exchanged, wholly or for one of them ("he asked", "they asked him"); troops
    withdraw and are withdrawn, so only names count.
    """
    named = one.people | one.places
    forth, back = one.agents & other.patients & named, one.patients & other.agents & named
    same = (one.agents & other.agents | one.patients & other.patients) & named
    return 1.0 if forth and back else 0.5 * float(bool(forth or back) and not same)


def _other_named(one: Topic, other: Topic, mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Whether both name somebody on a side, and not the same."""
    return _disjoint(mine & (one.people | one.places), theirs & (other.people | other.places))


def _days_agreement(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> float:
    one, other = left.topic.days, right.topic.days
    if not one or not other:
        return 0.0
    return 1.0 if fit_days(one, other).agrees else -1.0


FEATURES: Mapping[str, Feature] = {
    "same outcome": lambda left, right, rarity, lexicon: _same_outcome(left.topic, right.topic),
    "same counted thing": lambda left, right, rarity, lexicon: _same_counted(left, right),
    "same phase": lambda left, right, rarity, lexicon: float(left.topic.phase == right.topic.phase),
    "same edge": lambda left, right, rarity, lexicon: _same(left.topic.phase, right.topic.phase),
    "value": _value_agreement,
    "part": lambda left, right, rarity, lexicon: float(
        (_is_part(left) or _is_part(right)) and not same_force(left, right)
    ),
    "telling number": _telling_number,
    "same thing measured": lambda left, right, rarity, lexicon: same_thing(left, right),
    "fitting amounts": lambda left, right, rarity, lexicon: fitting(left, right),
    "close amounts": lambda left, right, rarity, lexicon: close(left, right),
    "shared words": lambda left, right, rarity, lexicon: rarity.overlap(left.words, right.words),
    "shared words nearby": lambda left, right, rarity, lexicon: rarity.overlap(left.topic.words, right.topic.words),
    "same people": lambda left, right, rarity, lexicon: _overlap(left.topic.people, right.topic.people),
    "other people": lambda left, right, rarity, lexicon: _disjoint(left.topic.people, right.topic.people),
    "same participants": lambda left, right, rarity, lexicon: _overlap(
        left.topic.participants, right.topic.participants
    ),
    "other participants": lambda left, right, rarity, lexicon: _disjoint(
        left.topic.participants, right.topic.participants
    ),
    "other agents": lambda left, right, rarity, lexicon: _other_named(
        left.topic, right.topic, left.topic.agents, right.topic.agents
    ),
    "other patients": lambda left, right, rarity, lexicon: _other_named(
        left.topic, right.topic, left.topic.patients, right.topic.patients
    ),
    "same places": lambda left, right, rarity, lexicon: _overlap(left.topic.places, right.topic.places),
    "other places": lambda left, right, rarity, lexicon: _disjoint(left.topic.places, right.topic.places),
    "same site": lambda left, right, rarity, lexicon: float(bool(left.topic.sites & right.topic.sites)),
    "same minute": lambda left, right, rarity, lexicon: float(same_minute(left.value, right.value)),
    "gainsaid": lambda left, right, rarity, lexicon: float(gainsays(left, right)),
    "other speaker": lambda left, right, rarity, lexicon: float(left.topic.subject != right.topic.subject),
    "days": _days_agreement,
    "same announcement": lambda left, right, rarity, lexicon: float(same_announcement(left, right, lexicon)),
    "swapped": lambda left, right, rarity, lexicon: _swapped(left.topic, right.topic),
}
