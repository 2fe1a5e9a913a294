"""What is read out of a sentence: figures with what they count, events with dates, roles with qualifiers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from twosource.corroborate.assertion import Assertion
from twosource.corroborate.assertions.happenings import dates
from twosource.corroborate.assertions.roles import read_role, roles
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context
from twosource.corroborate.figures.figures import figures
from twosource.corroborate.lexicon import inflections, lexicon
from twosource.model.article import Article
from twosource.model.entity import Entity, EntityMention
from twosource.model.judgement import Passage
from twosource.model.moment import Days
from twosource.model.reading import Annotated, EntityType, QuantityMention, Reading, TimeMention, TimeType
from twosource.model.span import Span
from twosource.model.value import Quantity

Parsed = Callable[..., Reading]

TOLL = """
The       the       DET   2 det
blast     blast     NOUN  3 nsubj
killed    kill      VERB  0 root
41        41        NUM   5 nummod
people    people    NOUN  3 obj
and       and       CCONJ 7 cc
forced    force     VERB  3 conj
more      more      ADJ   10 advmod
than      than      ADP   8 fixed
3,000     3,000     NUM   7 obj
from      from      ADP   13 case
their     their     PRON  13 nmod:poss
homes     home      NOUN  7 obl
.         .         PUNCT 3 punct
"""

LEAVING = """
The       the       DET   2 det
soldiers  soldier   NOUN  4 nsubj:pass
are       be        AUX   4 aux:pass
expected  expect    VERB  0 root
to        to        PART  6 mark
begin     begin     VERB  4 xcomp
leaving   leave     VERB  6 xcomp
on        on        ADP   9 case
Thursday  Thursday  PROPN 7 obl
.         .         PUNCT 4 punct
"""

ROLE = """
The       the       DET   4 det
acting    acting    ADJ   4 amod
finance   finance   NOUN  4 compound
minister  minister  NOUN  7 nsubj
Ana       Ana       PROPN 4 appos
Belk      Belk      PROPN 5 flat
left      leave     VERB  0 root
.         .         PUNCT 7 punct
"""


def figure(  # noqa: PLR0917 - a row of the table a case
    reading: Reading, words: str, low: float, high: float | None, unit: str | None, counted: str | None
) -> QuantityMention:
    at = reading.text.index(words)
    return QuantityMention(Span(at, at + len(words)), Quantity(low, high, False, unit, counted, words))


def context(reading: Reading, entities: tuple[Entity, ...] = ()) -> Context:
    return Context(Annotated(Article("a", reading.text), reading), entities)


def test_each_figure_finds_what_happened(parsed: Parsed) -> None:
    reading = parsed(TOLL)
    told = (
        figure(reading, "41 people", 41, 41, "person", "people"),
        figure(reading, "more than 3,000", 3000, None, None, None),
    )
    found = list(figures(context(replace(reading, quantities=told)), Voices(())))
    assert [(one.topic.subject, one.topic.predicate) for one in found] == [("person", "death"), (None, "displacement")]


def test_a_statement_quotes_its_passage(parsed: Parsed) -> None:
    reading = parsed(TOLL)
    told = (figure(reading, "41 people", 41, 41, "person", "people"),)
    found: list[Assertion] = list(figures(context(replace(reading, quantities=told)), Voices(())))
    assert [one.passage.span.of(reading.text) for one in found] == [one.text for one in found]


@pytest.mark.parametrize("prefix", ["on ", ""])
def test_a_date_finds_the_event_behind_light_verbs(parsed: Parsed, prefix: str) -> None:
    reading = parsed(LEAVING)
    at = reading.text.index(f"{prefix}Thursday")
    span = Span(at, at + len(f"{prefix}Thursday"))
    time = TimeMention(span, span.of(reading.text), TimeType.DATE, "2021-05-06", Days.on(date(2021, 5, 6)))
    found = list(dates(context(replace(reading, times=(time,))), Voices(())))
    assert [(one.topic.predicate, one.topic.phase) for one in found] == [("withdraw", "begin")]
    assert found[0].topic.participants == {"soldier"}


def test_a_role_before_a_name(parsed: Parsed) -> None:
    reading = parsed(ROLE, {"Ana Belk": "person"})
    span = reading.names[0].span
    entity = Entity(
        "e1", EntityType.PERSON, "Ana Belk", ("Ana Belk",), (), (EntityMention(Passage("a", span), "Ana Belk"),)
    )
    found = list(roles(context(reading, (entity,)), Voices((entity,))))
    assert {(one.topic.subject, one.topic.predicate) for one in found} == {("e1", "minister")}
    assert all(one.value is not None and "acting" in one.value.text for one in found)


@pytest.mark.parametrize(
    ("text", "role", "states"),
    [
        ("the outgoing premier", "prime minister", {"outgoing"}),  # a synonym
        ("acting prime minister", "prime minister", {"acting"}),  # two words
        ("former deputy chairwoman", "chairman", {"former", "deputy"}),  # two qualifiers
        ("the head of government", "prime minister", set()),  # three words before one
    ],
)
def test_roles_are_taken_apart(text: str, role: str, states: set[str]) -> None:
    held = read_role(text)
    assert held is not None
    assert (held.role, set(held.states)) == (role, states)


def test_no_role_in_other_words() -> None:
    assert read_role("a rainy afternoon") is None


def test_every_pair_of_opposites_names_known_concepts() -> None:
    known = set(lexicon("en").event.words.values()) | {"lose"}
    assert {name for pair in lexicon("en").opposed_concepts for name in pair} <= known


def test_inflections_cover_doubled_letters() -> None:
    assert "stepped" in inflections("step")
