"""Figures of a text: one pass over its pieces, each figure with its unit, what it counts and whether it is a change.

Number grammar works on words, the counted thing on the tree where there is one. The invariants: figures run in text
order, one lies within another only where it belongs to what that one counts ("a 17-year-old boy", "5 percent of 4,000
voters"), each span quotes ``quantity.text``, and the work is linear in the text's length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from twosource.annotate.quantities.ahead import total_before
from twosource.annotate.quantities.bounds import Interval
from twosource.annotate.quantities.candidates import candidates
from twosource.annotate.quantities.change import changes_before
from twosource.annotate.quantities.counted import Counted, counted_behind
from twosource.annotate.quantities.expressions import (
    Expression,
    read_expression,
    read_moves,
    read_step,
)
from twosource.annotate.quantities.guards import counts_nothing, is_year
from twosource.annotate.quantities.implied import implied_ones, with_implied
from twosource.annotate.quantities.named import named_numbers
from twosource.annotate.quantities.scores import Score, read_score
from twosource.annotate.quantities.special import (
    age_of,
    is_age_behind,
    is_age_limit,
    nobody,
    one_person,
    state_behind,
    toll_before,
    verb_before,
)
from twosource.annotate.quantities.units import unit_ahead
from twosource.annotate.quantities.values import Found, to_mention, with_change
from twosource.annotate.quantities.wordlists import FigureWords, figure_words
from twosource.annotate.quantities.words import Numbering
from twosource.annotate.times.grammar import TimesOfText, read_text
from twosource.annotate.times.meaning import Length
from twosource.model.reading import QuantityMention
from twosource.model.span import Span
from twosource.resources import languages
from twosource.text.tree import Tree

_UNMEASURED = frozenset({None, "score"})
_MEASURED_WITH_OF = frozenset({"percent", "percentage point", "fraction"})


def find_quantities(tree: Tree, language: str = "en") -> tuple[QuantityMention, ...]:
    """The figures of a reading, in text order.

    Args:
        tree: A reading with its text; tokens serve to find what is counted.
        language: ISO 639-1 code.

    Returns:
        Nothing for a language that has no word lists for them.
    """
    if language not in languages("numbers"):
        return ()
    times = read_text(tree.reading.text, language)
    text, words = times.text.numbers, figure_words(language)
    taken, named = _inside_times(times), named_numbers(tree, text)
    mentions: list[QuantityMention] = []
    end = 0
    for index in candidates(text.pieces, words.triggers):
        found = _find(tree, text, words, taken, index) if index >= end and index not in taken else []
        for each in found:
            if each.figure.number in named and each.figure.unit in _UNMEASURED:
                continue
            mention = to_mention(tree.reading.text, text, words.changes, each)
            last = mentions[-1] if mentions else None
            mentions.append(with_change(tree.reading.text, words.changes, last, mention))
        end = found[-1].end if found else end
    return with_implied(mentions, implied_ones(tree, language))


def _inside_times(times: TimesOfText) -> frozenset[int]:
    """Indexes of the pieces that belong to dates and clock times, whose numbers count nothing."""
    dated = (time for time in times.expressions if not isinstance(time.meaning, Length))
    return frozenset(at for time in dated for at in range(time.start, time.end))


def _find(tree: Tree, text: Numbering, words: FigureWords, taken: frozenset[int], index: int) -> list[Found]:
    """The figure that starts at ``index``; two for a score."""
    people = nobody(text, words.expressions.bounds, words.people, index)
    if people is None and not tree.reading.parsed:
        people = one_person(text, words.people, words.partitives.stops, index)
    if people:
        figure, counted = people
        return [Found(figure, _span(text, index, figure.end), _span(text, counted, figure.end), index + 1)]
    score = read_score(text, words.scores, words.partitives.stops, index)
    if score and taken.isdisjoint(score.sides):
        return [_one_side(text, score, at) for at in score.sides]
    moves = read_moves(text, words.expressions, index) if changes_before(text, words.changes, index) else None
    if text.lower(index - 1) in words.changes.before:
        moves = moves or read_step(text, words.expressions, index, words.changes.levels)
    if moves:
        return _levels(tree, text, words, moves, taken)
    figure_or_none = read_expression(text, words.expressions, index)
    if figure_or_none is None or figure_or_none.number in taken:
        return []
    if counts_nothing(text, words.labels, figure_or_none) and not _is_one_befallen(text, words, figure_or_none):
        return []
    found = _part_of(text, figure_or_none) or _complete(tree, text, words, figure_or_none, taken)
    return [found] if found else []


def _part_of(text: Numbering, figure: Expression) -> Found | None:
    """A part that has its thing inside: "one tram in five"."""
    if figure.thing is None:
        return None
    thing = _span(text, figure.thing, figure.thing + 1)
    return Found(figure, _span(text, figure.start, figure.end), thing, figure.end)


def _levels(
    tree: Tree, text: Numbering, words: FigureWords, moves: Sequence[Expression], taken: frozenset[int]
) -> list[Found]:
    """The levels of a change; without a unit both count what stands behind the last ("from 9 to 14 boats")."""
    last = None if moves[-1].unit else _complete(tree, text, words, moves[-1], taken)
    if last is None or last.counted is None:
        return [_measured(tree, text, words, each) for each in moves]
    first = replace(moves[0], unit=last.figure.unit)
    return [Found(first, _span(text, first.start, first.end), last.counted, first.end), last]


def _one_side(text: Numbering, score: Score, at: int) -> Found:
    value = Fraction(int(text.at(at).text))
    figure = Expression(at, at + 1, at, Interval(value, value), None if score.counts else "score")
    beside = score.thing == at + 1
    counted = None if score.thing is None else _span(text, score.thing, score.thing + 1)
    return Found(figure, _span(text, at, at + 1 + beside), counted, at + 1)


def _complete(
    tree: Tree, text: Numbering, words: FigureWords, figure: Expression, taken: frozenset[int]
) -> Found | None:
    """Add what the figure counts; ``None`` where it turns out to be a year or a pronoun."""
    aged = age_of(text, words.ages, words.people, figure)
    if aged is None and is_age_limit(text, words.ages, words.people, figure):
        aged = replace(figure, unit="year")
    if aged:
        return Found(aged, _span(text, aged.start, aged.end), None, aged.end)
    ahead = unit_ahead(text, words.expressions.units, figure.start) if figure.unit is None else None
    figure = replace(figure, unit=ahead.name) if ahead else figure
    if figure.unit is not None and figure.unit != "ordinal":
        return _measured(tree, text, words, figure)
    dated = figure.end in taken
    counted = None if dated else counted_behind(tree, text, words.partitives, words.people, figure.end)
    person = counted is not None and words.people.is_person(counted.head, capital=counted.capital)
    if is_year(text, words.labels, figure, person or text.lower(figure.end) in words.countable):
        return None
    if counted is None and is_age_behind(text, words.people, figure, words.ages.highest):
        figure = replace(figure, unit="year")
    if counted and _is_one_of(text, words, figure):
        whom = person or counted.head in words.people.pronouns
        if not whom or not _befallen(text, words, figure, counted):
            return None
    if counted:
        people = person or (counted.head in words.people.pronouns and _befallen(text, words, figure, counted))
        figure = replace(figure, unit="person") if people and figure.unit is None else figure
        return Found(figure, Span(text.at(figure.start).start, counted.span.end), counted.span, figure.end)
    return _bare(tree, text, words, figure)


def _is_one_of(text: Numbering, words: FigureWords, figure: Expression) -> bool:
    """Whether a figure is the one of "one of the best": it counts only where something befell that one."""
    return text.lower(figure.number) in words.labels.one and text.lower(figure.end) in words.partitives.of


def _is_one_befallen(text: Numbering, words: FigureWords, figure: Expression) -> bool:
    """Whether a figure is the one of "one is dead", which is somebody, other than "the one was dead"."""
    one = (
        text.lower(figure.number) in words.labels.one and text.lower(figure.start - 1) not in words.labels.one_not_after
    )
    return one and state_behind(text, words.people, figure) is not None


def _befallen(text: Numbering, words: FigureWords, figure: Expression, counted: Counted) -> bool:
    """Whether "two of them" are people, and "one of the guards" a count, by what is said to have befallen them."""
    behind = Expression(counted.end, counted.end, counted.end, Interval(None, None))
    return state_behind(text, words.people, behind) is not None or verb_before(text, words.people, figure) is not None


def _measured(tree: Tree, text: Numbering, words: FigureWords, figure: Expression) -> Found:
    """A share, a measure or money, with what it is of: "20 percent of voters", "3 tons of explosives"."""
    of = text.lower(figure.end) in words.partitives.of
    wanted = of or figure.unit in _MEASURED_WITH_OF
    counted = counted_behind(tree, text, words.partitives, words.people, figure.end) if wanted else None
    end = counted.span.end if counted else text.at(figure.end - 1).end
    return Found(figure, Span(text.at(figure.start).start, end), counted.span if counted else None, figure.end)


def _bare(tree: Tree, text: Numbering, words: FigureWords, figure: Expression) -> Found | None:
    """A figure with no noun behind it: what befell people, a toll, the object of a verb; else a plain number."""
    span = _span(text, figure.start, figure.end)
    if figure.unit is not None:
        return Found(figure, span, None, figure.end)
    person = replace(figure, unit="person")
    state = state_behind(text, words.people, figure)
    if state:
        return Found(person, _span(text, figure.start, state[1]), _span(text, *state), state[1])
    toll = toll_before(text, words.people, figure)
    if toll:
        person = _by_verb(text, words, person)
        return Found(person, _span(text, toll[0], figure.end), _span(text, *toll), figure.end)
    verb = verb_before(text, words.people, figure)
    if verb is not None:
        return Found(person, _span(text, verb, figure.end), _span(text, verb, verb + 1), figure.end)
    ahead = _ahead(tree, text, words, figure)
    if ahead:
        return ahead
    pronoun = text.lower(figure.number) in words.labels.one and figure.end == figure.start + 1
    return None if pronoun else Found(figure, span, None, figure.end)


def _ahead(tree: Tree, text: Numbering, words: FigureWords, figure: Expression) -> Found | None:
    """A figure whose counted thing stands before it, as what the subject is the number of."""
    counted, people = total_before(tree, text, words.people, figure) or (None, False)
    if counted is None:
        return None
    figure = _by_verb(text, words, figure)
    span = _span(text, figure.start, figure.end)
    return Found(replace(figure, unit="person") if people else figure, span, counted, figure.end)


def _by_verb(text: Numbering, words: FigureWords, figure: Expression) -> Expression:
    """A figure with the bound that the verb of its number sets: "the toll has approached 400"."""
    verb = words.expressions.bounds.verbs.at(text.pieces, figure.start - 1)
    if verb is None or verb[1] != figure.start:
        return figure
    return replace(figure, start=figure.start - 1, interval=verb[0].apply(figure.interval), bounded=True)


def _span(text: Numbering, start: int, end: int) -> Span:
    return Span(text.at(start).start, text.at(end - 1).end)
