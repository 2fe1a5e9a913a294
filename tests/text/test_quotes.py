from __future__ import annotations

import pytest

from twosource.text.quotes import quotations

CASES = [
    (
        'He said: "We shall not leave the harbour." Then he left.',
        ['"We shall not leave the harbour."'],
        "straight marks",
    ),
    ("He said: “We shall not leave the harbour.” Then he left.", ["“We shall not leave the harbour.”"], "curly marks"),
    (
        "Er sagte: „Wir gehen nicht aus dem Hafen.“ Dann ging er.",
        ["„Wir gehen nicht aus dem Hafen.“"],
        "low opening marks",
    ),
    (
        "Il dit : « Nous ne quitterons pas le port. » Puis il partit.",
        ["« Nous ne quitterons pas le port. »"],
        "angle marks",
    ),
    ('The "Sea Star" sank.', [], "a name in marks is no speech"),
    (
        "“We shall stay here, all of us.\n\n“Nobody will go home,” he said.",
        ["“We shall stay here, all of us.", "“Nobody will go home,”"],
        "a quotation over two paragraphs is opened twice and closed once",
    ),
    ("“We shall stay here, all of us", ["“We shall stay here, all of us"], "never closed: to the end"),
    ("no marks at all", [], "nothing quoted"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_quotations(text: str, expected: list[str], why: str) -> None:
    assert [span.of(text) for span in quotations(text)] == expected, why


def test_many_marks_are_linear() -> None:
    assert quotations('"' * 200_000) == ()
