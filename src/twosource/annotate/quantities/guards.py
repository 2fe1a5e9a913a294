"""Numbers that count nothing: years, flight and article numbers, addresses, telephone numbers, parts of names.

A figure that is wrongly read becomes a conflict between two accounts that agree, so what looks like a label is left
alone. Each guard is one question about an expression and the pieces around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.annotate.matcher import PhraseMatcher
from twosource.annotate.pieces import Kind
from twosource.annotate.quantities.expressions import Expression
from twosource.annotate.quantities.words import Numbering

_GLUE_BEFORE = frozenset("/:#@._=&\\*^'’%?+")
_GLUE_BEHIND = frozenset("/:@_=\\*^")
_REACH = 8


@dataclass(frozen=True, slots=True)
class Labels:
    """A language's words around numbers that count nothing."""

    before: PhraseMatcher[bool]
    behind: frozenset[str]
    streets: frozenset[str]
    telephones: frozenset[str]
    rate_before: frozenset[str]
    one: frozenset[str]
    one_not_before: frozenset[str]
    one_not_after: frozenset[str]
    years: tuple[int, int]
    near_years: tuple[int, int]


@cache
def labels(language: str) -> Labels:
    """The words of a language."""
    table = resources.load(language, "labels")
    years, near = (table["year_from"], table["year_to"]), (table["near_from"], table["near_to"])
    return filled(Labels, table, years=years, near_years=near)


def counts_nothing(text: Numbering, words: Labels, figure: Expression) -> bool:
    """Whether the expression is no figure at all, whatever stands behind it."""
    if text.lower(figure.start - 1) in words.rate_before:
        return True
    if _is_glued(text, figure) or _is_one_as_pronoun(text, words, figure) or _is_telephone(text, figure):
        return True
    asked = (_is_labelled, _is_address, _is_item)
    return figure.digits and any(ask(text, words, figure) for ask in asked)


def is_year(text: Numbering, words: Labels, figure: Expression, counts: bool) -> bool:
    """Whether four bare digits are a year.

    Args:
        text: The text.
        words: The language's labels.
        figure: The expression.
        counts: Whether people or something measured stand right behind it.
    """
    digits = text.at(figure.number).text
    if not figure.digits or len(digits) != 4 or not digits.isdecimal() or counts:
        return False
    first, last = words.years
    near_first, near_last = words.near_years
    alone = text.at(figure.end).kind is not Kind.WORD or text.at(figure.end).breaks
    return near_first <= int(digits) <= near_last or (first <= int(digits) <= last and alone)


def _is_glued(text: Numbering, figure: Expression) -> bool:
    """Whether letters, digits or marks touch the number: "F-16", "555-0123", "3D", "1.2.3", "1990s"."""
    first, behind = text.at(figure.start), text.at(figure.end)
    before = text.at(figure.start - 1)
    if before.text == "[" and behind.text == "]":
        return True  # a footnote
    if figure.start > 0 and not first.spaced and first.kind is not Kind.MARK:
        hyphen = before.text in "-–—" and not before.spaced and text.at(figure.start - 2).kind is not Kind.MARK
        if before.kind is not Kind.MARK or before.text in _GLUE_BEFORE or (hyphen and figure.start > 1):
            return True
    if figure.end >= len(text.pieces) or behind.spaced:
        return False
    after = text.at(figure.end + 1)
    to_digits = behind.text in "-–" and after.kind is Kind.NUMBER and not after.spaced
    if text.at(figure.end - 1).kind is Kind.NUMBER and (behind.kind is not Kind.MARK or to_digits):
        return True
    return behind.text in _GLUE_BEHIND and not after.spaced and after.kind is not Kind.MARK


def _is_labelled(text: Numbering, words: Labels, figure: Expression) -> bool:
    at = figure.start
    hyphen = text.at(at - 1).text == "-" and not text.at(at - 1).spaced
    labelled = words.before.before(text.pieces, at - 1 if hyphen else at, 3)
    return labelled is not None or text.lower(figure.end) in words.behind


def _is_address(text: Numbering, words: Labels, figure: Expression) -> bool:
    """Read "345 Elm Street": capitals up to a street's last word."""
    for at in range(figure.end, figure.end + 5):
        piece = text.at(at)
        if not (piece.capital or piece.text == "." or piece.text.isdecimal()) or piece.breaks:
            return False
        if at > figure.end and piece.lower in words.streets:
            return True
    return False


def _is_item(text: Numbering, words: Labels, figure: Expression) -> bool:
    """Whether the number numbers an item of a list ("2) the roof", "4. The roof") or is a telephone number ("911")."""
    behind, at = text.at(figure.end), figure.start
    if text.at(figure.number).text in words.telephones:
        return True
    first_on_line = at == 0 or text.at(at).breaks
    if first_on_line and behind.text == "." and not behind.spaced and text.same_line(figure.end + 1):
        return len(text.at(figure.number).text) < 3
    closing = text.at(figure.end + 1) if behind.text == "." else behind
    opened = any(text.at(before).text == "(" for before in range(max(0, at - _REACH), at))
    return closing.text == ")" and not closing.spaced and not opened


def _is_telephone(text: Numbering, figure: Expression) -> bool:
    """Read "1-888", the beginning of a telephone number, and "555-0134": ranges of thousands are round."""
    first, mark, second = (text.at(figure.number + step) for step in range(3))
    if mark.text != "-" or mark.spaced or second.spaced or not second.text.isdecimal():
        return False
    if len(second.text) == 3:
        return first.text == "1" and second.text[0] in "89"
    return len(first.text) == 3 and len(second.text) == 4 and not second.text.endswith("00")


def _is_one_as_pronoun(text: Numbering, words: Labels, figure: Expression) -> bool:
    """Read "One another", "the one who"."""
    if figure.end != figure.start + 1 or text.lower(figure.start) not in words.one:
        return False
    return text.lower(figure.start - 1) in words.one_not_after or text.lower(figure.end) in words.one_not_before
