"""Words that make an interval of a figure: "about", "almost", "more than", "up to", "or so".

The invariant: an interval never loses the figure itself, and an open end is ``None``. The widths stand in
``resources/<language>/quantifiers.toml``, each with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.matcher import PhraseMatcher


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with open or rounded ends."""

    low: Fraction | None
    high: Fraction | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """What a word does to a figure: ``about``, ``below``, ``above``, ``more``, ``less`` or ``exact``."""

    kind: str
    width: Fraction = Fraction(0)

    def apply(self, interval: Interval) -> Interval:
        """The interval that the word makes of a figure.

        >>> Bound("below", Fraction(1, 10)).apply(Interval(Fraction(10_000), Fraction(10_000))).low
        Fraction(9000, 1)
        """
        low, high = interval.low, interval.high
        if self.kind == "more":
            return Interval(low, None, interval.approximate)
        if self.kind == "less":
            return Interval(None, high, interval.approximate)
        if self.kind == "exact" or low is None or high is None:
            return interval
        down = low if self.kind == "above" else low - abs(low) * self.width
        up = high if self.kind == "below" else high + abs(high) * self.width
        return Interval(down, up, approximate=True)


@dataclass(frozen=True, slots=True)
class BoundWords:
    """A language's words around figures."""

    before: PhraseMatcher[Bound]
    behind: PhraseMatcher[Bound]
    verbs: PhraseMatcher[Bound]
    openers: PhraseMatcher[str]
    joiners: frozenset[str]
    bare_joiners: frozenset[str]
    movers: frozenset[str]
    alternatives: frozenset[str]
    not_behind: frozenset[str]
    prepositions: frozenset[str]
    about: frozenset[str]
    about_taken: frozenset[str]
    about_whom: frozenset[str]
    up: frozenset[str]
    up_taken: frozenset[str]
    ratio: PhraseMatcher[bool]
    after_ratio: frozenset[str]
    none_persons: PhraseMatcher[bool]
    none_before: frozenset[str]


@cache
def bound_words(language: str) -> BoundWords:
    """The words around figures in a language."""
    table = resources.load(language, "quantifiers")
    return filled(
        BoundWords,
        table["range"],
        table["unbound"],
        before=_bounds(table["before"]),
        behind=_bounds(table["behind"]),
        verbs=_bounds(table["verbs"]),
        openers=PhraseMatcher({words: words for words in table["range"]["openers"]}),
        after_ratio=frozenset(table["ratio"]["after"]),
        ratio=PhraseMatcher(dict.fromkeys(table["ratio"]["words"], True)),
        none_persons=PhraseMatcher(dict.fromkeys(table["none"]["persons"], True)),
        none_before=frozenset(table["none"]["before_noun"]),
    )


def _bounds(tables: list[dict[str, Any]]) -> PhraseMatcher[Bound]:
    entries: dict[str, Bound] = {}
    for table in tables:
        bound = Bound(table["kind"], Fraction(str(table.get("width", 0))))
        entries |= dict.fromkeys(table["words"], bound)
    return PhraseMatcher(entries)
