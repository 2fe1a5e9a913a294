"""Names hung on the nouns that tell what they are, and which are left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from twosource.annotate.apposition import with_appositions
from twosource.model.reading import Reading

Parsed = Callable[..., Reading]

SAID = "said say VERB 0 root\n{noun} {noun} NOUN 1 nsubj\nAna Ana PROPN 1 nsubj\nOrlo Orlo PROPN 3 flat"
CASES: list[tuple[str, dict[str, str], str, str]] = [
    (SAID.format(noun="neighbour"), {"Ana Orlo": "person"}, "neighbour", "two subjects of one verb"),
    (SAID.format(noun="gun"), {"Ana Orlo": "person"}, "said", "a noun for a thing"),
    (SAID.format(noun="newspaper"), {"Ana Orlo": "organization"}, "newspaper", "a body and its noun"),
    (SAID.format(noun="newspaper"), {"Ana Orlo": "person"}, "said", "a body's noun before a person"),
    (SAID.format(noun="neighbour"), {}, "said", "no name"),
    (SAID.replace("1 nsubj\nAna", "1 obl\nAna").format(noun="neighbour"), {"Ana Orlo": "person"}, "said",
     "another relation"),
    (SAID.replace("PROPN 1 nsubj", "PROPN 1 appos").format(noun="neighbour"), {"Ana Orlo": "person"}, "neighbour",
     "an apposition to what the noun hangs on"),
]  # fmt: skip


@pytest.mark.parametrize(("conllu", "names", "head", "why"), CASES, ids=[case[-1] for case in CASES])
def test_a_name_behind_its_noun(conllu: str, names: dict[str, str], head: str, why: str, parsed: Parsed) -> None:
    reading = parsed(conllu, names)
    tokens = with_appositions(reading.tokens, reading.names, "en")
    assert tokens[tokens[2].head].text == head, why
    assert (tokens[2].deprel == "appos") is (head != "said"), why


def test_a_language_without_lists_is_left(parsed: Parsed) -> None:
    reading = parsed(SAID.format(noun="neighbour"), {"Ana Orlo": "person"})
    assert with_appositions(reading.tokens, reading.names, "xx") == reading.tokens
