"""Numerals: what digits, words and mixtures of both are worth, and how far they reach."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.pieces import scan
from twosource.annotate.quantities.compounds import split_compound
from twosource.annotate.quantities.numerals import read_numeral
from twosource.annotate.quantities.words import number_words, numbering

EXACT = [
    ("12", 12, "digits"),
    ("10,000", 10_000, "English groups with commas"),
    ("10 000", 10_000, "and some agencies with blanks"),
    ("10 , 000", 10_000, "tokenised text parts the comma"),
    ("40.000", 40_000, "three zeros are thousands: nobody rounds to three decimals"),
    ("4.35 million", 4_350_000, "exact, not 4,349,999.9…"),
    ("1.2bn", 1_200_000_000, "a suffix touches its digits"),
    ("5 lakh", 500_000, "Indian scales"),
    ("twenty-five", 25, "hyphenated"),
    ("two hundred and five", 205, "with a joiner"),
    ("three thousand two hundred and five", 3_205, "groups are added"),
    ("one hundred and twenty three million four hundred thousand", 123_400_000, "hundreds within a group"),
    ("two hundred thousand", 200_000, "scales are multiplied"),
    ("fifteen hundred", 1_500, "hundreds above ten"),
    ("a dozen", 12, "an article before a scale"),
    ("two dozen", 24, "a number before it"),
    ("half a million", 500_000, "a part of a scale"),
    ("a quarter of a million", 250_000, "with of"),
    ("two and a half thousand", 2_500, "a half within"),
    ("a million and a half", 1_500_000, "a half behind"),
    ("2 1/2", 2.5, "a half in digits"),
    ("two point five", 2.5, "decimals in words"),
    ("-5", -5, "a sign that touches"),
    ("minus seven", -7, "a sign in words"),
    ("2.1 bn", 2_100_000_000, "a short scale apart from its digits"),
    ("one hundred twenty-fifth", 125, "a rank with its hundreds"),
    ("two hundredth", 200, "a rank that is a scale"),
]


@pytest.mark.parametrize(("text", "value", "why"), EXACT)
def test_value(text: str, value: float, why: str) -> None:
    pieces = scan(text)
    found = read_numeral(numbering(pieces, "en"), 0)
    assert found is not None, why
    assert float(found.low) == float(found.high) == value, why
    assert found.end == len(pieces), f"the whole of {text!r} is read"


VAGUE = [
    ("dozens of", 24, 99, "below the next larger word"),
    ("scores of", 40, 99, "at least two"),
    ("hundreds of", 200, 999, "below thousands"),
    ("several hundred", 300, 999, "a vague count of a scale"),
    ("a few dozen", 24, 71, "up to six dozen, without the sixth"),
    ("hundreds of thousands of", 200_000, 999_999, "plurals of plurals"),
]


@pytest.mark.parametrize(("text", "low", "high", "why"), VAGUE)
def test_vague_words_are_intervals(text: str, low: int, high: int, why: str) -> None:
    found = read_numeral(numbering(scan(text), "en"), 0)
    assert found is not None, why
    assert (float(found.low), float(found.high), found.vague) == (low, high, True), why


def test_a_couple_is_two_and_not_vague() -> None:
    found = read_numeral(numbering(scan("a couple of"), "en"), 0)
    assert found is not None
    assert (float(found.low), float(found.high), found.vague) == (2, 2, False)


PARTS_AND_RANKS = [
    ("two-thirds", True, False, "a plural is a part"),
    ("a third of", True, False, "before of a part"),
    ("third", False, True, "alone a rank"),
    ("a third attack", False, True, "before a noun a rank"),
    ("21st", False, True, "digits with an ending"),
    ("twenty-first", False, True, "in words"),
    ("3/4", True, False, "in digits"),
]


@pytest.mark.parametrize(("text", "part", "ordinal", "why"), PARTS_AND_RANKS)
def test_parts_and_ranks(text: str, part: bool, ordinal: bool, why: str) -> None:
    words = numbering(scan(text), "en")
    found = read_numeral(words, 0) or read_numeral(words, 1)
    assert found is not None, why
    assert (found.part, found.ordinal) == (part, ordinal), why


STYLES = [
    ("Es waren 1.000.000 und 40.000.", "en", 5, 40_000, "a text's own millions show its style"),
    ("1,234", "de", 0, 1.234, "German marks decimals with a comma"),
    ("2.000", "de", 0, 2_000, "and thousands with a point"),
    ("1.5", "en", 0, 1.5, "one digit behind the mark is a decimal"),
    ("1.500,75", "en", 0, 1_500.75, "two marks leave no doubt"),
]


@pytest.mark.parametrize(("text", "language", "index", "value", "why"), STYLES)
def test_marks_of_digits(text: str, language: str, index: int, value: float, why: str) -> None:
    pieces = scan(text)
    index = next(at for at, piece in enumerate(pieces) if at >= min(index, 4) and piece.text[0].isdigit())
    found = read_numeral(numbering(pieces, language), index)
    assert found is not None, why
    assert float(found.low) == value, why


GERMAN = [
    ("einundzwanzig", 21, "units first"),
    ("zweihundertfünfunddreißig", 235, "hundreds within"),
    ("dreitausendzweihundert", 3_200, "thousands within"),
    ("siebzehn", 17, "a part of a longer word"),
]


@pytest.mark.parametrize(("word", "value", "why"), GERMAN)
def test_numbers_in_one_word(word: str, value: int, why: str) -> None:
    words = number_words("de")
    assert split_compound(word, words.cardinals, words.scales, words.joiners) == value, why


@pytest.mark.parametrize("word", ["und", "hundeleine", "eins" * 40, "zweifel"])
def test_words_that_are_no_numbers(word: str) -> None:
    words = number_words("de")
    assert split_compound(word, words.cardinals, words.scales, words.joiners) is None


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_come_back(value: int) -> None:
    found = read_numeral(numbering(scan(f"{value:,}"), "en"), 0)
    assert found is not None
    assert found.low == value


def test_a_million_digits_are_no_figure() -> None:
    assert read_numeral(numbering(scan("9" * 1_000_000), "en"), 0) is None
