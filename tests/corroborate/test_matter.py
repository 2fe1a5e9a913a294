"""What differs between two sentences of one story is a conflict only if it is told of one thing."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate import RelationKind, compare
from twosource.corroborate.pairs.relation import SURELY, lay, relate
from twosource.link import link
from twosource.model.article import Article
from twosource.model.claim import ConflictKind
from twosource.model.reading import Annotated

ONE_THING = [
    (
        "Nine boats sank off Ostrel in the storm, the harbour master said.",
        "Fifteen boats sank off Ostrel in the storm, a fisherman said.",
        ConflictKind.NUMBER,
        "figures of one thing that happened",
    ),
    (
        "The ferry left Ostrel on Monday, the harbour master said.",
        "The ferry left Ostrel on Thursday with ninety passengers.",
        ConflictKind.DATE,
        "days of one departure",
    ),
    (
        "Marta Ilven denied on Sunday that she had sold the ferry to Norvia.",
        "A court heard that Ilven had sold the ferry to Norvia in secret.",
        ConflictKind.POLARITY,
        "a denial of what the other asserts",
    ),
    (
        "No boats were lost off Ostrel in the storm, the harbour master said.",
        "Boats were lost off Ostrel in the storm.",
        ConflictKind.POLARITY,
        "what is negated in its subject",
    ),
    (
        "The clerks were found in Torvik after they had fled.",
        "The clerks were found in Torvik after they had not fled.",
        ConflictKind.POLARITY,
        "a negation where all words are alike",
    ),
    (
        "Marta Ilven, 31, and Piet Sorrel, 18, are charged with theft from the ferry line.",
        "Two clerks are in custody: Marta Ilven, 31, and Piet Sorrel, 19, both of Ostrel.",
        ConflictKind.NUMBER,
        "two ages of one name",
    ),
    (
        "Shares of the Ostrel ferry line rose on the exchange in Torvik.",
        "Shares of the Ostrel ferry line fell on the exchange in Torvik.",
        ConflictKind.WORDING,
        "opposites told of the same",
    ),
]
OTHER_THINGS = [
    (
        "Nine boats sank off Ostrel in the storm on Friday.",
        "Fifteen boats were moored in the harbour of Ostrel in the storm on Friday.",
        "figures of two happenings",
    ),
    (
        "A 19-year-old man was pulled from the water off Ostrel.",
        "A 52-year-old man was pulled from the water off Ostrel later.",
        "ages of two persons",
    ),
    (
        "Two men were pulled from the water off Ostrel by the crew.",
        "The crew of a tug pulled three women from the water off Ostrel.",
        "figures of two sorts of people",
    ),
    (
        "The town paid $43,885,310 for the ferry, its books say.",
        "The town paid $43 million for the ferry, the mayor said.",
        "one figure rounds the other",
    ),
    (
        "The mayor of Ostrel resigned on Monday after the storm.",
        "The mayor of Ostrel had opened the harbour on Saturday before the storm.",
        "days of two deeds",
    ),
    (
        "The ferry sank off Ostrel on Thursday.",
        "The ferry sank four days later off Ostrel.",
        "a day that is laid from another",
    ),
    (
        "The mayor of Ostrel visited the crew of the ferry.",
        "The mayor of Ostrel did not name the owner of the ferry.",
        "a negation of another thing",
    ),
    (
        "The council is set to override the mayor's veto of the bill on the harbour.",
        "In its first such vote the council rejected the mayor's veto of the bill on the harbour.",
        "what is rejected is no claim",
    ),
    (
        "Marta Ilven began her work at the harbour in 1950.",
        "Marta Ilven ended her work at the harbour in 1957.",
        "opposites of two years",
    ),
    (
        "A young boy was pulled from the water off Ostrel on Thursday, the harbour master said.",
        "A three-year-old boy was pulled from the water off Ostrel, near the pier, the mayor said.",
        "a word of an age is no opposite",
    ),
    (
        "The storm at Ostrel left nine people injured and one dead, the harbour master said.",
        "The storm at Ostrel left nine people injured, of whom four were in hospital, the mayor said.",
        "a figure that another meets",
    ),
    (
        "The storm at Ostrel left four people injured, the harbour master said.",
        "The storm at Ostrel left one person dead and three injured, the mayor said.",
        "the hurt are not the dead",
    ),
    (
        "The storm at Ostrel injured four fishermen, the harbour master said on Friday.",
        "The storm at Ostrel injured three other fishermen who had stayed on land.",
        "others are counted beside somebody",
    ),
    (
        "The harbour master believes that the fire was an accident.",
        "The harbour master does not believe that the ferry is in danger.",
        "what is believed is something else",
    ),
    (
        "Photos of the storm at Ostrel: pic.harbour.com/UEEo5M6zwA",
        "Photos of the storm at Ostrel: pic.harbour.com/3OR6ZenxME",
        "addresses of pages",
    ),
    (
        "Marta Ilven was charged with theft from the ferry line.",
        "Piet Sorrel, a clerk, was charged with theft from the ferry line last week.",
        "two persons of whom one thing is told",
    ),
]


def read(pipeline: Pipeline, left: str, right: str) -> tuple[Annotated, Annotated]:
    one, other = annotate([Article("l", left), Article("r", right)], pipeline)
    return one, other


@pytest.mark.parametrize("case", ONE_THING, ids=[case[-1] for case in ONE_THING])
def test_one_thing_is_a_conflict(pipeline: Pipeline, case: tuple[str, str, ConflictKind, str]) -> None:
    left, right, kind, _ = case
    one, other = read(pipeline, left, right)
    for pair in ((one, other), (other, one)):
        found = compare(*pair, link(pair))
        assert (found.relation, found.kind) == (RelationKind.CONFLICTS, kind), found.reason


@pytest.mark.parametrize("case", OTHER_THINGS, ids=[case[-1] for case in OTHER_THINGS])
def test_other_things_are_none(pipeline: Pipeline, case: tuple[str, str, str]) -> None:
    one, other = read(pipeline, *case[:2])
    for pair in ((one, other), (other, one)):
        found = compare(*pair, link(pair))
        assert found.relation not in (RelationKind.CONFLICTS, RelationKind.UPDATES), found.reason


def test_it_and_they_may_mean_one(pipeline: Pipeline) -> None:
    for left, right, relation in (("it", "they", RelationKind.SAME), ("she", "they", RelationKind.CONFLICTS)):
        texts = [f"The storm came and {who} wrecked the harbour of Ostrel." for who in (left, right)]
        one, other = read(pipeline, *texts)
        assert compare(one, other, link((one, other))).relation is relation


def test_the_reader_tells_that_figures_measure_one_thing(pipeline: Pipeline) -> None:
    one, other = read(
        pipeline,
        "116,801 cases have been reported, with 2,508 deaths and some 46,300 recoveries.",
        "Norvia confirmed under 116,700 fever cases with under 2,500 deaths.",
    )
    typed = lay(one, other, link((one, other)))
    assert typed.measured
    assert typed.measured.words == ("116,801 cases", "under 116,700 fever cases")
    assert not typed.difference
    assert relate(typed).relation is not RelationKind.CONFLICTS
    assert compare(one, other, link((one, other))).kind is ConflictKind.NUMBER


def test_sentences_that_share_little_are_not_the_same(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = read(
        pipeline,
        "The old ferry of the Ostrel line sank in the storm.",
        "A court in Torvik heard on Friday that the ferry had been sold to a company in Norvia.",
    )
    laid = lay(one, other, link((one, other)))
    for score in (SURELY - 0.05, SURELY + 0.05):
        monkeypatch.setattr("twosource.corroborate.pairs.relation.same", lambda _, score=score: score)
        assert (relate(laid).relation is RelationKind.REFINES) is (score > SURELY)
