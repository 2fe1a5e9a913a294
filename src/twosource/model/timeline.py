"""The order in which things happened: days with the claims that fall on them."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.moment import Days


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the timeline.

    Attributes:
        days: When; both ends known.
        text: One account's own words.
        claims: Ids of the claims that it rests on.
        aside: Whether the words tell of the day in passing: "who was hurt on Friday", a picture's caption.
    """

    days: Days
    text: str
    claims: tuple[str, ...]
    aside: bool = False
