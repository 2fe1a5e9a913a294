"""Decades and centuries: "the 1990s", "'90s", "the sixties", "the 1800s", "the nineteenth century".

The invariant: two digits are a decade only behind an apostrophe, an article or another decade: "90s" may be seconds.
"""

from __future__ import annotations

from twosource.annotate.times.dates import APOSTROPHES, rank_at
from twosource.annotate.times.meaning import Calendar
from twosource.annotate.times.words import TimeText


def read_decade(text: TimeText, index: int) -> tuple[Calendar, int] | None:
    """Read "The 1990s", "'90s", "the nineteenth century"."""
    index += text.is_in(index, "relations.definite")
    at = index + (text.text(index) in APOSTROPHES)
    digits, behind = text.text(at), text.numbers.at(at + 1)
    ends = behind.lower in text.words.groups["years.decade"] and not behind.spaced
    apostrophe = behind.lower in {"'s", "’s"}
    if digits.isdecimal() and digits.endswith("0") and (ends or (apostrophe and len(digits) == 4)):
        if len(digits) == 4 and text.words.years[0] <= int(digits) <= text.words.years[1]:
            past = digits.endswith("00") and int(digits) < 2000  # "the 1800s" are a century, "the 2000s" ten years
            date = Calendar(century=int(digits) // 100) if past else Calendar(decade=int(digits) // 10)
            return date, _past_years(text, at + 2)
        second = text.is_in(index - 1, "short.range") and text.is_in(index - 2, "years.decade")  # "the 70s and 80s"
        if len(digits) == 2 and (at > index or second or text.is_in(index - 1, "relations.definite")):
            return Calendar(decade=190 + int(digits) // 10), _past_years(text, at + 2)
    if text.lower(index) in text.words.decades and text.is_in(index - 1, "relations.definite"):
        return Calendar(decade=text.words.decades[text.lower(index)]), _past_years(text, index + 1)
    rank = rank_at(text, index)
    century = text.past_hyphen(rank[1]) if rank else 0
    if rank and text.words.units.get(text.lower(century)) == "100Y" and 1 <= rank[0] <= 30:
        return Calendar(century=rank[0] - 1), century + 1
    return None


def _past_years(text: TimeText, index: int) -> int:
    """The index behind the "Jahren" of "den 1990er Jahren"."""
    at = text.past_hyphen(index)
    years = text.words.units.get(text.lower(at)) == "Y" and text.lower(at) in text.words.plurals
    return at + 1 if years and text.same_line(at) else index
