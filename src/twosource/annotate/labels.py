"""What the entity labels of pipelines amount to: person, organisation, place, other, or nothing that is named."""

from __future__ import annotations

from functools import cache

from twosource import resources
from twosource.model.reading import EntityType


@cache
def entity_types() -> dict[str, EntityType]:
    """Our type for each label that names something; ``DATE`` or ``MONEY`` are not among them.

    >>> entity_types()["GPE"].value
    'place'
    """
    labels: dict[str, str] = resources.load("common", "entity_labels")["labels"]
    return {label: EntityType(kind) for label, kind in labels.items()}


ENTITY_LABELS = {"person": "PERSON", "organization": "ORG", "place": "LOC", "other": "MISC"}
"""How our own types are written in a spaCy ``Doc``."""
