"""What keeps two figures that differ from contradicting each other: they do not count the same whole.

Two accounts contradict each other in a figure only if both count all of those concerned, in one event and at one time.
A part, a sort, what somebody came upon, all who were hit, a tally of a year: each is another figure, however like its
sentence is. The invariant: every rule is symmetric, and asked only of figures whose values cannot both hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.elsewhen import LONG_PAST
from twosource.corroborate.figures.outcomes import ARREST, JOINED, STRETCHES
from twosource.corroborate.figures.parties import same_force, told_by_two
from twosource.corroborate.figures.quoted import of_two_moves
from twosource.corroborate.figures.tolls import HARM
from twosource.corroborate.lexicon import Lexicon
from twosource.model.value import Quantity

COUNT, VICTIM = "count", "victim"
DEATH, HOSPITAL, MISSING, VOTE = "death", "hospital", "missing", "vote"
FEW = 10
"""What one person has had is fewer."""
HUNDRED = 100
SOMEBODY = frozenset({"a", "an", "another"})
HIT = frozenset({"injury", "shot", "casualty", "hospital"})
"""Outcomes of which an account may count those who died, before it is known that they did."""
STATES = frozenset({None, "deployment", "storage", "protest", "job", "destruction"})
"""What may be told of several places at once, each with a figure of its own; a toll is told of one."""
OF_EACH = STATES | {"arrest", "charge", "sentence"}
"""What may be told of several persons at once, each with a figure of his own: "Varn had three arrests"."""

EVERY = re.compile(r"\ball (?:of )?(?:the )?$")

Rule = Callable[[Assertion, Assertion, Lexicon], str]
"""The reason why two figures are apart, or an empty string; symmetric."""


def _parts(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    if same_force(left, right):
        return ""
    marked = any(one.topic.partial or one.topic.part_of or one.topic.glimpsed for one in (left, right))
    told = _size(left) in right.topic.parts or _size(right) in left.topic.parts
    return "one counts a part" if marked or told else ""


def _sort(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether the smaller figure counts one sort, and the larger does not: two men may be among the five people. Of the
    five who are missing two men may later still be.
    """
    less, more = sorted((left, right), key=_size)
    if {less.topic.predicate, more.topic.predicate} == {MISSING} and _is_later(less, more):
        return ""
    sorts, others = sorts_in(less, lexicon), sorts_in(more, lexicon)
    narrower = [sort for name, sort in sorted(sorts.items()) if name not in others]
    return f"one counts only {narrower[0]}" if narrower else ""


def _is_later(one: Assertion, other: Assertion) -> bool:
    """Whether an account is known to be later than another."""
    return bool(one.told and other.told and other.told[1] < one.told[0])


