"""CSV: a row an article; what is no article is never read as prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from twosource.model.page import Page, PageKind, Quarantined
from twosource.read import read
from twosource.read.tables import separator_of

PROSE = "The ferry to Arvin left at noon. Nobody was hurt."


def written(folder: Path, text: str) -> list[Page | Quarantined]:
    (folder / "a.csv").write_text(text, encoding="utf-8")
    return list(read([str(folder / "a.csv")]))


def test_a_row_is_an_article(tmp_path: Path) -> None:
    table = f'ID;Title;Date;Text;Other\n7;Fog;2019-03-05;"{PROSE}\n\n“So;” he said.";x\n8;Pier;;"<p>It burnt.</p>";\n'
    first, second = written(tmp_path, table)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.id, first.text, first.given.title) == ("7", f"{PROSE}\n\n“So;” he said.", "Fog")
    assert (first.given.published, second.kind, second.given.published) == ("2019-03-05", PageKind.HTML, None)


def test_what_is_broken_keeps_its_reason(tmp_path: Path) -> None:
    found = written(tmp_path, f"id,title,text\n1,Fog,{PROSE}\n2,Fog\n3,Fog,\n")
    reasons = [one.reason for one in found if isinstance(one, Quarantined)]
    assert len(found) == 3
    assert "2 cells, where the first row has 3 names" in reasons
    assert any("no text" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("day,ship,crew\n1,Orla,9\n2,Brun,7\n3,Vik,4\n", "without a column “text”"),
        ("id,title,text\n", "without a row"),
    ],
)
def test_a_table_without_articles(tmp_path: Path, table: str, reason: str) -> None:
    (found,) = written(tmp_path, table)
    assert isinstance(found, Quarantined)
    assert reason in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Body, bag found\nA body was found, police said.\n",
        "Fog, rain, wind\n\nThe ferry stayed in port. Its crew, all nine, went home.\n",
        f"Text\n{PROSE}\n",
        f"{PROSE}\n{PROSE}\n",
        "",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert separator_of(text) is None
