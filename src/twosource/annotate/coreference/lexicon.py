"""The words that coreference needs, read once from a language's lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twosource import resources
from twosource.annotate.lists import filled
from twosource.model.reading import EntityType

LISTS = ("pronouns", "person_nouns", "name_gender", "numbers")
"""A language has coreference when it has these."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they tell about who is meant.

    Attributes:
        pronouns: Pronoun to gender ("m", "f", "n", empty) and number ("singular", "plural").
        reflexive: Pronouns that mean their clause's subject.
        possessive: Pronouns that may.
        speaking: Pronouns of the one who speaks.
        titles: Form of address to gender.
        definite: Determiners of what is known.
        people: Nouns for people.
        genders: Noun to gender.
        names: Given name to gender.
        companies: Words that a company's short form drops.
        old: The last word of "49-year-old".
        generic: Nouns whose repetition says nothing ("the time", "the way").
        lone: Those of them that mean the one person who was introduced by them shortly before.
        fates: What a group is called by what befell it ("the victims").
        harming: Verbs that tell what befell it; ``dying`` those of them whose subject it befalls.
        accusing: Verbs that make a suspect of their object.
        identifying: Verbs that give somebody a name ("identified him as").
        parts: "harmed" and "accused", to what such a person is called by.
        counts: Number word to its value.
        counted: Words for a group to how many it has ("both": 2).
        grouping: Plurals that mean those who were just joined ("the brothers").
        joining: Conjunctions that join ("and").
        described: Nouns that several bodies or places are called by ("the two countries"), to their type.
        collective: Singular nouns that "they" can mean.
        bodies: What a body can be called right after it has been named.
        contrasting: What tells one thing from another of its noun ("the other trial").
    """

    pronouns: Mapping[str, tuple[str, str]]
    reflexive: frozenset[str]
    possessive: frozenset[str]
    speaking: frozenset[str]
    titles: Mapping[str, str]
    definite: frozenset[str]
    people: frozenset[str]
    genders: Mapping[str, str]
    names: Mapping[str, str]
    companies: frozenset[str]
    generic: frozenset[str]
    lone: frozenset[str]
    fates: frozenset[str]
    harming: frozenset[str]
    dying: frozenset[str]
    accusing: frozenset[str]
    identifying: frozenset[str]
    parts: Mapping[str, frozenset[str]]
    counts: Mapping[str, int]
    counted: Mapping[str, int]
    grouping: frozenset[str]
    joining: frozenset[str]
    described: Mapping[str, EntityType]
    collective: frozenset[str]
    bodies: frozenset[str]
    contrasting: frozenset[str]
    old: str

    def gender_of_name(self, first: str, length: int) -> str:
        """The gender that a person's first name tells; a lone word may be a surname and tells none."""
        return self.names.get(first.lower(), "") if length > 1 else ""

    def gender_of_noun(self, lemma: str) -> str:
        """The gender that a noun for people tells."""
        return self.genders.get(lemma, "")


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        LanguageError: A list is missing.
    """
    pronouns, people, names = (resources.load(language, name) for name in LISTS[:3])
    genders = {"f": people["female"].split(), "m": people["male"].split()}
    given = {"f": names["female"].split(), "m": names["male"].split()}
    return filled(
        Lexicon,
        pronouns["groups"],
        pronouns["nouns"],
        pronouns["determiners"],
        people,
        pronouns=pronouns["third"],
        titles=_inverted(pronouns["titles"]),
        genders=_inverted(genders),
        names=_inverted(given),
        companies=frozenset(pronouns["companies"]["suffixes"]),
        parts={part: frozenset(nouns) for part, nouns in pronouns["parts"].items()},
        counted=pronouns["counted"],
        described={word: EntityType(kind) for kind, words in pronouns["described"].items() for word in words},
        counts=resources.load(language, "numbers")["cardinals"],
    )


def _inverted(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: gender for gender, words in table.items() for word in words}
