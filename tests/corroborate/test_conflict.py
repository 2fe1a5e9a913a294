"""Where statements of one claim differ: kinds, sides, and what becomes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.findings.conflict import conflicts
from twosource.corroborate.lexicon import lexicon
from twosource.model.claim import ConflictKind, Resolution, Speaker, SpeakerKind
from twosource.model.reading import Modality


def found(*group: Assertion) -> list[tuple[ConflictKind, Resolution, tuple[tuple[int, ...], ...]]]:
    told = conflicts(group, lexicon("en"), lambda one: one.article)
    return [(one.kind, one.resolution, one.sides) for one in told]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        # (article, low, high, day)
        ([("a", 12, 12, None), ("b", 12, 12, None)], []),  # agreement is no conflict
        ([("a", 12, 12, None), ("b", 21, 21, None)], [("number", "stands", ((0,), (1,)))]),  # no dates: it stands
        ([("a", 12, 12, 4), ("b", 21, 21, 5)], [("number", "update", ((0,), (1,)))]),  # a later, higher toll
        ([("a", 21, 21, 4), ("b", 12, 12, 5)], [("number", "stands", ((0,), (1,)))]),  # a toll does not shrink
        ([("a", 12, 12, 4), ("b", 21, 21, 4)], [("number", "stands", ((0,), (1,)))]),  # the same day
        ([("a", 24, 99, 4), ("b", 164, 164, 4)], [("number", "stands", ((0,), (1,)))]),  # dozens are not 164
        ([("a", 24, 99, 4), ("b", 41, 41, 4)], [("number", "precision", ((0,), (1,)))]),  # 41 are dozens
        ([("a", 9, 9, 1), ("b", 12, 12, 2), ("c", 14, 14, 3)], [("number", "update", ((0,), (1,), (2,)))]),  # a series
        (
            [("a", 12, 12, 1), ("b", 21, 21, 2), ("c", 12, 12, 3)],
            [("number", "stands", ((0, 2), (1,)))],
        ),  # one goes back
    ],
)
def test_figures(
    make: Make, figures: list[tuple[str, float, float, int | None]], expected: list[tuple[str, str, object]]
) -> None:
    group = [make.figure(article, low, high, day=day) for article, low, high, day in figures]
    assert found(*group) == expected


def test_fewer_missing_is_an_update(make: Make) -> None:
    group = [make.figure("a", 9, 9, outcome="missing", day=4), make.figure("b", 3, 3, outcome="missing", day=6)]
    assert found(*group) == [("number", "update", ((0,), (1,)))]


def test_dates(make: Make) -> None:
    the_day, next_day, week = date(2021, 5, 4), date(2021, 5, 5), (date(2021, 5, 3), date(2021, 5, 9))
    assert found(make.dated("a", the_day), make.dated("b", the_day)) == []
    assert found(make.dated("a", the_day), make.dated("b", *week)) == [("date", "precision", ((0,), (1,)))]
    assert found(make.dated("a", the_day), make.dated("b", next_day)) == [("date", "stands", ((0,), (1,)))]


def test_roles(make: Make) -> None:
    assert found(make.role("a", "acting premier"), make.role("b", "outgoing premier")) == [
        ("role", "stands", ((0,), (1,)))
    ]
    assert found(make.role("a", "acting premier"), make.role("b", "interim prime minister")) == []  # one state
    assert found(make.role("a", "acting premier"), make.role("b", "premier")) == []  # the one says less


def test_resigned_or_removed(make: Make) -> None:
    told = found(make.event("a", "resign", "resigned"), make.event("b", "dismiss", "was removed"))
    assert told == [("wording", "stands", ((1,), (0,)))]
    called_for = replace(make.event("b", "dismiss", "ouster"), modality=Modality.EXPECTED)
    assert found(make.event("a", "resign", "resigned"), called_for) == [], "which has not happened"


def test_one_quotation_two_speakers(make: Make) -> None:
    words = "we found no trace of it"
    assert found(make.quote("a", words, "e1"), make.quote("b", words, "e2")) == [
        ("attribution", "stands", ((0,), (1,)))
    ]
    assert found(make.quote("a", words, "e1"), make.quote("b", words, "e1")) == []
    retold = replace(make.quote("b", words, "The Post"), text="The Post quotes Ilse Varn as saying so.")
    assert found(make.quote("a", words, "Varn"), retold) == [], "who tells it names the speaker"


def test_opposite_words_are_no_one_quotation(make: Make) -> None:
    locked = make.quote("a", "the back doors were locked that night", "Varn")
    unlocked = make.quote("b", "the back doors were unlocked that night", "Ekholm")
    assert found(locked, unlocked) == [("polarity", "stands", ((0,), (1,)))]


def test_a_description_is_no_second_speaker(make: Make) -> None:
    words = "we found no trace of it"
    described = make.quote("b", words, "a man")
    described = replace(described, attribution=(Speaker("a man", None, SpeakerKind.SPEAKER),))
    assert found(make.quote("a", words, "e1"), described) == []  # he may be whom the other names
    assert found(make.quote("a", words, "Varn"), make.quote("b", words, "Ilse Varn")) == []  # the shorter name


def test_no_quarter_of_a_doubt(make: Make) -> None:
    sure = make.figure("a", 100, 100, outcome=None, counted=None)
    assert found(sure, replace(make.figure("b", 100, 100, outcome=None, counted=None), negated=True)) == []


def test_affirmed_and_denied(make: Make) -> None:
    told = found(make.event("a", "arrest", "arrested"), make.event("b", "arrest", "arrested", negated=True))
    assert told == [("polarity", "stands", ((0,), (1,)))]


def test_a_note_names_both_sides(make: Make) -> None:
    group = [make.figure("The Herald", 24, 99, "dozens"), make.figure("The Post", 164, 164, "164 dead")]
    note = conflicts(group, lexicon("en"), lambda one: one.article)[0].note
    assert "“dozens” (The Herald)" in note
    assert "“164 dead” (The Post)" in note


def test_whom_he_means_is_too_easily_misread(make: Make) -> None:
    words = "we found no trace of it"
    other = make.quote("b", words, "e2")
    assert found(make.quote("a", words, "e1"), replace(other, topic=replace(other.topic, inferred=True))) == []


def test_two_quotations_on_one_matter(make: Make) -> None:
    assert found(make.quote("a", "we found no trace", "e1"), make.quote("b", "nobody left any trace", "e2")) == []


def test_what_an_account_calls_earlier_is_replaced(make: Make) -> None:
    before = make.figure("a", 5, 5)
    before = replace(before, topic=replace(before.topic, earlier=True))
    assert found(before, make.figure("b", 4, 4)) == [("number", "update", ((0,), (1,)))]


def test_a_count_above_an_earlier_bound_is_an_update(make: Make) -> None:
    bound, later = (
        make.figure("a", 4000, None, outcome="displacement", day=4),
        make.figure("b", 7500, 7500, outcome="displacement", day=6),
    )
    assert ("number", "update", ((0,), (1,))) in found(bound, later)
