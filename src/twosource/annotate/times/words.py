"""The words for times of a language, from ``resources/<language>/times.toml`` and ``holidays.toml``.

The invariant: no word of a language stands in the grammar; it asks here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.matcher import PhraseMatcher
from twosource.annotate.quantities.bounds import BoundWords, bound_words
from twosource.annotate.quantities.words import Numbering


@dataclass(frozen=True, slots=True)
class Holiday:
    """The rule of a holiday: a fixed date, the n-th weekday of a month, days from Easter, or a feast's listed days.

    Attributes:
        kind: ``fixed``, ``weekday``, ``easter`` or ``feast``.
        rule: Month and day; month, weekday, which one, and days behind it; days; or proleptic ordinals of first days.
        days: How many days it lasts.
    """

    kind: str
    rule: tuple[int, ...]
    days: int = 1


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A language's words for times; each field is the table of that name in the resource.

    Attributes:
        groups: The groups of words of the tables ``relations``, ``lengths``, ``sets``, ``clock``, ``fiscal``,
            ``years`` and ``short``, by table and name.
        phrases: The same groups, as phrases.
        weekday_parts: Weekdays grown together with a part of the day ("Mittwochabend"), each with both.
        decades: Decades in words ("the sixties"), each as its years without the last digit.
        named_days: Days that are named by numbers that would else be read as a date without a year ("9/11").
        steps: Words that are a step of the calendar by themselves ("Vorjahr"), with unit, count, and whether it counts
            from the time last mentioned ("Vortag").
    """

    day_first: bool
    day_point: bool
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekday_parts: Mapping[str, tuple[int, str]]
    units: Mapping[str, str]
    plurals: frozenset[str]
    parts: Mapping[str, str]
    seasons: Mapping[str, str]
    decades: Mapping[str, int]
    named_days: PhraseMatcher[tuple[int, int, int]]
    ambiguous: frozenset[str]
    days: PhraseMatcher[int]
    steps: Mapping[str, tuple[str, int, bool]]
    day_parts: PhraseMatcher[tuple[int, str]]
    references: PhraseMatcher[str]
    repeats: Mapping[str, str]
    holidays: PhraseMatcher[Holiday]
    years: tuple[int, int, int]
    future: frozenset[str]
    plans: frozenset[str]
    past: frozenset[str]
    firsts: frozenset[str]
    lasting: frozenset[str]
    negations: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    phrases: Mapping[str, PhraseMatcher[bool]]
    bounds: BoundWords


@cache
def time_words(language: str) -> TimeWords:
    """The words for times of a language.

    Raises:
        LanguageError: There are none.
    """
    table = resources.load(language, "times")
    groups = {
        f"{name}.{key}": words
        for name in ("relations", "lengths", "sets", "clock", "fiscal", "years", "short", "tense")
        for key, words in table[name].items()
        if isinstance(words, list)
    }
    years, tense = table["years"], table["tense"]
    return filled(
        TimeWords,
        table,
        tense,
        weekday_parts=_grown_together(table) if table["compounds"] else {},
        named_days=PhraseMatcher(
            {name: (year, month, day) for name, (year, month, day) in table["named_days"].items()}
        ),
        ambiguous=frozenset(word for words in table["ambiguous"].values() for word in words),
        days=PhraseMatcher(table["days"]),
        day_parts=PhraseMatcher({words: tuple(entry) for words, entry in table["day_parts"].items()}),
        references=PhraseMatcher(table["references"]),
        repeats={word: value for word, value in table["sets"].items() if isinstance(value, str)},
        holidays=PhraseMatcher(_holidays(resources.load(language, "holidays"))),
        years=(years["first"], years["last"], years["two_digits_last"]),
        plans=frozenset(tense["future"]) | frozenset(tense["plans"]),
        groups={name: frozenset(words) for name, words in groups.items()},
        phrases={name: PhraseMatcher(dict.fromkeys(words, True)) for name, words in groups.items() if words},
        bounds=bound_words(language),
    )


def _grown_together(table: dict[str, Any]) -> dict[str, tuple[int, str]]:
    weekdays, parts = table["weekdays"], table["parts"]
    return {day + part: (weekdays[day], parts[part]) for day in weekdays for part in parts}


def _holidays(table: dict[str, Any]) -> dict[str, Holiday]:
    found = {name: Holiday("fixed", tuple(rule)) for name, rule in table["fixed"].items()}
    found |= {name: Holiday("weekday", tuple(rule)) for name, rule in table["weekday"].items()}
    found |= {name: Holiday("easter", (days,)) for name, days in table["easter"].items()}
    return found | {name: _feast(feasts) for name, feasts in table["feasts"].items()}


def _feast(feasts: list[str]) -> Holiday:
    """The feast of a name, or the feasts, where a name such as "Eid" means any of them."""
    listed = resources.load("common", "feasts")
    first_days = [date.fromisoformat(day).toordinal() for feast in feasts for day in listed["dates"][feast].split()]
    return Holiday("feast", tuple(sorted(first_days)), listed["days"].get(feasts[0], 1))


@dataclass(frozen=True, slots=True)
class TimeText:
    """A text's pieces with the words for times.

    Attributes:
        numbers: The pieces, read as numbers.
        words: The language's words for times.
    """

    numbers: Numbering
    words: TimeWords

    def lower(self, index: int) -> str:
        """The word at ``index`` in lower case; empty outside the text."""
        return self.numbers.lower(index)

    def text(self, index: int) -> str:
        """The piece at ``index`` as it is written; empty outside the text."""
        return self.numbers.at(index).text

    def is_in(self, index: int, group: str) -> bool:
        """Whether the word at ``index`` belongs to a group such as ``relations.last``."""
        return self.numbers.lower(index) in self.words.groups[group]

    def phrase(self, index: int, group: str) -> int | None:
        """The index behind a phrase of a group at ``index``, or ``None``."""
        found = self.words.phrases[group].at(self.numbers.pieces, index) if group in self.words.phrases else None
        return found[1] if found else None

    def same_line(self, index: int) -> bool:
        """Whether the piece at ``index`` goes on in the line before it."""
        return self.numbers.same_line(index)

    def past_hyphen(self, index: int) -> int:
        """The index behind a hyphen at ``index`` that joins two words, or ``index`` itself."""
        return self.numbers.past_hyphen(index)
