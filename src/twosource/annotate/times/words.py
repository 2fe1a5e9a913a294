"""The words for times of a language, from ``resources/<language>/times.toml`` and ``holidays.toml``.

The invariant: no word of a language stands in the grammar; it asks here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource import resources
from twosource.annotate.quantities.bounds import BoundWords, bound_words
from twosource.annotate.quantities.lexicon import Lexicon
from twosource.annotate.quantities.words import Numbering


@dataclass(frozen=True, slots=True)
class Holiday:
    """The rule of a holiday: a fixed date, the n-th weekday of a month, or days from Easter."""

    kind: str
    rule: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A language's words for times; each field is the table of that name in the resource.

    Attributes:
        groups: The groups of words of the tables ``relations``, ``lengths``, ``sets``, ``clock``, ``fiscal``,
            ``years`` and ``short``, by table and name.
        phrases: The same groups, as phrases.
    """

    day_first: bool
    day_point: bool
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    plurals: frozenset[str]
    parts: Mapping[str, str]
    seasons: Mapping[str, str]
    ambiguous: frozenset[str]
    days: Lexicon[int]
    day_parts: Lexicon[tuple[int, str]]
    references: Lexicon[str]
    repeats: Mapping[str, str]
    holidays: Lexicon[Holiday]
    years: tuple[int, int, int]
    eras: Lexicon[int]
    future: frozenset[str]
    plans: frozenset[str]
    past: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Lexicon[bool]]
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
        for name in ("relations", "lengths", "sets", "clock", "fiscal", "years", "short")
        for key, words in table[name].items()
        if isinstance(words, list)
    }
    years = table["years"]
    return TimeWords(
        day_first=table["day_first"],
        day_point=table["day_point"],
        months=table["months"],
        weekdays=table["weekdays"],
        units=table["units"],
        plurals=frozenset(table["plurals"]),
        parts=table["parts"],
        seasons=table["seasons"],
        ambiguous=frozenset(word for words in table["ambiguous"].values() for word in words),
        days=Lexicon(table["days"]),
        day_parts=Lexicon({words: (entry[0], entry[1]) for words, entry in table["day_parts"].items()}),
        references=Lexicon(table["references"]),
        repeats={word: value for word, value in table["sets"].items() if isinstance(value, str)},
        holidays=Lexicon(_holidays(resources.load(language, "holidays"))),
        years=(years["first"], years["last"], years["two_digits_last"]),
        eras=Lexicon(years["eras"]),
        future=frozenset(table["tense"]["future"]),
        plans=frozenset(table["tense"]["future"]) | frozenset(table["tense"]["plans"]),
        past=frozenset(table["tense"]["past"]),
        groups={name: frozenset(words) for name, words in groups.items()},
        phrases={name: Lexicon(dict.fromkeys(words, True)) for name, words in groups.items() if words},
        bounds=bound_words(language),
    )


def _holidays(table: dict[str, Any]) -> dict[str, Holiday]:
    found = {name: Holiday("fixed", tuple(rule)) for name, rule in table["fixed"].items()}
    found |= {name: Holiday("weekday", tuple(rule)) for name, rule in table["weekday"].items()}
    return found | {name: Holiday("easter", (days,)) for name, days in table["easter"].items()}


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
