"""Two sentences laid side by side: what is judged the same, what differs and in what, and what is never a conflict."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import Relation, RelationKind, compare
from twosource.corroborate.pairs.relation import HEADLINES, SAME, lay, read_too, relate
from twosource.corroborate.pairs.sums import clash, same, weighed
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ConflictKind
from twosource.model.reading import Annotated

BOATS = "Nine boats sank off Ostrel on Friday, the harbour master said."


def accounts(pipeline: Pipeline, *texts: str, language: str | None = None) -> list[Annotated]:
    articles = [Article(str(number), text, language=language) for number, text in enumerate(texts)]
    return list(annotate(articles, pipeline))


def compared(pipeline: Pipeline, left: str, right: str) -> Relation:
    one, other = accounts(pipeline, left, right)
    return compare(one, other, link((one, other)))


CASES = [
    (BOATS, BOATS, RelationKind.SAME, None, "word for word"),
    (BOATS, "Nine boats sank off Ostrel.", RelationKind.REFINES, None, "less than the whole"),
    (BOATS, "Fifteen boats sank off Ostrel on Friday.", RelationKind.CONFLICTS, ConflictKind.NUMBER, "another figure"),
    (
        "The mayor of Ostrel resigned on Friday.",
        "The mayor of Ostrel did not resign on Friday.",
        RelationKind.CONFLICTS,
        ConflictKind.POLARITY,
        "a denial",
    ),
    (BOATS, "A choir from Torvik won the festival.", RelationKind.UNRELATED, None, "nothing in common"),
    (
        "Marta Ilven told the council that the ferry was safe to sail.",
        "Piet Sorrel told the council that the ferry was safe to sail.",
        RelationKind.CONFLICTS,
        ConflictKind.NAME,
        "one name in another's place, all else alike",
    ),
    (
        "The mayor of Ostrel was killed in the crash.",
        "The mayor of Ostrel was rescued in the crash.",
        RelationKind.CONFLICTS,
        ConflictKind.WORDING,
        "another word in one place, of which the reader is sure",
    ),
    (
        "Marta Ilven told the council that she had repaired the ferry.",
        "Marta Ilven told the council that we had repaired the ferry.",
        RelationKind.CONFLICTS,
        ConflictKind.NAME,
        "another is meant by the pronoun",
    ),
    (
        "Norvia sued Belmark over the tanker.",
        "Belmark sued Norvia over the tanker.",
        RelationKind.CONFLICTS,
        ConflictKind.NAME,
        "who did it to whom, in the same words",
    ),
    (
        "All of the crew survived the sinking.",
        "Some of the crew survived the sinking.",
        RelationKind.REFINES,
        None,
        "some of all",
    ),
    (
        "The bank wants to buy the port.",
        "The bank bought the port.",
        RelationKind.REFINES,
        None,
        "what is wanted has not happened yet",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case[-1] for case in CASES])
def test_relations(pipeline: Pipeline, case: tuple[str, str, RelationKind, ConflictKind | None, str]) -> None:
    left, right, relation, kind, reason = case
    found = compared(pipeline, left, right)
    assert (found.relation, found.kind) == (relation, kind), reason
    assert 0.0 <= found.score <= 1.0
    assert found.reason


def test_the_same_scores_above_the_conflict(pipeline: Pipeline) -> None:
    same_claim = compared(pipeline, BOATS, "Nine boats went down off Ostrel on Friday.")
    other_figure = compared(pipeline, BOATS, "Thirty boats went down off Ostrel on Friday.")
    assert same_claim.score > other_figure.score


def test_without_the_reader_there_are_rules_of_their_own(pipeline: Pipeline) -> None:
    one, other = accounts(pipeline, BOATS, "Fifteen boats sank off Ostrel on Friday.")
    typed = lay(one, other, link((one, other)))
    read = read_too(typed, one.article.text, other.article.text)
    assert same(typed.features) != same(read.features)
    assert clash(typed.features) > 0.5
    assert relate(typed).kind is ConflictKind.NUMBER


def test_other_languages_are_not_read(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(left: str, right: str) -> dict[str, float]:
        raise AssertionError(f"read {left} beside {right}")

    one, other = accounts(pipeline, "Neun Boote sanken.", "Zehn Boote sanken.", language="de")
    monkeypatch.setattr("twosource.corroborate.pairs.laid.reader_features", refuse)
    assert compare(one, other, link((one, other))).reason


def test_the_reader_is_heeded_less_on_full_sentences(pipeline: Pipeline) -> None:
    full = (
        "The harbour master of Ostrel said on Friday that nine of the boats that left Torvik in the morning were lost.",
        "Of all the vessels that had put out from Torvik before the storm on Friday nine never came back, Ostrel said.",
    )
    for (left, right), heeded in ((full, False), ((full[0], BOATS), True)):
        one, other = accounts(pipeline, left, right)
        found = read_too(lay(one, other, link((one, other))), left, right).features
        assert (found["reader supports claim"] == found["reader supports"]) is heeded


def test_a_headline_that_doubts_is_not_liker_for_being_worded_alike(pipeline: Pipeline) -> None:
    for stop, counts in (("", False), (".", True)):
        one, other = accounts(pipeline, f"Mayor of Ostrel resigns{stop}", f"Mayor of Ostrel reportedly resigns{stop}")
        found = lay(one, other, link((one, other))).features
        assert (found["cosine unless doubted"] == found["cosine"] > 0) is counts


def test_other_figures_weigh_more_beside_evidence_than_in_headlines(pipeline: Pipeline) -> None:
    for stop, weighs in (("", False), (".", True)):
        one, other = accounts(pipeline, f"Nine boats sank off Ostrel{stop}", f"Thirty boats sank off Ostrel{stop}")
        found = lay(one, other, link((one, other))).features
        assert found["figures against each other"] > 0
        assert (found["figures of claims"] > 0) is weighs


def test_headlines_have_bars_of_their_own(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.corroborate.pairs.relation.same", lambda features: (HEADLINES[0] + SAME) / 2)
    headlines = accounts(pipeline, "Storm sinks nine boats off Ostrel", "Boats lost in storm near Torvik")
    sentences = accounts(pipeline, "A storm sank nine boats off Ostrel.", "Boats were lost in a storm near Torvik.")
    for (one, other), passes in ((headlines, True), (sentences, False)):
        found = relate(lay(one, other, link((one, other))))
        assert (found.relation is RelationKind.REFINES) is passes


def test_a_sum_is_the_bias_and_the_weighed_features() -> None:
    assert weighed({"cosine": 0.5, "plain": 1.0, "longer": 9.0}, {"bias": 1.0, "cosine": 2.0, "plain": -0.5}) == 1.5
