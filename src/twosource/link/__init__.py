"""Mentions to entities, articles to dates."""
