"""Four bare digits: a year or an amount. "In 2000 soldiers came" is a date, "in excess of 2000 came" an amount.

What stands before decides, then what is counted behind. The invariant: an amount is never read as a date, for then no
figure would be read from it.
"""

from __future__ import annotations

from twosource.annotate.pieces import Kind
from twosource.annotate.times.dates import year_at
from twosource.annotate.times.meaning import Calendar
from twosource.annotate.times.words import TimeText

_SHORT = 2  # digits of the second year in "2019-20"
_LONGEST_BOUND = 4
"""Words of the longest phrase before an amount, "in the region of"."""


def read_bare_year(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """A year behind a preposition or before a noun; not a count, a price or a time."""
    year = year_at(text, index)
    if year and _counts(text, index, year[1]):
        return None
    season = _two_years(text, index, year) if year else None
    if season:
        return season
    if year is None or not text.text(index).isdecimal():
        return (Calendar(year=year[0]), year[1]) if year and _is_said_year(text, index, year[1]) else None
    before, behind = text.numbers.at(index - 1), text.numbers.at(year[1])
    glued_before = (
        index > 0 and not text.numbers.at(index).spaced and before.text not in {"(", "-", "–", "—", '"', "“", "'", "`"}
    )
    glued_behind = not behind.spaced and (
        (behind.kind is Kind.WORD and behind.lower not in {"'s", "’s"}) or behind.text in {"/", ":"}
    )
    near = 1900 <= year[0] <= 2040
    witness = before.lower in text.words.groups["years.before"] or near
    counted = (
        before.lower in text.words.groups["years.count_before"]
        and text.numbers.at(index - 2).lower not in text.words.groups["years.before"]
    )
    if (
        glued_before
        or glued_behind
        or not witness
        or (not near and behind.kind is Kind.WORD and behind.spaced and not before.lower)
    ):
        return None
    if before.text in "$€£#" and before.text:
        return None
    return (
        None
        if counted and behind.kind is Kind.WORD and before.lower not in {"of", "to"}
        else (Calendar(year=year[0]), year[1])
    )


def _is_said_year(text: TimeText, index: int, end: int) -> bool:
    """Whether two digits or words are a year: "in '98", "in two thousand and one", not "two thousand and one men"."""
    if not text.text(index).isalpha():
        return text.is_in(index - 1, "short.month_before")
    counts = text.same_line(end) and text.numbers.at(end).kind is Kind.WORD and not text.is_in(end, "years.before")
    counted_out = text.past_hyphen(index + 1) == index + 1 and text.lower(index + 1) in text.numbers.words.scales
    return not counted_out or (text.is_in(index - 1, "years.never_counts_behind") and not counts)


def _two_years(text: TimeText, index: int, year: tuple[int, int]) -> tuple[Calendar, int] | None:
    """Read "2019-20", "2019/20": a school year, a season or a fiscal year, of which nobody says when it begins."""
    mark, short = text.numbers.at(year[1]), text.numbers.at(year[1] + 1)
    tied = mark.text in {"-", "–", "/"} and not mark.spaced and not short.spaced and text.text(index).isdecimal()
    following = short.text.isdecimal() and len(short.text) == _SHORT and int(short.text) == (year[0] + 1) % 100
    goes_on = text.text(year[1] + 2) == mark.text
    return (Calendar(year=year[0], fiscal=True), year[1] + 2) if tied and following and not goes_on else None


def _counts(text: TimeText, index: int, end: int) -> bool:
    """Whether four digits are an amount: "in excess of 2000", "2000 soldiers", but not "in 2000 soldiers came".

    The words that count stand in ``resources/<language>/times.toml``; behind "over" and "about" it takes more to
    outweigh the year of "up 5 percent over 1988".
    """
    if not text.text(index).isdecimal():
        return False
    pieces, phrases = text.numbers.pieces, text.words.phrases
    if phrases["years.counts_behind"].before(pieces, index, _LONGEST_BOUND):
        return True
    counted = text.same_line(end) and text.is_in(end, "years.counted")
    if phrases["years.may_count_behind"].before(pieces, index, _LONGEST_BOUND):
        return counted or (text.same_line(end) and text.is_in(end, "years.doing"))
    return counted and not text.is_in(index - 1, "years.never_counts_behind")
