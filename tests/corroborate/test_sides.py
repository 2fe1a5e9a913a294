"""Values to sides: what fits stands together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.corroborate.findings.sides import by_precision, fit_values, sides_of
from twosource.corroborate.interval import Fit
from twosource.corroborate.lexicon import lexicon
from twosource.model.value import Quantity, Wording

ENGLISH = lexicon("en")


def count(low: float, high: float) -> Quantity:
    return Quantity(low, high, low != high, "person", "people", f"{low:g} to {high:g}")


def test_the_rounder_joins_the_side_that_it_fits() -> None:
    assert sides_of([count(41, 41), count(24, 99), count(164, 164)], ENGLISH) == ((0, 1), (2,))


def test_what_fits_several_sides_joins_none() -> None:
    assert sides_of([count(41, 41), count(24, 99), count(61, 61)], ENGLISH) == ((0,), (2,))


def test_what_gives_no_value_stands_on_no_side() -> None:
    assert sides_of([None, count(3, 3), None], ENGLISH) == ((1,),)
    assert by_precision([None, count(3, 3)], ENGLISH) == ()


def test_words_do_not_contradict_each_other() -> None:
    assert fit_values(Wording("fell"), Wording("rose"), ENGLISH) is Fit.EQUAL


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 40)), max_size=8))
def test_all_of_a_side_fit(values: list[tuple[int, int]]) -> None:
    counts = [count(low, low + more) for low, more in values]
    sides = sides_of(counts, ENGLISH)
    placed = [n for side in sides for n in side]
    assert len(placed) == len(set(placed))
    assert all(
        fit_values(counts[one], counts[other], ENGLISH).agrees for side in sides for one in side for other in side
    )