def _some(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    some = _may_be_some(left, lexicon) or _may_be_some(right, lexicon)
    return "one speaks of some, not of how many" if some else ""


def _elsewhen(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether one figure is of another time: of a year, of an earlier event, or dated long before the other's account,
    which dates its own not at all and so tells of now.
    """
    one, other = left.topic, right.topic
    if one.dimension in STRETCHES:
        return ""  # a term of years is the same whenever the deed was
    if (one.elsewhen or other.elsewhen) and not (one.days and other.days and one.days.overlaps(other.days)):
        return "one is of another time"
    past = _is_long_past(left, right) or _is_long_past(right, left)
    return "one is of an event long before the other account" if past else ""


def _places(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    told = one.predicate in STATES or HOSPITAL in (one.predicate, other.predicate)
    apart = told and one.places and other.places and not one.places & other.places
    return "one is of another place" if apart else ""


def _peak(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether only one is the most that there ever were: at eleven there may have been fewer."""
    return "only one tells of the peak" if left.topic.peak != right.topic.peak else ""


def _persons(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    one, other = left.topic, right.topic
    told = one.predicate in OF_EACH or one.dimension != COUNT
    named = one.people - one.tellers and other.people - other.tellers and not one.people & other.people
    return "one is of another person" if told and named else ""


def _counted(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether only one says what it counts: "60 votes" are for it, "nine lawmakers" voted against.

    One person may have had "three arrests", but not 63.
    """
    bare = [each for each in (left, right) if each.topic.subject is None]
    few = left.topic.predicate == VOTE or (left.topic.predicate in OF_EACH and any(_size(each) < FEW for each in bare))
    return "only one says what it counts" if few and len(bare) == 1 else ""


def _doer(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether a toll may differ by the doer alone, who killed himself."""
    told = DEATH in (left.topic.predicate, right.topic.predicate) and (left.topic.doer_dead or right.topic.doer_dead)
    return "one may count the doer" if told and abs(_size(left) - _size(right)) == 1 else ""


def _with_the_dead(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether one account counts all who were hit, and tells of no dead: the other's dead and hurt add up to them."""
    less, more = sorted((left, right), key=_size)
    hit = {less.topic.predicate, more.topic.predicate} <= HIT
    same = hit and less.topic.dead and not more.topic.dead and _size(more) == _size(less) + less.topic.dead
    return "one counts the dead among those who were hit" if same else ""


def _tolls(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether one of two counts of dead or hurt is not told as the toll, or one account gives both counts."""
    told = {left.topic.predicate, right.topic.predicate} & HARM and left.topic.dimension == COUNT
    if not told or same_force(left, right):
        return ""
    if not (left.topic.toll and right.topic.toll):
        return "one is not told as the toll"
    both = _size(left) in right.topic.counted or _size(right) in left.topic.counted
    return "one account gives both figures" if both and left.article != right.article else ""


def _scale(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether one counts a hundred times as many: nobody takes the army for the brigade that leaves."""
    low, high = sorted((_size(left), _size(right)))
    return "one counts a hundred times as many" if 0 < low * HUNDRED <= high else ""


def _none(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether only one counts none, of what is told early and late: no arrests were made, and then one was."""
    told = {left.topic.predicate, right.topic.predicate} == {ARREST} and left.topic.dimension == COUNT
    return "one counts none yet" if told and (_size(left) == 0) != (_size(right) == 0) else ""


def _every(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether only one counts things that there are, "all 142 polling stations", and not those of which it happened."""
    things = all(isinstance(each.value, Quantity) and each.value.unit is None for each in (left, right))
    return "one counts all there are" if things and _is_every(left) != _is_every(right) else ""


def _is_every(one: Assertion) -> bool:
    return bool(EVERY.search(one.text[: max(0, one.focus.start - one.passage.span.start)]))


def _of_one_account(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """An account that gives two figures speaks of two things, unless it denies one, calls it earlier, or has the two
    from two speakers, of whom one answers the other.
    """
    if left.article != right.article or left.negated != right.negated or left.topic.earlier != right.topic.earlier:
        return ""
    if left.topic.answers != right.topic.answers and left.attribution[:1] != right.attribution[:1]:
        return ""
    return "" if are_rivals(left, right) else "one account gives both figures"


def sorts_in(one: Assertion, lexicon: Lexicon) -> dict[str, str]:
    """By what the counted people are told apart, and as what.

    Args:
        one: Assertion of a figure.
        lexicon: The language's sorts of people.
    """
    words = one.value.counted if isinstance(one.value, Quantity) else None
    return {name: sort for word in (words or "").lower().split() for name, sort in lexicon.sorts_of(word).items()}


def are_rivals(left: Assertion, right: Assertion) -> bool:
    """Whether two speakers tell the same of the same, of different number: "the union says 1,400 jobs will go".

    Args:
        left, right: Assertions of figures, of one account.
    """
    if same_force(left, right) and told_by_two(left, right):
        return True
    speakers = [each.attribution[0].entity or each.attribution[0].name for each in (left, right) if each.attribution]
    one, other = left.topic, right.topic
    crowd = one.predicate in JOINED  # strikers are workers and protesters people, whoever counts them
    told = (
        one.predicate and one.predicate == other.predicate and one.subject and (crowd or one.subject == other.subject)
    )
    return bool(told) and len(set(speakers)) == 2


def is_somebody(one: Assertion) -> bool:
    """Whether a figure only says that there is somebody: "a man was shot"."""
    value = one.value
    return (
        isinstance(value, Quantity)
        and value.minimum == value.maximum == 1
        and not SOMEBODY.isdisjoint(value.text.lower().split()[:3])
    )


def _may_be_some(one: Assertion, lexicon: Lexicon) -> bool:
    """Whether a figure leaves open how many there are: somebody, or victims ("two victims are in hospital")."""
    return is_somebody(one) or VICTIM in sorts_in(one, lexicon).values()


def _size(one: Assertion) -> float:
    value = one.value
    return (value.minimum or value.maximum or 0.0) if isinstance(value, Quantity) else 0.0


def _is_long_past(left: Assertion, right: Assertion) -> bool:
    days, told = left.topic.days, right.published
    if days is None or right.topic.days is not None or told is None or told.start is None or days.end is None:
        return False
    return (told.start - days.end).days > LONG_PAST


RULES: tuple[Rule, ...] = (
    _parts,
    _every,
    _some,
    _sort,
    _elsewhen,
    _peak,
    of_two_moves,
    _places,
    _persons,
    _counted,
    _doer,
    _with_the_dead,
    _tolls,
    _scale,
    _none,
    _of_one_account,
)
"""What forbids to take two figures that differ for two values of one claim."""
