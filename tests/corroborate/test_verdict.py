"""Verdicts as a truth table: every combination of what is known, and what may never come out of it."""

from __future__ import annotations

import pytest

from twosource.corroborate.findings.verdict import Support, verdict_on
from twosource.model.lineage import OriginCount
from twosource.model.verdict import Verdict

ROWS = [
    # independent (low, high), origins, words, disputed, verdict, why
    ((0, 0), 0, 0, False, Verdict.SINGLE_ORIGIN, "only distorted or denied statements are left"),
    ((1, 1), 1, 1, False, Verdict.SINGLE_ORIGIN, "five reprints of one report"),
    ((1, 2), 2, 2, False, Verdict.UNCLEAR, "two reports that may be tied"),
    ((1, 5), 5, 5, False, Verdict.UNCLEAR, "many reports, none known to be apart"),
    ((2, 2), 2, 2, False, Verdict.CORROBORATED, "two independent reports"),
    ((2, 4), 4, 4, False, Verdict.CORROBORATED, "two surely, four perhaps"),
    ((2, 2), 2, 1, False, Verdict.UNCLEAR, "two independent reports of one spokesman"),
    ((3, 3), 3, 2, False, Verdict.CORROBORATED, "two of three cite one ministry, the third saw it"),
    ((1, 1), 1, 2, False, Verdict.SINGLE_ORIGIN, "one report that cites two sources is one report"),
    ((2, 2), 2, 1, True, Verdict.DISPUTED, "one source that contradicts itself"),
    ((0, 0), 0, 0, True, Verdict.DISPUTED, "sides that both were taken back"),
    ((1, 1), 1, 1, True, Verdict.DISPUTED, "a conflict stands whatever the count"),
    ((2, 3), 3, 3, True, Verdict.DISPUTED, "agreement of two does not settle a conflict"),
]


@pytest.mark.parametrize(("independent", "origins", "words", "disputed", "verdict", "why"), ROWS)
def test_rows(  # noqa: PLR0917
    independent: tuple[int, int], origins: int, words: int, disputed: bool, verdict: Verdict, why: str
) -> None:
    assert verdict_on(Support(OriginCount(*independent), origins, words, disputed)) is verdict, why


def test_unknown_lineage_never_corroborates() -> None:
    for most in range(1, 9):
        assert verdict_on(Support(OriginCount(1, most), most, most, False)) is not Verdict.CORROBORATED


def test_one_word_never_corroborates() -> None:
    for origins in range(1, 9):
        support = Support(OriginCount(origins, origins), origins, 1, False)
        assert verdict_on(support) is not Verdict.CORROBORATED
