"""The quick look at two names says no only where laying them against each other says no."""

from __future__ import annotations

from itertools import combinations_with_replacement

from twosource.link.alignment import align
from twosource.link.parts import parts
from twosource.link.sameness import _fit, _unmatched
from twosource.model.reading import EntityType

NAMES = (
    "Lidia Zhorina",
    "Lidija Schorina",
    "Zhorina, Lidia",
    "Vera Zhorina",
    "L. Zhorina",
    "Lidia P. Zhorina",
    "Ted Marlow",
    "Theodore Marlow",
    "Mary Ann Marlow",
    "Maryann Marlow",
    "Ann Marlow",
    "Alkasim Bek",
    "Al Kasim Bek",
    "Hassan al-Qadir",
    "Hasan Qadir Bek",
    "Лидия Жорина",
)


def test_the_quick_look_agrees_with_the_long_one() -> None:
    for left, right in combinations_with_replacement(NAMES, 2):
        one, other = parts(left, EntityType.PERSON), parts(right, EntityType.PERSON)
        alignment = align(one, other)
        fits = all(_fit(alignment, pair) for pair in alignment.pairs) and len(alignment.pairs) > 1
        if fits and not all(alignment.left_over):
            assert not _unmatched(one, other), (left, right)


def test_the_quick_look_spares_unlike_names() -> None:
    assert _unmatched(parts("Lidia Zhorina", EntityType.PERSON), parts("Vera Zhorina", EntityType.PERSON))
