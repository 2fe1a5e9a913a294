from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.trace.accounts import OTHER, REPORT, account, sentences

from twosource.model.lineage import Copy, CopyKind, Direction, Independence, Lineage
from twosource.model.reading import Annotated
from twosource.trace import trace


def only(lineage: Lineage) -> Copy:
    assert len(lineage.copies) == 1, lineage.copies
    return lineage.copies[0]


def homoglyphs(text: str) -> str:
    return text.translate({ord("e"): "е", ord("o"): "о"}).replace("climbers", "clim\u200bbers")


def test_a_reprint_points_to_the_earlier_text() -> None:
    copy = only(trace([account("b", REPORT, published="2021-03-02"), account("a", REPORT, published="2021-03-03")]))
    assert (copy.source, copy.copy, copy.kind, copy.direction) == ("b", "a", CopyKind.VERBATIM, Direction.DATE)
    assert copy.share == 1.0
    assert "1 day earlier" in copy.reason


def test_passages_quote_both_texts() -> None:
    cut = " ".join(sentences(REPORT)[2:7])
    source, copy = account("a", REPORT), account("b", "Mountain news. " + cut)
    edge = only(trace([source, copy]))
    assert (edge.copy, edge.direction) == ("b", Direction.CONTAINMENT)
    for passage in edge.passages:
        assert passage.source.of(REPORT) == passage.copy.of(copy.article.text)


def test_unrelated_texts_are_two_independent_origins() -> None:
    lineage = trace([account("a", REPORT), account("b", OTHER)])
    assert not lineage.copies
    assert [origin.independence for origin in lineage.origins] == [Independence.INDEPENDENT] * 2


def test_identical_undated_texts_have_no_direction() -> None:
    assert only(trace([account("a", REPORT), account("b", REPORT)])).direction is Direction.UNKNOWN


def test_a_forged_early_date_does_not_win_against_a_credit() -> None:
    paper = account("paper", REPORT, published="2021-03-02", outlet="The Orla Post")
    thief = account(
        "thief", " ".join(sentences(REPORT)[:6]), published="2020-01-01", outlet="Quick News", credit="The Orla Post"
    )
    copy = only(trace([paper, thief]))
    assert (copy.source, copy.copy, copy.direction) == ("paper", "thief", Direction.CREDIT)


def test_a_disguised_copy_is_found_and_is_the_copy() -> None:
    copy = only(
        trace([account("a", homoglyphs(REPORT), published="2021-03-01"), account("b", REPORT, published="2021-03-02")])
    )
    assert (copy.source, copy.copy) == ("b", "a")
    assert "look-alike" in copy.reason


def test_two_reports_of_one_speech_stay_open() -> None:
    speech = "“" + REPORT.replace(". ", ", and ").rstrip(".") + "”"
    one = account(
        "a", "The mayor spoke to the guides on Sunday in the old hall. " + speech + ", she said. Nobody clapped."
    )
    other = account(
        "b", "At noon the head of the town came out to the square. " + speech + ", were her words. It rained."
    )
    lineage = trace([one, other])
    assert not lineage.copies
    assert [origin.independence for origin in lineage.origins] == [Independence.UNKNOWN] * 2
    assert lineage.count(tuple(origin.id for origin in lineage.origins)).minimum == 1


def test_a_text_that_quotes_a_whole_press_release_is_no_copy_of_it() -> None:
    quoted = (
        "The guard issued this statement: “" + REPORT + "” It gave no further answer to our questions that evening."
    )
    lineage = trace([account("release", REPORT), account("paper", quoted)])
    assert not lineage.copies
    assert lineage.count(tuple(origin.id for origin in lineage.origins)).minimum == 1


def test_a_thousand_copies_are_one_origin_and_a_thousand_edges() -> None:
    chance = random.Random(3)
    words = REPORT.split(" ")
    accounts = [account("copy-0000", REPORT, published="2021-03-01")]
    for number in range(1, 1000):
        text = list(words)
        if number % 2:
            text[chance.randrange(len(text))] = f"word{number}"
        accounts.append(account(f"copy-{number:04d}", " ".join(text), published="2021-03-02"))
    lineage = trace(accounts)
    assert len(lineage.copies) == 999
    assert {copy.kind for copy in lineage.copies} == {CopyKind.VERBATIM}
    assert len(lineage.origins) == 1
    assert sum(copy.source == "copy-0000" for copy in lineage.copies) > 900


