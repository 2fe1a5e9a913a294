"""Times that hang on another time: "yesterday", "last week", "two days ago", "the following year".

Those behind "earlier", "later", "following" and "same" hang on the time last mentioned, the others on the article's
day.
The invariant: the words alone decide the meaning here; tense decides only in ``resolve``.
"""

from __future__ import annotations

from twosource.annotate.quantities.cardinals import read_cardinal
from twosource.annotate.times.counted import read_counted, read_neighbour
from twosource.annotate.times.dates import month_at, year_at
from twosource.annotate.times.meaning import Beside, Calendar, Clock, Shift, Vague
from twosource.annotate.times.words import TimeText

Relative = Calendar | Shift | Beside | Vague
STEPS = {
    "last": -1,
    "previous": -1,
    "this": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "same": 0,
    "latest": -1,
    "that": 0,
}
_OF_REFERENCE = frozenset({"previous", "following", "same", "that"})
_LONG = frozenset({"10Y", "100Y", "1000Y", "2W"})


def read_relative(text: TimeText, index: int) -> tuple[Relative, int] | None:
    """The relative time at ``index`` and the index behind it."""
    return (
        _named_day(text, index)
        or read_counted(text, index)
        or read_neighbour(text, index)
        or _stepped(text, index)
        or _reference(text, index)
        or _vague_stretch(text, index)
        or _year_end(text, index)
        or _fiscal_year(text, index)
    )


def _named_day(text: TimeText, index: int) -> tuple[Relative, int] | None:
    """Read "Yesterday", "tonight", "last night"."""
    pieces = text.numbers.pieces
    part = text.words.day_parts.at(pieces, index)
    if part:
        (days, name), end = part
        return Shift("D", days, clock=Clock(part=name)), end
    day = text.words.days.at(pieces, index)
    if day and not (text.is_in(index - 1, "clock.part_article") and text.lower(index) in text.words.parts):
        return Shift("D", day[0]), day[1]
    step = text.words.steps.get(text.lower(index))
    return (Shift(*step), index + 1) if step else None


def _reference(text: TimeText, index: int) -> tuple[Relative, int] | None:
    found = text.words.references.at(text.numbers.pieces, index)
    if found is None or (text.lower(found[1]) in text.words.units and text.lower(index) != text.lower(found[1] - 1)):
        return None
    return Vague(found[0]), found[1]


def _vague_stretch(text: TimeText, index: int) -> tuple[Relative, int] | None:
    """Read "Recent years", and the "recent" of "recent talks": the past, without dates."""
    if not text.is_in(index, "relations.recent"):
        return None
    at = index + 1
    units = text.lower(at) in text.words.plurals and text.same_line(at)
    return Vague("PAST_REF"), at + units


def _year_end(text: TimeText, index: int) -> tuple[Relative, int] | None:
    """Read "Year-end", "year's end"."""
    if text.words.units.get(text.lower(index)) != "Y":
        return None
    at = text.past_hyphen(index + 1)
    at += text.lower(at) in {"'s", "’s"}
    return (Shift("Y", 0), at + 1) if text.is_in(at, "fiscal.end") and text.same_line(at) else None


def _fiscal_year(text: TimeText, index: int) -> tuple[Relative, int] | None:
    """Read "Fiscal 1989", "fiscal year 1989", "FY2019"."""
    if not text.is_in(index, "fiscal.words"):
        return None
    at = index + 1 + (text.words.units.get(text.lower(index + 1)) == "Y")
    year = year_at(text, at)
    fiscal = text.is_in(index, "fiscal.own")
    return (Calendar(year=year[0], fiscal=fiscal), year[1]) if year and text.same_line(at) else None


