"""Clauses made to stand alone, for the pair reader."""

from __future__ import annotations

import pytest

from twosource.annotate import annotate
from twosource.annotate.pipeline import Pipeline
from twosource.corroborate.context import contexts
from twosource.corroborate.deeds.clauses import clauses_of
from twosource.corroborate.deeds.standing import Standing
from twosource.link import link
from twosource.model.article import Article


@pytest.mark.parametrize(
    ("text", "kind", "alone"),
    [
        (
            "Boris Khadrin slept in the harbour. He was questioned by the police.",
            "question",
            "Boris Khadrin was questioned by the police",
        ),
        (
            "Boris Khadrin left the harbour and praised the crew of the barge.",
            "praise",
            "Boris Khadrin praised the crew of the barge",
        ),
    ],
)
def test_a_clause_has_its_subject_and_names_for_pronouns(pipeline: Pipeline, text: str, kind: str, alone: str) -> None:
    accounts = list(annotate([Article("a", text, language="en")], pipeline))
    (context,) = contexts(accounts, link(accounts))
    (clause,) = (one for one in clauses_of([context]) if one.says.kind == kind)
    assert Standing(context).clause(clause) == alone
