"""From the encoder's scores to words: trees with one subject a verb, names, lemmas."""
