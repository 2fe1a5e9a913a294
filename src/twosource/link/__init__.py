"""Mentions to entities, articles to dates."""

from twosource.link.dates import Dating, date_accounts, days_around
from twosource.link.entities import link
from twosource.link.names import compare_names

__all__ = ["Dating", "compare_names", "date_accounts", "days_around", "link"]
