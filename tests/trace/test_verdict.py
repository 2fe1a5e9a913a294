"""The table of verdicts, row by row."""

from __future__ import annotations

import pytest

from twosource.trace.verdict import Signal, Standing, Why, decide

LONG_RETOLD = {Signal.RETOLD, Signal.LIKELY, Signal.LONG}


@pytest.mark.parametrize(
    ("signals", "why", "reason"),
    [
        (set(), Why.NOTHING, "nothing ties them"),
        ({Signal.REUSED, Signal.REUSED_SOME}, Why.REUSE, "word for word, whoever prints it"),
        ({Signal.REUSED, Signal.RELEASED}, Why.OFFICIAL, "one release explains what two share"),
        (LONG_RETOLD | {Signal.ELSEWHERE}, Why.RETELLING, "another outlet tells it in order"),
        (LONG_RETOLD, Why.POSSIBLE, "a newsroom may tell its own story twice"),
        (LONG_RETOLD | {Signal.ELSEWHERE, Signal.RELEASED}, Why.OFFICIAL, "order may be the release's"),
        ({Signal.LIKELY, Signal.LONG, Signal.ELSEWHERE, Signal.CREDITED}, Why.CREDITED, "a credit makes up for order"),
        ({Signal.LIKELY, Signal.LONG, Signal.ELSEWHERE, Signal.NAMED}, Why.POSSIBLE, "a name in passing does not"),
        (
            {Signal.LIKELY, Signal.LONG, Signal.ELSEWHERE, Signal.NAMED, Signal.SAME_SELECTION},
            Why.CREDITED,
            "unless both chose the same figures",
        ),
        ({Signal.LIKELY, Signal.ELSEWHERE, Signal.CREDITED}, Why.POSSIBLE, "four sentences in order may be chance"),
        ({Signal.REUSED_SOME, Signal.LIKELY}, Why.SOME_REUSE, "shared words tell more than order"),
        ({Signal.SPOKEN, Signal.ONE_STOCK}, Why.SPEECH, "who spoke is the source"),
        ({Signal.NAMED, Signal.MATTER}, Why.NOTHING, "a credit for what they do not share"),
        ({Signal.NAMED, Signal.SOME_MATTER}, Why.CREDIT, "a credit whose text bears it out"),
        ({Signal.SIBLINGS, Signal.MATTER}, Why.PUBLISHER, "one newsroom is not two voices"),
        ({Signal.ONE_STOCK}, Why.STOCK, "who may have all from one source are not known to be apart"),
        ({Signal.ONE_STOCK, Signal.REUSED}, Why.REUSE, "but shared words tell more"),
        ({Signal.MUCH_MATTER}, Why.COMPILED, "who names another source may have it from there"),
    ],
)
def test_the_first_row_that_fits_decides(signals: set[Signal], why: Why, reason: str) -> None:
    copies = (Why.REUSE, Why.RETELLING, Why.CREDITED)
    standing = Standing.COPY if why in copies else Standing.APART if why is Why.NOTHING else Standing.UNCLEAR
    assert decide(signals) == (standing, why), reason
