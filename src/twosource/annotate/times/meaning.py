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
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None

    @property
    def value(self) -> str:
        """In TIMEX3 notation, with its T.

        >>> Clock(21, 40).value, Clock(part="NI").value
        ('T21:40', 'TNI')
        """
        if self.hour is None:
            return f"T{self.part}"
        seconds = f":{self.second:02}" if self.second is not None else ""
        return f"T{self.hour:02}:{self.minute or 0:02}{seconds}"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date, as complete as the words give it.

    Attributes:
        direction: -1 "last", 0 "this", 1 "next", ``None`` where the words do not say.
        of_year: Whether the direction is that of the year ("July last year").
        season: TIMEX3 season, such as ``SU``.
        decade: A year without its last digit ("the 1990s": 199).
        century: A year without its last two digits ("the 19th century": 18).
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


@dataclass(frozen=True, slots=True)
class Shift:
    """A step of the calendar: "last week", "two days ago", "the following year".

    Attributes:
        unit: ``D``, ``W``, ``WE``, ``M``, ``Q``, ``Y``, ``10Y``, ``100Y``, or ``TH``, ``TM``, ``TS``.
        count: How many units, back where negative; ``None`` where vague ("several years ago").
        of_reference: Whether it counts from the time last mentioned, not from the article's day.
        of_period: Whether it means the same quarter of another year where quarters are spoken of ("a year earlier").
    """

    unit: str
    count: int | None
    of_reference: bool = False
    of_period: bool = False
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A duration.

    Attributes:
        value: In TIMEX3 notation, such as ``P2Y``.
        days: Its length in days, for "the past two weeks"; ``None`` where vague.
        direction: -1 up to now ("the past two weeks"), 1 from now ("the next two weeks"), 0 neither.
    """

    value: str
    days: int | None = None
    direction: int = 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set: "daily", "every Monday"."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference without a date: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``."""

    value: str


Meaning = Calendar | Shift | Length | Repeat | Vague


@dataclass(frozen=True, slots=True)
class Expression:
    """A time in the text: indexes of its pieces, half-open, and its meaning."""

    start: int
    end: int
    meaning: Meaning
