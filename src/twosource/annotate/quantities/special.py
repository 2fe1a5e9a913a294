"""Figures that their surroundings make: ages, tolls, bare objects of killing, nobody, one man.

Each function reads one pattern and gives an expression with what it counts, or ``None``. They work on words, so that
they hold without a parse. The invariant: the widened span still lies on one line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.matcher import PhraseMatcher
from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.bounds import BoundWords, Interval
from twosource.annotate.quantities.expressions import Expression
from twosource.annotate.quantities.people import PeopleWords
from twosource.annotate.quantities.words import Numbering

_REACH = 8


@dataclass(frozen=True, slots=True)
class AgeWords:
    """A language's words around ages."""

    units: frozenset[str]
    behind: PhraseMatcher[bool]
    behind_alone: PhraseMatcher[bool]
    before: PhraseMatcher[bool]
    at_age: frozenset[str]
    limits: frozenset[str]
    highest: int


@cache
def age_words(language: str) -> AgeWords:
    """The words of a language."""
    return filled(AgeWords, resources.load(language, "units")["age"])


def age_of(text: Numbering, words: AgeWords, people: PeopleWords, figure: Expression) -> Expression | None:
    """The figure as an age: "49-year-old", "six months old", "aged 7", "Ann Lee, 49,", "a man, 28,"."""
    if figure.unit in words.units:
        old = words.behind.at(text.pieces, text.past_hyphen(figure.end))
        return replace(figure, end=old[1]) if old else None
    if figure.unit is not None or figure.interval.high is None or not 0 <= figure.interval.high <= words.highest:
        return None
    alone = words.behind_alone.at(text.pieces, text.past_hyphen(figure.end))
    if alone:
        return replace(figure, end=alone[1], unit="year")
    aged = words.before.before(text.pieces, figure.start, 3)
    if aged:
        return replace(figure, start=aged[1], unit="year")
    at_age = text.lower(figure.start - 1) in words.at_age and _begins_clause(text, figure)
    return replace(figure, unit="year") if at_age or _in_apposition(text, people, figure) else None


def is_age_behind(text: Numbering, people: PeopleWords, figure: Expression, highest: int) -> bool:
    """Whether a bare number behind "of" is one person's age: "a woman of 29 was taken into custody"."""
    of_one = text.lower(figure.start - 1) == "of" and text.lower(figure.start - 2) in people.single
    return of_one and figure.unit is None and figure.interval.high is not None and figure.interval.high <= highest


def is_age_limit(text: Numbering, words: AgeWords, people: PeopleWords, figure: Expression) -> bool:
    """Whether a bound stands behind the people whom it parts by age: "voters under 30", "those 45 and over"."""
    ends = (figure.interval.low, figure.interval.high)
    if not figure.bounded or figure.unit is not None or any(end is not None and end > words.highest for end in ends):
        return False
    before = text.lower(figure.start - 1)
    limit = {text.lower(figure.start), text.lower(figure.end - 1)} & words.limits
    return bool(limit) and (before in people.pronouns or people.is_person(before)) and text.same_line(figure.start)


def _begins_clause(text: Numbering, figure: Expression) -> bool:
    """Whether "At 42, Ann Lee" begins a sentence with an age: a capital before and behind, a comma between."""
    comma, name = text.at(figure.end), text.at(figure.end + 1)
    return figure.digits and text.at(figure.start - 1).capital and comma.text == "," and name.capital


def _in_apposition(text: Numbering, people: PeopleWords, figure: Expression) -> bool:
    """A name or a person, a comma, the age, a comma or the end: "Ann Lee, 49,", "a man, 28,"."""
    name, comma, behind = text.at(figure.start - 2), text.at(figure.start - 1), text.at(figure.end)
    named = name.capital and name.kind is Kind.WORD and len(name.text) > 1 and not comma.spaced
    closed = behind.text in {",", ".", ")", ";"} and not behind.spaced
    goes_on = text.at(figure.end + 1)
    listed = text.at(figure.start - 3).text == "," and goes_on.text[:1].isupper()
    decimals = goes_on.kind is Kind.NUMBER or listed
    bracketed = comma.text == "(" and behind.text == ")"
    before = text.at(figure.start - 3)
    full_name = before.capital and before.kind is Kind.WORD
    surname = behind.text == "," and len(text.at(figure.number).text) == 2
    in_name = full_name or surname
    if name.lower in people.single and comma.text == "," and behind.text == "," and figure.digits:
        return not decimals
    return figure.digits and named and (bracketed or comma.text == ",") and closed and in_name and not decimals


