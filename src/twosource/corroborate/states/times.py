"""When an account was told, by itself: what was inferred from other accounts proves no order of theirs."""

from __future__ import annotations

from datetime import datetime

from twosource.corroborate.context import Context
from twosource.model.article import PublishedFrom

Instants = tuple[datetime, datetime]
"""The first and the last instant at which an account can have been told."""


def told_at(context: Context) -> Instants | None:
    """When an account was told, by itself.

    Args:
        context: The account.
    """
    article = context.account.article
    last = article.modified or article.published
    return last.instants if last and article.published_from is not PublishedFrom.STORY else None
