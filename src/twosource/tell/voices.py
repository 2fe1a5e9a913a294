"""On how many independent origins some articles rest, by a saved dossier's lineage: said of each side of a claim."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.model import dossier as record
from twosource.model.lineage import Independence, Lineage, Origin, OriginCount


class Voices:
    """The origins of one story's articles.

    Args:
        lineage: Of the story.
    """

    def __init__(self, lineage: record.LineageRecord) -> None:
        self._lineage = Lineage(
            origins=tuple(
                Origin(one.id, one.articles, one.agency, Independence(one.independence), one.unclear)
                for one in lineage.origins
            )
        )
        self._origins = {article: one.id for one in lineage.origins for article in one.articles}

    def count(self, articles: Iterable[str]) -> OriginCount:
        """How many independent origins these articles have, as a range while some lineage is not known."""
        return self._lineage.count(tuple(dict.fromkeys(self._origins[one] for one in articles)))
