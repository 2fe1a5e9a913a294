from __future__ import annotations

import pytest

from twosource.text.quotes import quotations, statements

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
    (
        'He had "spotted the boat before noon. ' + "It went on. " * 60 + 'She said: "We shall not leave the harbour."',
        ['"We shall not leave the harbour."'],
        "a mark that is never closed does not turn those behind it round, nor the report into speech",
    ),
    (
        "“" + "We shall stay here. " * 40 + "\n\n“Nobody will go home,” he said.",
        ["“" + "We shall stay here. " * 40, "“Nobody will go home,”"],
        "a long paragraph of speech that the next one goes on with",
    ),
    ('It was the harbour." Then he left the "Sea Star and all her crew.', ['"Sea Star and all her crew.'], "half cut"),
    ('It lay there in the " harbour of the old town " for a week.', ['" harbour of the old town "'], "marks set apart"),
    ("no marks at all", [], "nothing quoted"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_quotations(text: str, expected: list[str], why: str) -> None:
    assert [span.of(text) for span in quotations(text)] == expected, why


def test_many_marks_are_linear() -> None:
    assert quotations('"' * 200_000) == ()


ANNOUNCED = "The port office released the following statement:"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (f"{ANNOUNCED}\n\nNobody was hurt.\n\nTwo men were held.", ["Nobody was hurt."], "one paragraph at least"),
        (
            f"{ANNOUNCED}\n\nWe are shocked.\n\nThe quay is shut.\n\nOur staff will help.\n\nTwo men were held.",
            ["We are shocked.\n\nThe quay is shut.\n\nOur staff will help."],
            "as long as somebody says we",
        ),
        ("In a statement: We are shocked.\n\nTwo men were held.", ["We are shocked."], "in the same paragraph"),
        ("They took these things:\n\nTwo ropes and a lamp.", [], "a list is no statement"),
        ("The statement was read at 8:30 in the hall.", [], "a clock's colon announces nothing"),
        (ANNOUNCED, [], "nothing follows"),
    ],
)
def test_statements(text: str, expected: list[str], why: str) -> None:
    assert [span.of(text) for span in statements(text)] == expected, why


def test_statements_in_german_and_in_a_language_without_a_list() -> None:
    text = "In der Mitteilung heißt es:\n\nWir sind bestürzt."
    assert [span.of(text) for span in statements(text, "de")] == ["Wir sind bestürzt."]
    assert statements(text, "fi") == ()
