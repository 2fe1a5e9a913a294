"""Articles to readings."""
