"""Figures as intervals with what they count: "more than 2,000 troops", "9 killed", "€1.2bn", "a 49-year-old"."""

from __future__ import annotations

from twosource.annotate.quantities.find import find_quantities
from twosource.annotate.quantities.named import not_money

__all__ = ["find_quantities", "not_money"]
