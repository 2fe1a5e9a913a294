"""The one that a singular noun implies, where the tree says that something befell the person."""

from __future__ import annotations

import pytest

from twosource.annotate.pipeline import Pipeline
from twosource.annotate.quantities import find_quantities
from twosource.model.reading import Reading, Token
from twosource.model.span import Span
from twosource.text.tree import Tree

BEFALLEN = [
    ("A man was shot and killed in Elmwood.", "A man", "a passive subject"),
    ("The girl later died of her wounds.", "The girl", "who dies"),
    ("He killed his brother.", "his brother", "an object"),
    ("Police reported the shooting death of a 5-year-old girl.", "a 5-year-old girl", "of a death"),
    ("Police spoke of a driver killed in a crash.", "a driver", "a participle behind"),
    ("A teenager who was stabbed is in hospital.", "A teenager", "a clause behind"),
    ("A guard was pronounced dead at the scene.", "A guard", "a state"),
    ("The wounded officer is recovering.", "The wounded officer", "a state before"),
    ("Officers found a man suffering from a gunshot wound.", "a man", "what is suffered"),
    ("A farmer accidentally shot himself.", "A farmer", "oneself"),
    ("HOLM (HNN) - A 12-year-old girl has died, rescuers said.", "A 12-year-old girl", "behind a dateline"),
    ("Man shot in leg", "Man", "a headline's passive"),
    ("The blast left a young girl dead.", "a young girl", "a state behind the object"),
    ("The suspect then shot and killed himself.", "The suspect", "a verb that shares its subject"),
    ("The crash claimed the life of a young boy.", "a young boy", "whose life is taken"),
    ("A woman was taken to hospital with a gunshot wound.", "A woman", "a wound beside the verb"),
    ("A man is in critical condition after the crash.", "A man", "a condition"),
    ("Rescuers spoke of a crash in which one man died.", "one man", "a count of one behind a relative"),
    ("One is dead and nobody else was there.", "One is dead", "the one to whom something befell"),
    ("Six people were shot, one fatally, in Elmwood.", "one fatally", "an adverb that is a state"),
]


def ones(pipeline: Pipeline, text: str) -> list[str]:
    """The phrases of a text that imply one person."""
    (reading,) = pipeline.read([text])
    found = [mention.quantity for mention in find_quantities(Tree(reading))]
    return [each.text for each in found if each.unit == "person" and each.minimum == each.maximum == 1]


@pytest.mark.parametrize(("text", "wanted", "why"), BEFALLEN)
def test_one_person_is_counted(pipeline: Pipeline, text: str, wanted: str, why: str) -> None:
    assert ones(pipeline, text) == [wanted], why


NOT_BEFALLEN = [
    ("A man shot two guards.", "who does it"),
    ("The trial of a woman accused of killing three people began.", "who is accused of it"),
    ("He threatened to kill a guard.", "only threatened"),
    ("A driver could be hurt.", "only possible"),
    ("No officer was hurt.", "nobody"),
    ("The mayor opened a school for every child.", "nothing befell anybody"),
    ("A third man was killed.", "a rank has its own figure"),
    ("A man drove off and shot two guards.", "who does it with a verb that shares its subject"),
    ("The one was dead long before.", "the one is a pronoun"),
]


@pytest.mark.parametrize(("text", "why"), NOT_BEFALLEN)
def test_nobody_is_counted(pipeline: Pipeline, text: str, why: str) -> None:
    assert ones(pipeline, text) == [], why


def test_both_are_two(pipeline: Pipeline) -> None:
    (reading,) = pipeline.read(["Both victims died at the scene."])
    found = [(each.quantity.text, each.quantity.minimum, each.quantity.unit) for each in find_quantities(Tree(reading))]
    assert found == [("Both victims", 2, "person")]


def test_an_age_alone_is_counted_as_a_person(pipeline: Pipeline) -> None:
    (reading,) = pipeline.read(["A 17-year-old was killed and two men were hurt."])
    found = [(each.quantity.unit, each.quantity.counted) for each in find_quantities(Tree(reading))]
    assert found[:2] == [("person", "17-year-old"), ("year", None)], "the person, and the age within"


def test_a_count_of_one_is_not_counted_twice(pipeline: Pipeline) -> None:
    assert ones(pipeline, "One woman was wounded.") == ["One woman"]


@pytest.mark.parametrize("flat", [True, False], ids=["all on one verb", "a chain"])
def test_any_tree_takes_linear_time(flat: bool) -> None:
    words, at, tokens = ("man", "killed", "two"), 0, []
    count = 12_000
    for index in range(count):
        word = words[index % 3]
        head = 1 if flat else min(index + 1, count - 1)
        upos, deprel = {"man": ("NOUN", "nsubj:pass"), "killed": ("VERB", "conj"), "two": ("NUM", "nummod")}[word]
        tokens.append(Token(Span(at, at + len(word)), word, word, upos, "", head, deprel))
        at += len(word) + 1
    text = " ".join(words[index % 3] for index in range(count))
    reading = Reading(text, sentences=(Span(0, len(text)),), tokens=tuple(tokens))
    assert len(find_quantities(Tree(reading))) >= count // 3, "a quadratic walk would take minutes"
