"""Findings: what a claim rests on, what distorted copies are worth, and that order does not matter."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from tests.corroborate.conftest import Make

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.copying.guard import sources_of
from twosource.corroborate.findings.findings import Story, finding
from twosource.corroborate.lexicon import lexicon
from twosource.model.claim import Claim, Resolution, Speaker, SpeakerKind
from twosource.model.lineage import Copy, CopyKind, Direction, Independence, Lineage, Origin, Version
from twosource.model.moment import Moment
from twosource.model.value import Time
from twosource.model.verdict import Verdict
from twosource.text.bodies import Speakers

FREE = Independence.INDEPENDENT


def story(*origins: tuple[str, ...], copies: tuple[tuple[str, str], ...] = (), unclear: bool = False) -> Story:
    """A story whose accounts are named by one letter: each origin a string of them."""
    names = ["".join(articles) for articles in origins]
    lineage = Lineage(
        copies=tuple(Copy(one, other, CopyKind.REWRITE, 0.9, Direction.DATE, (), "") for one, other in copies),
        origins=tuple(
            Origin(name, articles, None, FREE, tuple(n for n in names if n != name) if unclear else ())
            for name, articles in zip(names, origins, strict=True)
        ),
    )
    return Story(
        lineage,
        sources_of(lineage),
        defaultdict(frozenset),
        lambda one: one.article,
        lexicon("en"),
        {},
        {},
        Speakers({}),
        {},
    )


def found(group: list[Assertion], told: Story) -> Claim:
    return finding(group, told)


def test_two_independent_accounts_corroborate(make: Make) -> None:
    claim = found([make.figure("a", 41, 41), make.figure("b", 41, 41)], story(("a",), ("b",)))
    assert (claim.verdict, claim.origins) == (Verdict.CORROBORATED, ("a", "b"))


def test_two_versions_that_both_give_a_rounder_value_have_changed_nothing(make: Make) -> None:
    told = story(("a", "b"))
    told = replace(told, lineage=replace(told.lineage, versions=(Version("a", "b", (), ""),)))
    pairs = [(make.figure(name, 30, 30, at=10), make.figure(name, 25, 35, at=90)) for name in ("a", "b")]
    both = found([one for pair in pairs for one in pair], told)
    assert [one.resolution for one in both.conflicts] == [Resolution.PRECISION]
    changed = found([pairs[0][1], pairs[1][0]], told)
    assert [one.resolution for one in changed.conflicts] == [Resolution.UPDATE]


def test_who_may_mean_either_of_two_counts_confirms_neither(make: Make) -> None:
    group = [make.figure("a", 1, None), make.figure("b", 1, 1), make.figure("c", 3, 3)]
    claim = found(group, story(("a",), ("b",), ("c",)))
    assert len(claim.origins) == 1
    both = found([make.figure("a", 1, None), make.figure("c", 3, 3)], story(("a",), ("c",)))
    assert both.origins == ("a", "c"), "of one count it does not contradict it"


def test_a_reprint_does_not(make: Make) -> None:
    claim = found([make.figure("a", 41, 41), make.figure("b", 41, 41)], story(("a", "b")))
    assert (claim.verdict, claim.independent_origins.maximum) == (Verdict.SINGLE_ORIGIN, 1)


def test_unknown_lineage_is_unclear(make: Make) -> None:
    claim = found([make.figure("a", 41, 41), make.figure("b", 41, 41)], story(("a",), ("b",), unclear=True))
    assert (claim.verdict, claim.independent_origins.minimum) == (Verdict.UNCLEAR, 1)


def test_a_distorted_copy_is_no_side(make: Make) -> None:
    group = [make.figure("a", 41, 41), make.figure("b", 61, 61), make.figure("c", 41, 41)]
    claim = found(group, story(("a", "b"), ("c",), copies=(("a", "b"),)))
    assert claim.verdict is Verdict.CORROBORATED
    distorted = [one.distortion for one in claim.statements if one.passage.article == "b"]
    assert distorted[0] is not None and "41" in distorted[0]


def test_who_keeps_a_figure_and_adds_anothers_distorts_nothing(make: Make) -> None:
    owner, union = (Speaker(name, None, SpeakerKind.SPEAKER) for name in ("Rolf Ander", "Sanna Dale"))
    told = replace(make.figure("a", 450, 450), attribution=(owner,))
    kept = replace(make.figure("b", 450, 450), attribution=(owner,))
    added = replace(make.figure("b", 1100, 1100, at=99), attribution=(union,))
    claim = found([told, kept, added], story(("a", "b"), copies=(("a", "b"),)))
    assert [one.distortion for one in claim.statements] == [None, None, None]
    claim = found([told, added], story(("a", "b"), copies=(("a", "b"),)))
    assert any(one.distortion for one in claim.statements)  # it does not keep the owner's


@pytest.mark.parametrize(
    ("told", "copied", "distorts"),
    [
        ((22, "7:15 p.m. Jan. 22"), (29, "7:15 p.m. Friday"), False),  # a copier's "Friday" is its source's
        ((22, "7:15 p.m. Jan. 22"), (29, "7:15 p.m. Jan. 29"), True),
        ((22, "7:15 p.m. Friday"), (21, "7:15 p.m. Thursday"), True),
    ],
)
def test_a_copied_weekday(make: Make, told: tuple[int, str], copied: tuple[int, str], *, distorts: bool) -> None:
    dated = [make.dated(one, date(2021, 1, day)) for one, (day, _) in (("a", told), ("b", copied))]
    texts = [text for _, text in (told, copied)]
    group = [
        replace(one, value=replace(one.value, text=text))
        for one, text in zip(dated, texts, strict=True)
        if isinstance(one.value, Time)
    ]
    claim = found(group, story(("a", "b"), copies=(("a", "b"),)))
    assert [bool(one.distortion) for one in claim.statements] == [False, distorts]


def test_a_standing_conflict_disputes(make: Make) -> None:
    claim = found([make.figure("a", 12, 12), make.figure("b", 21, 21)], story(("a",), ("b",)))
    assert claim.verdict is Verdict.DISPUTED


def test_a_disputed_claim_rests_on_the_side_of_most_origins(make: Make) -> None:
    group = [make.figure("a", 12, 12), make.figure("b", 21, 21), make.figure("c", 12, 12)]
    assert found(group, story(("a",), ("b",), ("c",))).origins == ("a", "c")


def test_a_sentence_that_gives_two_figures_makes_two_statements(make: Make) -> None:
    group = [make.figure("a", 22, 22), make.figure("a", 80, 80), make.figure("b", 22, 22)]
    (conflict,) = found(group, story(("a",), ("b",))).conflicts
    assert conflict.sides == ((0, 2), (1,))


def test_an_update_rests_on_the_later_account(make: Make) -> None:
    claim = found([make.figure("a", 12, 12, day=3), make.figure("b", 21, 21, day=5)], story(("a",), ("b",)))
    assert (claim.verdict, claim.origins) == (Verdict.SINGLE_ORIGIN, ("b",))


def test_the_sides_of_an_update_go_from_the_oldest_to_the_newest(make: Make) -> None:
    hours = {"a": (Moment("2021-05-05T18:00+00:00"), 21), "b": (Moment("2021-05-05T09:00+00:00"), 12)}
    group = [replace(make.figure(each, n, n, day=5), told=at.instants) for each, (at, n) in hours.items()]
    claim = found(group, story(("a",), ("b",)))
    (update,) = claim.conflicts
    assert [claim.statements[n].passage.article for side in update.sides for n in side] == ["b", "a"]


def test_one_speaker_is_one_primary_source(make: Make) -> None:
    words = "we found no trace of it"
    claim = found([make.quote("a", words, "e7"), make.quote("b", words, "e7")], story(("a",), ("b",)))
    assert (claim.verdict, claim.primary_sources) == (Verdict.CORROBORATED, ("e7",))


def cited(make: Make, article: str, *speakers: str) -> Assertion:
    said = tuple(Speaker(name, None, SpeakerKind.SPEAKER) for name in speakers)
    return replace(make.figure(article, 41, 41), attribution=said)


def test_two_accounts_of_one_ministry_are_no_corroboration(make: Make) -> None:
    told = story(("a",), ("b",))
    one_word = found([cited(make, "a", "police"), cited(make, "b", "Brek police")], told)
    two_words = found([cited(make, "a", "police"), cited(make, "b", "the hospital")], told)
    own_word = found([cited(make, "a", "police"), cited(make, "b")], told)
    assert [one.verdict for one in (one_word, two_words, own_word)] == [
        Verdict.UNCLEAR,
        Verdict.CORROBORATED,
        Verdict.CORROBORATED,
    ]


def test_one_body_under_several_names_is_one_primary_source(make: Make) -> None:
    cited_ones = [cited(make, "a", "Police officials"), cited(make, "b", "Brek police"), cited(make, "c", "police")]
    claim = found(cited_ones, story(("a",), ("b",), ("c",)))
    assert (claim.primary_sources, claim.verdict) == (("Brek police",), Verdict.UNCLEAR)
    beside = found([*cited_ones, cited(make, "d", "the coroner")], story(("a",), ("b",), ("c",), ("d",)))
    assert (beside.primary_sources, beside.verdict) == (("Brek police", "the coroner"), Verdict.CORROBORATED)


def test_who_names_a_source_once_rests_on_it(make: Make) -> None:
    first, again = cited(make, "b", "police"), make.figure("b", 41, 41, at=90)
    claim = found([cited(make, "a", "police"), first, again], story(("a",), ("b",)))
    assert claim.verdict is Verdict.UNCLEAR


def test_a_denial_does_not_corroborate(make: Make) -> None:
    group = [make.event("a", "arrest", "arrested"), make.event("b", "arrest", "arrested", negated=True)]
    claim = found(group, story(("a",), ("b",)))
    assert (claim.verdict, claim.origins) == (Verdict.DISPUTED, ("a",))


def test_one_sentence_may_hold_a_claim_and_its_denial(make: Make) -> None:
    said, denied = make.event("a", "arrest", "arrested"), make.event("a", "arrest", "not arrested", negated=True)
    two = [
        replace(one, attribution=(Speaker(name, None, SpeakerKind.SPEAKER),))
        for one, name in ((said, "the union"), (denied, "the police"))
    ]
    claims = [found(group, story(("a",))) for group in (two, [two[0], denied], [said, denied])]
    assert [[len(claim.statements), len(claim.conflicts)] for claim in claims] == [[2, 1], [1, 0], [1, 0]]
    assert claims[0].weight > 2 * claims[1].weight


def test_the_order_of_statements_does_not_matter(make: Make) -> None:
    group = [make.figure("a", 12, 12, day=3), make.figure("b", 21, 21, day=3), make.figure("c", 12, 12, day=4)]
    told = story(("a",), ("b",), ("c",))
    assert len({repr(found(list(order), told)) for order in permutations(group)}) == 1
