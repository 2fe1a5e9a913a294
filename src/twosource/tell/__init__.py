"""Findings to the timeline, the dossier and the brief.

The brief is told from the dossier alone: ``view`` says what is shown, and each renderer dresses it for its medium.
"""

from __future__ import annotations

from twosource.tell.assemble import Told, assemble
from twosource.tell.markdown import markdown
from twosource.tell.page import html
from twosource.tell.terminal import terminal
from twosource.tell.timeline import timeline

__all__ = ["Told", "assemble", "html", "markdown", "terminal", "timeline"]
