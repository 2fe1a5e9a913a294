"""Offset maps: every span of the clean text maps back, whatever was deleted and replaced on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model.offsets import Edit, OffsetMap, edit
from twosource.model.span import Span


@st.composite
def edited(draw: st.DrawFn, raw: str | None = None) -> tuple[str, str, OffsetMap]:
    """A raw text, what any edits made of it, and the way back."""
    raw = draw(st.text(max_size=60)) if raw is None else raw
    edges = sorted(draw(st.lists(st.integers(0, len(raw)), max_size=8).filter(lambda one: len(one) % 2 == 0)))
    spans = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    clean, back = edit(raw, [Edit(span, draw(st.text(max_size=4))) for span in spans])
    return raw, clean, back


@given(edited())
def test_kept_stretches_quote_the_raw_text_exactly(case: tuple[str, str, OffsetMap]) -> None:
    raw, clean, back = case
    for kept in back.kept:
        assert clean[kept.clean : kept.clean + kept.length] == raw[kept.raw : kept.raw + kept.length]
    assert (back.raw_length, back.clean_length) == (len(raw), len(clean))


@given(edited(), st.data())
def test_every_span_maps_back_to_a_span_that_covers_its_kept_letters(
    case: tuple[str, str, OffsetMap], data: st.DataObject
) -> None:
    raw, clean, back = case
    start = data.draw(st.integers(0, len(clean)))
    span = Span(start, data.draw(st.integers(start, len(clean))))
    source = back.to_raw(span)
    assert source.end <= len(raw)
    for kept in back.kept:
        for at in range(max(kept.clean, span.start), min(kept.clean + kept.length, span.end)):
            assert source.start <= kept.raw + at - kept.clean < source.end


@given(edited(), st.data())
def test_spans_within_one_kept_stretch_map_back_to_the_same_letters(
    case: tuple[str, str, OffsetMap], data: st.DataObject
) -> None:
    raw, clean, back = case
    for kept in back.kept:
        start = data.draw(st.integers(kept.clean, kept.clean + kept.length - 1))
        span = Span(start, data.draw(st.integers(start + 1, kept.clean + kept.length)))
        assert back.to_raw(span).of(raw) == span.of(clean)


@given(edited(), st.data())
def test_two_steps_are_one_map(case: tuple[str, str, OffsetMap], data: st.DataObject) -> None:
    raw, middle, first = case
    _, clean, second = data.draw(edited(raw=middle))
    both = second.after(first)
    for kept in both.kept:
        assert clean[kept.clean : kept.clean + kept.length] == raw[kept.raw : kept.raw + kept.length]
    assert sum(kept.length for kept in both.kept) <= sum(kept.length for kept in second.kept)


@given(st.text(max_size=20))
def test_no_edit_changes_nothing(raw: str) -> None:
    clean, back = edit(raw, [])
    assert (clean, back.to_raw(Span(0, len(raw)))) == (raw, Span(0, len(raw)))


@pytest.mark.parametrize(
    ("edits", "reason"),
    [
        ([Edit(Span(0, 3)), Edit(Span(2, 4))], "two edits that overlap"),
        ([Edit(Span(4, 9))], "past the end"),
    ],
)
def test_edits_that_cannot_be_are_refused(edits: list[Edit], reason: str) -> None:
    with pytest.raises(ValueError, match="overlaps another or reaches past"):
        edit("12345", edits)
    assert reason


def test_a_span_past_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="reaches past"):
        edit("123", [])[1].to_raw(Span(2, 4))


def test_maps_that_do_not_meet_are_refused() -> None:
    with pytest.raises(ValueError, match="do not meet"):
        edit("123", [])[1].after(edit("1234", [])[1])
