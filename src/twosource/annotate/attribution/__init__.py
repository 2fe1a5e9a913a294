"""Who is said to say what: quotations direct, indirect and mixed, with cue, source and content.

``find_attributions`` reads verbs, nouns and phrases off the tree (``verbs``, ``nouns``, ``phrases``, ``headlines``),
joins quotations to them (``quotes``, ``speech``), and keeps an attribution within an attribution where it states
something ("the agency said the ministry said"): such chains are told by content that lies in content.
"""

from __future__ import annotations

from twosource.annotate.attribution.find import find_attributions

__all__ = ["find_attributions"]
