from __future__ import annotations

import pytest
from tests.trace.accounts import OTHER, REPORT, account, sentences

from twosource.model.lineage import Direction, Independence
from twosource.model.reading import Annotated
from twosource.trace import Publishers, trace
from twosource.trace.account import prepare
from twosource.trace.officials import is_release

RELEASE = (
    "Police in Tarn arrested a man on Tuesday who is said to have stolen more than 300 bicycles. "
    "Officers found them in a disused tunnel under the railway station, sorted by colour and by size. "
    "The man told detectives that he had only wanted to repair them before winter came. "
    "Owners can look for their bicycles in the yard of the fire station from Saturday morning. "
    "He was released on bail and will appear before a judge in the first week of May, police said. "
)
POST = RELEASE.replace("a man on Tuesday", "Rado Stenk, 58, on Tuesday").replace("sorted by colour and by size", "full")
COURIER = (
    "More than 300 bicycles have turned up in Tarn, where police arrested a suspect on Tuesday. "
    "Officers found them in a disused tunnel under the railway station, sorted by colour and by size. "
    "He wanted to repair them one after another, he said according to Inspector Lena Brandt, 41. "
    "From Saturday morning owners may look for their bicycles in the yard of the fire station. "
    "A judge will hear the man in the first week of May; he is out on bail, the police spokesman added. "
)


COUNTED = (
    "Of 1,204 bicycles lost since 2018 in Tarn and Ostrel 96 were worth 1,500 crowns, 11 of them 4,000 or more. "
    "In 2019 it was 310, in 2020 again 287 and up to this March 75. "
)
NOTICE = (
    "Anyone with information about the bicycles is asked to call the Tarn police at 555 0143 at any hour of the day. "
    "Stoppers of Tarn offers a reward of 500 crowns for information that leads to further bicycles and to their thief. "
    "Tips can be left anonymously on the telephone of the watch house, at its gate or by a letter. "
)
CHARGES = (
    "He was charged with theft of a bicycle from a locked yard by night, breaking a lock of the town, possession of "
    "pliers by a convicted thief, keeping stolen goods in a public tunnel and deceiving an officer about his name. "
)


def pair(left: str, right: str, *, outlets: tuple[str, str] = ("Tarn Post", "Tarn Courier")) -> list[Annotated]:
    return [
        account(name, text, outlet=outlet, published="2021-04-06")
        for name, text, outlet in zip("ab", (left, right), outlets, strict=True)
    ]


def test_two_outlets_that_retell_one_release_stay_open() -> None:
    lineage = trace(pair(POST, COURIER))
    assert not lineage.copies
    assert [origin.independence for origin in lineage.origins] == [Independence.UNKNOWN] * 2


@pytest.mark.parametrize(
    ("accounts", "why"),
    [
        (pair(POST, RELEASE), "who adds nothing copied"),
        (pair(f"TARN (NPA) - {POST}{COUNTED}", COURIER + COUNTED), "who rewrites an agency's report adds little to it"),
        (pair(POST, POST), "the same text is a copy, whoever is quoted"),
        (
            pair(
                POST.replace("olice", "eople").replace("Officers", "Women").replace("detectives", "them"),
                COURIER.replace("olice", "eople").replace("Officers", "Women").replace("detectives", "them"),
            ),
            "no official is named as the source",
        ),
    ],
)
def test_what_is_no_shared_release(accounts: list[Annotated], why: str) -> None:
    assert len(trace(accounts).origins) == 1, why


def test_an_agency_report_of_the_same_release_is_no_source_of_one_that_knows_much_else() -> None:
    assert not trace(pair(f"TARN (NPA) - {POST}", COURIER)).copies


def test_without_the_agency_the_same_reports_stay_open() -> None:
    assert not trace(pair(POST + COUNTED, COURIER + COUNTED)).copies


def test_short_runs_in_no_order_are_an_officials_turns_of_phrase() -> None:
    found = "in a disused tunnel under the railway station, sorted by colour and by size"
    shown = "in the yard of the fire station from Saturday morning until the bells ring"
    judged = "will appear before a judge in the first week of May"
    left = (
        f"Nobody here talks of anything but wheels. The police looked {found}, and nobody was surprised. "
        "Children came with their keys and their mothers. There was cake at the gate and a brass band. "
        f"Whoever lost one may look {shown}, the police let it be known. A man {judged}."
    )
    right = (
        f"A thief {judged}. He was caught by his own dog, who is no friend of early hours. "
        "A baker gave it a bone for breakfast. Its picture hangs at the town hall now, beside the old clock. "
        f"It had sat for days {found}, the police found out. It will be {shown}."
    )
    assert not trace(pair(left, right)).copies


def test_one_police_report_in_two_wordings_too_short_to_tell_stays_open() -> None:
    left = (
        "Police stopped a lorry on the bridge at dawn. Its driver fled into the reeds. Officers found cheese under the "
        "seats. Nobody had paid duty on it. The driver came back for his hat. A court will hear him."
    )
    right = (
        "A truck was halted while crossing the river, officers said. The man at the wheel ran off. Detectives say "
        "dairy goods lay below. No customs papers existed. A missing hat made him return. Judges must now decide."
    )
    meanings = range(6)
    accounts = [
        account(name, text, outlet=f"Tarn {name}", published="2021-04-06", meanings=meanings)
        for name, text in (("Post", left), ("Courier", right))
    ]
    lineage = trace(accounts)
    assert not lineage.copies
    assert [origin.independence for origin in lineage.origins] == [Independence.UNKNOWN] * 2


@pytest.mark.parametrize("shared", [NOTICE, CHARGES])
def test_what_nobody_may_word_anew_is_set_aside(shared: str) -> None:
    lineage = trace(pair(sentences(OTHER)[0] + " " + shared, sentences(REPORT)[0] + " " + shared))
    assert not lineage.copies


@pytest.mark.parametrize(
    ("outlet", "url", "text", "expected", "why"),
    [
        ("Tarn Police Department", None, RELEASE, True, "a public body speaks for itself"),
        (None, "https://www.tarn.gov/news/1", RELEASE, True, "at a public body's address"),
        ("Tarn Post", None, f"FOR IMMEDIATE RELEASE\n\n{RELEASE}", True, "printed with the lines that releases bear"),
        ("Tarn Post", None, f"{RELEASE}\n\nMedia contact: Lena Brandt", True, "also below it"),
        ("Tarn Post", None, f"{RELEASE} A news release gave no further details.", False, "a report names a release"),
        ("Press note", None, RELEASE, True, "whoever filed it under what it is"),
        ("Tarn News Agency", None, RELEASE, False, "an agency of the press is no public body"),
    ],
)
def test_a_release_is_known(outlet: str | None, url: str | None, text: str, expected: bool, why: str) -> None:
    assert is_release(prepare(account("a", text, outlet=outlet, url=url), Publishers.known())) is expected, why


def test_both_who_retell_a_release_that_is_there_have_it_from_there() -> None:
    issued = account("r", RELEASE, outlet="Tarn Police", published="2021-04-06")
    lineage = trace([issued, *pair(POST, COURIER)])
    assert {(copy.source, copy.copy, copy.direction) for copy in lineage.copies} == {
        ("r", "a", Direction.CREDIT),
        ("r", "b", Direction.CREDIT),
    }
    assert len(lineage.origins) == 1
