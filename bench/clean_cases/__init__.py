"""Invented page furniture and page templates that the bench of ``clean`` plants around real articles."""
