"""Names of an article: one type wherever they stand, whole, and none that is only a people or an agency."""
