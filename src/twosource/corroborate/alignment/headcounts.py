"""What forbids to take two figures for one: rule by rule, each with its reason.

A toll of the dead is none of the injured, and three men are not three women. Figures that differ have rules of their
own in ``wholes.py``. Reach for it through ``apart.forbidden``.
"""

from __future__ import annotations

import re
from itertools import takewhile

from twosource.corroborate.alignment import wholes
from twosource.corroborate.alignment.fits import FAR_DAYS, gap, value_fit
from twosource.corroborate.alignment.wholes import Rule, sorts_in
from twosource.corroborate.assertion import Assertion
from twosource.corroborate.figures.outcomes import JOINED
from twosource.corroborate.figures.parties import of_two_parties, same_force
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import Lexicon
from twosource.model.value import Quantity

CASUALTY = "casualty"
PERSON, DEATH = "person", "death"
HARM = frozenset({CASUALTY, "death", "injury", "shot"})
"""Outcomes that a count of victims leaves open: "the 23 victims" may be the 23 dead."""
TELLING = 100.0
"""From here on it is no coincidence that two accounts give one number (as in ``likeness``)."""
_AGE = re.compile(r"\b(\d{1,3})[- ]year[- ]old")


def forbidden_figures(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Why two figures cannot be one claim, or an empty string.

    Args:
        left, right: Assertions of figures.
        lexicon: The language's concepts.
    """
    rules = RULES + (wholes.RULES if value_fit(left, right, lexicon) is Fit.APART else ())
    return next((why for rule in rules if (why := rule(left, right, lexicon))), "")


def _measures(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether the units differ; "crowns" may be those of any country, but those of Norway are not those of Sweden."""
    units = {one.value.unit for one in (left, right) if isinstance(one.value, Quantity)}
    currencies = {unit for unit in units if unit and unit.isupper()}
    other = left.topic.dimension != right.topic.dimension or len(currencies) > 1
    return "they measure different things" if other else ""


def _outcomes(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """What happened differs; victims may be dead or hurt, if their number is that of these."""
    one, other = left.topic.predicate, right.topic.predicate
    if not one or not other or one == other:
        return ""
    left_open = CASUALTY in (one, other) and {one, other} <= HARM
    if left_open and value_fit(left, right, lexicon) is not Fit.APART:
        return ""
    return f"one counts {one}, the other {other}"


def _subjects(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """What is counted differs; soldiers and miners are people, if their number is that of the people, or that of a
    crowd. The dead of a mine are its miners to one account and people to the other, even where they are not as many.
    """
    one, other = left.topic, right.topic
    if not one.subject or not other.subject or one.subject == other.subject:
        return ""
    why = f"one counts {one.subject}, the other {other.subject}"
    differ = value_fit(left, right, lexicon) is Fit.APART
    if one.predicate == other.predicate and one.predicate in JOINED and lexicon.same_kind(one.subject, other.subject):
        return ""
    sorts = [each.topic.subject in lexicon.kinds.get(PERSON, ()) for each in (left, right)]
    if not (_counts_people(left) and _counts_people(right)):
        akin = lexicon.same_kind(one.subject, other.subject) and not differ
        return "" if akin or not (one.dimension == "count" or differ) else why
    if not differ:
        return why if all(sorts) else ""
    if not one.predicate == other.predicate == DEATH:
        return why
    unsorted = PERSON in (one.subject, other.subject) and not any(sorts)
    akin = PERSON not in (one.subject, other.subject) and lexicon.same_kind(one.subject, other.subject)
    return "" if unsorted or akin else why


def _counts_people(one: Assertion) -> bool:
    return isinstance(one.value, Quantity) and one.value.unit == PERSON


def _one_partial(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether only one counts some of a whole; as many of one sort of whom the same is told ("14 officers were hurt")
    are the same, whatever the whole.
    """
    one, other = left.topic, right.topic
    if one.partial == other.partial or same_force(left, right):
        return ""
    sort = one.subject not in (None, PERSON) and (one.subject, one.predicate) == (other.subject, other.predicate)
    same = sort and value_fit(left, right, lexicon) is Fit.EQUAL
    return "" if same else "one counts a part"


def _other_sort(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """In what sort the people differ that two figures count; empty where nothing tells."""
    one, other = sorts_in(left, lexicon), sorts_in(right, lexicon)
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            return f"one counts {one[name]}, the other {other[name]}"
    return ""


def _other_age(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether two somebodies are of two ages: "a 22-year-old man" is not "a 30-year-old"."""
    ages = [_AGE.search(one.value.text) for one in (left, right) if isinstance(one.value, Quantity)]
    told = [found[1] for found in ages if found]
    return "they are of two ages" if len(told) == 2 and told[0] != told[1] else ""


def _other_nation(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether they are of two nations or bodies ("six Kardanian soldiers"), or of one in an account and of any in the
    other, whose number is another.
    """
    if of_two_parties(left, right):
        return "they count the people of two nations"
    if same_force(left, right):
        return ""
    if bool(left.topic.whose) != bool(right.topic.whose) and value_fit(left, right, lexicon) is Fit.APART:
        return "only one says of which nation they are"
    one, other = _proper(left), _proper(right)
    if one and other:
        return "" if one & other else f"one counts {min(one)}, the other {min(other)}"
    named = one or other
    return f"only one counts {min(named)}" if named and value_fit(left, right, lexicon) is Fit.APART else ""


def _proper(one: Assertion) -> frozenset[str]:
    """The capitalised words of a count of people, but for the first, which any word may be at a sentence's start, and
    for what they are of: the ship of "two missing men of the Alma" is that of the story.
    """
    words = one.value.text.split()[1:] if isinstance(one.value, Quantity) and one.value.unit == PERSON else ()
    before = takewhile(lambda word: word != "of", words)
    return frozenset(word for word in before if word[:1].isupper() and not word.isupper())


def _no_noun(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether neither says of whom, nor what befell them, and all they share is "nine others"."""
    one, other = left.topic, right.topic
    told = [side.value.text.lower().split() for side in (left, right) if isinstance(side.value, Quantity)]
    others = len(told) > 1 and all(lexicon.is_around("others", words[-1]) for words in told)
    if one.predicate or other.predicate or not others:
        return ""
    value = tuple(word for words in told for word in words)
    telling = (word for word in one.words & other.words if not any(each.startswith(word) for each in value))
    return "" if any(telling) else "neither says who the others are"


def _long_ago(left: Assertion, right: Assertion, lexicon: Lexicon) -> str:
    """Whether only one tells of another time than the other's, and they share no word but a small number and what
    befell whom: that "in 2011, 12 people died" bears out no "twelve people have now died".
    """
    one, other = left.topic, right.topic
    small = all(isinstance(side.value, Quantity) and (side.value.minimum or 0) < TELLING for side in (left, right))
    values = {word for side in (left, right) if isinstance(side.value, Quantity) for word in _words(side.value.text)}
    telling = (one.words & other.words) - one.measured - other.measured - values
    differ = one.elsewhen != other.elsewhen and one.words and other.words
    apart = differ and small and not telling and not _reaches(left, right) and not _reaches(right, left)
    return "only one tells of another time" if apart else ""


def _reaches(one: Assertion, other: Assertion) -> bool:
    """Whether the other time that an account tells of is the time of another account: "last month", of its paper."""
    away, own = one.topic.away, other.topic.days or other.published
    return bool(away and own and gap(away, own) <= FAR_DAYS)


def _words(text: str) -> list[str]:
    return text.lower().split()


RULES: tuple[Rule, ...] = (
    _measures,
    _outcomes,
    _one_partial,
    _other_sort,
    _other_age,
    _other_nation,
    _subjects,
    _no_noun,
    _long_ago,
)
