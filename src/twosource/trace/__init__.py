"""A story to its lineage."""
