"""How alike two assertions are: features with their reasons, and what forbids to take them for one claim.

Each type has its own table of features; the weights stand in ``resources/common/alignment.toml`` and sum to the
log-odds that both assert the same thing. What forbids weighs more than any sum: two different counted things, the
beginning and the end, two different holders. The likeness is symmetric.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from twosource.corroborate.assertion import Assertion, Topic
from twosource.corroborate.coming import same_announcement
from twosource.corroborate.interval import Fit, fit_days, fit_quantities
from twosource.corroborate.lexicon import Lexicon
from twosource.model.claim import ClaimType
from twosource.model.moment import Days
from twosource.model.value import Quantity, Time
from twosource.resources import load

GROWING = frozenset(
    {"death", "injury", "casualty", "arrest", "displacement", "infection", "hospital", "shot", "rescue"}
)
"""Outcomes whose count only grows as reports come in."""
MEASURED = 2.0
"""How much more it tells that two measures are of one thing ("tonnes of wheat") than that two counts are."""
FEWEST_GAINSAID = 2
"""Words that a denial shares with what it denies, at least, beside two fifths of the shorter one's."""
FAR_DAYS = 20
"""Days between two times that make two events of it: a toll of March is not a toll of October."""


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
    forbidden = _forbidden(left, right, lexicon)
    if forbidden:
        return Likeness(0.0, forbidden, apart=True)
    weights: Mapping[str, float] = load("common", "alignment")[left.type.value]
    values = {name: _FEATURES[name](left, right, rarity, lexicon) for name in weights if name != "bias"}
    total = weights["bias"] + sum(weights[name] * value for name, value in values.items())
    telling = sorted(values, key=lambda name: (-abs(weights[name] * values[name]), name))[:3]
    reason = ", ".join(f"{name} {values[name]:.2f}" for name in telling if values[name])
    return Likeness(1 / (1 + exp(-total)), reason)


