"""Values as the dossier and the stream commands write them: days in ISO 8601, whole numbers without a fraction."""

from __future__ import annotations

from datetime import date

from twosource.model import dossier as record
from twosource.model.moment import Days
from twosource.model.value import EntityValue, Quantity, Time, Value, Wording


def value_record(value: Value) -> record.ValueRecord:
    """A value as the dossier writes it; whole numbers are written without a fraction."""
    match value:
        case Quantity():
            return quantity_record(value)
        case Time():
            days = value.days or Days(None, None)
            return record.TimeRecord(start=iso(days.start), end=iso(days.end), text=value.text)
        case EntityValue():
            return record.EntityValueRecord(entity=value.entity, text=value.text)
        case Wording():
            return record.WordingRecord(text=value.text)


def quantity_record(quantity: Quantity) -> record.QuantityRecord:
    """A figure as the dossier writes it."""
    return record.QuantityRecord(
        min=whole(quantity.minimum),
        max=whole(quantity.maximum),
        approximate=quantity.approximate,
        unit=quantity.unit,
        counted=quantity.counted,
        text=quantity.text,
    )


def whole(number: float | None) -> float | int | None:
    """The number as an integer if it is one.

    >>> whole(164.0), whole(2.5)
    (164, 2.5)
    """
    return int(number) if number is not None and float(number).is_integer() else number


def iso(day: date | None) -> str | None:
    """The day in ISO 8601, if there is one."""
    return None if day is None else day.isoformat()
