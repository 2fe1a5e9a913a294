"""Every limit that twosource sets on its input, in one place, each with its reason."""

from __future__ import annotations

MAXIMUM_FILE_BYTES = 200_000_000
"""A larger file is quarantined: JSON Lines beyond this belong into several files, and no page is that long."""

MAXIMUM_PAGE_CHARACTERS = 2_000_000
"""A longer page is quarantined: the longest news page that we have seen holds 150,000 characters of source text, and
2 million are a book, not an account."""

MAXIMUM_SENTENCE_TOKENS = 400
"""A longer sentence is read in parts of this length: the encoder's window is 512 word pieces."""
