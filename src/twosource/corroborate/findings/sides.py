"""Values to sides: those that fit each other stand together, those that do not stand against each other.

The sharpest values found the sides and the rounder ones join the side that they fit; one that fits several ("tens of
thousands") joins none. The invariant: a value stands on one side at most, no side is empty, and all values of a side
fit each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.corroborate.alignment.fits import fit_times
from twosource.corroborate.interval import Fit, fit_quantities
from twosource.corroborate.lexicon import Lexicon
from twosource.model.value import Quantity, Time, Value

Sides = tuple[tuple[int, ...], ...]


def sides_of(values: Sequence[Value | None], lexicon: Lexicon) -> Sides:
    """Group values so that all of one side fit each other.

    Args:
        values: ``None`` for a statement that gives no value; it stands on no side.
        lexicon: Knows the words for nights.

    Returns:
        Indexes of the values, a tuple a side.
    """
    known = {n: value for n, value in enumerate(values) if value is not None}
    sides: list[list[int]] = []
    for number in sorted(known, key=lambda n: (_width(known[n]), n)):
        homes = [side for side in sides if all(fit_values(known[number], known[n], lexicon).agrees for n in side)]
        if not homes:
            sides.append([number])
        elif len(homes) == 1:
            homes[0].append(number)
    return tuple(sorted(tuple(sorted(side)) for side in sides))


def by_precision(values: Sequence[Value | None], lexicon: Lexicon) -> Sides:
    """Sides of equal values, where all fit but not all are equal; empty where there is nothing to tell.

    Args:
        values: As for ``sides_of``.
        lexicon: Knows the words for nights.
    """
    groups: list[tuple[Value, list[int]]] = []
    for number, value in enumerate(values):
        if value is None:
            continue
        home = next((group for first, group in groups if fit_values(value, first, lexicon) is Fit.EQUAL), None)
        if home is None:
            groups.append((value, [number]))
        else:
            home.append(number)
    return tuple(tuple(group) for _, group in groups) if len(groups) > 1 else ()


def fit_values(left: Value, right: Value, lexicon: Lexicon) -> Fit:
    """How two values fit; values of no kind that can be compared fit.

    Args:
        left, right: Values of one claim.
        lexicon: Knows the words for nights.
    """
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return fit_quantities(left, right)
    if isinstance(left, Time) and isinstance(right, Time):
        return fit_times(left, right, lexicon)
    return Fit.EQUAL


def _width(value: Value) -> float:
    if isinstance(value, Quantity):
        low, high = value.minimum, value.maximum
        return (high - low) / max(abs(high), 1.0) if low is not None and high is not None else float("inf")
    if isinstance(value, Time) and value.days and value.days.start and value.days.end:
        return float((value.days.end - value.days.start).days)
    return float("inf")
