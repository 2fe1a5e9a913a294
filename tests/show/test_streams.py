"""The stream commands: a line in, a line out, errors in their place, offsets that quote the text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from twosource.show.cli import main

STORM = "ILMAR (TNP) — Nine boats sank off Ostrel on Friday, the coast guard said.\n\nTwelve sailors were rescued."


def run(command: str, *records: object, arguments: tuple[str, ...] = ()) -> list[Any]:
    lines = "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in records)
    result = CliRunner().invoke(main, [command, *arguments], input=lines, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


BROKEN = (
    ('{"id": "1", "te', None, "broken JSON: "),
    ("[]", None, "a JSON array, where an object"),
    ('{"id": "3"}', "3", "is missing"),
    ('{"id": 4, "text": "x"}', None, '"id" must be a text'),
)


@pytest.mark.parametrize("command", ["annotate", "compare", "names"])
@pytest.mark.parametrize(("line", "identifier", "reason"), BROKEN)
def test_a_broken_line_gives_an_error_line(command: str, line: str, identifier: str | None, reason: str) -> None:
    (found,) = run(command, line)
    assert found["id"] == identifier
    assert reason in found["error"] or "is missing" in found["error"]


def test_annotate_keeps_the_order_and_quotes_the_text() -> None:
    good, bad, empty = run("annotate", {"id": "a", "text": STORM}, "{", {"id": "c", "text": ""})
    assert (good["id"], empty["id"]) == ("a", "c")
    assert "error" in bad
    assert empty["tokens"] == []
    for kind in ("tokens", "entities", "quantities", "times"):
        assert good[kind], kind
        assert all(STORM[one["start"] : one["end"]] == one["text"] for one in good[kind])
    nine = next(one for one in good["quantities"] if one["min"] == 9)
    assert (nine["max"], nine["approximate"]) == (9, False)
    roots = [number for number, token in enumerate(good["tokens"]) if token["head"] == number]
    assert {good["tokens"][number]["deprel"] for number in roots} == {"root"}


def test_clean_drops_with_reasons() -> None:
    page = f"Storm sinks nine boats\n\nBy Ada Brekk\n\n{STORM}\n\nShare this article: Facebook | Twitter\n"
    (found,) = run("clean", {"id": "a", "text": page})
    assert "Facebook" not in found["text"]
    assert "Twelve sailors were rescued." in found["text"]
    assert found["dropped"]
    assert ("TNP", "dateline") in {(one["agency"], one["kind"]) for one in found["credits"]}


def test_group_puts_every_article_in_one_story() -> None:
    other = "The parliament of Vardovia passed a budget of 3 billion crowns on Tuesday after a debate of nine hours."
    articles = [{"id": "a", "text": STORM}, {"id": "b", "text": STORM}, {"id": "c", "text": other}]
    stories = run("group", *articles)
    assert sorted(one for story in stories for one in story["articles"]) == ["a", "b", "c"]
    assert ["a", "b"] in [story["articles"] for story in stories]
    assert run("group", *reversed(articles)) == stories


def test_group_reads_headlines_alone() -> None:
    stories = run("group", *({"id": name, "text": "", "title": "Nine boats sink off Ostrel"} for name in "ab"))
    assert [story["articles"] for story in stories] == [["a", "b"]]


def test_trace_finds_a_copy_with_its_passages() -> None:
    text = " ".join(f"Sentence {word} of a long report on the storm off Ostrel names boat {word}." for word in WORDS)
    first = {"id": "a", "text": text, "published": "2019-10-04"}
    (found,) = run("trace", first, {"id": "b", "text": text, "published": "2019-10-05"})
    (copy,) = found["copies"]
    assert (copy["from"], copy["to"], copy["kind"], copy["direction"]) == ("a", "b", "verbatim", "date")
    start, end = copy["passages"][0]["from"]
    assert end - start > len(text) // 2
    assert [origin["articles"] for origin in found["origins"]] == [["a", "b"]]


WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@pytest.mark.parametrize(
    ("left", "right", "relation", "reason"),
    [
        ("Nine boats sank off Ostrel on Friday.", "Nine boats sank off Ostrel on Friday.", "same", "word for word"),
        ("Nine boats sank off Ostrel on Friday.", "Eleven boats sank off Ostrel on Friday.", "conflicts", "a figure"),
        ("Nine boats sank off Ostrel.", "The budget was passed in Vardovia.", "unrelated", "nothing in common"),
    ],
)
def test_compare(left: str, right: str, relation: str, reason: str) -> None:
    (found,) = run("compare", {"id": "1", "left": left, "right": right})
    assert found["relation"] == relation, reason
    assert 0 <= found["score"] <= 1
    assert found["reason"]


def test_names_says_why() -> None:
    (same,) = run("names", {"id": "1", "left": "Yevgenia Zhorova", "right": "Jewgenija Schorowa", "type": "person"})
    (other,) = run("names", {"id": "2", "left": "Boris Khadrin", "right": "Kirill Khadrin", "type": "person"})
    assert (same["same"], other["same"]) == (True, False)
    assert same["reason"]


def test_names_knows_its_types() -> None:
    (found,) = run("names", {"id": "1", "left": "a", "right": "b", "type": "ship"})
    assert "person, organization, place, other" in found["error"]


def test_conllu_keeps_its_tokens() -> None:
    rows = ["# text = Boats sank", "1\tBoats\t_\t_\t_\t_\t_\t_\t_\t_", "2\tsank\t_\t_\t_\t_\t_\t_\t_\t_", ""]
    arguments = ["annotate", "--from", "conllu", "--to", "conllu"]
    result = CliRunner().invoke(main, arguments, input="\n".join(rows) + "\n", catch_exceptions=False)
    lines = result.stdout.splitlines()
    assert lines[0] == rows[0]
    assert [line.split("\t")[1] for line in lines[1:3]] == ["Boats", "sank"]
    assert lines[2].split("\t")[3] == "VERB"
