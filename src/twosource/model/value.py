"""The values that claims are compared on: figures as intervals, times as intervals of days, entities, wording.

News does not say 2,030; it says "more than 2,000", "almost 10,000", "dozens". Each figure is therefore an interval, and
two accounts disagree only where their intervals do. An open end is ``None``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from twosource.model.moment import Days, Hour


class Change(StrEnum):
    """Direction of a change that a figure measures ("rose by 12")."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with what it counts.

    Attributes:
        minimum, maximum: Both included; ``None`` where open. Equal for an exact figure.
        approximate: The account itself rounded ("about", "almost", "some").
        unit: What one of it is: ``person``, ``percent``, ``percentage point``, ``USD`` (ISO 4217), ``year``, a
            physical unit by its pint name, ``ordinal``, … or ``None``.
        counted: The counted thing in the account's words, without the figure ("troops"), or ``None``.
        text: The figure's own words with the counted thing ("more than 2,000 troops").
        change: Whether the figure is the size of a rise or a fall.
    """

    minimum: float | None
    maximum: float | None
    approximate: bool
    unit: str | None
    counted: str | None
    text: str
    change: Change | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it is one number, unrounded."""
        return self.minimum is not None and self.minimum == self.maximum and not self.approximate


@dataclass(frozen=True, slots=True)
class Time:
    """When something happens, resolved to days as far as the account and its date allow.

    Attributes:
        days: The resolved interval, or ``None`` where it cannot be resolved.
        text: The account's words ("in two days").
        hour: The hour of the day, where the words give one.
        partly: What the words tell of a day that is not known, in TIMEX3 notation: ``XXXX-12``, ``XXXX-WXX-2``.
    """

    days: Days | None
    text: str
    hour: Hour | None = None
    partly: str = ""


@dataclass(frozen=True, slots=True)
class EntityValue:
    """A person, body or place as the value of a claim; ``entity`` is the entity's id, if it was linked."""

    entity: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as the value of a claim ("acting prime minister", "resigned")."""

    text: str


Value = Quantity | Time | EntityValue | Wording
