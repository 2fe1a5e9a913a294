"""Where two sentences that are alike word for word part, and what fills the places in which they do."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.context import contexts
from twosource.corroborate.pairs.slots import MOST, Filling, filling_of, slots_of
from twosource.corroborate.pairs.words import Pairing, Side
from twosource.link import link
from twosource.model.article import Article


def pairing(pipeline: Pipeline, left: str, right: str) -> Pairing:
    one, other = annotate([Article("l", left), Article("r", right)], pipeline)
    return Pairing(*map(Side, contexts((one, other), link((one, other)))))


CASES = [
    ("Nine boats sank off Ostrel on Friday.", "Six boats sank off Ostrel on Friday.", Filling.FIGURE, "a figure"),
    ("Marta Ilven sold the old ferry.", "Piet Sorrel sold the old ferry.", Filling.NAME, "a name"),
    ("She said that he had left the old ferry.", "She said that we had left the old ferry.", Filling.PRONOUN, "who"),
    ("The crew sold the old ferry in May.", "The crew burned the old ferry in May.", Filling.WORD, "a verb"),
    ("The crew left before the old ferry sank.", "The crew left after the old ferry sank.", None, "a small word"),
]


@pytest.mark.parametrize("case", CASES, ids=[case[-1] for case in CASES])
def test_what_fills_the_only_place(pipeline: Pipeline, case: tuple[str, str, Filling | None, str]) -> None:
    left, right, filling, reason = case
    both = pairing(pipeline, left, right)
    only = slots_of(both).only
    assert only is not None, reason
    assert filling_of(both, only) is filling, reason


def test_added_words_are_no_exchange(pipeline: Pipeline) -> None:
    found = slots_of(pairing(pipeline, "Nine boats sank.", "Nine boats sank off Ostrel in a storm."))
    assert (found.filled, found.inserted, found.only) == ((), 1, None)


def test_what_is_not_alike_has_no_fillings(pipeline: Pipeline) -> None:
    found = slots_of(pairing(pipeline, "Nine boats sank off Ostrel.", "A choir from Torvik won the festival."))
    assert not found.fillings
    assert found.only is None


def test_a_long_sentence_is_laid_to_a_limit(pipeline: Pipeline) -> None:
    found = slots_of(pairing(pipeline, "boat " * (3 * MOST), "boat " * (3 * MOST)))
    assert found.alike == 1.0
