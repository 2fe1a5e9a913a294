"""When two spellings of a name are a slip that somebody should look up."""

from __future__ import annotations

import pytest

from twosource.annotate import Pipeline, annotate
from twosource.corroborate.assertions.roles import roles
from twosource.corroborate.assertions.spelt import is_slip, spelling, spellings, spelt_two_ways
from twosource.corroborate.assertions.voice import Voices
from twosource.corroborate.assertions.whereabouts import whereabouts
from twosource.corroborate.context import contexts
from twosource.corroborate.figures.ages import ages
from twosource.link import link
from twosource.model.article import Article


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Hedda Brun", "Heda Braun", True),  # a letter in each word
        ("Marta Silvan", "Marta Slivan", True),  # two letters swapped
        ("Frank Silvan", "Frank Slivan", True),  # with a given name that is short for another
        ("Rolan Silvan", "Ronal Silvan", True),  # two letters swapped that stand apart
        ("Jerome Tolk", "Gerome Tolk", True),  # another first letter
        ("Frank Dolmar", "Frank Dolmer", True),  # another vowel
        ("Katherine Telk", "Catherine Telk", True),  # another letter for a sound
        ("Irena Wolkin", "Irena Volkin", False),  # another language
        ("Ilse Varn", "Ilse M. Varn", False),  # a middle name
        ("Kate Varn", "Katie Varn", False),  # a pet form
        ("Rolan Varn", "Roland Varn", True),  # a letter less in a longer name is no pet form
        ("Jonathan Varn", "Johnathan Varn", True),  # nor are two forms that only a letter tells apart
        ("Bobby Varn", "Robby Varn", False),  # two pet forms of one name
        ("Chad Varn", "Chadd Varn", True),  # a letter doubled
        ("Theodore Varn", "Ted Varn", False),  # a pet form that begins otherwise
        ("Jörg Varn", "Joerg Varn", False),  # an umlaut written out
        ("André Varn", "Andre Varn", False),  # an accent
        ("Ivo Telk Jr.", "Ivo Telk", False),  # what stands behind a name
        ("Lidia Zhorova", "Lidia Shorova", False),  # another script
        ("Yusuf Belim", "Youssef Belim", False),  # another script
        ("Chen Li", "Chen Lu", False),  # too short to be one name
        ("Dana Kovel", "Rita Kovel", False),  # two persons
    ],
)
def test_slip(one: str, other: str, slip: bool) -> None:
    left, right = spelling(one), spelling(other)
    assert left and right and is_slip(left, right) is slip


@pytest.mark.parametrize(
    "name", ["Varn", "I. Varn", "IV Varn", "I.V. Varn", "Ft. Varn", "Samir al-Dorin", "Samir bin Dorin"]
)
def test_not_compared(name: str) -> None:
    assert spelling(name) is None


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Police chief Hedda Brun resigned.", "Police chief Heda Brun resigned."), ["Hedda Brun", "Heda Brun"]),
        (("Police arrested Rolan Silvan.", "Police arrested Ronal Silvan."), ["Rolan Silvan", "Ronal Silvan"]),
        (("Police chief Hedda Brun resigned.", "Police chief Hedda Brun resigned."), []),  # one spelling
        (
            ("Mayor Hedda Brun resigned. Hedda Bruhn left.", "Mayor Hedda Brun resigned."),
            ["Hedda Brun"],
        ),  # both in one account, which stands on no side
        (
            ("Hedda Brun, 52, was found in a boat on Monday.", "Hedda Lund, 52, was found in a boat near Arvin."),
            ["Hedda Brun", "Hedda Lund"],
        ),  # told in the same words
        (("Hedda Brun, 52, was found dead in a boat.", "Hedda Lund, 44, was found in a boat near Arvin."), []),
        (("Kate Brun, 52, was found in a boat.", "Katie Brun, 52, was found in a boat near Arvin."), []),  # a pet form
        (
            (
                "Hedda Brun, 52, was found in a boat on Monday.",
                "Hedda Lund, 52, was found in a boat near Arvin, and Hedda Brun rang for help.",
            ),
            [],
        ),  # one account knows two persons
        (
            ("Liv Brun, 3, fell on Monday.", "A tree in Arvin hit Liv Lund, 3, on Monday."),
            ["Liv Brun", "Liv Lund"],
        ),  # one age
        (("Liv Brun, 3, fell on Monday.", "A tree in Arvin hit Liv Lund, 5, on Monday."), []),  # two ages
        (("Liv Brun, 3, fell on Monday.", "A tree in Arvin hit Liv Lund Brun, 3, on Monday."), []),  # a longer form
        (
            ("The head teacher, Hedda Solvik, wept.", "Hedda Solveg said so."),
            ["Hedda Solvik", "Hedda Solveg"],
        ),  # two letters
        (("The head teacher, Hedda Solvik, wept.", "The mayor, Hedda Solveg, said so."), []),  # two letters, two posts
    ],
)
def test_spellings(pipeline: Pipeline, texts: tuple[str, ...], told: list[str]) -> None:
    accounts = list(annotate([Article(f"a{n}", text, language="en") for n, text in enumerate(texts)], pipeline))
    entities = link(accounts)
    read, voices = contexts(accounts, entities), Voices(entities)
    held = [one for context in read for one in (*roles(context, voices), *ages(context, voices))]
    assert [
        one.value.text for one in spellings(read, voices, spelt_two_ways(entities, read, held)) if one.value
    ] == told


def test_who_is_spelt_two_ways_has_one_age_and_one_fate(pipeline: Pipeline) -> None:
    texts = ("Hedda Brun, 52, drowned at Brek station.", "Hedda Bruhn, 55, drowned at Tolk station.")
    accounts = list(annotate([Article(str(n), one, language="en") for n, one in enumerate(texts)], pipeline))
    entities = link(accounts)
    read, voices = contexts(accounts, entities), Voices(entities)
    said = [one for context in read for one in (*ages(context, voices), *whereabouts(context, voices))]
    persons = spelt_two_ways(entities, read)
    assert len({one.topic.subject for one in said}) == len(set(persons))
    assert len({one.topic.of_persons(persons).subject for one in said}) == 1
