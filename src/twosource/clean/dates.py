"""Dates as pages write them: found in a line, or given by a container, at the precision and timezone that stand there.

The invariant: a date that can be read two ways is not read. "03/04/2022" is a day in March or in April by the habits of
the language; where English alone would have to guess, it is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from twosource.model.moment import Moment
from twosource.model.span import Span
from twosource.resources import languages, load

_FIRST_YEAR, _LAST_YEAR = 1900, 2099  # a four-digit number outside of these is no year of a news page

_TIME = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?)?"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?\s?(?:Uhr|hrs|h\b)?\s?(?:local time)?"
    r"\s?\(?(?P<zone>Z\b|[A-Z]{3,5}\b(?:\s?[+-]\d{1,2}\b)?|[+-]\d{2}:?\d{2}\b)?"
)
_BEHIND = re.compile(r"(?:T|[\s,|·•/–—-]{0,4}(?:at|um|@|-)?\s{0,2})" + _TIME)
_BEFORE = re.compile(_TIME + r"\)?[\s,|·•–—-]{1,4}(?:on\s|am\s)?(?:[A-Za-zäöü]{2,10}\.?,?\s)?$")
_ISO = re.compile(r"(?<![\d/.-])(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[-/.])\s?(?P<second_part>\d{1,2})(?P=mark)\s?(?P<year>\d{4})(?!\d)"
)
_URL_DATE = re.compile(
    r"[/_-](?P<year>(?:19|20)\d{2})(?P<mark>[/_-]?)(?P<month>0\d|1[0-2])(?P=mark)(?P<day>[0-2]\d|3[01])(?=[/_.-]|$)"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date where it stands in a line, with the time of day beside it, if any."""

    span: Span
    moment: Moment


@cache
def months(language: str) -> dict[str, int]:
    """Names of months with their numbers; English ones too, for half the world's pages carry them."""
    known = load(language, "publication")["months"] if language in languages("publication") else {}
    return {**load("en", "publication")["months"], **known}


@cache
def _worded(language: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(months(language), key=len, reverse=True))
    day = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?"
    return re.compile(
        rf"(?<![\w/-])(?:{day.format('day')}(?:\s|-|/|\s(?:of|de)\s)\s?(?P<month>{names})\b\.?,?"
        rf"(?:[\s/-]|\sdel?\s)\s?(?P<year>\d{{4}})"
        rf"|(?P<other_month>{names})\b\.?\s{day.format('other_day')},?\s(?P<other_year>\d{{4}}))(?!\d)",
        re.IGNORECASE,
    )


def parse_moment(given: str | None, language: str | None = None) -> Moment | None:
    """The moment that a container's date field means; ``None`` where it means none or two.

    >>> parse_moment("2019-03-05 21:40:00"), parse_moment("Tue, 05 Mar 2019 21:40:00 GMT")
    (Moment(iso='2019-03-05T21:40:00'), Moment(iso='2019-03-05T21:40:00+00:00'))
    >>> parse_moment("03/04/2019", "en"), parse_moment("03/04/2019", "fr")
    (None, Moment(iso='2019-04-03'))
    """
    given = (given or "").strip()[:200]
    if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", given):
        return _from_epoch(float(given))
    if re.fullmatch(r"(?:19|20)\d{6}", given):
        given = f"{given[:4]}-{given[4:6]}-{given[6:]}"
    found = find_dates(given, language)
    return found[0].moment if found else None


def _from_epoch(number: float) -> Moment:
    seconds = number / 1000 if number >= 1e12 else number
    return Moment(datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds"))


def find_dates(line: str, language: str | None = None) -> list[FoundDate]:
    """All full dates (day, month, year) in a line, in text order, with a time of day that stands beside them."""
    found: list[FoundDate] = []
    language = language or "en"
    for pattern in (_ISO, _worded(language), _NUMERIC):
        for match in pattern.finditer(line):
            day = _day(match, language)
            if day is not None and not any(one.span.overlaps(Span(*match.span())) for one in found):
                found.append(_with_time(line, Span(*match.span()), day))
    return sorted(found, key=lambda one: one.span)


def date_in_url(url: str | None) -> Moment | None:
    """The full date that an address carries, as in ``/2019/03/05/`` or ``-20190305``.

    >>> date_in_url("https://observer.example/2019/03/05/harbour")
    Moment(iso='2019-03-05')
    """
    match = _URL_DATE.search(url or "")
    day = _calendar(match["year"], match["month"], match["day"]) if match else None
    return Moment(day.isoformat()) if day else None


def _day(match: re.Match[str], language: str) -> date | None:
    parts = match.groupdict()
    if "first" in parts:
        return _numeric_day(parts, language)
    if parts.get("other_month"):
        parts = {name: parts[f"other_{name}"] for name in ("day", "month", "year")}
    month = parts["month"].lower()
    return _calendar(parts["year"], str(months(language).get(month, month)), parts["day"])


def _numeric_day(parts: dict[str, str], language: str) -> date | None:
    """Day and month told apart: by a number above 12, by the mark (dots: day first), by the language."""
    first, second = parts["first"], parts["second_part"]
    if int(first) > 12 or parts["mark"] == "." or first == second:
        return _calendar(parts["year"], second, first)
    if int(second) > 12 or language == "en-US":
        return _calendar(parts["year"], first, second)
    return None if language == "en" else _calendar(parts["year"], second, first)


def _calendar(year: str, month: str, day: str) -> date | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _with_time(line: str, span: Span, day: date) -> FoundDate:
    """The date with the time behind or before it, where it is a time and no other number."""
    behind = _BEHIND.match(line, span.end)
    if behind and not _is_price(line, behind) and (clock := _clock(behind)):
        return FoundDate(Span(span.start, behind.end()), Moment(f"{day.isoformat()}T{clock}"))
    start = max(0, span.start - 40)
    before = _BEFORE.search(line[start : span.start])
    if before and (clock := _clock(before)):
        return FoundDate(Span(start + before.start(), span.end), Moment(f"{day.isoformat()}T{clock}"))
    return FoundDate(span, Moment(day.isoformat()))


def _is_price(line: str, match: re.Match[str]) -> bool:
    """Whether digits with a point count what is named behind them: "3 March 2019 - 1.20 crowns" is no hour."""
    bare = match["minute"] and not match["half"] and not match["zone"] and "." in match[0]
    behind = re.match(r"\s?([^\W\d_]+)", line[match.end() :])
    return bool(bare and behind and behind[1].islower() and behind[1] not in ("by", "von", "par", "in", "on", "at"))


def _clock(match: re.Match[str]) -> str | None:
    """ISO time with its offset, or ``None`` where the digits are no time of day."""
    half = (match["half"] or "").replace(".", "").replace(" ", "")
    if not match["minute"] and not half:
        return None
    hour, minute, second = int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    seconds = f":{second:02}" if match["second"] else ""
    if not seconds and _offset(match["zone"]):
        seconds = ":00"
    return f"{hour:02}:{minute:02}{seconds}{_offset(match['zone'])}"


def _offset(zone: str | None) -> str:
    """``+06:00`` for a zone that is known, nothing for one that is not."""
    if not zone:
        return ""
    shift = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", zone)
    if shift:
        hours, minutes = int(shift[2]), int(shift[3] or 0)
        return f"{shift[1]}{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else ""
    ahead = load("common", "timezones")["offsets"].get(zone)
    if ahead is None:
        return ""
    sign = "-" if ahead < 0 else "+"
    return f"{sign}{abs(ahead) // 60:02}:{abs(ahead) % 60:02}"
