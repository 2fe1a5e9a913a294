"""Statements to claims and findings."""
