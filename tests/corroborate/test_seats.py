"""Two posts that nobody has at once, given to one person by two accounts."""

from __future__ import annotations

import pytest
from tests.corroborate.test_accounts import claims_of, told_of

from twosource.annotate.pipeline import Pipeline

CONFLICT = ("role", "stands", [["a"], ["b"]])
RISK = "Ilse Varn, the bank's head of risk, resigned on Monday."
SEATS = [
    ("Ilse Varn, the bank's chief financial officer, resigned on Monday.", True, "two fields at one bank"),
    ("Ilse Varn, the bank's safety officer, resigned on Monday.", True, "another word for it"),
    ("Ilse Varn, the bank's chief negotiator, resigned on Monday.", True, "a chief of a field"),
    ("Ilse Varn, the bank's chief executive, resigned on Monday.", True, "the post above them all"),
    ("Ilse Varn, the bank's commanding officer, resigned on Monday.", False, "a word that names no field"),
    ("Ilse Varn, the bank's head of risk and credit, resigned on Monday.", False, "a fuller field"),
    ("Ilse Varn, the bank's president, resigned on Monday.", False, "a post without a field"),
    ("Ilse Varn, the bank's former head of sales, resigned on Monday.", False, "what she was"),
    ("Ilse Varn, the party's head of finance, resigned on Monday.", False, "two bodies"),
    ("Ilse Varn, the bank's head of sales, resigned on Monday. Varn was the bank's head of risk.", False, "both"),
]


@pytest.mark.parametrize(("text", "conflict", "reason"), SEATS, ids=[one[-1] for one in SEATS])
def test_seats(pipeline: Pipeline, text: str, conflict: bool, reason: str) -> None:
    assert (CONFLICT in told_of(claims_of(pipeline, (RISK, text)))) is conflict, reason
