"""Who says a passage: the attributions over it, nearest first, however many there are."""

from __future__ import annotations

from collections.abc import Callable

from twosource.model.reading import Attribution, AttributionKind, Reading
from twosource.model.span import Span

Steps = Callable[[Callable[[], object]], int]


def _said(source: int, cue: int, start: int, end: int) -> Attribution:
    return Attribution(
        (Span(source, source + 1),), (Span(cue, cue + 1),), (Span(start, end),), AttributionKind.INDIRECT
    )


def test_the_shorter_content_is_nearer() -> None:
    outer, inner, apart = _said(0, 2, 4, 40), _said(5, 7, 9, 40), _said(50, 52, 54, 60)
    reading = Reading("x" * 60, attributions=(outer, inner, apart))
    assert reading.sources_of(Span(20, 30)) == (inner, outer)
    assert reading.sources_of(Span(5, 8)) == (outer,)
    assert reading.sources_of(Span(41, 49)) == ()


def test_of_one_content_the_later_cue_is_nearer() -> None:
    reported, citing = _said(0, 2, 20, 40), _said(6, 4, 20, 40)
    assert Reading("x" * 40, attributions=(reported, citing)).sources_of(Span(25, 30)) == (citing, reported)


def test_many_quotations_are_asked_in_linear_time(steps: Steps) -> None:
    def ask(count: int) -> None:
        said = tuple(_said(10 * at, 10 * at + 2, 10 * at + 4, 10 * at + 9) for at in range(count))
        reading = Reading("x" * (10 * count), attributions=said)
        assert all(reading.sources_of(Span(10 * at + 4, 10 * at + 9)) == (said[at],) for at in range(count))

    assert steps(lambda: ask(1600)) < 16 * steps(lambda: ask(200))
