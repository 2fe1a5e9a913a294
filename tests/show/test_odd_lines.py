"""Lines that no sane tool writes: each gives a line or an error line, and the lines after it are answered."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from twosource.show.cli import main

GOOD = {"id": "good", "text": "Nine boats sank.", "left": "Nine boats sank.", "right": "Ten boats sank."}
ODD = (
    ("[" * 100_000, "nested beyond what can be read"),
    ('{"id":' * 50_000, "the same with objects"),
    ('{"id": ' + "9" * 5000 + "}", "a number of too many digits"),
    (json.dumps({**GOOD, "id": "odd", "text": "\ud800 died", "left": "\udfff"}), "half a surrogate pair"),
    (json.dumps({**GOOD, "id": "odd", "text": "a\0b", "left": "\0"}), "a zero"),
    (json.dumps({**GOOD, "id": "odd", "language": 5}), "a language that is a number"),
    (json.dumps({**GOOD, "id": "odd", "published": "2019-03-05T21:40+99:00"}), "a zone that no clock has"),
    (json.dumps({**GOOD, "id": "odd", "published": "2019-03-05 or so"}), "a date with words behind it"),
    (json.dumps({**GOOD, "id": "odd", "url": "https://[ostrel.example/a"}), "an address that is none"),
    (json.dumps({**GOOD, "id": "odd", "byline": "A" * 200_000}), "an endless byline"),
)


def run(command: str, *lines: object) -> list[Any]:
    given = "".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines)
    result = CliRunner().invoke(main, [command], input=given, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("command", ["clean", "annotate", "compare", "names"])
@pytest.mark.parametrize("line", [line for line, _ in ODD], ids=[reason for _, reason in ODD])
def test_every_line_is_answered(command: str, line: str) -> None:
    found = run(command, line, GOOD)
    assert len(found) == 2
    assert found[1]["id"] == "good"
    assert "error" not in found[1]


def test_offsets_hold_where_half_a_surrogate_pair_stood() -> None:
    text = "\ud800 Nine boats sank."
    (found,) = run("annotate", {"id": "1", "text": text})
    assert all(text[one["start"] : one["end"]] == one["text"] for one in found["quantities"])
    assert found["quantities"]
