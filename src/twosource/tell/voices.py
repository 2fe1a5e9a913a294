"""On how many independent origins some articles rest, and on whose word, by a saved dossier: said of each side of a
claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.model import dossier as record
from twosource.model.lineage import Independence, Lineage, Origin, OriginCount
from twosource.text.bodies import Speakers


class Voices:
    """The origins of one story's articles, and whom these cite.

    Args:
        lineage: Of the story.
        entities: Of the story: what persons are says for which body they speak.

    Attributes:
        speakers: Which of those that are cited are one source.
    """

    def __init__(self, lineage: record.LineageRecord, entities: Sequence[record.EntityRecord] = ()) -> None:
        self.speakers = Speakers({one.id: one.roles for one in entities})
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