def test_order_of_input_does_not_matter() -> None:
    accounts = [
        account("a", REPORT, published="2021-03-01"),
        account("b", " ".join(sentences(REPORT)[:5]), published="2021-03-02"),
        account("c", OTHER),
        account("d", OTHER + " It rained."),
    ]
    expected = trace(accounts)
    for seed in range(4):
        shuffled = list(accounts)
        random.Random(seed).shuffle(shuffled)
        assert trace(shuffled) == expected


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["word"], ["one two", "one two"]])
def test_little_or_nothing(texts: list[str]) -> None:
    accounts = [account(str(number), text) for number, text in enumerate(texts)]
    lineage = trace(accounts)
    assert sorted(one for origin in lineage.origins for one in origin.articles) == [one.article.id for one in accounts]


def test_a_composite_is_a_derived_origin_tied_to_its_sources() -> None:
    merged = " ".join(sentences(REPORT)[:5] + sentences(OTHER)[:5])
    accounts = [
        account("a", REPORT, published="2021-03-01"),
        account("b", OTHER, published="2021-03-01"),
        account("m", merged, published="2021-03-05"),
    ]
    lineage = trace(accounts)
    assert {(copy.source, copy.copy) for copy in lineage.copies} == {("a", "m"), ("b", "m")}
    assert lineage.origin_of("m").independence is Independence.DERIVED
    assert lineage.origin_of("a") != lineage.origin_of("b")


def retold(order: list[int]) -> Annotated:
    """An account in other words whose sentences tell these sentences of the report."""
    text = " ".join(f"Wholly different saying {chr(97 + number) * 6} stands here today." for number in order)
    return account("retold", text, published="2021-03-05", meanings=order)


def test_a_retelling_in_order_is_a_rewrite() -> None:
    report = account("report", REPORT, published="2021-03-01", meanings=list(range(10)))
    copy = only(trace([report, retold([0, 1, 2, 3, 5, 6, 7, 8, 9])]))
    assert (copy.source, copy.copy, copy.kind) == ("report", "retold", CopyKind.REWRITE)
    assert "9 of the copy's 9 own sentences" in copy.reason


def test_the_same_matter_in_another_order_is_no_rewrite() -> None:
    report = account("report", REPORT, meanings=list(range(10)))
    assert not trace([report, retold([9, 3, 40, 1, 6, 41, 0, 42, 5])]).copies


def test_respelled_names_make_a_translation() -> None:
    ours = [f"Minister Zhorova told Khadrin of matter {number}." for number in range(9)]
    theirs = [f"Schorowa, the minister, let Chadrin know point {number}." for number in range(9)]
    copy = only(
        trace(
            [
                account("a", " ".join(ours), published="2021-03-01", meanings=list(range(9))),
                account("b", " ".join(theirs), published="2021-03-02", meanings=list(range(9))),
            ]
        )
    )
    assert copy.kind is CopyKind.TRANSLATION
    assert "Zhorova" in copy.reason


def test_versions_are_no_copies() -> None:
    later = REPORT.replace("three have frostbite", "four have frostbite") + " The council meets on Monday."
    lineage = trace(
        [
            account(
                "new", later, published="2021-03-01T18:00", url="https://post.example/orla", outlet="The Orla Post"
            ),
            account(
                "old", REPORT, published="2021-03-01T09:00", url="https://post.example/orla?x=1", outlet="The Orla Post"
            ),
        ]
    )
    assert not lineage.copies
    assert [(one.earlier, one.later) for one in lineage.versions] == [("old", "new")]
    assert len(lineage.origins) == 1
    changed = [(one.source.of(REPORT), one.copy.of(later)) for one in lineage.versions[0].changes]
    assert ("", "The council meets on Monday") in changed


def test_siblings_of_one_publisher_are_not_independent_by_default() -> None:
    report = account("a", REPORT, outlet="Daily Mirror", meanings=list(range(10)))
    other = account("b", OTHER, outlet="Daily Express", meanings=[0, 20, 3, 21, 22, 6, 23, 24])
    assert {origin.independence for origin in trace([report, other]).origins} == {Independence.UNKNOWN}


def test_what_one_newsroom_tells_twice_is_not_two_voices() -> None:
    report = account("a", REPORT, outlet="The Orla Post", meanings=list(range(10)))
    later = account("b", OTHER, outlet="The Orla Post", meanings=[20, 21, 22, 3, 23, 24, 25, 26])
    assert {origin.independence for origin in trace([report, later]).origins} == {Independence.UNKNOWN}
    apart = replace(later, article=replace(later.article, outlet="The Orla Herald"))
    assert {origin.independence for origin in trace([report, apart]).origins} == {Independence.INDEPENDENT}


def test_boilerplate_of_an_outlet_is_no_reuse() -> None:
    closing = " Sign up for our evening letter with the best of the mountain press and never miss a story again."
    told = sentences(REPORT)
    accounts = [account(str(n), " ".join(told[2 * n : 2 * n + 2]) + closing, outlet="The Orla Post") for n in range(5)]
    assert not trace(accounts).copies
