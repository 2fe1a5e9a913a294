"""What a copy changed in a sentence: found where it was changed, and not where it was only reworded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.alignment.likeness import Rarity
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.context import Context, contexts
from twosource.corroborate.copying.alterations import Change, alteration
from twosource.corroborate.copying.retold import retold
from twosource.corroborate.pairs.words import Side
from twosource.model.article import Article
from twosource.model.claim import ConflictKind
from twosource.model.moment import Moment
from twosource.model.reading import Annotated, EntityType, Mention, QuantityMention, Reading
from twosource.model.span import Span
from twosource.model.value import Quantity

Parsed = Callable[..., Reading]

SENTENCE = """
The       the       DET   2 det
blast     blast     NOUN  3 nsubj
{verb}    {lemma}   VERB  0 root
{number}  {number}  NUM   5 nummod
dockers   docker    NOUN  3 obj
near      near      ADP   8 case
the       the       DET   8 det
{place}   {place}   NOUN  3 obl
.         .         PUNCT 3 punct
"""


def account(parsed: Parsed, name: str, number: int = 41, verb: str = "killed", lemma: str = "kill") -> Context:
    reading = parsed(SENTENCE.format(number=number, verb=verb, lemma=lemma, place="warehouse"))
    words = f"{number} dockers"
    at = reading.text.index(words)
    figure = QuantityMention(Span(at, at + len(words)), Quantity(number, number, False, "person", "dockers", words))
    return Context(Annotated(Article(name, reading.text), replace(reading, quantities=(figure,))), ())


@pytest.mark.parametrize(
    ("copy", "flagged"),
    [
        ({}, False),  # word for word
        ({"number": 61}, True),  # another figure
        ({"verb": "slew", "lemma": "slay"}, False),  # another word for the same
    ],
)
def test_changes(parsed: Parsed, copy: dict[str, object], flagged: bool) -> None:
    source, derived = account(parsed, "a"), account(parsed, "b", **copy)  # type: ignore[arg-type]
    rarity = Rarity([frozenset({"blast"})])
    found = retold((source, derived), {"b": ("a",)}, rarity, Voices(()))
    assert (("b", 0) in found) is flagged


@pytest.mark.parametrize(("day", "flagged"), [("Jan. 22", False), ("Jan. 21", True)])
def test_a_weekday_may_be_the_one_before(pipeline: Pipeline, day: str, flagged: bool) -> None:
    told = "The fire near the harbour of Velm was reported at about 7:15 p.m. {}."
    articles = [
        Article("a", told.format("Friday"), language="en", published=Moment("2016-01-29")),  # a Friday
        Article("b", told.format(day), language="en", published=Moment("2016-02-02")),
    ]
    read = contexts(list(annotate(articles, pipeline)), ())
    rarity = Rarity([frozenset({"fire", "harbour"})])
    assert bool(retold(read, {"b": ("a",)}, rarity, Voices(()))) is flagged


TITLED = """
Mayor    mayor    NOUN  2 nmod:desc
Karvel   Karvel   PROPN 3 nsubj
spoke    speak    VERB  0 root
before   before   ADP   6 case
the      the      DET   6 det
vote     vote     NOUN  3 obl
.        .        PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("edits", "change"),
    [
        (  # another title beside the name
            (("Mayor    mayor", "Sheriff  sheriff"),),
            Change(ConflictKind.ROLE, "says “Sheriff” where its source has “Mayor”"),
        ),
        (  # a small word turned round
            (("before   before", "after    after "),),
            Change(ConflictKind.WORDING, "says “after” where its source has “before”"),
        ),
        (  # denied
            (("the      the ", "no       no "),),
            Change(ConflictKind.POLARITY, "adds “no”, which its source does not say"),
        ),
        ((("spoke    speak", "talked   talk "),), None),  # reworded
    ],
)
def test_alterations(parsed: Parsed, edits: tuple[tuple[str, str], ...], change: Change | None) -> None:
    assert alteration(side(parsed, "a"), side(parsed, "b", edits), Voices(())) == change


def test_who_says_no_by_another_word_changes_nothing(parsed: Parsed) -> None:
    source = side(parsed, "a", (("spoke    speak", "failed   fail "),))
    copy = side(parsed, "b", (("the      the ", "no       no "),))
    assert alteration(source, copy, Voices(())) is None


def side(parsed: Parsed, name: str, edits: tuple[tuple[str, str], ...] = ()) -> Side:
    text = TITLED
    for one, other in edits:
        text = text.replace(one, other)
    reading = parsed(text)
    at = reading.text.index("Karvel")
    names = (Mention(Span(at, at + 6), "Karvel", EntityType.PERSON),)
    return Side(Context(Annotated(Article(name, reading.text), replace(reading, names=names)), ()))


def test_an_account_of_its_own_is_not_judged(parsed: Parsed) -> None:
    contexts = (account(parsed, "a"), account(parsed, "b", number=61))
    assert retold(contexts, {}, Rarity([frozenset({"blast"})]), Voices(())) == {}