def _stepped(text: TimeText, index: int) -> tuple[Relative, int] | None:
    """A word of relation and what it relates: "last week", "the following year", "next March", "this Thursday"."""
    start = index + text.is_in(index, "relations.definite")
    recent = text.is_in(index, "relations.this") and text.is_in(index + 1, "relations.long_past")
    if recent and text.lower(index + 2) in text.words.weekdays:
        return Beside(Shift("D", 0), "D", -1, text.words.weekdays[text.lower(index + 2)]), index + 3
    start += recent
    for name, step in STEPS.items():
        at = text.phrase(start, f"relations.{name}")
        if at is None or not text.same_line(at):
            continue
        if name == "latest" and text.is_in(at, "fiscal.period"):
            return Shift("Q", 0, of_reference=True, of_period=True), at + 1
        if name in {"latest", "that"} and text.lower(at + text.is_in(at, "fiscal.words")) not in text.words.units:
            continue
        found = _unit_step(text, name, step, at) or _named_step(text, name, step, at)
        if found:
            return found
    if start > index:
        return _definite(text, start)
    return None


def _unit_step(text: TimeText, name: str, step: int, at: int) -> tuple[Relative, int] | None:
    fiscal = text.is_in(at, "fiscal.words")
    if name == "this" and text.is_in(at - 1, "relations.definite"):
        return None
    own = text.is_in(at, "fiscal.own")
    if name == "last" and text.is_in(at - 1, "relations.long_past") and text.words.units.get(text.lower(at)) in _LONG:
        return None  # "the past decade" is a length, "last decade" a date
    unit = text.words.units.get(text.lower(at + fiscal))
    if unit is None or text.lower(at + fiscal) in text.words.plurals or unit == "SEASON":
        return None
    if unit.startswith("T") or (unit == "D" and name == "last"):
        return None
    if unit == "NI":
        clock = Clock(part="NI")
        return Shift("D", step, of_reference=name in _OF_REFERENCE, clock=clock), at + 1 + fiscal
    return Shift(unit, step, of_reference=name in _OF_REFERENCE, fiscal=own), at + 1 + fiscal


def _named_step(text: TimeText, name: str, step: int, at: int) -> tuple[Relative, int] | None:
    weekday = text.words.weekdays.get(text.lower(at))
    if weekday is not None:
        beside = name in {"previous", "following"}  # the time last mentioned, not the article's day
        today = Shift("D", 0, of_reference=True)
        return Beside(today, "D", step, weekday) if beside else Calendar(weekday=weekday, direction=step), at + 1
    month = month_at(text, at)
    if month and not year_at(text, month[1]):
        day = text.text(month[1])
        is_day = day.isdecimal() and len(day) < 3 and 1 <= int(day) <= 31
        return Calendar(month=month[0], day=int(day) if is_day else None, direction=step), month[1] + is_day
    season = text.words.seasons.get(text.lower(at))
    if season:
        return Calendar(season=season, direction=step), at + 1
    holiday = text.words.holidays.at(text.numbers.pieces, at)
    if holiday:
        return Calendar(holiday=holiday[0], direction=step), holiday[1]
    part = text.words.parts.get(text.lower(at))
    if part and name in {"same", "that", "following", "previous", "next"}:
        return Shift("D", step, of_reference=True, clock=Clock(part=part)), at + 1
    return None


def _definite(text: TimeText, at: int) -> tuple[Relative, int] | None:
    """Read "The weekend", "the quarter", "the year": the one at hand."""
    fiscal = text.is_in(at, "fiscal.own")
    at += text.is_in(at, "fiscal.words")
    if text.words.units.get(text.lower(at)) == "Y" and text.lower(at) not in text.words.plurals:
        year = year_at(text, at + 1) or _counted_year(text, at + 1)
        if year:
            return Calendar(year=year[0], fiscal=fiscal), year[1]
    unit = text.words.units.get(text.lower(at))
    if unit == "WE":
        return Shift("WE", 0), at + 1
    if unit == "Q":
        return Shift("Q", 0, of_reference=True, of_period=True), at + 1
    if unit == "W" and text.lower(at) not in text.words.plurals:
        return Shift("W", 0, of_reference=True), at + 1
    if text.is_in(at + 1, "lengths.ended"):
        return None
    one = unit == "Y" and text.lower(at) not in text.words.plurals
    return (Shift("Y", 0, fiscal=fiscal), at + 1) if one else None


def _counted_year(text: TimeText, index: int) -> tuple[int, int] | None:
    """The "two thousand five" of "the year two thousand five"."""
    found = read_cardinal(text.numbers, index)
    if found is None or found.digits or not text.words.years[0] <= found.value <= text.words.years[1]:
        return None
    return int(found.value), found.end
