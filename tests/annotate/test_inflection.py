"""Lemmas are words, and words of which the rules of spelling make the form."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.decoding.inflection import Vocabulary, checked, irregular_base, regular_bases
from twosource.annotate.encoder import Encoder

KNOWN = Vocabulary.of({
    "fin", "fine", "close", "scrap", "scrape", "carry", "tie", "free", "stop", "potato", "need", "troop",
    "troops", "single", "angle", "bundle", "jungle", "hot", "bath", "bathe", "open", "happen", "ring",
})  # fmt: skip


@pytest.mark.parametrize(
    ("form", "tag", "feats", "written", "lemma", "why"),
    [
        ("fined", "VERB", "Tense=Past", "fin", "fine", "of 'fin' it would be 'finned'"),
        ("scraping", "VERB", "VerbForm=Ger", "scrap", "scrape", "so with -ing"),
        ("stopped", "VERB", "Tense=Past", "stopp", "stop", "a doubled consonant"),
        ("carries", "VERB", "Number=Sing|Person=3|Tense=Pres", "carrie", "carry", "y behind a consonant"),
        ("tying", "VERB", "VerbForm=Ger", "ty", "tie", "ie before -ing"),
        ("freeing", "VERB", "VerbForm=Ger", "fre", "free", "ee stays before -ing"),
        ("bathed", "VERB", "Tense=Past", "bath", "bath", "either word has the form: the model's stays"),
        ("Closest", "ADJ", "Degree=Sup", "clos", "close", "superlatives"),
        ("hottest", "ADJ", "Degree=Sup", "hott", "hot", "with a doubled consonant"),
        ("potatoes", "NOUN", "Number=Plur", "potatoe", "potato", "plurals in -oes"),
        ("troops", "NOUN", "Number=Plur", "troops", "troops", "a plural that is a word of its own"),
        ("need", "VERB", "VerbForm=Inf", "need", "need", "what only looks inflected"),
        ("bring", "VERB", "Tense=Pres|VerbForm=Part", "bring", "bring", "what nobody knows stays as it is"),
        ("fled", "VERB", "Tense=Past", "fl", "flee", "irregular verbs"),
        ("overthrown", "VERB", "VerbForm=Part", "overthrowne", "overthrow", "by their last part"),
        ("horsemen", "NOUN", "Number=Plur", "horsey", "horseman", "irregular nouns, too"),
        ("police", "NOUN", "Number=Plur", "police", "police", "not every end is a last part"),
        ("mingled", "VERB", "Tense=Past", "mingl", "mingle", "an unknown word ends as words do"),
        ("ripening", "VERB", "VerbForm=Ger", "ripen", "ripen", "one that ends well stays"),
        ("shunned", "VERB", "Tense=Past", "shunne", "shun", "few words end in a doubled n"),
        ("Orlunds", "PROPN", "Number=Plur", "Orlund", "Orlund", "names are not looked at"),
    ],
)
def test_checked(form: str, tag: str, feats: str, written: str, lemma: str, why: str) -> None:  # noqa: PLR0917
    assert checked(written, form, tag, feats, KNOWN) == lemma, why


@pytest.mark.parametrize("tag", ["VERB", "NOUN", "ADJ", "ADV", "PRON"])
@given(form=st.text(string.ascii_lowercase, min_size=1, max_size=12))
def test_any_word(tag: str, form: str) -> None:
    assert all(len(base) > 2 for base in regular_bases(form, tag))
    assert isinstance(irregular_base(form, tag), str)


def test_the_bundled_model_writes_words() -> None:
    (parsed,) = Encoder.load(threads=1).read([["They", "fled", "when", "it", "burned", "."]])
    assert parsed.lemmas[1] == "flee"
