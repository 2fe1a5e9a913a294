"""Times as TIMEX3 values: "Tuesday", "two days later", "the 1990s", "every Monday"."""

from __future__ import annotations

from twosource.annotate.times.find import find_times

__all__ = ["find_times"]
