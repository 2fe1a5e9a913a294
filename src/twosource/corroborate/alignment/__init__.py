"""Which assertions of several accounts are one claim: likeness, what forbids it, clustering."""
