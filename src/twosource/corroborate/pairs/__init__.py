"""Two sentences laid side by side: what ``compare`` judges, with the pair reader."""