def _forbidden(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Why two assertions cannot be one claim, or an empty string."""
    one, other = left.topic, right.topic
    dated = left.type is not ClaimType.FIGURE or one.predicate or other.predicate
    if dated and one.days and other.days and _gap(one.days, other.days) > FAR_DAYS:
        return "they happen weeks apart"
    if left.type is ClaimType.FIGURE:
        return _forbidden_figures(left, right, lexicon)
    if left.type in (ClaimType.DATE, ClaimType.EVENT):
        return _forbidden_events(left, right, lexicon)
    if left.type in (ClaimType.ROLE, ClaimType.ATTRIBUTE):
        return _forbidden_holders(one, other)
    return ""


def _forbidden_figures(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    fit = _value_fit(left, right)
    if one.dimension != other.dimension:
        return "they measure different things"
    if one.predicate and other.predicate and one.predicate != other.predicate:
        return f"one counts {one.predicate}, the other {other.predicate}"
    if one.partial != other.partial or (one.partial and fit is Fit.APART):
        return "one counts a part"
    if one.subject and other.subject and one.subject != other.subject:
        kinds = lexicon.same_kind(one.subject, other.subject) and fit is not Fit.APART
        if not kinds and one.dimension == "count":
            return f"one counts {one.subject}, the other {other.subject}"
    one_denied = left.negated != right.negated
    if left.article == right.article and fit is Fit.APART and not one_denied and not _one_is_earlier(left, right):
        return "one account gives both figures"
    return ""


def _forbidden_events(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    if {one.phase, other.phase} == {"begin", "end"}:
        return "one is the beginning, the other the end"
    if kind_of(one, lexicon) != kind_of(other, lexicon) and not same_announcement(left, right, lexicon):
        return f"one is {one.predicate}, the other {other.predicate}"
    named = one.patients & one.people, other.patients & other.people
    if all(named) and not named[0] & named[1] and not one.participants & other.participants:
        return "it happens to others"
    if left.article == right.article and _value_fit(left, right) is Fit.APART:
        return "one account gives both days"
    return ""


def _forbidden_holders(one: Topic, other: Topic) -> str:
    if one.subject != other.subject:
        return "two different persons"
    if one.predicate != other.predicate:
        return "two different roles"
    if one.words and other.words and not one.words & other.words:
        return "two different posts"
    return ""


def kind_of(topic: Topic, lexicon: Lexicon) -> str:
    """The kind of event that a topic's predicate is a wording of: resigned and was removed are one kind."""
    return lexicon.posts.get(topic.predicate or "", topic.predicate or "")


def _gap(left: Days, right: Days) -> int:
    if left.overlaps(right):
        return 0
    ends = [(right.start, left.end), (left.start, right.end)]
    return min(abs((start - end).days) for start, end in ends if start and end)


def _one_is_earlier(left: Assertion, right: Assertion) -> bool:
    return left.topic.earlier != right.topic.earlier


def _value_fit(left: Assertion, right: Assertion) -> Fit | None:
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return fit_quantities(left.value, right.value)
    if isinstance(left.value, Time) and isinstance(right.value, Time) and left.value.days and right.value.days:
        return fit_days(left.value.days, right.value.days)
    return None


def _value_agreement(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> float:
    """How well the values agree; two exact counts that differ speak more against one claim than a vague one does, and
    than two measures of one thing do. That a day lies within a month tells little.
    """
    fit = _value_fit(left, right)
    if fit is None:
        return 0.0
    if fit is Fit.APART:
        if left.topic.dimension != "count" and _same(left.topic.subject, right.topic.subject):
            return -0.2
        return -1.0 if _is_exact(left) and _is_exact(right) and not _may_update(left, right) else -0.4
    if isinstance(left.value, Time) and fit is not Fit.EQUAL:
        return 0.2
    return 1.0 if fit is Fit.EQUAL else 0.6


def _may_update(left: Assertion, right: Assertion) -> bool:
    """Whether the later account has the higher count of what only grows."""
    if left.topic.predicate not in GROWING or not left.published or not right.published:
        return False
    if not isinstance(left.value, Quantity) or not isinstance(right.value, Quantity):
        return False
    one, other = sorted((str(side.published.start), side.value.minimum or 0) for side in (left, right))  # type: ignore[union-attr]
    return one[0] < other[0] and one[1] < other[1]


def _is_exact(one: Assertion) -> bool:
    return one.value.is_exact if isinstance(one.value, Quantity) else True


def _telling_number(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> float:
    """How telling it is that both give the same figure: 2,030 is no coincidence, 2 is."""
    if not isinstance(left.value, Quantity) or _value_fit(left, right) is not Fit.EQUAL:
        return 0.0
    size = abs(left.value.minimum or left.value.maximum or 0.0)
    return min(1.0, log(1 + size) / log(1 + 100))


def _same(one: str | None, other: str | None) -> float:
    return 1.0 if one and one == other else 0.0


def _same_counted(one: Topic, other: Topic) -> float:
    """Whether both count the same; that both count people, of whom nothing further is said, tells little."""
    if one.subject == "person" and not (one.predicate and other.predicate):
        return 0.3 * _same(one.subject, other.subject)
    return (1.0 if one.dimension == "count" else MEASURED) * _same(one.subject, other.subject)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared part of the smaller set, 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _disjoint(one: frozenset[str], other: frozenset[str]) -> float:
    return 1.0 if one and other and not one & other else 0.0


def _swapped(one: Topic, other: Topic) -> float:
    """Whether who did it and to whom are exchanged; troops withdraw and are withdrawn, so only names count."""
    named = one.people | one.places
    crossed = one.agents & other.patients & named and one.patients & other.agents & named
    return float(bool(crossed))


def _gainsaid(left: Assertion, right: Assertion) -> float:
    """Whether one denies what the other says: they share most of the shorter's words, and one of them a negation."""
    shared = left.topic.words & right.topic.words
    shorter = min(len(left.topic.words), len(right.topic.words))
    return float(left.negated != right.negated and len(shared) >= FEWEST_GAINSAID and 5 * len(shared) >= 2 * shorter)


def _days_agreement(left: Assertion, right: Assertion, rarity: Rarity, lexicon: Lexicon) -> float:
    one, other = left.topic.days, right.topic.days
    if not one or not other:
        return 0.0
    return 1.0 if fit_days(one, other).agrees else -1.0


_FEATURES: Mapping[str, Feature] = {
    "same outcome": lambda left, right, rarity, lexicon: _same(left.topic.predicate, right.topic.predicate),
    "same counted thing": lambda left, right, rarity, lexicon: _same_counted(left.topic, right.topic),
    "same phase": lambda left, right, rarity, lexicon: float(left.topic.phase == right.topic.phase),
    "same edge": lambda left, right, rarity, lexicon: _same(left.topic.phase, right.topic.phase),
    "value": _value_agreement,
    "telling number": _telling_number,
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
    "same places": lambda left, right, rarity, lexicon: _overlap(left.topic.places, right.topic.places),
    "other places": lambda left, right, rarity, lexicon: _disjoint(left.topic.places, right.topic.places),
    "gainsaid": lambda left, right, rarity, lexicon: _gainsaid(left, right),
    "days": _days_agreement,
    "same announcement": lambda left, right, rarity, lexicon: float(same_announcement(left, right, lexicon)),
    "swapped": lambda left, right, rarity, lexicon: _swapped(left.topic, right.topic),
}
