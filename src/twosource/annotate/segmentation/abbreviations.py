"""Words that end in a stop which is theirs and not the sentence's, as a language's list has them.

Both the sentence splitter and the tokeniser ask here, so that they agree. The list is ``abbreviations.toml``; a
language without one has initials alone. All-capital text writes them in capitals, so each is known in capitals too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource import resources


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """A language's abbreviations, without their stop, by what their stop means.

    Attributes:
        before_name: Never end a sentence ("Mr").
        before_figure: Are abbreviations only before a figure ("No").
        anywhere: May end a sentence ("Inc").
        closing: With stops within; may end a sentence ("p.m").
    """

    before_name: frozenset[str]
    before_figure: frozenset[str]
    anywhere: frozenset[str]
    closing: frozenset[str]

    def __contains__(self, word: str) -> bool:
        kinds = (self.before_name, self.before_figure, self.anywhere, self.closing)
        return any(word in kind for kind in kinds)


@cache
def abbreviations(language: str) -> Abbreviations:
    """The abbreviations of a language (ISO 639-1); none for a language without a list.

    >>> "Gen" in abbreviations("en").before_name, "GEN" in abbreviations("en").before_name
    (True, True)
    """
    table = resources.listed(language, "abbreviations")
    return Abbreviations(*(_with_capitals(table.get(name, [])) for name in Abbreviations.__slots__))


def _with_capitals(words: list[str]) -> frozenset[str]:
    return frozenset(words) | {word.upper() for word in words if len(word) > 1}
