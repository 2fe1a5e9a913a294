"""Deeds that two accounts tell in words of their own."""
