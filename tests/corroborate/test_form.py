"""Headlines, a claim beside its evidence, two full sentences: told from length and from the stop at the end."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.context import contexts
from twosource.corroborate.pairs.form import LONG, Form, form_of
from twosource.corroborate.pairs.words import Side
from twosource.link import link
from twosource.model.article import Article

SENTENCE = (
    "The harbour master of Ostrel said on Friday that nine of the boats which had left the island of Torvik in the "
    "morning were lost in the storm."
)


def form(pipeline: Pipeline, left: str, right: str) -> Form:
    one, other = annotate([Article("l", left), Article("r", right)], pipeline)
    return form_of(*map(Side, contexts((one, other), link((one, other)))))


CASES = [
    ("Nine boats lost off Ostrel", "Storm sinks boats, reports say", 1.0, 0.0, "two headlines"),
    ("Nine boats lost off Ostrel", "Nine boats were lost off Ostrel.", 0.0, 0.0, "a headline and a sentence"),
    (SENTENCE, "Nine boats were lost off Ostrel.", 0.0, 0.0, "a claim beside its evidence"),
    (SENTENCE, SENTENCE, 0.0, 1.0, "two full sentences"),
    ("“Nine boats are lost.”", "He said: “Nine boats are lost!”", 0.0, 0.0, "a stop within quotation marks"),
]


@pytest.mark.parametrize("case", CASES, ids=[case[-1] for case in CASES])
def test_forms(pipeline: Pipeline, case: tuple[str, str, float, float, str]) -> None:
    left, right, headlines, accounts, reason = case
    for one, other in ((left, right), (right, left)):
        found = form(pipeline, one, other)
        assert (found.headlines, found.accounts) == (headlines, accounts), reason


def test_between_a_claim_and_a_full_sentence(pipeline: Pipeline) -> None:
    middling = " ".join(["boat"] * (sum(LONG) // 2)) + "."
    assert form(pipeline, middling, middling).accounts == pytest.approx(0.5)


def test_one_asks_and_the_other_tells(pipeline: Pipeline) -> None:
    assert form(pipeline, "Did nine boats sink off Ostrel?", "Nine boats sank off Ostrel").asks == 1.0
    assert form(pipeline, "Did nine boats sink off Ostrel?", "Are nine boats lost?").asks == 0.0


def test_an_empty_text_has_a_form(pipeline: Pipeline) -> None:
    assert form(pipeline, "", "Nine boats sank off Ostrel.").accounts == 0.0
