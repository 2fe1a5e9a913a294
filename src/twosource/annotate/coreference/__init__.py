"""Which names, descriptions and pronouns of one text mean the same.

``find_coreference`` reads mentions off the tree (``mentions``), then goes through the text once and lets each mention
join an entity that was there before (``names``, ``descriptions``, ``pronouns``) or begin one. Precision before
recall: a mention that two entities could claim alike joins neither.
"""

from __future__ import annotations

from twosource.annotate.coreference.find import find_coreference

__all__ = ["find_coreference"]
