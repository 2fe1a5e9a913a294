"""Findings to the brief and the dossier."""
