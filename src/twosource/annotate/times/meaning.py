"""What the words for a time say before they meet a calendar: partial dates, shifts, lengths, repetitions.

A meaning is free of the article's date; ``resolve`` joins the two. So one article can be read again under another date.
"""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.times.words import Holiday


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Attributes:
        hour: 0 to 24, or ``None`` with a part of the day.
        part: TIMEX3 part of the day, such as ``MO`` or ``NI``.
        zone: Offset from UTC in ISO 8601, such as ``Z`` or ``-05:00``; empty where no zone is named, or none that has
            one offset the year round ("local time").
        either: Whether the words leave open which half of the day is meant ("three o'clock").
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    zone: str = ""
    either: bool = False

    @property
    def value(self) -> str:
        """In TIMEX3 notation, with its T.

        >>> Clock(21, 40, zone="Z").value, Clock(part="NI").value
        ('T21:40Z', 'TNI')
        """
        if self.hour is None:
            return f"T{self.part}"
        seconds = f":{self.second:02}" if self.second is not None else ""
        return f"T{self.hour:02}:{self.minute or 0:02}{seconds}{self.zone}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date, as complete as the words give it.

    Attributes:
        direction: -1 "last", 0 "this", 1 "next", ``None`` where the words do not say.
        of_year: Whether the direction is that of the year ("July last year").
        season: TIMEX3 season, such as ``SU``.
        decade: A year without its last digit ("the 1990s": 199).
        century: A year without its last two digits ("the 19th century": 18).
        week: Weeks from the article's own to that in which the weekday lies ("Tuesday of last week": -1).
        months: Months from the article's own to that in which the day lies ("the 21st of next month": 1).
        fiscal: Whether the year, quarter or half is a fiscal one, of which no text says when it begins.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: Holiday | None = None
    direction: int | None = None
    of_year: bool = False
    clock: Clock | None = None
    week: int | None = None
    months: int | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """A step of the calendar: "last week", "two days ago", "the following year".

    Attributes:
        unit: ``D``, ``W``, ``WE``, ``M``, ``Q``, ``Y``, ``10Y``, ``100Y``, or ``TH``, ``TM``, ``TS``.
        count: How many units, back where negative; ``None`` where vague ("several years ago").
        of_reference: Whether it counts from the time last mentioned, not from the article's day.
        of_period: Whether it means the same quarter of another year where quarters are spoken of ("a year earlier").
        fiscal: Whether it is a fiscal year.
    """

    unit: str
    count: int | None
    of_reference: bool = False
    of_period: bool = False
    clock: Clock | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A day counted from another: "three days before May 13", "a week from Monday", "the Friday after Easter".

    Attributes:
        base: The day that it is counted from.
        unit: ``D``, ``W``, ``2W``, ``M`` or ``Y``.
        count: How many units, back where negative.
        weekday: With a weekday, the ``count``-th such day behind or before the base.
    """

    base: Calendar | Shift
    unit: str
    count: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A week, weekend or day of a longer stretch: "the first week of May", "the week of April 10".

    Attributes:
        base: The stretch.
        unit: ``D``, ``W`` or ``WE``.
        rank: Which one, from 1; -1 the last, 0 the one that holds the base.
    """

    base: Calendar | Shift
    unit: str
    rank: int


@dataclass(frozen=True, slots=True)
class Length:
    """A duration.

    Attributes:
        value: In TIMEX3 notation, such as ``P2Y``.
        days: Its length in days, for "the past two weeks"; ``None`` where vague.
        direction: -1 up to now ("the past two weeks"), 1 from now ("the next two weeks"), 0 neither.
        months: Its length in whole months, for "the year ended June 30"; ``None`` where it is none.
    """

    value: str
    days: int | None = None
    direction: int = 0
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: "daily", "every Monday"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference without a date: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``."""

    value: str


Meaning = Calendar | Shift | Beside | Within | Length | Repeat | Vague


@dataclass(frozen=True, slots=True)
class Expression:
    """A time in the text: indexes of its pieces, half-open, and its meaning."""

    start: int
    end: int
    meaning: Meaning
