"""Where sentences and words begin and end."""
