"""Pages to articles."""
