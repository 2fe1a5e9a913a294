"""Articles to stories: which accounts are of one event.

Time-aware (dates may be missing), over rare words, names and sentence vectors where there are some, with a guard that
keeps twin events apart. The same articles give the same stories in whatever order they come.
"""

from __future__ import annotations

from twosource.group.stories import group

__all__ = ["group"]
