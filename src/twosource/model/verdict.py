"""Verdicts on a claim's support. They speak of corroboration, never of truth."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What the accounts' support for a claim amounts to."""

    CORROBORATED = "corroborated"  # two or more origins that are known to be independent agree
    SINGLE_ORIGIN = "single-origin"  # all accounts go back to one origin
    DISPUTED = "disputed"  # a conflict stands between origins
    UNCLEAR = "unclear"  # more than one origin, but not known to be independent
