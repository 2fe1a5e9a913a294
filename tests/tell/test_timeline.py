"""The timeline: a line needs a day that its own words give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from twosource.model.article import Article
from twosource.model.claim import Claim, ClaimType, Conflict, ConflictKind, Resolution, Statement
from twosource.model.judgement import Passage
from twosource.model.lineage import OriginCount
from twosource.model.moment import Days, Hour
from twosource.model.reading import Annotated, Modality, Reading, TimeMention, TimeType
from twosource.model.span import Span
from twosource.model.value import Time, Value
from twosource.model.verdict import Verdict
from twosource.tell import timeline

TEXT = "Nine boats sank on Friday. The mole broke in Friday's storm at noon."
FRIDAY = Days.on(date(2019, 10, 4))
FIRST, SECOND = Span(0, 26), Span(27, len(TEXT))


def claim(span: Span, value: Value | None = None, *, negated: bool = False) -> Claim:
    statement = Statement(Passage("a", span), span.of(TEXT), value, (), Modality.ASSERTED, negated)
    return Claim(
        id=f"c{span.start}",
        type=ClaimType.EVENT,
        text=statement.text,
        about=(),
        statements=(statement,),
        origins=("o",),
        independent_origins=OriginCount(1, 1),
        primary_sources=(),
        verdict=Verdict.SINGLE_ORIGIN,
    )


def mention(text: str, start: int, kind: TimeType = TimeType.DATE, weekday: int | None = None) -> TimeMention:
    return TimeMention(Span(start, start + len(text)), text, kind, "2019-10-04", FRIDAY, weekday)


ACCOUNT = Annotated(
    Article("a", TEXT),
    Reading(
        TEXT,
        times=(
            mention("Friday", 19, weekday=4),
            mention("Friday", TEXT.index("Friday's"), weekday=4),
            mention("noon", TEXT.index("noon"), TimeType.TIME),
        ),
    ),
)


@pytest.mark.parametrize(
    ("told", "lines", "reason"),
    [
        (claim(FIRST), 1, "its sentence names one day"),
        (claim(SECOND), 0, "a possessive dates the storm only, and an hour is no day"),
        (claim(SECOND, Time(FRIDAY, "on Friday")), 1, "its value is a day"),
        (claim(SECOND, Time(Days(date(2019, 1, 1), date(2019, 12, 31)), "this year")), 0, "too long for a line"),
        (claim(SECOND, Time(None, "soon")), 0, "unresolved"),
        (claim(FIRST, negated=True), 0, "what is denied did not happen"),
    ],
)
def test_lines(told: Claim, lines: int, reason: str) -> None:
    assert len(timeline([told], [ACCOUNT])) == lines, reason


def test_an_edge_of_what_lasts_is_no_day_of_the_rest() -> None:
    text = "Ida Brek, its owner since Friday, met the staff."
    since = TimeMention(Span(26, 32), "Friday", TimeType.DATE, "2019-10-04", FRIDAY, 4)
    account = Annotated(Article("a", text), Reading(text, times=(since,)))
    assert not timeline([claim(Span(0, len(text)))], [account])


def test_claims_of_one_sentence_share_a_line() -> None:
    (entry,) = timeline([claim(FIRST), claim(FIRST, Time(FRIDAY, "Friday"))], [ACCOUNT])
    assert (entry.days, entry.text, entry.claims) == (FRIDAY, FIRST.of(TEXT), ("c0",))


@pytest.mark.parametrize(("hour", "lines"), [(None, 2), (Hour(180, 180), 1)])
def test_each_side_of_a_dispute_on_the_day_has_a_line(hour: Hour | None, lines: int) -> None:
    values = [Time(FRIDAY, "on Friday", hour), Time(Days.on(date(2019, 10, 5)), "on Saturday", hour)]
    statements = tuple(claim(FIRST, value).statements[0] for value in values)
    dispute = Conflict(ConflictKind.DATE, ((0,), (1,)), "", Resolution.STANDS)
    told = replace(claim(FIRST), statements=statements, conflicts=(dispute,))
    assert len(timeline([told], [ACCOUNT])) == lines


def test_a_reprint_that_begins_otherwise_gives_no_second_line() -> None:
    sentence = "Nine boats and the old ferry of Brinholm sank in the storm of Friday night."
    texts = {"a": sentence, "b": f"(CPS) {sentence}"}
    accounts = [Annotated(Article(name, text), Reading(text)) for name, text in texts.items()]
    told = [replace(claim(FIRST, Time(FRIDAY, "Friday")), id=name, text=text) for name, text in texts.items()]
    statements = [
        replace(one.statements[0], passage=Passage(one.id, Span(0, len(one.text))), text=one.text) for one in told
    ]
    claims = [replace(one, statements=(said,)) for one, said in zip(told, statements, strict=True)]
    (entry,) = timeline(claims, accounts)
    assert (entry.text, entry.claims) == (sentence, ("a", "b"))


def test_the_sentence_that_says_of_whom_it_tells_stands_for_the_day() -> None:
    text = "It happened on Friday. Nine boats sank on Friday."
    account = Annotated(Article("a", text), Reading(text))
    spans = (Span(0, 22), Span(23, len(text)))
    statements = tuple(
        replace(
            claim(FIRST).statements[0], passage=Passage("a", span), text=span.of(text), value=Time(FRIDAY, "Friday")
        )
        for span in spans
    )
    told = replace(claim(FIRST), text=spans[0].of(text), statements=statements)
    (entry,) = timeline([told], [account])
    assert entry.text == "Nine boats sank on Friday."


def test_the_day_of_the_page_is_no_day_of_its_sentence() -> None:
    text = "Updated: Friday, October 4, 2019, 9:56 AM The pier broke."
    printed = TimeMention(Span(9, 32), "Friday, October 4, 2019", TimeType.DATE, "2019-10-04", FRIDAY, 4)
    account = Annotated(Article("a", text), Reading(text, times=(printed,)))
    whole = Span(0, len(text))
    statement = replace(claim(FIRST).statements[0], passage=Passage("a", whole), text=text)
    placed = replace(claim(FIRST), text=text, statements=(statement,))
    dated = replace(placed, statements=(replace(statement, value=Time(FRIDAY, printed.text)),))
    assert [timeline([one], [account]) for one in (placed, dated)] == [(), ()]
