from __future__ import annotations

import pytest
from tests.trace.accounts import account

from twosource.model.lineage import Independence
from twosource.model.reading import Annotated
from twosource.trace import trace

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
        (pair(f"TARN (NPA) - {POST}", COURIER), "who retells an agency's report has read it, no release"),
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
