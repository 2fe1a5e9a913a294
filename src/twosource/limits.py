"""Every limit that twosource sets on its input, in one place, each with its reason."""

from __future__ import annotations

MAXIMUM_FILE_BYTES = 200_000_000
"""A larger file is quarantined: JSON Lines beyond this belong into several files, and no page is that long."""

MAXIMUM_PAGE_CHARACTERS = 2_000_000
"""A longer text is quarantined: 2 million characters are a book, not an account."""

MAXIMUM_PAGE_BYTES = 4 * MAXIMUM_PAGE_CHARACTERS
"""A longer file that is no JSON is quarantined unread: no encoding takes more than four bytes a character."""

MAXIMUM_HTML_CHARACTERS = MAXIMUM_PAGE_BYTES
"""HTML carries scripts and data along: pages of large news sites hold 3 million characters, with an article of 10,000
in them. The text that comes out of it must keep to the limit of a page."""

MAXIMUM_JSON_BYTES = 50_000_000
"""A JSON document that is not one record a line, and a feed, must be held whole, at ten times its size in memory: a
larger one is quarantined, and JSON Lines are asked for."""

HEAD_BYTES = 65_536
"""So much of a file is looked at to tell its format: a page shows what it is well within."""


MAXIMUM_HTML_ELEMENTS = 100_000
"""A page with more elements is read as the text between its tags: extraction walks the tree many times, and the largest
news pages that we have seen hold 8,000 elements."""

MINIMUM_LANGUAGE_LETTERS = 40
"""Shorter text tells no language reliably: a headline of five words is easily taken for its neighbour language."""
