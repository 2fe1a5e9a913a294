"""The small values: intervals of days, origins counted as a range, attributions nearest first."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.model.lineage import Independence, Lineage, Origin, OriginCount
from twosource.model.moment import Days, Moment
from twosource.model.reading import Attribution, AttributionKind, Reading
from twosource.model.span import Span

MONDAY, TUESDAY, FRIDAY = date(2019, 10, 7), date(2019, 10, 8), date(2019, 10, 11)


@pytest.mark.parametrize(
    ("left", "right", "overlap", "reason"),
    [
        (Days.on(MONDAY), Days.on(MONDAY), True, "the same day"),
        (Days.on(MONDAY), Days.on(TUESDAY), False, "one day apart"),
        (Days(MONDAY, TUESDAY), Days(TUESDAY, FRIDAY), True, "both ends are included"),
        (Days(None, MONDAY), Days(TUESDAY, None), False, "open, but away from each other"),
        (Days(MONDAY, None), Days(None, TUESDAY), True, "open towards each other"),
        (Days(None, None), Days.on(FRIDAY), True, "unknown excludes nothing"),
    ],
)
def test_days_overlap(left: Days, right: Days, overlap: bool, reason: str) -> None:
    assert left.overlaps(right) is right.overlaps(left) is overlap, reason


def test_days_run_forward() -> None:
    with pytest.raises(ValueError, match="forward"):
        Days(FRIDAY, MONDAY)


@pytest.mark.parametrize("iso", ["2019-10-08", "2019-10-08T18:30:00+03:00", "2019-10-08T18:30:00Z"])
def test_a_moment_keeps_what_was_given(iso: str) -> None:
    assert str(Moment(iso)) == iso
    assert Moment(iso).day == TUESDAY


@pytest.mark.parametrize("iso", ["", "soon", "2019-13-01", "2019-10"])
def test_a_moment_is_a_day_at_least(iso: str) -> None:
    with pytest.raises(ValueError):
        Moment(iso)


def origin(name: str, independence: Independence, *unclear: str) -> Origin:
    return Origin(name, (name.lower(),), None, independence, unclear)


ALONE = (Independence.INDEPENDENT, Independence.UNKNOWN)


@pytest.mark.parametrize(
    ("origins", "count", "reason"),
    [
        ((), (0, 0), "nothing rests on nothing"),
        (("A",), (1, 1), "one voice"),
        (("A", "B"), (2, 2), "known to be apart"),
        (("A", "C"), (2, 2), "C is tied to D alone, and D is not asked for"),
        (("C", "D"), (1, 2), "C and D may be one"),
        (("C", "D", "E"), (1, 3), "tied in a chain"),
        (("A", "B", "C", "D", "E"), (3, 5), "two apart and a chain"),
        (("A", "B", "F"), (2, 2), "F is derived from others: no voice beside them"),
        (("F",), (1, 1), "F alone is one voice"),
    ],
)
def test_origins_are_counted_as_a_range(origins: tuple[str, ...], count: tuple[int, int], reason: str) -> None:
    known, unknown = ALONE
    lineage = Lineage(
        origins=(
            origin("A", known),
            origin("B", known),
            origin("C", unknown, "D"),
            origin("D", unknown, "C", "E"),
            origin("E", unknown, "D"),
            origin("F", Independence.DERIVED, "A", "B"),
        )
    )
    assert lineage.count(origins) == OriginCount(*count), reason
    assert lineage.count(origins[::-1]) == OriginCount(*count), "whatever the order"


def test_an_article_without_origin_is_an_error() -> None:
    with pytest.raises(KeyError):
        Lineage().origin_of("a")


def said(start: int, end: int) -> Attribution:
    return Attribution((), (), (Span(start, end),), AttributionKind.INDIRECT)


def test_sources_come_nearest_first() -> None:
    outer, inner, elsewhere = said(0, 50), said(10, 40), said(60, 80)
    reading = Reading("x" * 90, attributions=(outer, elsewhere, inner))
    assert reading.sources_of(Span(12, 20)) == (inner, outer)
    assert reading.sources_of(Span(45, 58)) == ()


@pytest.mark.parametrize(("offset", "sentence"), [(0, 0), (4, 0), (5, None), (6, 1), (9, 1), (10, None)])
def test_the_sentence_at_an_offset(offset: int, sentence: int | None) -> None:
    assert Reading("Yes.. No..", sentences=(Span(0, 5), Span(6, 10))).sentence_at(offset) == sentence
