"""All word lists that figures are read with, gathered once a language, and the words that a figure can begin with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource.annotate.quantities.candidates import Triggers
from twosource.annotate.quantities.cardinals import GLYPHS, is_number
from twosource.annotate.quantities.change import ChangeWords, change_words
from twosource.annotate.quantities.counted import Partitives, partitives
from twosource.annotate.quantities.ends import Lexicons, lexicons
from twosource.annotate.quantities.guards import Labels, labels
from twosource.annotate.quantities.people import PeopleWords, people_words
from twosource.annotate.quantities.scores import ScoreWords, score_words
from twosource.annotate.quantities.special import AgeWords, age_words
from twosource.annotate.quantities.words import number_words
from twosource.annotate.times.words import time_words


@dataclass(frozen=True, slots=True)
class FigureWords:
    """All word lists of a language that figures need."""

    expressions: Lexicons
    labels: Labels
    scores: ScoreWords
    people: PeopleWords
    ages: AgeWords
    changes: ChangeWords
    partitives: Partitives
    triggers: Triggers
    countable: frozenset[str]


@cache
def figure_words(language: str) -> FigureWords:
    """The lists of a language.

    Raises:
        LanguageError: It lacks one of them.
    """
    return FigureWords(
        lexicons(language),
        labels(language),
        score_words(language),
        people_words(language),
        age_words(language),
        change_words(language),
        partitives(language),
        _triggers(language),
        time_words(language).groups["years.counted"],
    )


def _triggers(language: str) -> Triggers:
    """The words that figures begin with, and those that carry one."""
    numbers, expressions, people = number_words(language), lexicons(language), people_words(language)
    bounds = expressions.bounds
    tables = (numbers.cardinals, numbers.scales, numbers.fractions, numbers.halves, numbers.ordinals)
    plain = frozenset(word for table in tables for word in table)
    starts = plain | numbers.articles | numbers.negative | bounds.none_before | frozenset("-−–")
    for lexicon in (numbers.vague, bounds.before, bounds.openers, bounds.none_persons, expressions.units.before):
        starts |= lexicon.first_words
    glyphs = frozenset(GLYPHS)
    vague = numbers.vague.all_words - numbers.articles - numbers.part_of
    carriers = (
        plain
        | vague
        | expressions.units.words.first_words
        | bounds.none_persons.all_words
        | people.single
        | people.none_of
        | glyphs
    )
    return Triggers(starts, carriers, is_number(numbers) if numbers.compounds else None)
