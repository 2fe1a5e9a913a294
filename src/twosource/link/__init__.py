"""Mentions to entities, articles to dates."""

from twosource.link.entities import link
from twosource.link.names import compare_names

__all__ = ["compare_names", "link"]
