"""Datelines: the place, day and agency before an article's first sentence.

"MOSCOW, March 3 (AP) — ", "BEIJING, Jan. 11 (Xinhua) -- ", "(Reuters) - ", "15.11.2023 - ", "3 March 2019. ". The
dateline is cut off the sentence, which stays whole from its first word on. The invariant: without capitals, an agency
or a day in it, what stands before a dash is part of the sentence, and what stands before a full stop unless it is a day
and nothing else.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from twosource.clean.dates import find_dates, months
from twosource.clean.lines import Line
from twosource.clean.names import agency_named, credited, outlet_named
from twosource.model.article import Credit, CreditKind
from twosource.model.moment import Moment

_LEAP_YEAR = 2000
_LONGEST = 110  # characters from the line's start in which the dash must come
_DASH = re.compile(r"\s*(?:—|–|--|\s-(?=\s)|(?<=\))\s?-(?=\s|\w)|(?<=\)):)\s*-?\s*")
_STOP = re.compile(r"\.\s+(?=[\"“„»A-ZÀ-Þ])")
_AGENCY = re.compile(r"\(\s?(?P<name>[A-ZÀ-Þa-z][\w.&’'/\s-]{1,38}?)\s?\)|/(?P<slashed>[A-Z][\w.&\s-]{1,24})/\.?")
_BARE = re.compile(r"\((?P<name>[A-Z][\w.&\s/-]{1,30}?)\)\s+(?=[\"“A-Z])")
_SLASHED = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ\s.’'-]{2,40}),\s(?P<day>[^/]{3,24}?)\.\s/(?P<name>[A-Z][\w-]{1,15})/\.\s+"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence.

    Attributes:
        end: Where in the line the sentence begins.
        credits: The agency in it, if any.
        published: Its day, where the year stands there too.
        day: Month and day, where the year does not.
        bare: Whether it is a full date and nothing else, as the entries of a chronology begin too.
    """

    end: int
    credits: tuple[Credit, ...]
    published: Moment | None
    day: tuple[int, int] | None = None
    bare: bool = False


@cache
def _day_without_year(language: str) -> re.Pattern[str]:
    either = "|".join(re.escape(name) for name in sorted(months(language), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<month>{either})\b\.?\s(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})\.?\s(?P<other>{either})\b\.?)(?:st|nd|rd|th)?",
        re.IGNORECASE,
    )


def parse_dateline(line: Line, language: str | None = None) -> Dateline | None:
    """The dateline that a line begins with.

    >>> from twosource.clean.lines import split
    >>> found = parse_dateline(split("ARVIN, Vardovia, March 3, 2019 (AP) — The pier burnt down.")[0], "en")
    >>> found.end, found.credits[0].agency, found.published
    (38, 'AP', Moment(iso='2019-03-03'))
    """
    text = line.text
    slashed = _SLASHED.match(text)
    if slashed:
        return _dateline(text, slashed.end(), slashed["name"], language)
    dash = _DASH.search(text, 0, _LONGEST + 4)
    dates = find_dates(text[:_LONGEST], language)
    stop = _STOP.match(text, dates[0].span.end) if dates and dates[0].span.start == 0 else None
    if stop:
        return replace(_dateline(text, stop.end(), None, language), bare=True)
    if dash and _is_date(text[: dash.start()], language) and text[dash.end() : dash.end() + 1].isupper():
        return replace(_dateline(text, dash.end(), None, language), bare=True)
    if dash and 0 < dash.start() <= _LONGEST and _is_dateline(text[: dash.start()], text[dash.end() :], language):
        head = text[: dash.start()]
        agency = _AGENCY.search(head)
        return _dateline(text, dash.end(), agency and (agency["name"] or agency["slashed"]), language)
    bare = _BARE.match(text)
    if bare and (agency_named(bare["name"]) or outlet_named(bare["name"])):
        return _dateline(text, bare.end(), bare["name"], language)
    return None if dash else _paragraph(text, language)


def _paragraph(text: str, language: str | None) -> Dateline | None:
    """The dateline that is a paragraph of its own: "ARVIN (AP)"."""
    agency = _AGENCY.search(text, 0, _LONGEST)
    if agency is None or agency.end() < len(text) or not _is_dateline(text, "", language):
        return None
    name = agency["name"] or agency["slashed"]
    plain = text[: agency.start()].isupper() or (agency_named(name) and not text.startswith("By "))
    return _dateline(text, len(text), name, language) if plain else None


def _is_date(head: str, language: str | None) -> bool:
    """Whether what stands before the dash is a full date and nothing else."""
    dates = find_dates(head, language)
    return len(dates) == 1 and dates[0].span.start == 0 and not head[dates[0].span.end :].strip(" .,:")


def _is_dateline(head: str, rest: str, language: str | None) -> bool:
    """Whether what stands before the dash is place, day and agency and nothing else."""
    agency = _AGENCY.search(head)
    if agency and agency.end() < len(head.rstrip(" .:")):
        return False
    place = _AGENCY.sub("", head, count=1).strip(" .,:")
    dated = _day_without_year(language or "en").search(place)
    place = re.sub(r"[\d,]+", " ", _day_without_year(language or "en").sub("", place)).strip(" .,")
    words = place.split()
    if len(words) > 7 or not (rest == "" or rest[0].isupper() or rest[0] in "\"“'‘«„¿¡" or rest[0].isdigit()):
        return False
    if any(
        not word[0].isupper() and word not in ("de", "of", "the", "am", "and", "near", "al", "on", "-")
        for word in words
    ):
        return False
    # Where all is in capitals, they tell nothing: "MARKET ROOF COLLAPSE KILLS 12 - POLICE".
    capitals = bool(words) and words[0].isupper() and len(words[0].strip(".")) > 1 and not rest.isupper()
    return (
        bool(agency and _plausible(agency)) or capitals or (bool(dated) and bool(words)) or (rest == "" and bool(words))
    )


def _plausible(agency: re.Match[str]) -> bool:
    name = agency["name"] or agency["slashed"]
    return bool(agency_named(name) or outlet_named(name)) or (name[0].isupper() and len(name.split()) <= 3)


def _dateline(text: str, end: int, agency: str | None, language: str | None) -> Dateline:
    shown = text[:end].strip(" —–-:\u00a0")
    named_agencies = (Credit(credited(agency), CreditKind.DATELINE, shown),) if agency else ()
    dates = find_dates(text[:end], language)
    day = None if dates else _day_of_year(text[:end], language)
    return Dateline(end, named_agencies, dates[0].moment if dates else None, day)


def _day_of_year(head: str, language: str | None) -> tuple[int, int] | None:
    """Month and day of a dateline without a year, if the calendar has such a day."""
    match = _day_without_year(language or "en").search(head)
    if not match:
        return None
    month = months(language or "en").get((match["month"] or match["other"]).lower(), 0)
    day = int(match["day"] or match["first"])
    return (month, day) if month and 1 <= day <= monthrange(_LEAP_YEAR, month)[1] else None


def last_such_day(month: int, day: int, until: Moment) -> Moment | None:
    """The last day of that name up to the day of ``until``; ``None`` for one that neither of the two years has.

    >>> last_such_day(12, 30, Moment("2020-01-02"))
    Moment(iso='2019-12-30')
    """
    for year in (until.day.year, until.day.year - 1):
        if day <= monthrange(year, month)[1] and date(year, month, day) <= until.day:
            return Moment(date(year, month, day).isoformat())
    return None
