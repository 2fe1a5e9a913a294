"""The values that travel between stages: frozen, typed, with offsets that never get lost."""
