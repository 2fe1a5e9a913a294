"""What changes places within two sentences: who did it to whom, from where to where; and what only stands elsewhere."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.context import contexts
from twosource.corroborate.pairs.turned import turned_about
from twosource.corroborate.pairs.words import Pairing, Side
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ConflictKind


def pairing(pipeline: Pipeline, left: str, right: str) -> Pairing:
    one, other = annotate([Article("l", left), Article("r", right)], pipeline)
    return Pairing(*map(Side, contexts((one, other), link((one, other)))))


SUED = "Norvia sued Belmark over the tanker."

TURNED = [
    (SUED, "Belmark sued Norvia over the tanker.", ConflictKind.NAME, "who sued whom"),
    (SUED, "Norvia was sued by Belmark over the tanker.", ConflictKind.NAME, "a passive, turned back"),
    (
        "The army attacked the rebels near Ostrel.",
        "The rebels attacked the army near Ostrel.",
        ConflictKind.NAME,
        "no names, but who did it",
    ),
    (
        "The train from Ostrel to Torvik was cancelled.",
        "The train from Torvik to Ostrel was cancelled.",
        ConflictKind.PLACE,
        "from where to where",
    ),
    (
        "Marta Ilven defeated Piet Sorrel in the final.",
        "Piet Sorrel defeated Marta Ilven in the final.",
        ConflictKind.NAME,
        "full names",
    ),
    (
        "The bank bought the old port from the city.",
        "The city bought the old port from the bank.",
        ConflictKind.NAME,
        "one of the two by a preposition",
    ),
]


@pytest.mark.parametrize("case", TURNED, ids=[case[-1] for case in TURNED])
def test_what_changed_places(pipeline: Pipeline, case: tuple[str, str, ConflictKind, str]) -> None:
    left, right, kind, reason = case
    for one, other in ((left, right), (right, left)):
        found = turned_about(pairing(pipeline, one, other))
        assert found is not None, reason
        assert found.kind is kind, reason
        assert "changed places" in found.reason


ALIKE = [
    (SUED, SUED, "word for word"),
    (SUED, "Belmark was sued by Norvia over the tanker.", "the same in the passive"),
    ("Marta Ilven met Piet Sorrel in Ostrel.", "Piet Sorrel met Marta Ilven in Ostrel.", "both meet"),
    ("Norvia and Belmark sued the owners.", "Belmark and Norvia sued the owners.", "a list in another order"),
    ("Norvia talked with Belmark.", "Belmark talked with Norvia.", "both talk"),
    (SUED, "Norvia sued Torvik over the tanker.", "one name for another"),
    (
        "Norvia sued Belmark, and Belmark sued Norvia.",
        "Belmark sued Norvia, and Norvia sued Belmark.",
        "each did it to the other",
    ),
]


@pytest.mark.parametrize("case", ALIKE, ids=[case[-1] for case in ALIKE])
def test_what_did_not(pipeline: Pipeline, case: tuple[str, str, str]) -> None:
    left, right, reason = case
    assert turned_about(pairing(pipeline, left, right)) is None, reason
