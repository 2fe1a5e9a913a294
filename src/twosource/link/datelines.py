"""Datelines without a year ("LINDEN, Nov 14 —"): the story's dated accounts give the year.

Agencies leave the year out, for their copy is read on the day. Of the days of that name the one nearest to a dated
account is taken. The invariant: a dateline that is more than ``REACH`` days from every dated account dates nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from twosource.model.reading import Annotated

REACH = 14
"""Days between a dateline and the dated account nearest to it. Any reach below half a year leaves one year only; two
weeks is how far apart accounts of one story lie."""


def days_of_datelines(accounts: Sequence[Annotated], dated: Mapping[str, date]) -> dict[str, tuple[date, str]]:
    """The day of each undated account whose dateline lacks the year alone.

    Args:
        accounts: Of one story.
        dated: Day of each dated account, by its article's id.

    Returns:
        By article id, the day, and the id of the account that gives its year.
    """
    known = {day: article for article, day in sorted(dated.items(), reverse=True)}
    found = {}
    for account in accounts:
        named = account.article.dateline
        if named is None or account.article.published:
            continue
        near = [
            (abs(step), other, other + timedelta(step))
            for other in known
            for step in range(-REACH, REACH + 1)
            if named == ((other + timedelta(step)).month, (other + timedelta(step)).day)
        ]
        if near:
            _, other, day = min(near)
            found[account.article.id] = (day, known[other])
    return found
