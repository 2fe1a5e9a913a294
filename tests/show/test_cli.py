"""The command line as a user meets it: exit codes, files that are written, errors that name the file and the reason."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from twosource.show.cli import main

NEWS = "Nine boats sank off Ostrel on Friday, the coast guard said.\n\nTwelve sailors were rescued by helicopter.\n"


def twosource(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=given, catch_exceptions=False)


@pytest.fixture(name="news")
def news_fixture(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def test_a_brief_writes_its_files(news: Path, tmp_path: Path) -> None:
    result = twosource("brief", str(news), "--out", str(tmp_path / "out"), "--json", str(tmp_path / "one.json"))
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["brief.html", "brief.md", "dossier.json"]
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "out" / "dossier.json").read_bytes()
    assert "A single account" in result.stdout


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_every_form_names_the_claim(news: Path, form: str) -> None:
    result = twosource("brief", str(news), "--format", form)
    assert "Nine boats sank off Ostrel" in " ".join(result.stdout.split())


def test_standard_input(news: Path) -> None:
    result = twosource("brief", "-", "--format", "json", given=NEWS)
    assert json.loads(result.stdout)["articles"][0]["text"].startswith("Nine boats")


def test_published_is_for_undated_input(news: Path, tmp_path: Path) -> None:
    dated = tmp_path / "dated.jsonl"
    dated.write_text(json.dumps({"id": "d", "text": NEWS, "published": "2019-10-05"}), encoding="utf-8")
    arguments = ("brief", str(news), str(dated), "--published", "2019-10-06", "--format", "json")
    articles = json.loads(twosource(*arguments).stdout)["articles"]
    assert {Path(one["path"]).name: one["published"] for one in articles} == {
        "dated.jsonl": "2019-10-05",
        "news.txt": "2019-10-06",
    }


def test_some_input_quarantined(news: Path) -> None:
    (news.parent / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = twosource("brief", str(news.parent))
    assert result.exit_code == 3
    assert "broken.txt" in result.stdout


def test_nothing_readable(tmp_path: Path) -> None:
    result = twosource("brief", str(tmp_path / "nowhere.txt"))
    assert result.exit_code == 4
    assert "nowhere.txt" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("brief",), "PATH"),
        (("brief", "-", "--published", "soon"), "ISO 8601"),
        (("brief", "-", "--language", "english"), "ISO 639-1"),
        (("annotate", "--from", "conllu"), "do not mix"),
        (("schema", "claim"), "dossier"),
        (("brief", "-", "--json", "nowhere/dossier.json"), "no folder 'nowhere'"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    result = twosource(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_pipeline_that_is_not_there(news: Path) -> None:
    result = twosource("brief", str(news), "--pipeline", "xx_nothing")
    assert result.exit_code == 1
    assert "xx_nothing" in result.stderr


def test_a_table_of_publishers_that_is_none(news: Path, tmp_path: Path) -> None:
    table = tmp_path / "publishers.toml"
    table.write_text("outlet = [", encoding="utf-8")
    result = twosource("brief", str(news), "--publishers", str(table))
    assert result.exit_code == 1
    assert "publishers.toml" in result.stderr


def test_the_same_bytes_twice(news: Path) -> None:
    (news.parent / "second.txt").write_text(NEWS.replace("Nine", "Eleven"), encoding="utf-8")
    first = twosource("brief", str(news), str(news.parent / "second.txt"), "--format", "json")
    second = twosource("brief", str(news.parent / "second.txt"), str(news), "--format", "json")
    assert first.stdout_bytes == second.stdout_bytes


def test_each_command_says_in_one_line_what_it_does() -> None:
    lines = CliRunner().invoke(main, ["--help"], terminal_width=80).stdout.split("Commands:")[1].splitlines()
    assert [line for line in lines if line.endswith("...")] == []


def test_a_reader_that_has_gone_away_is_no_error(news: Path) -> None:
    command = [sys.executable, "-m", "twosource", "brief", str(news)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert (running.wait(), running.stderr.read()) == (0, b"")
