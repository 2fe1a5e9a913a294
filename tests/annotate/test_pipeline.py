"""The seam: pipelines opened, texts and articles read, ClearNLP turned, languages without a pipeline."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from twosource.annotate import Pipeline, annotate, open_pipeline, redate
from twosource.annotate.clearnlp import Arc, is_clearnlp, to_universal
from twosource.annotate.document import to_reading
from twosource.annotate.pipeline import SpacyPipeline
from twosource.errors import PipelineError
from twosource.model.article import Article
from twosource.model.moment import Moment
from twosource.model.reading import EntityType, Reading

TEXT = "OSTREL (CPS) — The mayor of Ostrel, Ida Holm, resigned on Tuesday.\n\nShe had led the city since 2014."


def check(reading: Reading) -> None:
    """What holds for every reading."""
    for token in reading.tokens:
        assert token.span.of(reading.text) == token.text
        assert 0 <= token.head < len(reading.tokens)
    for index, token in enumerate(reading.tokens):
        assert (token.head == index) == (token.deprel == "root")
        assert reading.sentence_at(token.span.start) == reading.sentence_at(reading.tokens[token.head].span.start)
    assert [name.span for name in reading.names] == sorted(name.span for name in reading.names)
    assert all(name.span.of(reading.text) == name.text for name in reading.names)
    if reading.vectors is not None:
        assert reading.vectors.shape == (len(reading.sentences), 384)


def test_a_text_is_read(pipeline: Pipeline) -> None:
    reading = next(pipeline.read([TEXT]))
    check(reading)
    assert reading.text == TEXT
    assert len(reading.sentences) == 2
    assert ("Ida Holm", EntityType.PERSON) in [(name.text, name.type) for name in reading.names]
    by_word = {token.text: token for token in reading.tokens}
    assert (by_word["resigned"].upos, by_word["resigned"].lemma) == ("VERB", "resign")
    assert reading.vectors is not None
    assert np.allclose(np.linalg.norm(reading.vectors, axis=1), 1, atol=1e-3)


SIGNS = "aZ9 .,!?'\"“”()-\n\r\t\x00\x1f\x85\u2028\xa0\u200b\u202e\u0301\u200d😀🏽م中。"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from(SIGNS), max_size=40))
def test_any_text_is_read_with_exact_offsets(pipeline: Pipeline, text: str) -> None:
    reading = next(pipeline.read([text]))
    check(reading)
    assert reading.text == text
    assert "".join(token.text for token in reading.tokens) == "".join(text.split())


def test_the_same_text_reads_the_same_in_any_company(pipeline: Pipeline) -> None:
    alone = next(pipeline.read([TEXT]))
    beside = list(pipeline.read(["Rain fell.", TEXT, ""]))[1]
    assert (alone.tokens, alone.names) == (beside.tokens, beside.names)
    assert np.array_equal(alone.vectors, beside.vectors)  # type: ignore[arg-type]


def test_an_account_has_title_times_and_anchor(pipeline: Pipeline) -> None:
    article = Article("1", TEXT, title="Ostrel mayor resigns", published=Moment("2019-10-09"))
    account = next(annotate([article], pipeline))
    assert account.title is not None
    assert account.title.text == "Ostrel mayor resigns"
    assert account.body.anchor == article.published.day if article.published else None
    assert account.body.parsed
    assert [mention.text for mention in account.body.times]


def test_redate_resolves_times_again(pipeline: Pipeline) -> None:
    account = next(annotate([Article("1", "The port opens tomorrow.")], pipeline))
    assert account.body.times[0].days is None
    later = redate(account, Moment("2019-10-09"))
    assert later.body.times[0].days is not None
    assert str(later.body.times[0].days.start) == "2019-10-10"
    assert later.article.published == Moment("2019-10-09")
    assert later.body.tokens is account.body.tokens


def test_an_article_in_another_language_is_read_roughly(pipeline: Pipeline) -> None:
    article = Article("1", "Der Hafen ist seit Montag offen. 41 Menschen starben.", language="de")
    account = next(annotate([article], pipeline))
    assert not account.body.parsed
    assert [len(account.body.sentences), account.body.events, account.body.names] == [2, (), ()]
    check(replace(account.body, names=()))


def test_a_language_without_a_pipeline_still_opens() -> None:
    rough = open_pipeline(language="xx")
    assert [token.text for token in next(rough.read(["Laevad tulid."])).tokens] == ["Laevad", "tulid", "."]
    assert not next(rough.read_words([[["Laevad", "tulid"]]])).parsed


def test_an_unknown_pipeline_says_what_there_is() -> None:
    with pytest.raises(PipelineError, match=r"no_such_pipeline.*installed are: twosource"):
        open_pipeline("no_such_pipeline")


def test_an_installed_universal_pipeline_stands_in() -> None:
    nlp = spacy.blank("en")
    stand_in = SpacyPipeline("blank", nlp)
    nlp.add_pipe("sentencizer")
    reading = next(stand_in.read(["Mr. Holm left.\n\nNobody came."]))
    assert [span.of(reading.text) for span in reading.sentences] == ["Mr. Holm left.", "Nobody came."]


def test_words_that_are_given_are_kept(pipeline: Pipeline) -> None:
    first, second = pipeline.read_words([[["Ida", "Holm", "do", "n't", "swim"]], [["Ships", " ", "came"], ["."]]])
    assert [token.text for token in first.tokens] == ["Ida", "Holm", "do", "n't", "swim"]
    assert len(second.tokens) == 4
    check(first)
    check(second)


# form, lemma, upos, head (from 1), ClearNLP label, then the head and relation that Universal Dependencies give.
CLEARNLP = [
    (
        "a preposition becomes the case of its object",
        [
            ("ships", "ship", "NOUN", 2, "nsubj", 2, "nsubj"),
            ("came", "come", "VERB", 2, "ROOT", 2, "root"),
            ("out", "out", "ADP", 2, "prep", 6, "case"),
            ("of", "of", "ADP", 3, "prep", 6, "case"),
            ("the", "the", "DET", 6, "det", 6, "det"),
            ("port", "port", "NOUN", 4, "pobj", 2, "obl"),
        ],
    ),
    (
        "a copula hangs on its predicate",
        [
            ("Holm", "Holm", "PROPN", 2, "nsubj", 4, "nsubj"),
            ("is", "be", "AUX", 2, "ROOT", 4, "cop"),
            ("the", "the", "DET", 4, "det", 4, "det"),
            ("mayor", "mayor", "NOUN", 2, "attr", 4, "root"),
            ("of", "of", "ADP", 4, "prep", 6, "case"),
            ("Ostrel", "Ostrel", "PROPN", 5, "pobj", 4, "nmod"),
        ],
    ),
    (
        "what there is is a subject",
        [
            ("there", "there", "PRON", 2, "expl", 2, "expl"),
            ("are", "be", "VERB", 2, "ROOT", 2, "root"),
            ("ships", "ship", "NOUN", 2, "attr", 2, "nsubj"),
        ],
    ),
    (
        "passive with its agent",
        [
            ("Holm", "Holm", "PROPN", 3, "nsubjpass", 3, "nsubj:pass"),
            ("was", "be", "AUX", 3, "auxpass", 3, "aux:pass"),
            ("held", "hold", "VERB", 3, "ROOT", 3, "root"),
            ("by", "by", "ADP", 3, "agent", 5, "case"),
            ("police", "police", "NOUN", 4, "pobj", 3, "obl:agent"),
        ],
    ),
    (
        "coordination hangs on its first word",
        [
            ("bread", "bread", "NOUN", 1, "ROOT", 1, "root"),
            (",", ",", "PUNCT", 1, "punct", 3, "punct"),
            ("salt", "salt", "NOUN", 1, "conj", 1, "conj"),
            ("and", "and", "CCONJ", 3, "cc", 5, "cc"),
            ("wine", "wine", "NOUN", 3, "conj", 1, "conj"),
        ],
    ),
    (
        "a person's names hang on the first",
        [
            ("Ida", "Ida", "PROPN", 2, "compound", 3, "nsubj"),
            ("Holm", "Holm", "PROPN", 3, "nsubj", 1, "flat"),
            ("won", "win", "VERB", 3, "ROOT", 3, "root"),
        ],
    ),
]


@pytest.mark.parametrize(("reason", "rows"), CLEARNLP)
def test_clearnlp_becomes_universal(reason: str, rows: list[tuple[str, str, str, int, str, int, str]]) -> None:
    arcs = [Arc(lemma, upos, head - 1, label) for _, lemma, upos, head, label, _, _ in rows]
    to_universal(arcs, persons=[(0, 2)] if "person" in reason else [])
    assert [(arc.head + 1, arc.deprel) for arc in arcs] == [row[5:] for row in rows], reason


def test_labels_tell_the_scheme() -> None:
    assert is_clearnlp(["nsubj", "pobj"])
    assert not is_clearnlp(["nsubj", "obl", "case"])


def test_names_lose_articles_and_possessives() -> None:
    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, words=["The", "Ostrel", "Times", "'s", "report"], sent_starts=[True, *4 * [False]])
    doc.set_ents([spacy.tokens.Span(doc, 0, 4, label="ORG"), spacy.tokens.Span(doc, 4, 5, label="DATE")])
    assert [(name.text, name.type) for name in to_reading(doc).names] == [("Ostrel Times", EntityType.ORGANIZATION)]
