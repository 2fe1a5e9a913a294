"""An article or story on which the rules fail is quarantined with its reason; the others are told all the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from twosource import flow
from twosource.annotate import account
from twosource.errors import NothingToReadError
from twosource.link import entities
from twosource.model.entity import Entity
from twosource.model.reading import Annotated, Reading

GOOD = "Nine boats sank off Ostrel on Friday, the coast guard said. The harbour has been closed since the storm."
BAD = "The ferry to Ostrel turned back on Saturday, its owner said. Nobody was hurt, but forty cars were damaged."

MARKET = "The price of barley in Vardun rose to 212 crowns a tonne in March, the exchange's weekly table shows."


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules that fail on one text."""
    complete = account.complete

    def failing(reading: Reading, *given: object) -> Reading:
        if "ferry" in reading.text:
            raise ValueError("a rule that nobody thought through")
        return complete(reading, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(account, "complete", failing)


@pytest.mark.usefixtures("broken")
def test_one_failing_article_does_not_end_the_run(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{GOOD} So {name} wrote.", encoding="utf-8")
    dossier = flow.brief([str(tmp_path)])
    assert [Path(str(article.path)).name for article in dossier.articles] == ["a.txt", "b.txt"]
    (one,) = dossier.quarantined
    assert Path(one.path).name == "bad.txt"
    assert "an error of twosource (ValueError: a rule that nobody thought through)" in one.reason


@pytest.mark.usefixtures("broken")
def test_nothing_left_is_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    with pytest.raises(NothingToReadError, match=r"bad\.txt: its language could not be analysed"):
        flow.brief([str(tmp_path)])


def test_one_failing_story_does_not_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(accounts: Sequence[Annotated]) -> tuple[Entity, ...]:
        if any("ferry" in one.body.text for one in accounts):
            raise ValueError("a link that nobody thought through")
        return entities.link(accounts)

    monkeypatch.setattr("twosource.link.link", failing)
    for name, text in (("bad.txt", BAD), ("good.txt", MARKET)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    dossier = flow.brief([str(tmp_path)])
    assert [Path(str(article.path)).name for article in dossier.articles] == ["good.txt"]
    assert [(Path(one.path).name, one.reason.split(",")[0]) for one in dossier.quarantined] == [
        ("bad.txt", "it could not be compared with others")
    ]


def test_a_language_that_is_not_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text("Der Hafen wird am Donnerstag wieder geöffnet, sagte die Ministerin. 41 Menschen starben dort.")
    (article,) = flow.brief([str(path)]).articles
    assert (article.language, article.parsed) == ("de", False)
