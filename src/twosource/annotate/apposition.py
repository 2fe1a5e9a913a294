"""A name behind the noun that says who or what it is: "said neighbour Ana Orlo", "the newspaper Gazeta reported".

Parsers now and then give a verb both for its subject, or a preposition both for its noun, or set the name beside the
noun before ("a spokesman for prosecutor Ana Orlo"). The two are one phrase, of which the noun is the head, as where the
same parser gets it right; left apart, "neighbour" speaks and nobody is named, or Orlo is her own spokesman.
The invariant: only a name that touches a noun for people, or a body's name a noun for bodies, is hung anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from twosource import resources
from twosource.annotate.lists import word_list
from twosource.model.reading import EntityType, Mention, Token

_SHARED = frozenset({"nsubj", "obj", "obl", "nmod"})


def with_appositions(tokens: Sequence[Token], names: Iterable[Mention], language: str) -> tuple[Token, ...]:
    """The tokens, with such names hung on their nouns.

    Args:
        tokens: Of a reading.
        names: Its names, in text order.
        language: ISO 639-1 code; a language without the lists is left as it is.
    """
    found = list(tokens)
    at = 0
    for name in names:
        while at < len(tokens) and tokens[at].span.start < name.span.start:
            at += 1
        stop = at
        while stop < len(tokens) and tokens[stop].span.end <= name.span.end:
            stop += 1
        top = next((here for here in range(at, stop) if not at <= tokens[here].head < stop), None)
        if top is not None and at and _is_told(tokens[at - 1], tokens[top], _nouns(language, name.type)):
            found[top] = replace(tokens[top], head=at - 1, deprel="appos")
    return tuple(found)


def _is_told(noun: Token, name: Token, nouns: frozenset[str]) -> bool:
    relation = name.deprel.split(":")[0]
    same = relation == "appos" or (relation in _SHARED and relation == noun.deprel.split(":")[0])
    return same and noun.head == name.head and noun.upos in ("NOUN", "PROPN") and noun.lemma.lower() in nouns


@cache
def _nouns(language: str, kind: EntityType) -> frozenset[str]:
    """Nouns for what a name of this type names."""
    if kind is EntityType.PERSON and language in resources.languages("person_nouns"):
        return word_list(language, "person_nouns", "people")
    if kind is EntityType.ORGANIZATION and language in resources.languages("cues"):
        return word_list(language, "cues", "nouns.bodies")
    return frozenset()
