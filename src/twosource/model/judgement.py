"""A judgement on two passages: what was decided, how surely, and why, so that a person can check it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article's text."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision with its evidence.

    Attributes:
        same: The decision.
        score: Probability, 0 to 1, that it is so.
        reason: One sentence that a person can check.
        left, right: The passages that were compared, where there are such.
    """

    same: bool
    score: float
    reason: str
    left: Passage | None = None
    right: Passage | None = None
