"""From grouped assertions to findings: sides, conflicts, updates, verdicts, their notes and their rank."""
