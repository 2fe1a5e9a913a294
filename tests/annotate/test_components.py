"""Our reader within spaCy: found by its entry points, text kept, a Doc filled."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from twosource.annotate.components import VECTORS, Tokenizer

TOKENIZER = Tokenizer(spacy.blank("en").vocab)
CONFIG = {"nlp": {"tokenizer": {"@tokenizers": "twosource.Tokenizer.v1"}}}


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("en", config=CONFIG)
    blank.add_pipe("twosource_encoder")
    return blank


def test_the_entry_points_are_the_packages_own() -> None:
    found = {point.name for point in entry_points(group="spacy_factories")}
    assert {"twosource_encoder", "twosource_sentences"} <= found


def test_a_doc_is_filled(nlp: Language) -> None:
    doc = nlp("Ida Holm resigned.\n\n  Ships came to Ostrel.")
    assert [sentence.text.strip() for sentence in doc.sents] == ["Ida Holm resigned.", "Ships came to Ostrel."]
    assert doc[0].pos_ == "PROPN"
    assert doc[2].lemma_ == "resign"
    assert (doc.ents[0].text, doc.ents[0].label_) == ("Ida Holm", "PERSON")
    assert doc.user_data[VECTORS].shape == (2, 384)
    assert all(token.is_space == (token.pos_ == "SPACE") for token in doc)


def test_docs_are_read_from_a_stream(nlp: Language) -> None:
    assert [len(list(doc.sents)) for doc in nlp.pipe(["One came. Two left.", "", "Three stayed."])] == [2, 0, 1]


def test_a_pipeline_is_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [token.dep_ for token in again("Ships came.")] == [token.dep_ for token in nlp("Ships came.")]


def test_sentences_start_in_another_tokenizers_doc() -> None:
    other = spacy.blank("en")
    other.add_pipe("twosource_sentences")
    assert [sentence.text for sentence in other("Gen. Brandt left. Holm stayed.").sents] == [
        "Gen. Brandt left.",
        "Holm stayed.",
    ]


@given(st.text(max_size=60))
def test_the_text_is_kept(text: str) -> None:
    assert TOKENIZER(text).text == text
