"""Both sides of a vote or a game: "2-1", "61 votes to 58", "was rejected, 61 against 58".

They are two figures and no range. The invariant: a word of winning, losing or voting stands near, and where only "to"
parts the two, the larger comes first, for ranges rise ("5 to 6 people").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.words import Numbering

_REACH = 8
_DIGITS = 3
"""Chambers and games have hundreds at most."""


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """A language's words around scores; see ``resources/<language>/labels.toml``."""

    score: frozenset[str]
    score_decisions: frozenset[str]
    score_things: frozenset[str]
    score_between: frozenset[str]
    score_not_after: frozenset[str]
    score_not_near: frozenset[str]


@cache
def score_words(language: str) -> ScoreWords:
    """The words of a language."""
    return filled(ScoreWords, resources.load(language, "labels"))


@dataclass(frozen=True, slots=True)
class Score:
    """Two sides; places are indexes of pieces.

    Attributes:
        sides: The two numbers.
        thing: The word for what both count ("votes"), if it stands near.
        counts: Whether the sides read as counts of that thing, and not as a bare score.
    """

    sides: tuple[int, int]
    thing: int | None
    counts: bool


def read_score(text: Numbering, words: ScoreWords, stops: frozenset[str], index: int) -> Score | None:
    """The score whose first number stands at ``index``, or ``None``.

    Args:
        text: The text.
        words: The language's words around scores.
        stops: Words that no noun phrase goes on with, so that "20 to 15 pounds" stays a range.
        index: Index of a piece.
    """
    if not _is_side(text, index):
        return None
    return _with_mark(text, words, index) or _with_word(text, words, stops, index)


def _is_side(text: Numbering, index: int) -> bool:
    number = text.at(index).text
    return number.isdecimal() and len(number) <= _DIGITS


def _with_mark(text: Numbering, words: ScoreWords, index: int) -> Score | None:
    """As in "2-1" and "2:1"."""
    mark, second, behind = (text.at(index + step) for step in range(1, 4))
    if mark.text not in "-–:" or mark.spaced or second.spaced or text.at(index - 1).text in {"-", "/"}:
        return None
    if not _is_side(text, index + 2) or (
        behind.text == "-" and not behind.spaced and text.at(index + 4).kind is Kind.NUMBER
    ):
        return None
    sides = (index, index + 2)
    return Score(sides, _near(text, words.score_things, index), False) if _near(text, words.score, index) else None


def _with_word(text: Numbering, words: ScoreWords, stops: frozenset[str], index: int) -> Score | None:
    """As in "61 votes to 58", "61 to 58", "61 against 58 votes"."""
    inner = text.lower(index + 1) in words.score_things
    second = index + 2 + inner
    outer = text.lower(second + 1) in words.score_things
    joined = text.lower(second - 1) in words.score_between and _is_side(text, second) and text.same_line(second)
    levels = any(text.lower(at) in words.score_not_near for at in range(max(0, index - _REACH), index))
    if not joined or levels or text.lower(index - 1) in words.score_not_after:
        return None
    behind = text.at(second + 1)
    ended = behind.breaks or behind.lower in stops or (behind.kind is Kind.MARK and behind.text not in "%-°")
    falls = int(text.at(index).text) >= int(text.at(second).text)
    told = _near(text, words.score | words.score_decisions | words.score_things, index) is not None
    if not (ended or outer) or not (falls or inner) or not (told or inner):
        return None
    thing = index + 1 if inner else second + 1 if outer else _near(text, words.score_things, index)
    return Score((index, second), thing, thing is not None)


def _near(text: Numbering, wanted: frozenset[str], index: int) -> int | None:
    """The index of the wanted word that stands nearest, in the same sentence as far as full stops tell."""
    for step in range(1, _REACH + 1):
        for at in (index - step, index + step):
            if text.lower(at) in wanted and not _apart(text, min(at, index), max(at, index)):
                return at
    return None


def _apart(text: Numbering, start: int, end: int) -> bool:
    return any(text.at(at).text in {".", "!", "?", ";"} or text.at(at).breaks for at in range(start + 1, end))
