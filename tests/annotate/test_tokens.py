"""Words: each case with the convention that it stands for, and what holds for any text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.segmentation.patterns import pattern
from twosource.annotate.segmentation.sentences import split_sentences
from twosource.annotate.segmentation.tokens import find_words

# Words apart by blanks; "_" joins those that stand apart in the text as well.
CASES = [
    ("Holm's boat", "Holm 's boat", "possessive"),
    ("the crews’ boats", "the crews ’ boats", "possessive of a plural, curly"),
    ("they've won't can't shan't", "they 've wo n't ca n't sha n't", "clitics and negation"),
    ("cannot gonna dont", "can not gon na do nt", "two words in one"),
    ("couldn't've", "could n't 've", "two clitics"),
    ("O'Hara and Ba'ath", "O'Hara and Ba'ath", "apostrophes of names"),
    ("a 12-year-old state-run ship", "a 12 - year - old state - run ship", "compounds are divided"),
    ("pre-war non-profit co-founder mid-July", "pre-war non-profit co-founder mid-July", "but not behind a prefix"),
    ("clock-wise", "clock-wise", "nor before a suffix"),
    ("$1.2bn €5 £3,000 US$40m", "$ 1.2 bn € 5 £ 3,000 US$ 40 m", "money"),
    ("5km 10am 30% 5,000,000", "5 km 10 am 30 % 5,000,000", "units, hours, shares, thousands"),
    ("the 1990s, '90s, 21st and 2nd", "the 1990s , '90s , 21st and 2nd", "decades and ordinals"),
    ("10:30 2019-10-08 10/8/2019 3-2", "10:30 2019-10-08 10/8/2019 3 - 2", "clock, dates, and a score"),
    ("1990-95 rose", "1990 - 95 rose", "a range is divided"),
    ("Mr. Holm of Lomna Inc. in the U.S. Senate", "Mr. Holm of Lomna Inc. in the U.S. Senate", "abbreviations"),
    ("He lives in the U.S.", "He lives in the U.S .", "the last stop is the sentence's"),
    ("It opens at 5 p.m.", "It opens at 5 p.m .", "of an hour as well"),
    ("No. 5 is no.", "No. 5 is no .", "before a figure, and as a word"),
    ("J.P. Ferring, Ph.D.", "J.P. Ferring , Ph.D .", "initials and degrees"),
    ("see https://a.example/b?c=d, or a@b.example.", "see https://a.example/b?c=d , or a@b.example .", "addresses"),
    ("www.holm.org ostrel.com report.pdf", "www.holm.org ostrel.com report.pdf", "sites and files"),
    ("#ferry @holm 😀👍🏽 🇳🇴", "#ferry @holm 😀 👍🏽 🇳🇴", "tags, emoji with a tone, a flag"),
    ("“Well…” -- he said — no!!", "“ Well … ” -- he said — no !!", "dashes, dots, curly quotes"),
    ("and/or AT&T w/o", "and / or AT&T w/o", "slashes and ampersands"),
    ("cafe\u0301 naïve Ångström", "cafe\u0301 naïve Ångström", "combining marks belong to letters"),
    ("He left.She stayed", "He left . She stayed", "sentences that ran together"),
    ("(CPS) — Ostrel's", "( CPS ) — Ostrel 's", "a dateline"),
    ("‘em ’em 'til", "‘ em ’em 'til", "a lost beginning"),
    ("Covid-19 F-16 3D", "Covid - 19 F - 16 3D", "letters and figures"),
]


def words(text: str, language: str = "en") -> list[str]:
    sentences = split_sentences(text, language)
    return [text[start:end] for found in find_words(text, sentences, language) for start, end in found]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES)
def test_words(text: str, expected: str, reason: str) -> None:
    assert words(text) == expected.split(), reason


def test_a_language_without_lists_has_words_and_signs() -> None:
    assert words("L'été, c'est 3,5 km.", "xx") == ["L'été", ",", "c'est", "3", ",", "5", "km", "."]


SIGNS = "aZ9ß .,!?…'\"’“”-—()[]$€%&/@#:;\n\t\x00\x1f\x85\u2028\xa0\xad\u0301\u200d\u200b\ufe0f😀🏽🇫🇷م中。_*~`+=<>|"


@given(st.one_of(st.text(st.sampled_from(SIGNS), max_size=60), st.text(max_size=80)))
def test_every_visible_sign_is_in_one_word(text: str) -> None:
    sentences = split_sentences(text)
    held = []
    for sentence, found in zip(sentences, find_words(text, sentences), strict=True):
        at = sentence.start
        for start, end in found:
            assert at <= start < end <= sentence.end
            assert not any(sign.isspace() for sign in text[start:end])
            held.append(text[start:end])
            at = end
    assert "".join(held) == "".join(text.split())


@pytest.mark.parametrize(
    "unit", ["a", ".", "a.", "http://", "a@", "a-", "a'", "n't", "1,000,", "1/", '"', "\x00", "e\u0301"]
)
def test_time_is_linear(unit: str, steps: Callable[[Callable[[], object]], int]) -> None:
    assert steps(lambda: words(unit * 2_400)) < 16 * steps(lambda: words(unit * 300))


def test_the_pattern_is_made_once() -> None:
    assert pattern("en") is pattern("en")
