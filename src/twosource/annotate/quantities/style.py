"""Digits to values: which of point and comma groups thousands and which one marks decimals.

The language says what to expect; a text's own unambiguous figures ("1.000.000", "3,5") correct it, for German agencies
write English and the other way round. Reach for it through ``Numbering``. Digits beyond 30 are nobody's count: they
are refused, so that a million digits cost nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from unicodedata import category

from twosource.annotate.pieces import Kind, Piece

MAXIMUM_DIGITS = 30
"""A longer run of digits is a key or noise; Python itself refuses to convert more than 4,300."""

_GROUPS = re.compile(r"[0-9]{1,3}(?:(?P<mark>[.,])[0-9]{3})(?:(?P=mark)[0-9]{3})*")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text writes its digits.

    Attributes:
        group: The mark between thousands; the other one marks decimals.
        sure: Whether the text itself shows it.
        marks: The currency marks that the text uses.
    """

    group: str
    sure: bool = False
    marks: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pieces: tuple[Piece, ...], expected: str) -> Style:
        """The style of a text: its own witnesses, else what its language expects."""
        votes = {".": 0, ",": 0}
        marks = frozenset(piece.text for piece in pieces if piece.kind is Kind.MARK and category(piece.text) == "Sc")
        for piece in pieces:
            witness = (
                _witness(piece.text) if piece.kind is Kind.NUMBER and len(piece.text) < 2 * MAXIMUM_DIGITS else None
            )
            if witness:
                votes[witness] += 1
        other = "." if expected == "," else ","
        if votes[other] > votes[expected]:
            return cls(other, sure=True, marks=marks)
        return cls(expected, sure=votes[expected] > 0, marks=marks)

    def read(self, pieces: tuple[Piece, ...], index: int) -> tuple[Fraction, int] | None:
        """The value of the digits at ``index`` and the index behind them; ``None`` for versions and the like."""
        text = pieces[index].text
        if len(text) > MAXIMUM_DIGITS + 10 or not text[-1].isascii():
            return None
        text, end = self._with_blanks(pieces, index)
        value = self._value(text)
        return (value, end) if value is not None else None

    def _with_blanks(self, pieces: tuple[Piece, ...], index: int) -> tuple[str, int]:
        """Join "10 000" and the "10 , 000" of tokenised text."""
        text, end = pieces[index].text, index + 1
        if not text.isdecimal() or len(text) > 3 or text == "0":
            return text, end
        while end < len(pieces) and len(text) < MAXIMUM_DIGITS:
            at = end + 1 if pieces[end].text == self.group and pieces[end].spaced and end + 1 < len(pieces) else end
            piece = pieces[at]
            narrow = at > end or piece.start - pieces[end - 1].end == 1
            if piece.kind is not Kind.NUMBER or len(piece.text) != 3 or not piece.text.isdecimal() or not narrow:
                break
            text, end = text + piece.text, at + 1
        return text, end

    def _value(self, text: str) -> Fraction | None:
        if text.isdecimal():
            return Fraction(int(text)) if len(text) <= MAXIMUM_DIGITS else None
        marks = {mark for mark in text if mark in ".,"}
        if len(marks) == 2:
            last = max(text.rfind("."), text.rfind(","))
            return _decimal(text[:last], text[last + 1 :])
        mark = marks.pop()
        if text.count(mark) > 1:
            return Fraction(int(text.replace(mark, ""))) if _GROUPS.fullmatch(text) else None
        whole, part = text.split(mark)
        if mark == self.group and len(part) == 3 and len(whole) <= 3 and whole not in {"", "0"}:
            return Fraction(int(whole + part))
        if mark != self.group and not self.sure and part == "000" and whole not in {"", "0"} and len(whole) <= 3:
            return Fraction(int(whole + part))  # three zeros are thousands: nobody rounds to three decimals
        return _decimal(whole, part)


def _decimal(whole: str, part: str) -> Fraction | None:
    digits = whole.replace(".", "").replace(",", "")
    if len(digits) + len(part) > MAXIMUM_DIGITS:
        return None
    return Fraction(int((digits or "0") + part), 10 ** len(part))


def _witness(text: str) -> str | None:
    """The mark that groups thousands in ``text``, where no other reading is possible."""
    marks = [mark for mark in text if mark in ".,"]
    if len(set(marks)) == 2:
        return marks[0]
    if len(marks) > 1:
        return marks[0] if _GROUPS.fullmatch(text) else None
    if len(marks) == 1:
        part = text.split(marks[0])[1]
        return {".": ",", ",": "."}[marks[0]] if len(part) in {1, 2} else None
    return None
