"""Dates and datetimes as they were given, and intervals of days.

News says "on Tuesday", "in January", "at 21:40 local time". A moment keeps the precision and the timezone that the
source gave, as an ISO 8601 string that is never completed by guessing. Days are what accounts are compared on, so an
interval of days is the common currency; an open end is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

CLOCKS_APART = timedelta(hours=3)
"""How far the clocks of those who tell of one event are apart at most, in nearly all cases."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An ISO 8601 date or datetime, at the precision that the source gave.

    >>> Moment("2019-03-05T21:40:00+06:00").day
    datetime.date(2019, 3, 5)
    """

    iso: str

    def __post_init__(self) -> None:
        date.fromisoformat(self.iso[:10])
        datetime.fromisoformat(self.iso)  # the time of day and the zone have to be some, too

    @property
    def day(self) -> date:
        """The calendar day, in the moment's own timezone."""
        return date.fromisoformat(self.iso[:10])

    @property
    def instants(self) -> tuple[datetime, datetime]:
        """The first and the last instant that it can mean: both the same only where a time and its zone are given, a
        few hours around a time without a zone, and all of a day without a time.

        >>> first, last = Moment("2019-03-05T21:40:00+06:00").instants
        >>> first == last, first.hour
        (True, 15)
        """
        given = datetime.fromisoformat(self.iso)
        if given.tzinfo is not None:
            return given.astimezone(UTC), given.astimezone(UTC)
        if len(self.iso) > len("2019-03-05"):
            return given.replace(tzinfo=UTC) - CLOCKS_APART, given.replace(tzinfo=UTC) + CLOCKS_APART
        return datetime.combine(self.day, time.min, UTC), datetime.combine(self.day, time.max, UTC)

    def __str__(self) -> str:
        return self.iso


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of calendar days, both ends included; ``None`` is an open or unknown end.

    >>> Days(date(2019, 3, 1), date(2019, 3, 31)).overlaps(Days(date(2019, 3, 5), date(2019, 3, 5)))
    True
    """

    start: date | None
    end: date | None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"an interval of days runs forward, not from {self.start} to {self.end}")

    @classmethod
    def on(cls, day: date) -> Days:
        """The interval of one day."""
        return cls(day, day)

    def overlaps(self, other: Days) -> bool:
        """Whether some day can lie in both. Open ends reach as far as they need to."""
        starts_late = self.start and other.end and self.start > other.end
        ends_early = self.end and other.start and self.end < other.start
        return not starts_late and not ends_early

    @property
    def is_one_day(self) -> bool:
        """Whether the interval is a single known day."""
        return self.start is not None and self.start == self.end


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day as words give it: a stretch of minutes from midnight, both ends included.

    Attributes:
        first, last: Minutes; they may reach into the day before or behind. Equal for an exact hour.
        either: Whether it may be of either half of the day ("three o'clock").
    """

    first: int
    last: int
    either: bool = False
