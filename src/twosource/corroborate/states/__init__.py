"""States that follow each other: sought, then arrested; in a critical condition, then home."""