def toll_before(text: Numbering, people: PeopleWords, figure: Expression) -> tuple[int, int] | None:
    """The toll that a bare figure gives ("the death toll rose to 164"): the indexes of its words, half-open."""
    for at in range(figure.start - 1, max(-1, figure.start - 1 - _REACH), -1):
        found = people.tolls.before(text.pieces, at + 1, 4)
        if found:
            return found[1], at + 1
        if text.lower(at) not in people.toll_links or text.at(at).breaks:
            return None
    return None


def verb_before(text: Numbering, people: PeopleWords, figure: Expression) -> int | None:
    """The index of the verb that a bare figure is the object of: "killing 12", "injured another 15"."""
    at = figure.start - 1
    at -= text.lower(at) in people.further and text.same_line(at)
    return at if text.lower(at) in people.verbs and text.same_line(at + 1) and text.same_line(figure.start) else None


def state_behind(text: Numbering, people: PeopleWords, figure: Expression) -> tuple[int, int] | None:
    """The state behind a bare figure ("9 killed", "9 were hurt", "one fatally"): its words' indexes, half-open; none in
    "hundreds have lost everything", which tells what they did.
    """
    first = at = figure.end
    while at < figure.end + 4 and text.same_line(at):
        word = text.lower(at)
        did = text.lower(at - 1) in people.perfect and word not in people.doings
        if (
            (word in people.states and not did)
            or word in people.doings
            or (word in people.lone_adverbs and _stops(text, at + 1))
        ):
            return first, at + 1
        if word in people.auxiliaries:
            first = at + 1
        elif word not in people.state_adverbs:
            return None
        at += 1
    return None


def _stops(text: Numbering, index: int) -> bool:
    """Whether the phrase ends before ``index``: "one fatally,"."""
    return text.at(index).kind is Kind.MARK or not text.same_line(index)


def nobody(text: Numbering, bounds: BoundWords, people: PeopleWords, index: int) -> tuple[Expression, int] | None:
    """Zero: "no one was hurt", "no injuries".

    Returns:
        The expression and the index where the counted words begin.
    """
    zero = Interval(Fraction(0), Fraction(0))
    found = bounds.none_persons.at(text.pieces, index)
    if found:
        expression = Expression(index, found[1], index, zero, "person")
        state = state_behind(text, people, expression)
        return (replace(expression, end=state[1]), state[1] - 1) if state else None
    if text.lower(index) in bounds.none_before:
        for at in range(index + 1, index + 4):
            if text.lower(at) in people.none_of and text.same_line(at):
                return Expression(index, at + 1, index, zero, "person"), index + 1
            if text.at(at).kind is not Kind.WORD or text.at(at).breaks:
                return None
    return None


def one_person(
    text: Numbering, people: PeopleWords, stops: frozenset[str], index: int
) -> tuple[Expression, int] | None:
    """One: "a man was killed", where the clause says that something befell the person.

    Args:
        text: The text.
        people: The language's words for people.
        stops: Words that cannot stand between the article and its noun.
        index: Index of the article.

    Returns:
        The expression and the index where the counted words begin.
    """
    if text.lower(index) not in text.words.articles:
        return None
    noun = next((at for at in range(index + 1, index + 8) if text.lower(at) in people.single), None)
    between = range(index + 1, noun or index)
    plain = all(text.at(at).kind is not Kind.MARK or text.at(at).text == "-" for at in between)
    if noun is None or not plain or not text.same_line(noun) or text.lower(noun + 1) in text.words.articles:
        return None
    if text.lower(noun + 1) in {"'s", "’s"} or any(text.lower(at) in stops for at in between):
        return None
    for at in range(noun + 1, noun + 1 + _REACH):
        if text.lower(at) in people.single_states:
            one = Interval(Fraction(1), Fraction(1))
            return Expression(index, noun + 1, index, one, "person"), noun
        if not text.same_line(at) or text.at(at).text in {".", ";", "!", "?", '"'} or text.lower(at) in people.single:
            return None
    return None
