"""How two intervals fit: figures and days are compared here, never as single numbers.

Reach for ``fit_quantities`` and ``fit_days`` wherever two accounts give a value for one thing. The answer is one of
five fits, and it is symmetric: swapping the sides swaps ``SHARPER`` with ``ROUNDER`` and changes nothing else.
"Almost 10,000" and "around 9,900" fit; "dozens" and "164" do not.
"""

from __future__ import annotations

from enum import StrEnum
from math import inf

from twosource.model.moment import Days
from twosource.model.value import Quantity

ROUNDING_SHARE = 0.05
"""Largest part of a round figure that its rounding may hide: 10,000 stands for 9,500 to 10,500, so that it fits
"around 9,900", and 200 does not stand for 186. Chosen by reading tolls in the dev incidents, where 5 % parts
rounding from revision."""

SMALLEST_ROUNDED = 100
"""Below it a count is taken as exact: 20 dead and 21 dead differ."""

OPEN_CEILING = 2.0
"""How far up "more than N" reaches when accounts are compared, in multiples of N: who says "more than 2,000" of
30,000 troops would mislead, and an editor wants to see it. Of two that say "up to N", each reaches as far down."""


class Fit(StrEnum):
    """How the left interval lies to the right one."""

    EQUAL = "equal"
    SHARPER = "sharper"  # left lies within right
    ROUNDER = "rounder"  # left holds right
    OVERLAP = "overlap"  # some values are common, neither holds the other
    APART = "apart"

    @property
    def mirrored(self) -> Fit:
        """The same fit, seen from the other side."""
        return {Fit.SHARPER: Fit.ROUNDER, Fit.ROUNDER: Fit.SHARPER}.get(self, self)

    @property
    def agrees(self) -> bool:
        """Whether one value can satisfy both."""
        return self is not Fit.APART


def fit_quantities(left: Quantity, right: Quantity) -> Fit:
    """How two figures for one counted thing fit.

    Args:
        left: One account's figure.
        right: The other's, in the same unit.

    >>> exact = Quantity(2030, 2030, False, "person", "soldiers", "2,030 soldiers")
    >>> rough = Quantity(2000, None, False, "person", "troops", "more than 2,000 troops")
    >>> fit_quantities(exact, rough)
    <Fit.SHARPER: 'sharper'>
    """
    if _bounds(left) == _bounds(right):
        return Fit.EQUAL if left.approximate == right.approximate else _by_precision(left.approximate)
    strict = _fit(_bounds(left), _bounds(right))
    if strict.agrees:
        return Fit.APART if _reach_apart(left, right) else strict
    loose = _fit(_rounded(left), _rounded(right))
    if not loose.agrees:
        return Fit.APART
    return _by_precision(_slack(left) > _slack(right)) if _slack(left) != _slack(right) else Fit.OVERLAP


def fit_days(left: Days, right: Days) -> Fit:
    """How two intervals of days fit; an open end reaches without limit."""
    return _fit(_ordinals(left), _ordinals(right))


def _by_precision(left_is_rounder: bool) -> Fit:
    return Fit.ROUNDER if left_is_rounder else Fit.SHARPER


def _fit(left: tuple[float, float], right: tuple[float, float]) -> Fit:
    if left == right:
        return Fit.EQUAL
    if left[0] > right[1] or right[0] > left[1]:
        return Fit.APART
    if right[0] <= left[0] and left[1] <= right[1]:
        return Fit.SHARPER
    if left[0] <= right[0] and right[1] <= left[1]:
        return Fit.ROUNDER
    return Fit.OVERLAP


def _bounds(quantity: Quantity) -> tuple[float, float]:
    low = -inf if quantity.minimum is None else quantity.minimum
    if quantity.maximum is not None:
        return low, quantity.maximum
    return low, low * OPEN_CEILING if low > 1 else inf


def _reach_apart(left: Quantity, right: Quantity) -> bool:
    """Whether two figures say how far something reaches ("up to two kilometres"), and one many times as far."""
    if left.minimum is not None or right.minimum is not None or left.maximum is None or right.maximum is None:
        return False
    low, high = sorted((left.maximum, right.maximum))
    return low * OPEN_CEILING < high


def _rounded(quantity: Quantity) -> tuple[float, float]:
    """Bounds widened by what rounding may hide."""
    low, high = _bounds(quantity)
    slack = _slack(quantity)
    return low - slack, high + slack


def _slack(quantity: Quantity) -> float:
    """Half of the last digit that is not zero, at most ``ROUNDING_SHARE`` of the figure; 0 for a small whole number."""
    value = quantity.minimum if quantity.minimum is not None else quantity.maximum
    if value is None or value == 0:
        return 0.0
    size = abs(value)
    if size < SMALLEST_ROUNDED and float(size).is_integer():
        return 0.0
    return min(_last_digit(size) / 2, size * ROUNDING_SHARE)


def _last_digit(size: float) -> float:
    """The place value of the last digit that is not zero, looking at four significant digits.

    >>> _last_digit(9900.0), _last_digit(2030.0), _last_digit(4.5)
    (100.0, 10.0, 0.1)
    """
    digits, exponent = f"{size:.3e}".split("e")
    return float(f"1e{int(exponent) - len(digits.rstrip('0').rstrip('.').replace('.', '')) + 1}")


def _ordinals(days: Days) -> tuple[float, float]:
    start = -inf if days.start is None else float(days.start.toordinal())
    end = inf if days.end is None else float(days.end.toordinal())
    return start, end
